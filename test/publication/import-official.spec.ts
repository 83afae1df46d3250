import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { OpeningService } from '../../src/checklist/opening.service.js'
import { NetworkCommissionerEntity, NetworkMembershipEntity } from '../../src/network/network.entity.js'
import { AuditEntryEntity } from '../../src/platform/audit-log/audit-entry.entity.js'
import { changedAnything, type TableReport } from '../../src/publication/domain/import-report.js'
import { PublicationFileEntity } from '../../src/publication/publication.entity.js'
import { type ImportOptions, PublicationImporter } from '../../src/publication/publication.importer.js'
import { readPublications } from '../../src/publication/publication.reader.js'
import { StandingService } from '../../src/standing/standing.service.js'
import { startApp, type TestApp } from '../support/app.js'
import { type Client } from '../support/client.js'
import * as given from '../support/official-files.js'

const { networkRow, partnerRow, reportOf, csvOf, mapRow } = given

describe('importing official files', () => {
  let test: TestApp
  let folder: given.Folder
  let viewer: Client
  beforeEach(async () => {
    test = await startApp({ today: '2026-11-21' })
    folder = new given.Folder()
    viewer = await test.given.person('national-viewer', 'ENGLAND')
  })
  afterEach(async () => {
    folder.remove()
    await test.close()
  })

  async function load(name: string, content: string | Buffer, options: ImportOptions = {}) {
    const { tables, problems } = await readPublications([folder.write(name, content)])
    expect(problems).toEqual([])
    return test.app.get(PublicationImporter).import(tables, options)
  }
  const workbook = (savedOn: string, networks: string[][], partners: string[][]) =>
    given.workbookOf([{ rows: [given.networkHeading, ...networks] }, { rows: [given.partnerHeading, ...partners] }], savedOn)
  const counts = (report: { tables: readonly TableReport[] }, place: number) => {
    const { added, changed, closed, withdrawn, same } = report.tables[place]!
    return { added, changed, closed, withdrawn, same }
  }
  const membersOn = async (on: string, releasedOn?: string) => {
    const field = releasedOn ? `practicesAsReleased(on: "${on}", releasedOn: "${releasedOn}")` : `practices(on: "${on}")`
    const { networks } = await viewer.query(`{ networks { nodes { odsCode ${field} { practice { odsCode } } } } }`)
    return networks.nodes.flatMap((node: any) =>
      (node.practices ?? node.practicesAsReleased).map(({ practice }: any) => `${node.odsCode} ${practice.odsCode}`),
    )
  }
  const rows = () =>
    test.given.database.manager.find(NetworkMembershipEntity, { order: { practiceCode: 'ASC', startsOn: 'ASC', recordedAt: 'ASC' } })

  /** Three releases: a practice moves, one is taken back and entered anew from another day, one joins, a network closes. */
  const releases = () => {
    const first = [partnerRow('A81001', 'U00001'), partnerRow('A81002', 'U00001'), partnerRow('A81003', 'U00002', '20191001')]
    const second = [
      ...[partnerRow('A81001', 'U00001', '20190701', '20210331'), partnerRow('A81001', 'U00002', '20210401')],
      ...[partnerRow('A81002', 'U00001'), partnerRow('A81003', 'U00002', '20190801')],
    ]
    const third = [
      ...second.toSpliced(2, 1, partnerRow('A81002', 'U00001', '20190701', '20241231')),
      partnerRow('A81004', 'U00002', '20250401'),
    ]
    const open = [networkRow('U00001'), networkRow('U00002')]
    return [
      ['2019/ePCN.xlsx', workbook('2019-12-04', open, first)],
      ['2023/ePCN.xlsx', workbook('2023-01-26', [networkRow('U00001', { name: 'A NEW NAME' }), networkRow('U00002')], second)],
      [
        '2025/ePCN.xlsx',
        workbook('2025-01-20', [networkRow('U00001', { name: 'A NEW NAME', closed: '20241231' }), networkRow('U00002')], third),
      ],
    ] as const
  }

  it('tells the members of every day after one release upon another, and each as it was told then', async () => {
    const reports = []
    for (const [name, content] of releases()) reports.push(await load(name, content))
    expect(reports.map((report) => counts(report, 1))).toEqual([
      { added: 3, changed: 0, closed: 0, withdrawn: 0, same: 0 },
      { added: 2, changed: 0, closed: 1, withdrawn: 1, same: 1 },
      { added: 1, changed: 0, closed: 1, withdrawn: 0, same: 3 },
    ])
    expect(reports.map((report) => counts(report, 0))).toEqual([
      { added: 2, changed: 0, closed: 0, withdrawn: 0, same: 0 },
      { added: 0, changed: 1, closed: 0, withdrawn: 0, same: 1 },
      { added: 0, changed: 0, closed: 1, withdrawn: 0, same: 1 },
    ])
    expect(await membersOn('2019-12-04')).toEqual(['U00001 A81001', 'U00001 A81002', 'U00002 A81003'])
    expect(await membersOn('2021-03-31')).toEqual(['U00001 A81001', 'U00001 A81002', 'U00002 A81003'])
    expect(await membersOn('2023-01-26')).toEqual(['U00001 A81002', 'U00002 A81001', 'U00002 A81003'])
    expect(await membersOn('2025-01-20')).toEqual(['U00002 A81001', 'U00002 A81003'])
    expect(await membersOn('2025-04-01')).toEqual(['U00002 A81001', 'U00002 A81003', 'U00002 A81004'])
    expect(await membersOn('2019-08-01')).toContain('U00002 A81003')
    expect(await membersOn('2019-08-01', '2022-12-31')).not.toContain('U00002 A81003')
    expect(await membersOn('2025-01-20', '2019-12-04')).toEqual(['U00001 A81001', 'U00001 A81002', 'U00002 A81003'])
    expect(await membersOn('2025-01-20', '2019-12-03')).toEqual([])
    expect((await rows()).filter(({ supersededAt }) => supersededAt !== null)).toHaveLength(3)
    const { network } = await viewer.query('{ network(odsCode: "U00001") { name openedOn closedOn officialNames { name seenOn } } }')
    expect(network).toEqual({
      ...{ name: 'A NEW NAME', openedOn: '2019-07-01', closedOn: '2024-12-31' },
      officialNames: [
        { name: 'U00001 PCN', seenOn: '2019-12-04' },
        { name: 'A NEW NAME', seenOn: '2023-01-26' },
      ],
    })
  })

  it('changes nothing when it is done again, in one or several goes, and leaves out an older release', async () => {
    for (const [name, content] of releases()) folder.write(name, content)
    folder.write('map.csv', csvOf(given.mapHeading, [mapRow('A81001', 'U00002', '01Jan2026'), mapRow('A81003', 'U00001', '01Jan2026')]))
    const importAll = async () => test.app.get(PublicationImporter).import((await readPublications([folder.path])).tables)
    const done = await importAll()
    expect(changedAnything(done)).toBe(true)
    expect(done.comparisons).toMatchObject([
      { onDay: '2026-01-01', elsewhere: [{ practiceCode: 'A81003' }], onlyOds: ['A81004'], onlyMap: [] },
    ])
    const before = [
      await rows(),
      await test.given.database.manager.find(NetworkCommissionerEntity),
      await test.given.database.manager.find(PublicationFileEntity),
    ]
    test.clock.day = '2026-12-01'
    expect(changedAnything(await importAll())).toBe(false)
    const older = await load('again.xlsx', releases()[0][1])
    expect(older.tables[1]?.skipped).toEqual([{ why: 'older than the release of 2025-01-20, which stands', rows: 3 }])
    expect([
      await rows(),
      await test.given.database.manager.find(NetworkCommissionerEntity),
      await test.given.database.manager.find(PublicationFileEntity),
    ]).toEqual(before)
    expect(await test.given.database.manager.countBy(AuditEntryEntity, { action: 'publication.import' })).toBe(1)
  })

  it('counts a network in two ICBs under its ODS lead, follows mergers, and never takes a membership from the map', async () => {
    await load(
      '2026-03-02/a.csv',
      reportOf([partnerRow('A81001', 'U41591'), partnerRow('A81002', 'U41591'), partnerRow('A81003', 'U41591')]),
    )
    const away = { subIcb: '11N', board: 'QT6' }
    const map = (onDay: string, board: string) =>
      csvOf(given.mapHeading, [
        mapRow('A81001', 'U41591', onDay, { board }),
        mapRow('A81002', 'U41591', onDay, away),
        mapRow('A81003', 'U', onDay, away),
      ])
    await load('jan.csv', map('01Jan2026', 'QJK'))
    const merged = await load('jul.csv', map('01Jul2026', 'Z9B2Z'))
    expect(merged.comparisons).toMatchObject([{ onlyOds: ['A81003'] }])
    const query =
      '{ network(odsCode: "U41591") { leadIntegratedCareBoard { odsCode name } integratedCareBoards { odsCode } practices { practice { name } } } }'
    const { network } = await viewer.query(query)
    expect(network).toEqual({
      leadIntegratedCareBoard: { odsCode: 'Z9B2Z', name: 'NHS Z9B2Z Integrated Care Board' },
      integratedCareBoards: [{ odsCode: 'Z9B2Z' }, { odsCode: 'QT6' }],
      practices: ['A81001', 'A81002', 'A81003'].map((code) => ({ practice: { name: `THE ${code} SURGERY` } })),
    })
    const leads = await test.given.database.manager.find(NetworkCommissionerEntity, {
      where: { isLead: true },
      order: { startsOn: 'ASC', recordedAt: 'ASC' },
    })
    expect(leads.filter(({ supersededAt }) => supersededAt === null).map((row) => [row.boardCode, row.startsOn, row.endsOn])).toEqual([
      ['QJK', '2025-04-01', '2026-03-31'],
      ['Z9B2Z', '2026-04-01', null],
    ])
  })

  it('keeps list sizes by day, results with their trust, and scores; who is no member sees no practice’s', async () => {
    await load('2026-03-02/a.csv', reportOf([partnerRow('A81001', 'U00001'), partnerRow('A81002', 'U00001')]))
    await load(
      'sizes.csv',
      csvOf(given.listHeading, [given.listRow('A81001', '2026-01-01', 9000), given.listRow('A81002', '2026-01-01', 3000)]),
    )
    const revised = await load(
      'sizes.csv',
      csvOf(given.listHeading, [given.listRow('A81001', '2026-01-01', 9100), given.listRow('A81002', '2026-01-01', 3000)]),
    )
    expect(counts(revised, 0)).toEqual({ added: 0, changed: 1, closed: 0, withdrawn: 0, same: 1 })
    const disputed = await load('bands.csv', csvOf(given.bandHeading, [given.bandRow('GP', 'A81001', '2026-01-01', 1)]))
    expect(disputed.tables[0]?.notes).toEqual([expect.stringContaining('1 list sizes differ from another file of the day, which stands')])
    const results = ['PCN,U00001,X,NCD2324,31/03/2024,NCD1,A numerator,190', 'GP practice,A81001,X,NCD2324,31/03/2024,NCD1,A numerator,*']
    await load(
      'results.csv',
      `ORGANISATION_TYPE,ORGANISATION_CODE,ORGANISATION_NAME,QUALITY_SERVICE,ACH_DATE,IND_CODE,MEASURE,VALUE\n${results.join('\n')}\n`,
    )
    await load('imd.csv', 'PRACTICE_CODE,PRACTICE_NAME,IMD_YEAR,IMD_SCORE\nA81001,X,2025,10\nA81002,X,2025,40\n')
    const query = `{ network(odsCode: "U00001") {
      registeredPatients { patients listsOn }
      publishedFigures(contractYear: "2023/24") { indicatorCode measure value suppressed trust achievedOn }
      publishedPracticeFigures(contractYear: "2023/24") { organisationCode value suppressed }
      deprivation { indexYear score published practicesCounted practices }
    } }`
    const manager = await test.given.person('network-manager', 'U00001')
    const { network } = await manager.query(query)
    expect(network).toEqual({
      registeredPatients: { patients: 12_100, listsOn: '2026-01-01' },
      publishedFigures: [
        { indicatorCode: 'NCD1', measure: 'A numerator', value: 190, suppressed: false, trust: 'PUBLISHED', achievedOn: '2024-03-31' },
      ],
      publishedPracticeFigures: [{ organisationCode: 'A81001', value: null, suppressed: true }],
      deprivation: [{ indexYear: 2025, score: 17.438, published: false, practicesCounted: 2, practices: 2 }],
    })
    expect((await viewer.send(query)).data?.['network']).toMatchObject({ publishedPracticeFigures: null })
  })

  it('refuses a release that leaves out what ODS would not, unless it is said to be right', async () => {
    const many = Array.from({ length: 120 }, (_, index) => partnerRow(`A8${String(index).padStart(4, '0')}`, 'U00001'))
    await load('2026-03-02/a.csv', reportOf(many))
    const before = await rows()
    await expect(load('2026-04-02/a.csv', reportOf(many.slice(0, 60)))).rejects.toThrow('leaves out 60 of 120 memberships that stand')
    expect(await rows()).toEqual(before)
    const taken = await load('2026-04-02/a.csv', reportOf(many.slice(0, 60)), { isLossAccepted: true })
    expect(counts(taken, 0)).toMatchObject({ withdrawn: 60, same: 60 })
    expect(await membersOn('2026-11-21')).toHaveLength(60)
  })

  it('changes nothing at all when the last of several files cannot be merged, nor beside invented organisations', async () => {
    await test.given.network()
    await expect(load('2026-03-02/a.csv', reportOf([partnerRow('A81001', 'U00001')]))).rejects.toThrow(
      'This database holds invented organisations',
    )
    expect((await rows()).every(({ networkCode }) => networkCode.startsWith('UX'))).toBe(true)
    expect(await test.given.database.manager.count(PublicationFileEntity)).toBe(0)
  })

  it('opens the checklists of England or of one ICB, those that are open already left alone, and keeps their standing right', async () => {
    await test.given.specification([{ perPractice: true }, { responsible: ['COMMISSIONER'] }])
    const partners = [
      partnerRow('A81001', 'U00001'),
      partnerRow('A81002', 'U00002'),
      partnerRow('A81003', 'U00003', '20190701', '20200331'),
    ]
    await load('2026-03-02/a.csv', reportOf(partners))
    await load('map.csv', csvOf(given.mapHeading, [mapRow('A81001', 'U00001', '01Jul2026'), mapRow('A81002', 'U00002', '01Jul2026')]))
    const open = async (of: string, year = '2026/27', isStopped = () => false) => {
      const lines: string[] = []
      const done = await test.app.get(OpeningService).openAll(year, of, { progress: (line) => lines.push(line), isStopped })
      return { ...done, lines }
    }
    await expect(open('QT6')).rejects.toThrow('QT6 has no networks')
    await expect(open('ENGLAND', '2026')).rejects.toThrow('2026 is no contract year')
    expect(await open('QJK', '2026/27', () => true)).toEqual({ opened: 0, known: 0, left: 3, lines: [] })
    expect(await open('QJK')).toEqual({ opened: 3, known: 0, left: 0, lines: ['opened 3 of 3'] })
    expect(await open('ENGLAND')).toEqual({ opened: 0, known: 3, left: 0, lines: [] })
    await load('2026-04-02/a.csv', reportOf([...partners, partnerRow('A81004', 'U00001', '20260401')]))
    expect(await test.app.get(StandingService).rebuild()).toMatchObject({ differing: 0 })
    await load(
      '2026-05-02/a.csv',
      reportOf([...partners, partnerRow('A81004', 'U00001', '20260401'), partnerRow('A81005', 'U00004', '20260401')]),
    )
    expect(await open('ENGLAND')).toEqual({ opened: 1, known: 3, left: 0, lines: ['opened 1 of 1'] })
  })
})
