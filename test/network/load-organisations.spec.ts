import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type DataSource } from 'typeorm'
import { TokenService } from '../../src/access/token.service.js'
import { ChecklistItemEntity } from '../../src/checklist/checklist.entity.js'
import { generateEngland } from '../../src/network/domain/generated-england.js'
import { NetworkMembershipEntity } from '../../src/network/network.entity.js'
import { NetworkImporter, OrganisationsRefused } from '../../src/network/network.importer.js'
import { OrganisationRepository } from '../../src/network/organisation.repository.js'
import { AuditEntryEntity } from '../../src/platform/audit-log/audit-entry.entity.js'
import { READER } from '../../src/platform/database/database.js'
import { StandingService } from '../../src/standing/standing.service.js'
import { startApp, type TestApp } from '../support/app.js'
import { Client } from '../support/client.js'

const shipped = 'data/organisations'
const nothing = { named: 0, recorded: 0, superseded: 0, people: 0 }

describe('loading organisations', () => {
  let test: TestApp
  let importer: NetworkImporter
  let copy: string
  beforeEach(async () => {
    test = await startApp({ today: '2026-11-21' })
    importer = test.app.get(NetworkImporter)
    copy = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-organisations-'))
    fs.cpSync(shipped, copy, { recursive: true })
  })
  afterEach(async () => {
    fs.rmSync(copy, { recursive: true })
    await test.close()
  })

  function edit(file: string, from: string, to: string): void {
    const name = path.join(copy, file)
    fs.writeFileSync(name, fs.readFileSync(name, 'utf8').replace(from, to))
  }
  async function signIn(address: string): Promise<Client> {
    return new Client(test.url, await test.app.get(TokenService).createFor(address, { name: 'test' }))
  }
  const loads = () => test.given.database.manager.countBy(AuditEntryEntity, { action: 'network.load' })

  it('makes what the files say, which its people can read', async () => {
    expect(await test.app.get(OrganisationRepository).holdsInvented()).toBe(false)
    expect(await importer.load(shipped)).toEqual({ named: 51, recorded: 81, superseded: 0, people: 22 })
    expect(await test.app.get(OrganisationRepository).holdsInvented()).toBe(true)
    const query =
      '{ networks { nodes { odsCode registeredPatients { patients practices } leadIntegratedCareBoard { odsCode region { name } } } } }'
    const commissioner = await signIn('commissioner.qx02@headroom.example')
    const region = { name: 'Merrowshire' }
    expect((await commissioner.query(query))['networks'].nodes).toEqual([
      { odsCode: 'UX0003', registeredPatients: { patients: 35_000, practices: 6 }, leadIntegratedCareBoard: { odsCode: 'QX01', region } },
      { odsCode: 'UX0004', registeredPatients: { patients: 36_000, practices: 5 }, leadIntegratedCareBoard: { odsCode: 'QX02', region } },
      { odsCode: 'UX0005', registeredPatients: { patients: 104_300, practices: 14 }, leadIntegratedCareBoard: { odsCode: 'QX02', region } },
      { odsCode: 'UX0007', registeredPatients: { patients: null, practices: 3 }, leadIntegratedCareBoard: { odsCode: 'QX02', region } },
    ])
    const moved = await signIn('practice.px0013@headroom.example')
    expect((await moved.query('{ networks { nodes { odsCode } } }'))['networks'].nodes).toEqual([{ odsCode: 'UX0003' }])
  })

  it('changes nothing when it is done again, even on a later day', async () => {
    await importer.load(shipped)
    expect(await importer.load(shipped)).toEqual(nothing)
    test.clock.day = '2027-06-30'
    expect(await importer.load(shipped)).toEqual(nothing)
    expect(await loads()).toBe(1)
  })

  it('keeps what stood before when the files change', async () => {
    await importer.load(shipped)
    edit('networks.yaml', '{ code: PX0003, joined: 2019-07-01 }', '{ code: PX0003, joined: 2020-07-01 }')
    edit('networks.yaml', 'name: Quillhaven PCN', 'name: Quillhaven and Weir PCN')
    expect(await importer.load(copy)).toEqual({ named: 1, recorded: 1, superseded: 1, people: 0 })
    const rows = await test.given.database.manager.find(NetworkMembershipEntity, {
      where: { practiceCode: 'PX0003' },
      order: { startsOn: 'ASC' },
    })
    expect(rows.map((row) => [row.startsOn, row.supersededAt === null])).toEqual([
      ['2019-07-01', false],
      ['2020-07-01', true],
    ])
    const manager = await signIn('manager.ux0001@headroom.example')
    expect((await manager.query('{ network(odsCode: "UX0001") { name } }'))['network'].name).toBe('Quillhaven and Weir PCN')
  })

  it('brings the standing of items up to date when who is a member, or who leads, changes', async () => {
    await importer.load(shipped)
    const network = { code: 'UX0001', boardCode: 'QX01', practiceCodes: ['PX0001', 'PX0002', 'PX0003'] }
    const checklist = await test.given.checklist(network, { entries: [{ perPractice: true }] })
    const manager = await signIn('manager.ux0001@headroom.example')
    await test.given.evidence(manager, [checklist.item('T-01').occurrences[0]?.id ?? ''], { practiceCodes: ['PX0001', 'PX0002'] })
    const setLocalDay = 'mutation ($input: SetLocalDayInput!) { setLocalDay(input: $input) { __typename } }'
    const day = { boardCode: 'QX02', requirementCode: 'T-01', contractYear: '2026/27', ordinal: 1, dueOn: '2027-02-01' }
    await (await signIn('commissioner.qx02@headroom.example')).mutate(setLocalDay, day)
    const stored = () => test.given.database.manager.findOneByOrFail(ChecklistItemEntity, { id: checklist.item('T-01').id })
    expect(await stored()).toMatchObject({ status: 'OPEN', localDueOn: null })
    edit('networks.yaml', '{ board: QX01, subIcbLocation: SX01,', '{ board: QX02, subIcbLocation: SX04,')
    await importer.load(copy)
    expect(await stored()).toMatchObject({ status: 'OPEN', localDueOn: '2027-02-01' })
    edit('networks.yaml', '{ code: PX0003, joined: 2019-07-01 }', '{ code: PX0003, joined: 2019-07-01, left: 2026-10-31 }')
    await importer.load(copy)
    expect(await stored()).toMatchObject({ status: 'EVIDENCED' })
    expect(await test.app.get(StandingService).rebuild()).toEqual({ items: 1, differing: 0 })
  })

  it('refuses all of it when anything is wrong, and changes nothing', async () => {
    await importer.load(shipped)
    edit('networks.yaml', 'name: Quillhaven PCN', 'name: Changed PCN')
    edit('practices.yaml', '14200', 'many')
    edit('people.yaml', 'organisation: UX0002', 'organisation: U12345')
    const refused = await importer.load(copy).then(
      () => undefined,
      (error: unknown) => error,
    )
    expect(refused).toBeInstanceOf(OrganisationsRefused)
    expect((refused as OrganisationsRefused).problems).toEqual([
      expect.stringMatching(
        /^people\.yaml:\d+ people\[1\]\.roles\[0\]\.organisation: expected an invented code such as UX0001; found "U12345"$/,
      ),
      expect.stringMatching(
        /^practices\.yaml:\d+ practices\[0\]\.patients: expected a whole number from 1 to 200000, or null; found "many"$/,
      ),
    ])
    expect(await importer.load(shipped)).toEqual(nothing)
  })

  it('loads a generated England, of which a list costs as many statements as a list of one', async () => {
    await importer.save(generateEngland('2026-01-01'))
    const viewer = await test.given.person('national-viewer', 'ENGLAND')
    const statements = countStatements(test.app.get<DataSource>(READER))
    const read = async (first: number) => {
      const before = statements()
      const { networks } = await viewer.query(
        `query ($first: Int) { networks(first: $first) { nodes {
          integratedCareBoards { region { name } networks(first: 2) { nodes { odsCode } } } practices { practice { name } } registeredPatients { patients }
        } } }`,
        { first },
      )
      return { statements: statements() - before, nodes: networks.nodes.length, first: networks.nodes[0] }
    }
    // Whatever is asked first on a day looks for statuses that change on it.
    await read(1)
    const one = await read(1)
    const many = await read(500)
    expect(many).toMatchObject({ nodes: 500, statements: one.statements, first: one.first })
    expect(one.statements).toBeLessThan(15)
  })
})

function countStatements(source: DataSource): () => number {
  let count = 0
  const log = source.logger
  source.logger = Object.assign(Object.create(log) as typeof log, {
    logQuery: () => {
      count += 1
    },
  })
  return () => count
}
