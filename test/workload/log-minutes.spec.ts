import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'
import { type Client } from '../support/client.js'

const logMinutes = /* GraphQL */ `
  mutation ($input: LogMinutesInput!) {
    logMinutes(input: $input) {
      __typename
      ... on MinutesLogged {
        log {
          id
          staffGroup
          minutes
          spentOn
          note
          evidenceId
          recordedBy {
            id
          }
        }
      }
      ... on Refusal {
        field
        message
      }
      ... on SpentInFuture {
        latestDay
      }
    }
  }
`
const withdrawMinutes = 'mutation ($input: WithdrawMinutesInput!) { withdrawMinutes(input: $input) { __typename } }'
const ofItem = 'query ($id: ID!) { node(id: $id) { ... on ChecklistItem { loggedMinutes { minutes spentOn } } } }'
const ofPriority = 'query ($id: ID!) { node(id: $id) { ... on Priority { loggedMinutes { minutes spentOn } } } }'

describe('logMinutes', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp({ today: '2026-11-21' })
  })
  afterAll(() => test.close())

  const spent = { staffGroup: 'CLINICAL_DIRECTOR', minutes: 45, spentOn: '2026-11-20' }
  async function given() {
    const { network, item, occurrence, manager } = await test.given.openOccurrence()
    const member = await test.given.person('practice-member', network.practiceCodes[0] ?? '')
    return { network, item, occurrence, manager, member }
  }
  const logsOf = async (by: Client, query: string, id: string) => (await by.query(query, { id }))['node'].loggedMinutes

  it('notes time on an item, by anybody in the network', async () => {
    const { item, manager, member } = await given()
    expect(await member.mutate(logMinutes, { ...spent, itemId: item.id, staffGroup: 'PRACTICE_MANAGER', note: 'Counting.' })).toMatchObject(
      {
        __typename: 'MinutesLogged',
        log: {
          staffGroup: 'PRACTICE_MANAGER',
          minutes: 45,
          spentOn: '2026-11-20',
          note: 'Counting.',
          evidenceId: null,
          recordedBy: { id: member.personId },
        },
      },
    )
    await manager.mutate(logMinutes, { ...spent, itemId: item.id, minutes: 10, spentOn: '2026-11-21' })
    expect(await logsOf(manager, ofItem, item.id)).toEqual([
      { minutes: 10, spentOn: '2026-11-21' },
      { minutes: 45, spentOn: '2026-11-20' },
    ])
  })

  it('notes time on a priority, and on evidence', async () => {
    const { network, item, occurrence, manager } = await given()
    const priorityId = await test.given.priority(manager, network)
    await manager.mutate(logMinutes, { ...spent, priorityId })
    expect(await logsOf(manager, ofPriority, priorityId)).toEqual([{ minutes: 45, spentOn: '2026-11-20' }])
    const evidenceId = await test.given.evidence(manager, [occurrence.id])
    expect((await manager.mutate(logMinutes, { ...spent, evidenceId }))['log']).toMatchObject({ evidenceId })
    expect((await manager.mutate(logMinutes, { ...spent, evidenceId, itemId: item.id }))['log']).toMatchObject({ evidenceId })
    expect(await logsOf(manager, ofItem, item.id)).toHaveLength(1)
  })

  it.each([
    ['negative minutes', { minutes: -1 }, { __typename: 'MinutesRefused', field: 'minutes' }],
    ['absurd minutes', { minutes: 10_001 }, { __typename: 'MinutesRefused', field: 'minutes' }],
    ['a day that has not come', { spentOn: '2026-11-22' }, { __typename: 'SpentInFuture', field: 'spentOn', latestDay: '2026-11-21' }],
    ['a group the network does not have', { staffGroup: 'PORTERS' }, { __typename: 'StaffGroupUnknown', field: 'staffGroup' }],
  ])('refuses %s', async (_, change, expected) => {
    const { item, manager } = await given()
    expect(await manager.mutate(logMinutes, { ...spent, itemId: item.id, ...change })).toMatchObject(expected)
    expect(await logsOf(manager, ofItem, item.id)).toEqual([])
  })

  it('is about one thing', async () => {
    const { network, item, manager } = await given()
    const priorityId = await test.given.priority(manager, network)
    expect(await manager.codeOf(logMinutes, { input: spent })).toBe('BAD_USER_INPUT')
    expect(await manager.codeOf(logMinutes, { input: { ...spent, itemId: item.id, priorityId } })).toBe('BAD_USER_INPUT')
    expect(await manager.codeOf(logMinutes, { input: { ...spent, itemId: item.id, minutes: 0.5 } })).toBe('BAD_USER_INPUT')
  })

  it('is taken back by who noted it, or by who runs the network', async () => {
    const { network, item, manager, member } = await given()
    const noted = async (by: Client) => (await by.mutate(logMinutes, { ...spent, itemId: item.id }))['log'].id as string
    const withdraw = (logId: string) => ({ input: { logId } })
    const [mine, theirs] = [await noted(member), await noted(manager)]
    const colleague = await test.given.person('practice-member', network.practiceCodes[1] ?? '')
    expect(await colleague.codeOf(withdrawMinutes, withdraw(mine))).toBe('NOT_FOUND')
    expect(await member.codeOf(withdrawMinutes, withdraw(theirs))).toBe('NOT_FOUND')
    const stranger = await test.given.manager(await test.given.network())
    expect(await stranger.codeOf(withdrawMinutes, withdraw(mine))).toBe('NOT_FOUND')
    expect(await member.mutate(withdrawMinutes, { logId: mine })).toEqual({ __typename: 'MinutesWithdrawn' })
    expect(await manager.codeOf(withdrawMinutes, withdraw(mine))).toBe('NOT_FOUND')
    expect(await manager.mutate(withdrawMinutes, { logId: await noted(member) })).toEqual({ __typename: 'MinutesWithdrawn' })
    expect(await logsOf(manager, ofItem, item.id)).toHaveLength(1)
  })

  it('finds nothing of another network, and is closed to commissioners', async () => {
    const { network, item, occurrence, manager } = await given()
    const other = await given()
    const evidenceId = await test.given.evidence(manager, [occurrence.id])
    const priorityId = await test.given.priority(manager, network)
    for (const subject of [{ itemId: item.id }, { evidenceId }, { priorityId }, { itemId: other.item.id, evidenceId }]) {
      expect(await other.manager.codeOf(logMinutes, { input: { ...spent, ...subject } })).toBe('NOT_FOUND')
    }
    const commissioner = await test.given.commissioner(network)
    expect(await commissioner.codeOf(logMinutes, { input: { ...spent, itemId: item.id } })).toBe('FORBIDDEN')
  })
})
