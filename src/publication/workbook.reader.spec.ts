import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import * as given from '../../test/support/official-files.js'
import { problemWords } from './domain/import-words.js'
import { readPublications } from './publication.reader.js'

const { networkRow, partnerRow, numberCell } = given

describe('reading a workbook', () => {
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
  const partners = (...rows: string[][]) =>
    given.workbookOf([{ rows: [given.networkHeading, networkRow('U41591')] }, { rows: [given.partnerHeading, ...rows] }])

  it('of 2019 has days as numbers, formulas, and headings of CCGs', async () => {
    const network = networkRow('U00000').map((cell, place) => (place === 4 ? numberCell(20191001) : cell))
    const partner = partnerRow('A81001', 'U00000').map((cell, place) =>
      place === 8 ? numberCell(20191001) : place === 5 ? given.formulaCell(cell) : cell,
    )
    partner[10] = given.booleanCell(true)
    const failed = partnerRow('A81002', 'U00000').map((cell, place) => (place === 5 ? given.failedCell : cell))
    const sheets = [{ rows: [given.networkHeading2019, network] }, { rows: [given.partnerHeading2019, partner, failed] }]
    folder.write('anything.bin', given.workbookOf(sheets, '2019-12-04'))
    const { tables, problems: wrong } = await read()
    expect(wrong).toEqual([])
    expect(tables.map(({ kind, day, rows }) => [kind, day, rows[0]])).toEqual([
      [
        'NETWORKS',
        '2019-12-04',
        { networkCode: 'U00000', networkName: 'U00000 PCN', subIcbCode: '15N', openedOn: '2019-10-01', closedOn: null },
      ],
      [
        'MEMBERSHIPS',
        '2019-12-04',
        expect.objectContaining({ networkCode: 'U00000', networkName: 'U00000 PCN', startsOn: '2019-10-01', endsOn: null }),
      ],
    ])
    expect(tables[1]?.rows[1]).toMatchObject({ practiceCode: 'A81002', networkName: '' })
  })

  it('of later years has line breaks in its headings, hidden rows, sheets in any order, inline texts and empty texts', async () => {
    const rows = [given.partnerHeading, partnerRow('A81001', 'U41591').map(given.inlineCell), partnerRow('A81002', 'U41591')]
    folder.write(
      'ePCN.xlsx',
      given.workbookOf([{ rows, isHidden: true }, { rows: [['A note'], given.networkHeading, networkRow('U41591')] }]),
    )
    const { tables, problems: wrong } = await read()
    expect(wrong).toEqual([])
    expect(tables.map(({ kind, read: count }) => `${kind} ${count}`).sort()).toEqual(['MEMBERSHIPS 2', 'NETWORKS 1'])
  })

  it('may be inside an archive', async () => {
    folder.write('epcn.zip', given.zipOf([{ name: 'ePCN.xlsx', content: partners(partnerRow('A81001', 'U41591')) }]))
    expect((await read()).tables.map(({ kind }) => kind)).toEqual(['NETWORKS', 'MEMBERSHIPS'])
  })

  it('has a re-join, a day of one day, an overlap, and days ahead', async () => {
    const spells = [
      ...[partnerRow('A81001', 'U41591', '20190701', '20200331'), partnerRow('A81001', 'U41591', '20210401', '20210401')],
      ...[partnerRow('A81001', 'U41591', '20210301', '20990331'), partnerRow('A81001', 'U41591', '20990401', '')],
    ]
    folder.write('ePCN.xlsx', partners(...spells))
    expect((await read()).tables[1]?.rows).toHaveLength(4)
  })

  it('is refused without a column, without a sheet, and cut short', async () => {
    const without = given.partnerHeading.filter((name) => !name.includes('End Date'))
    const sheets = [{ rows: [given.networkHeading, networkRow('U41591')] }, { rows: [without, partnerRow('A81001', 'U41591')] }]
    expect(await problems('a.xlsx', given.workbookOf(sheets))).toEqual([
      'a.xlsx: sheet2, row 1, column Practice to PCN Relationship End Date: the column is missing',
    ])
    expect(await problems('a.xlsx', given.workbookOf(sheets.slice(0, 1)))).toEqual([
      'a.xlsx: it has no sheet of core partners: the heading of none says so',
    ])
    const whole = partners(partnerRow('A81001', 'U41591'))
    expect(await problems('a.xlsx', whole.subarray(0, whole.length - 300))).toEqual([
      expect.stringContaining('a.xlsx: it is no whole archive, and may be cut short'),
    ])
    const damaged = given.zipOf([{ name: 'xl/worksheets/sheet1.xml', content: '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v>' }])
    expect(await problems('a.xlsx', damaged)).toEqual([expect.stringContaining('sheet1.xml is not whole, and may be cut short')])
  })

  it('is refused where it would burst, whether it says so or not', async () => {
    const zeros = Buffer.alloc(300 * 1024 * 1024)
    const bomb = { name: 'xl/worksheets/sheet1.xml', content: zeros }
    const before = process.memoryUsage().rss
    expect(await problems('bomb.xlsx', given.zipOf([bomb]))).toEqual([
      expect.stringMatching(/^bomb\.xlsx: xl\/worksheets\/sheet1\.xml would unpack to \d+ times its size/),
    ])
    const liar = { name: 'xl/worksheets/sheet1.xml', content: `<worksheet>${' '.repeat(50_000_000)}`, declared: 100_000 }
    expect(await problems('bomb.xlsx', given.zipOf([liar]))).toEqual([
      expect.stringMatching(/^bomb\.xlsx: sheet1: it cannot be read|too many bytes/),
    ])
    expect(await problems('bomb.xlsx', given.zipOf([{ ...bomb, content: 'x', declared: 4_000_000_000 }]))).toEqual([
      expect.stringContaining('would unpack to 3815 MB'),
    ])
    expect(process.memoryUsage().rss - before).toBeLessThan(500 * 1024 * 1024)
  })

  it('is refused with a document type, which could stand for any amount of text', async () => {
    const content = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">]><worksheet>&a;</worksheet>'
    expect(await problems('a.xlsx', given.zipOf([{ name: 'xl/worksheets/sheet1.xml', content }]))).toEqual([
      expect.stringContaining('it has a document type'),
    ])
  })
})
