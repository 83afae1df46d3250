import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import fs from 'node:fs'
import zlib from 'node:zlib'
import * as given from '../../test/support/official-files.js'
import { problemWords } from './domain/import-words.js'
import { readPublications } from './publication.reader.js'

const { networkRow, partnerRow, reportOf, csvOf, mapRow } = given

describe('reading official files', () => {
  let folder: given.Folder
  beforeEach(() => {
    folder = new given.Folder()
  })
  afterEach(() => folder.remove())

  const read = () => readPublications([folder.path])
  const problems = async (name: string, content: string | Buffer) => {
    folder.write(name, content)
    return (await read()).problems.map(problemWords)
  }

  describe('a report without a heading', () => {
    it('is told by its rows, and its day by its folder or by whoever asks', async () => {
      folder.write('2026-03-02/a.csv', reportOf([partnerRow('A89015', 'U41591', '20191001', '', { name: 'FULWELL MEDICAL CENTRE,' })]))
      folder.write('2026-03-02/b', reportOf([networkRow('U41591'), networkRow('U06993', { lead: '', closed: '20190930' })]))
      const cost = [
        'A81001',
        'THE DENSHAM SURGERY',
        'Y63',
        'QHM',
        '',
        '',
        '',
        '',
        '',
        'TS18 1HU',
        '19740401',
        '',
        'ACTIVE',
        'B',
        '16C',
        '20200401',
        '',
        '',
      ]
      const wide = (cells: string[], setting: string) => [...cells, '', '', '', '1', '', '16C', '', setting, '']
      folder.write('2026-03-02/c.txt', reportOf([wide(cost, 'RO76'), wide(['ALD200', ...cost.slice(1)], 'RO250')]))
      const { tables, problems: wrong } = await read()
      expect(wrong).toEqual([])
      expect(tables.map(({ kind, day, rows, skipped }) => [kind, day, rows.length, skipped])).toEqual([
        ...[
          ['MEMBERSHIPS', '2026-03-02', 1, []],
          ['NETWORKS', '2026-03-02', 2, []],
        ],
        ['PRACTICES', '2026-03-02', 1, [{ why: 'no general practice', rows: 1 }]],
      ])
      expect(tables[0]?.rows[0]).toMatchObject({ practiceName: 'FULWELL MEDICAL CENTRE,', subIcbCode: '15N' })
      expect((await readPublications([folder.path], { releasedOn: '2026-04-01' })).tables[0]?.day).toBe('2026-04-01')
    })

    it.each<{ why: string; rows: string[][]; says: string }>([
      {
        why: 'a wrong code',
        rows: [partnerRow('A81001', 'U41591'), partnerRow('A8100', 'U41591')],
        says: 'a.csv, row 2, column Partner Organisation Code: expected a practice code such as A81001; found "A8100"',
      },
      {
        why: 'a wrong code in its first row',
        rows: [partnerRow('A81001', 'U4159'), partnerRow('A81002', 'U41591')],
        says: 'a.csv, row 1, column PCN Code: expected a network code such as U89141; found "U4159"',
      },
      {
        why: 'an invented network',
        rows: [partnerRow('A81001', 'U41591'), partnerRow('A81002', 'UX0001')],
        says: 'a.csv, row 2, column PCN Code: UX0001 is an invented code, which no official file carries',
      },
      {
        why: 'a missing column',
        rows: [partnerRow('A81001', 'U41591').toSpliced(1, 1)],
        says: 'a.csv, row 1: expected 11 columns; found 10: cut short, or a column is missing',
      },
      {
        why: 'a day that is none',
        rows: [partnerRow('A81001', 'U41591', '20190231')],
        says: 'a.csv, row 1, column Practice to PCN Relationship Start Date: expected a day such as 20191001; found "20190231"',
      },
      {
        why: 'an end before the start',
        rows: [partnerRow('A81001', 'U41591', '20200401', '20200331')],
        says: 'a.csv, row 1, column Practice to PCN Relationship End Date: expected a day from 2020-04-01 on; found 2020-03-31',
      },
      {
        why: 'rows that contradict each other',
        rows: [partnerRow('A81001', 'U41591'), partnerRow('A81001', 'U41591', '20190701', '20200331')],
        says: 'a.csv, row 2: contradicts row 1: Practice to PCN Relationship End Date was nothing and is "2020-03-31"',
      },
      {
        why: 'two networks at once without an end',
        rows: [partnerRow('A81001', 'U41591'), partnerRow('A81001', 'U00000')],
        says: 'a.csv, row 2, column Practice to PCN Relationship End Date: contradicts row 1: A81001 is in a network without an end there as well',
      },
    ])('is refused with $why', async ({ rows, says }) => {
      expect(await problems('a.csv', reportOf(rows))).toEqual([says])
    })

    it('is refused cut short, within a value or between two', async () => {
      const report = reportOf([partnerRow('A81001', 'U41591'), partnerRow('A81002', 'U41591')])
      expect(await problems('a.csv', report.slice(0, -45))).toEqual([
        'a.csv, row 2: a quotation mark is opened and never closed: cut short?',
      ])
      expect(await problems('a.csv', report.slice(0, report.lastIndexOf(',"')))).toEqual([
        'a.csv, row 2: expected 11 columns; found 10: cut short, or a column is missing',
      ])
    })

    it('takes the same row twice once, and says so', async () => {
      folder.write('a.csv', reportOf([partnerRow('A81001', 'U41591'), partnerRow('A81001', 'U41591')]))
      expect((await read()).tables[0]).toMatchObject({
        read: 2,
        rows: [{ practiceCode: 'A81001' }],
        skipped: [{ why: 'the same row again', rows: 1 }],
      })
    })

    it('names no more problems than anybody would read', async () => {
      expect(
        await problems(
          'a.csv',
          reportOf([partnerRow('A81001', 'U41591'), ...Array.from({ length: 99 }, () => partnerRow('A8', 'U41591'))]),
        ),
      ).toHaveLength(20)
    })
  })

  describe('a file with a heading', () => {
    it('may be a practice map of either width, with a byte-order mark, in Windows-1252 or UTF-16, with either line end', async () => {
      const rows = [mapRow('A81001', 'U41591', '01Jul2026', { networkName: 'COAST’S PCN' }), mapRow('A81002', 'U', '01Jul2026')]
      folder.write('1.csv', `\ufeff${csvOf(given.mapHeading, rows, '\r\n')}`)
      const old = csvOf(
        given.mapHeading2022,
        rows.map((cells) => cells.with(1, '01Jan2022')),
      )
      folder.write('2.csv', Buffer.from(old.replace('’', '\u0092'), 'latin1'))
      folder.write(
        '3.csv',
        Buffer.from(
          `\ufeff${csvOf(
            given.mapHeading,
            rows.map((cells) => cells.with(1, '01JAN2026')),
          )}`,
          'utf16le',
        ),
      )
      const { tables, problems: wrong } = await read()
      expect(wrong).toEqual([])
      expect(tables.map(({ day }) => day)).toEqual(['2026-07-01', '2022-01-01', '2026-01-01'])
      for (const { rows: found } of tables) {
        expect(found).toEqual([
          expect.objectContaining({ networkCode: 'U41591', networkName: 'COAST’S PCN', boardCode: 'QJK' }),
          expect.objectContaining({ networkCode: null, networkName: null }),
        ])
      }
    })

    it('may be list sizes, of which only whole practices count, each level having the same total', async () => {
      const bands = [
        ...[
          given.bandRow('ICB', 'QJK', '2026-07-01', 30),
          given.bandRow('GP', 'A81001', '2026-07-01', 10),
          given.bandRow('GP', 'A81001', '2026-07-01', 4, ['MALE', 'ALL']),
        ],
        ...[given.bandRow('GP', 'A81001', '2026-07-01', 3, ['MALE', '0_4']), given.bandRow('GP', 'A81002', '2026-07-01', 20)],
      ]
      folder.write('a.zip', given.zipOf([{ name: 'a.csv', content: csvOf(given.bandHeading, bands, '\r\n') }]))
      folder.write('b.csv', csvOf(given.listHeading, [given.listRow('A81001', '01JAN2021', 5903)]))
      const { tables } = await read()
      expect(tables.map(({ kind, day, read: count, rows }) => [kind, day, count, rows.length])).toEqual([
        ...[
          ['AGE_BANDS', '2026-07-01', 5, 2],
          ['LIST_SIZES', '2021-01-01', 1, 1],
        ],
      ])
      expect(await problems('a.zip', csvOf(given.bandHeading, bands.slice(0, -1)))).toEqual([
        'a.zip, column NUMBER_OF_PATIENTS: the practices have 10 patients together, the rows of ICB 30: cut short?',
      ])
    })

    it('may be results of networks and practices, some suppressed, in the layout of a year or of a month', async () => {
      const heading = 'ORGANISATION_TYPE,ORGANISATION_CODE,ORGANISATION_NAME,QUALITY_SERVICE,ACH_DATE,IND_CODE,MEASURE,VALUE'
      const year = [
        'PCN,U00070,X PCN,NCD2324,31/03/2024,NCDMI191,ACC-10b numerator,190',
        'GP practice,A81001,X,NCD2324,31/03/2024,NCD026,ACC-08 Denominator,0',
      ]
      folder.write('year.csv', `${[heading, ...year].join('\n')}\n`)
      const month = ['ICB_CODE,PRACTICE_CODE,PRACTICE_NAME,QUALITY_SERVICE,ACH_DATE,IND_CODE,MEASURE,VALUE']
      month.push('QJK,A81001,X,NCD2526,30/09/2025,CAN04,Denominator,*', 'UNALLOCATED,UNALLOCATED,X,NCD2526,30/09/2025,CAN04,Denominator,7')
      folder.write('month.zip', given.zipOf([{ name: 'NCDesSep25.csv', content: `\ufeff${month.join('\r\n')}\r\n` }]))
      const { tables } = await read()
      const [ofMonth, ofYear] = tables
      expect(ofMonth).toMatchObject({
        skipped: [{ why: 'of no practice or network', rows: 1 }],
        rows: [{ contractYear: '2025/26', value: null, organisationCode: 'A81001' }],
      })
      expect(ofYear?.rows).toEqual([
        {
          organisationCode: 'U00070',
          contractYear: '2023/24',
          achievedOn: '2024-03-31',
          indicatorCode: 'NCDMI191',
          measure: 'ACC-10b numerator',
          value: 190,
        },
        {
          organisationCode: 'A81001',
          contractYear: '2023/24',
          achievedOn: '2024-03-31',
          indicatorCode: 'NCD026',
          measure: 'ACC-08 Denominator',
          value: 0,
        },
      ])
      expect(await problems('year.csv', `${heading}\n${year[0]?.replace('190', '1.5')}\n`)).toEqual([
        'year.csv, row 2, column VALUE: expected a whole number; found "1.5"',
      ])
    })

    it('may be deprivation scores', async () => {
      folder.write('a.csv', '"pcn_code","pcn_name","imd_score","imd_decile"\n"U","Unknown",16.5,7\n"U00070","X",8.36485162734309,10\n')
      folder.write('b.csv', 'PRACTICE_CODE,PRACTICE_NAME,IMD_YEAR,IMD_SCORE\nA81001,X,2025,33.519\n')
      expect((await read()).tables.map(({ rows }) => rows)).toEqual([
        [{ organisationCode: 'U00070', indexYear: null, scoreThousandths: 8365, decile: 10 }],
        [{ organisationCode: 'A81001', indexYear: 2025, scoreThousandths: 33_519, decile: null }],
      ])
    })

    it('is refused with two days in it, a column missing or there twice, and rows that contradict each other', async () => {
      const rows = [mapRow('A81001', 'U41591', '01Jul2026'), mapRow('A81002', 'U41591', '01Jun2026')]
      expect(await problems('a.csv', csvOf(given.mapHeading, rows))).toEqual([
        'a.csv, row 3: is of 2026-06-01, but the rows before it are of 2026-07-01',
      ])
      const without = given.mapHeading.filter((name) => name !== 'PCN_CODE')
      expect(await problems('a.csv', csvOf(without, rows))).toEqual(['a.csv, row 1, column PCN_CODE: the column is missing'])
      expect(await problems('a.csv', csvOf([...given.mapHeading, 'PCN_CODE'], [[...(rows[0] ?? []), 'U00000']]))).toEqual([
        'a.csv, row 1, column PCN_CODE: the column is there twice',
      ])
      const moved = [mapRow('A81001', 'U41591', '01Jul2026'), mapRow('A81001', 'U', '01Jul2026')]
      expect(await problems('a.csv', csvOf(given.mapHeading, moved))).toEqual([
        'a.csv, row 3: contradicts row 2: PCN_CODE was "U41591" and is nothing',
      ])
      expect(await problems('a.csv', csvOf(given.mapHeading, []))).toEqual(['a.csv: there are no rows of data in it'])
    })

    it('is refused with a line of 100 MB, which is never in memory', async () => {
      const file = folder.write('a.csv', csvOf(given.mapHeading, [mapRow('A81001', 'U41591', '01Jul2026')]))
      const part = Buffer.alloc(1024 * 1024, 'x')
      for (let count = 0; count < 100; count += 1) fs.appendFileSync(file, part)
      const before = process.memoryUsage().rss
      expect((await read()).problems.map(problemWords)).toEqual([
        'a.csv, row 3: the row is longer than 64 KB, as no row of an official file is',
      ])
      expect(process.memoryUsage().rss - before).toBeLessThan(60 * 1024 * 1024)
    })
  })

  it('leaves out what is none of the official files, unless it is asked for by its name', async () => {
    folder.write('notes.md', 'Read "this" first, it says "nothing\nof use')
    folder.write('picture.png', Buffer.from([0, 1, 2, 3]))
    folder.write('metadata.csv', 'QUALITY_SERVICE,NAME,ORG_CODE,ACH_DATE,IND_CODE,FIELD_NAME,VALUE\nNCD2425,X,A81001,20240930,CAN04,Y,14\n')
    folder.write('other.zip', zlib.gzipSync('x'))
    const { tables, problems: wrong, unknown } = await read()
    expect([tables, wrong, unknown.map(({ file }) => file)]).toEqual([[], [], ['metadata.csv', 'notes.md', 'other.zip', 'picture.png']])
    const named = await readPublications([`${folder.path}/picture.png`])
    expect(named.problems).toMatchObject([{ reason: 'none of the official files this reads' }])
    await expect(readPublications([`${folder.path}/nowhere`])).rejects.toThrow('There is no file or folder')
  })
})
