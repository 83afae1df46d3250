import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import fs from 'node:fs'
import path from 'node:path'
import { programOf } from '../../src/commands.js'
import * as given from '../support/official-files.js'
import { patientNumber } from '../support/patient-numbers.js'

const stored = 'PDF, PNG, JPEG, DOCX, XLSX, CSV and TXT files can be stored'
const { partnerRow, reportOf, csvOf, mapRow } = given

/** Always on SQLite, as whoever tries it has it. */
describe('headroom import', () => {
  const folder = new given.Folder()
  const data = path.join(folder.path, 'data')
  const files = path.join(folder.path, 'files')
  beforeAll(() => {
    const partners = [
      partnerRow('A81001', 'U00001'),
      partnerRow('A81002', 'U00001', '20190701', '20260331'),
      partnerRow('A81003', 'U00002', '20260401'),
    ]
    folder.write('files/2026-03-02/any.csv', reportOf(partners))
    folder.write('files/map.csv', csvOf(given.mapHeading, [mapRow('A81001', 'U00002', '01Jul2026'), mapRow('A81002', 'U', '01Jul2026')]))
    const sizes = [
      given.bandRow('ICB', 'QJK', '2026-07-01', 12_500),
      given.bandRow('GP', 'A81001', '2026-07-01', 9000),
      given.bandRow('GP', 'A81002', '2026-07-01', 3500),
    ]
    folder.write('files/sizes.zip', given.zipOf([{ name: 'sizes.csv', content: csvOf(given.bandHeading, sizes) }]))
    folder.write('files/readme.txt', 'What these are.')
  })
  afterAll(() => folder.remove())

  /** Runs a command as the command line does; what it prints. */
  async function run(mode: string, ...words: string[]): Promise<string> {
    const said: string[] = []
    const spies = [process.stdout, process.stderr].map((stream, index) =>
      jest.spyOn(stream, 'write').mockImplementation((text) => {
        if (index === 0) said.push(String(text))
        return true
      }),
    )
    try {
      await programOf({ MODE: mode, DATA_DIR: data }).parseAsync(['node', 'headroom', ...words])
    } finally {
      for (const spy of spies) spy.mockRestore()
    }
    return said.join('')
  }

  it('prints the figures a release must have, without a database', async () => {
    expect(await run('demonstration', 'import', '--check', files)).toBe(
      [
        'ODS release of 2026-03-02, 2026-03-02/any.csv',
        '  on 2026-03-02: 1 network with a member, 2 practices in force',
        '  on 2026-04-01, the last day it announces: 2 networks with a member, 2 practices in force',
        'practice map of 2026-07-01',
        '  1 ICB, 1 sub-ICB location, 1 network',
        '  2 practices, 1 of them in no network',
        '  12,500 patients, 9,000 of them in networks',
        'practice map of 2026-07-01 against ODS, which stands:',
        '  1 practice in another network than ODS says (A81001: ODS U00001, map U00002)',
        '  1 in a network only by ODS (A81003)',
        '  0 in a network only by the map',
        '',
      ].join('\n'),
    )
    expect(fs.existsSync(data)).toBe(false)
  })

  it('says beforehand whether a file would be refused for an NHS number, and stores nothing', async () => {
    expect(await run('demonstration', 'search', files)).toBe(
      `${path.join(files, 'sizes.zip')}: not searched: “sizes.zip” is not of a type that can be stored. ${stored}.\n` +
        '3 of 4 files searched; 0 places hold what looks like an NHS number.\n',
    )
    const [number] = fc.sample(patientNumber, 1)
    const file = folder.write('theirs.csv', `practice,number\nA81001,${number}\n`)
    await expect(run('demonstration', 'search', file)).rejects.toThrow('1 place holds what looks like an NHS number')
    await expect(run('demonstration', 'search', `${file}x`)).rejects.toThrow(`There is no ${file}x.`)
    expect(fs.existsSync(data)).toBe(false)
  })

  it('serves in production only when it knows how people sign in, and says all that is missing', async () => {
    await expect(run('production', 'serve')).rejects.toThrow(/^Configuration: SIGN_IN must .*; SECRET_KEY must .*; PUBLIC_URL must /)
    expect(fs.existsSync(data)).toBe(false)
  })

  it('takes no real name into a demonstration, and no file in which anything is wrong', async () => {
    await expect(run('demonstration', 'import', files)).rejects.toThrow('official files are imported with MODE=production')
    const wrong = folder.write('wrong.csv', reportOf([partnerRow('A81001', 'U00001'), partnerRow('A81002', 'UX0001')]))
    await expect(run('production', 'import', files, wrong)).rejects.toThrow(
      /^Nothing was imported; 1 to put right:\n[^,]*wrong\.csv, row 2, column PCN Code: UX0001 is an invented code, which no official file carries$/,
    )
    expect(fs.existsSync(data)).toBe(false)
  })

  it('says what it did, and the second time that nothing changed', async () => {
    const first = await run('production', 'import', files)
    expect(first).toContain('2026-03-02/any.csv\n  ODS: core partners of 2026-03-02: 3 rows read; 3 added\n')
    expect(first).toContain('commissioners of networks: 2 recorded, 0 no longer standing\n')
    expect(first).toMatch(/\nDone\.\n$/)
    expect(await run('production', 'import', files)).toMatch(
      /: 3 rows read; 3 as before\n[^]*\nDone: nothing changed, all of it was known\.\n$/,
    )
    await expect(run('demonstration', 'serve')).rejects.toThrow('This database holds real organisations, beside which nothing is invented.')
  })

  it('opens checklists', async () => {
    await run('production', 'seed')
    expect(await run('production', 'open', '2026/27', '--of', 'QJK')).toBe('3 checklists opened; 0 were open already.\n')
    expect(await run('production', 'open', '2026/27')).toBe('0 checklists opened; 3 were open already.\n')
    await expect(run('production', 'open', '1999/00')).rejects.toThrow('has no networks')
  })
})
