import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { ListSizeEntity } from '../../src/network/network.entity.js'
import { startApp, type TestApp } from '../support/app.js'

const network = /* GraphQL */ `
  query ($odsCode: String!, $on: LocalDate) {
    network(odsCode: $odsCode) {
      id
      odsCode
      name
      invented
      integratedCareBoards {
        odsCode
      }
      leadIntegratedCareBoard {
        odsCode
      }
      practices(on: $on) {
        joinedOn
        leftOn
        practice {
          odsCode
          invented
        }
      }
      registeredPatients(on: $on) {
        patients
        onDay
        listsOn
        sources
        practices
        practicesWithoutListSize
      }
    }
  }
`

describe('network', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp({ today: '2026-11-21' })
  })
  afterAll(() => test.close())

  async function list(practiceCode: string, onDay: string, patients: number): Promise<void> {
    const row = { id: randomUUID(), practiceCode, onDay, patients, source: 'a test', recordedAt: test.clock.now(), supersededAt: null }
    await test.given.database.transaction(() => test.given.database.manager.insert(ListSizeEntity, row))
  }

  it('shows its own network to a manager, with members of the day asked for', async () => {
    const given = await test.given.network({ practices: [{}, { startsOn: '2026-10-01' }, { endsOn: '2026-06-30' }] })
    const manager = await test.given.manager(given)
    const [stays, joins, leaves] = given.practiceCodes
    const now = (await manager.query(network, { odsCode: given.code }))['network']
    expect(now).toMatchObject({
      id: given.code,
      odsCode: given.code,
      invented: true,
      leadIntegratedCareBoard: { odsCode: given.boardCode },
    })
    expect(now.practices).toEqual([
      { joinedOn: '2019-07-01', leftOn: null, practice: { odsCode: stays, invented: true } },
      { joinedOn: '2026-10-01', leftOn: null, practice: { odsCode: joins, invented: true } },
    ])
    const june = (await manager.query(network, { odsCode: given.code, on: '2026-06-30' }))['network']
    expect(june.practices.map((member: { practice: { odsCode: string } }) => member.practice.odsCode)).toEqual([stays, leaves])
  })

  it('adds up the latest lists of the members, and says unknown when one is', async () => {
    const given = await test.given.network({ practices: [{}, {}] })
    const manager = await test.given.manager(given)
    const [first = '', second = ''] = given.practiceCodes
    await list(first, '2026-01-01', 9_000)
    await list(first, '2026-07-01', 9_500)
    const patients = async (on: string | null) => (await manager.query(network, { odsCode: given.code, on }))['network'].registeredPatients
    expect(await patients(null)).toEqual({
      ...{ patients: null, onDay: '2026-11-21', listsOn: '2026-07-01', sources: ['a test'], practices: 2, practicesWithoutListSize: 1 },
    })
    await list(second, '2026-01-01', 4_000)
    expect(await patients(null)).toMatchObject({ patients: 13_500, listsOn: '2026-01-01', practicesWithoutListSize: 0 })
    expect(await patients('2026-06-30')).toMatchObject({ patients: 13_000, onDay: '2026-06-30' })
    expect(await patients('2025-12-31')).toMatchObject({ patients: null, listsOn: null, practicesWithoutListSize: 2 })
  })

  it.each([
    { role: 'another network’s manager', find: async () => test.given.manager(await test.given.network()) },
    { role: 'another ICB’s commissioner', find: async () => test.given.commissioner(await test.given.network()) },
    {
      role: 'a member of another practice',
      find: async () => test.given.person('practice-member', (await test.given.network()).practiceCodes[0] ?? ''),
    },
  ])('is not there for $role', async ({ find }) => {
    const given = await test.given.network()
    const stranger = await find()
    expect(await stranger.codeOf(network, { odsCode: given.code })).toBe('NOT_FOUND')
    expect(await stranger.codeOf('query ($id: ID!) { node(id: $id) { id } }', { id: given.code })).toBe('NOT_FOUND')
  })

  it('is there for its practices today, not for one that has left', async () => {
    const given = await test.given.network({ practices: [{}, { endsOn: '2026-11-20' }] })
    const [stays = '', left = ''] = given.practiceCodes
    const query = { odsCode: given.code }
    expect((await (await test.given.person('practice-member', stays)).query(network, query))['network'].odsCode).toBe(given.code)
    expect(await (await test.given.person('practice-member', left)).codeOf(network, query)).toBe('NOT_FOUND')
  })

  it('is closed to nobody and to roles that do not read networks', async () => {
    const given = await test.given.network()
    expect(await test.nobody.codeOf(network, { odsCode: given.code })).toBe('UNAUTHENTICATED')
    expect(await test.nobody.codeOf('query ($id: ID!) { node(id: $id) { id } }', { id: given.code })).toBe('UNAUTHENTICATED')
    const lmc = await test.given.person('lmc', 'LX01')
    expect(await lmc.codeOf(network, { odsCode: given.code })).toBe('FORBIDDEN')
    expect(await lmc.codeOf('query ($id: ID!) { node(id: $id) { id } }', { id: given.code })).toBe('NOT_FOUND')
  })

  it('is found by its id', async () => {
    const given = await test.given.network()
    const commissioner = await test.given.commissioner(given)
    const node =
      '{ node(id: "ID") { __typename id ... on Network { name } ... on IntegratedCareBoard { networks { nodes { odsCode } } } } }'
    expect((await commissioner.query(node.replace('ID', given.code)))['node']).toEqual({
      ...{ __typename: 'Network', id: given.code, name: `Network ${given.code}` },
    })
    expect((await commissioner.query(node.replace('ID', given.boardCode)))['node']).toEqual({
      ...{ __typename: 'IntegratedCareBoard', id: given.boardCode, networks: { nodes: [{ odsCode: given.code }] } },
    })
    const manager = await test.given.manager(given)
    expect(await manager.codeOf(node.replace('ID', given.boardCode))).toBe('NOT_FOUND')
    expect(await manager.codeOf(node.replace('ID', randomUUID()))).toBe('NOT_FOUND')
  })

  it('refuses a day that is none', async () => {
    const given = await test.given.network()
    const manager = await test.given.manager(given)
    expect(await manager.codeOf(network, { odsCode: given.code, on: '2026-13-01' })).toBe('BAD_USER_INPUT')
  })
})
