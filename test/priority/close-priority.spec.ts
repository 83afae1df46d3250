import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'

const priority = 'priority { id status rank closing { outcome reason recordedBy { id } } }'
const closePriority = `mutation ($input: ClosePriorityInput!) {
  closePriority(input: $input) { __typename ... on PriorityClosed { ${priority} } ... on Refusal { field message } }
}`
const reopenPriority = `mutation ($input: ReopenPriorityInput!) {
  reopenPriority(input: $input) { __typename ... on PriorityReopened { ${priority} } ... on Refusal { field message } }
}`

describe('closePriority and reopenPriority', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp()
  })
  afterAll(() => test.close())

  it.each(['ACHIEVED', 'STOPPED', 'CARRIED_OVER'])('ends a priority as %s, with the reason', async (outcome) => {
    const network = await test.given.network()
    const director = await test.given.director(network)
    const priorityId = await test.given.priority(director, network)
    expect(await director.mutate(closePriority, { priorityId, outcome, reason: 'Because.' })).toEqual({
      __typename: 'PriorityClosed',
      priority: {
        id: priorityId,
        status: outcome,
        rank: null,
        closing: { outcome, reason: 'Because.', recordedBy: { id: director.personId } },
      },
    })
  })

  it('refuses to end it twice, and opens it again', async () => {
    const network = await test.given.network()
    const manager = await test.given.manager(network)
    const priorityId = await test.given.priority(manager, network)
    expect(await manager.mutate(reopenPriority, { priorityId })).toMatchObject({ __typename: 'PriorityIsOpen', field: 'priorityId' })
    const close = { priorityId, outcome: 'STOPPED', reason: 'A slip.' }
    await manager.mutate(closePriority, close)
    expect(await manager.mutate(closePriority, close)).toMatchObject({ __typename: 'PriorityHasEnded', field: 'priorityId' })
    expect(await manager.mutate(reopenPriority, { priorityId })).toMatchObject({
      __typename: 'PriorityReopened',
      priority: { status: 'OPEN', rank: 1, closing: null },
    })
    expect(await manager.mutate(closePriority, close)).toMatchObject({ __typename: 'PriorityClosed' })
  })

  it('needs a reason and an outcome there is', async () => {
    const network = await test.given.network()
    const manager = await test.given.manager(network)
    const priorityId = await test.given.priority(manager, network)
    expect(await manager.codeOf(closePriority, { input: { priorityId, outcome: 'STOPPED', reason: '' } })).toBe('BAD_USER_INPUT')
    expect(await manager.codeOf(closePriority, { input: { priorityId, outcome: 'LOST', reason: 'x' } })).toBe('BAD_USER_INPUT')
  })

  it('is the network’s own', async () => {
    const network = await test.given.network()
    const priorityId = await test.given.priority(await test.given.manager(network), network)
    const stranger = await test.given.manager(await test.given.network())
    const input = { priorityId, outcome: 'STOPPED', reason: 'x' }
    expect(await stranger.codeOf(closePriority, { input })).toBe('NOT_FOUND')
    expect(await stranger.codeOf(reopenPriority, { input: { priorityId } })).toBe('NOT_FOUND')
    const member = await test.given.person('practice-member', network.practiceCodes[0] ?? '')
    for (const person of [member, await test.given.commissioner(network)]) {
      expect(await person.codeOf(closePriority, { input })).toBe('FORBIDDEN')
      expect(await person.codeOf(reopenPriority, { input: { priorityId } })).toBe('FORBIDDEN')
    }
  })
})
