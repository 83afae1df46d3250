import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'

const endorsePriority = /* GraphQL */ `
  mutation ($input: EndorsePriorityInput!) {
    endorsePriority(input: $input) {
      __typename
      ... on PriorityEndorsed {
        priority {
          endorsements {
            practiceCode
            endorses
            reason
            beforeLastChange
          }
        }
      }
      ... on Refusal {
        field
        message
      }
    }
  }
`

describe('endorsePriority', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp()
  })
  afterAll(() => test.close())

  async function given() {
    const network = await test.given.network({ practices: [{}, {}] })
    const [ours = '', theirs = ''] = network.practiceCodes
    const manager = await test.given.manager(network)
    const priorityId = await test.given.priority(manager, network)
    return { network, ours, theirs, manager, priorityId, member: await test.given.person('practice-member', ours) }
  }

  it('says what a practice thinks, and what the others have not said', async () => {
    const { network, manager, member, priorityId, ours, theirs } = await given()
    const silent = { practiceCode: theirs, endorses: null, reason: null, beforeLastChange: false }
    const no = { priorityId, practiceCode: ours, endorses: false, reason: 'No room.' }
    expect((await member.mutate(endorsePriority, no))['priority'].endorsements).toEqual([
      { practiceCode: ours, endorses: false, reason: 'No room.', beforeLastChange: false },
      silent,
    ])
    const yes = await member.mutate(endorsePriority, { priorityId, practiceCode: ours, endorses: true })
    expect(yes['priority'].endorsements).toEqual([{ practiceCode: ours, endorses: true, reason: null, beforeLastChange: false }, silent])
    await test.given.priority(manager, network, { priorityId, title: 'Another' })
    const list = await manager.query(
      `{ network(odsCode: "${network.code}") { priorities { endorsements { endorses beforeLastChange } } } }`,
    )
    expect(list['network'].priorities[0].endorsements[0]).toEqual({ endorses: true, beforeLastChange: true })
  })

  it('needs a reason against', async () => {
    const { member, priorityId, ours } = await given()
    expect(await member.mutate(endorsePriority, { priorityId, practiceCode: ours, endorses: false })).toMatchObject({
      ...{ __typename: 'ViewNeedsReason', field: 'reason' },
    })
  })

  it('is too late once it has ended', async () => {
    const { manager, member, priorityId, ours } = await given()
    const close = 'mutation ($input: ClosePriorityInput!) { closePriority(input: $input) { __typename } }'
    await manager.mutate(close, { priorityId, outcome: 'ACHIEVED', reason: 'Done.' })
    expect(await member.mutate(endorsePriority, { priorityId, practiceCode: ours, endorses: true })).toMatchObject({
      __typename: 'PriorityHasEnded',
    })
  })

  it('is for one’s own practice, in this network', async () => {
    const { member, priorityId, theirs, manager, network } = await given()
    const input = { priorityId, practiceCode: theirs, endorses: true }
    expect(await member.codeOf(endorsePriority, { input })).toBe('NOT_FOUND')
    const elsewhere = await test.given.network({ practices: [{}] })
    const [practiceCode = ''] = elsewhere.practiceCodes
    const stranger = await test.given.person('practice-member', practiceCode)
    expect(await stranger.codeOf(endorsePriority, { input: { ...input, practiceCode } })).toBe('NOT_FOUND')
    for (const person of [manager, await test.given.commissioner(network)]) {
      expect(await person.codeOf(endorsePriority, { input })).toBe('FORBIDDEN')
    }
  })
})
