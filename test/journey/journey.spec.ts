import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Client } from '../support/client.js'
import { type ChecklistGiven, type NetworkGiven } from '../support/given.js'
import { startApp, type TestApp } from '../support/app.js'

const record = /* GraphQL */ `
  mutation ($input: RecordEvidenceInput!) {
    recordEvidence(input: $input) {
      __typename
      ... on EvidenceRecorded {
        evidence {
          id
          files {
            name
            url
          }
          occurrences {
            id
          }
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`
const supersede = /* GraphQL */ `
  mutation ($input: SupersedeEvidenceInput!) {
    supersedeEvidence(input: $input) {
      __typename
      ... on EvidenceSuperseded {
        evidence {
          id
        }
      }
    }
  }
`
const withdraw = `mutation ($input: WithdrawEvidenceInput!) { withdrawEvidence(input: $input) { __typename } }`
const submit = `mutation ($input: SubmitInput!) { submit(input: $input) { __typename ... on Refusal { message } } }`
const decide = `mutation ($input: DecideInput!) { decide(input: $input) { __typename ... on Refusal { message } } }`
const ask = `mutation ($input: AskInput!) { ask(input: $input) { __typename ... on QuestionAsked { question { id } } } }`
const answer = `mutation ($input: AnswerInput!) { answer(input: $input) { __typename } }`
const itemById = `query ($id: ID!) { node(id: $id) { ... on ChecklistItem { status questions { text answers { text } } } } }`

/** One story, told in order: each step starts from where the one before ended. */
describe('from evidence to decision', () => {
  let test: TestApp
  let network: NetworkGiven
  let checklist: ChecklistGiven
  let manager: Client
  let commissioner: Client
  let evidenceId: string
  beforeAll(async () => {
    test = await startApp()
    network = await test.given.network({ practices: [{}, {}, { startsOn: '2026-07-15' }] })
    const entries = [
      { code: 'HOMES', decidedBy: 'COMMISSIONER_MAY_VERIFY', obligation: 'PAID' },
      { code: 'REVIEWS' },
      { code: 'PLANS' },
      { code: 'EVERY-PRACTICE', perPractice: true, dueOn: '2026-12-31' },
    ] as const
    checklist = await test.given.checklist(network, { entries })
    manager = await test.given.manager(network)
    commissioner = await test.given.commissioner(network)
  })
  afterAll(() => test.close())

  const occurrence = (code: string): string => checklist.item(code).occurrences[0]?.id ?? ''
  const statusOf = async (code: string) => (await manager.query(itemById, { id: checklist.item(code).id }))['node'].status

  it('is recorded once, with a file, for three items', async () => {
    const fileId = await test.given.upload(manager, network.code, { name: 'home-round-log.txt', content: 'Every Tuesday' })
    const occurrenceIds = ['HOMES', 'REVIEWS', 'PLANS'].map(occurrence)
    const result = await manager.mutate(record, {
      occurrenceIds,
      fileIds: [fileId],
      happenedOn: '2026-11-10',
      note: 'Log of the home rounds',
    })
    expect(result).toMatchObject({ __typename: 'EvidenceRecorded', evidence: { files: [{ name: 'home-round-log.txt' }] } })
    evidenceId = result['evidence'].id
    for (const code of ['HOMES', 'REVIEWS', 'PLANS']) expect(await statusOf(code)).toBe('EVIDENCED')
  })

  it('is the network’s own until it is submitted', async () => {
    const { reviewQueue } = await commissioner.query('{ reviewQueue { nodes { id } } }')
    expect(reviewQueue.nodes).toEqual([])
    expect(await manager.mutate(submit, { occurrenceIds: [occurrence('HOMES')] })).toEqual({ __typename: 'Submitted' })
    const { reviewQueue: after } = await commissioner.query('{ reviewQueue { nodes { evidence { id note } occurrence { id } } } }')
    expect(after.nodes).toEqual([
      { evidence: [{ id: evidenceId, note: 'Log of the home rounds' }], occurrence: { id: occurrence('HOMES') } },
    ])
  })

  it('comes back with a reason, which a correction answers', async () => {
    const returned = { occurrenceIds: [occurrence('HOMES')], verdict: 'RETURNED', reason: 'Please add the plan for Christmas week' }
    expect(await commissioner.mutate(decide, returned)).toEqual({ __typename: 'Decided' })
    expect(await statusOf('HOMES')).toBe('RETURNED')
    const correction = { evidenceId, reason: 'With Christmas week', note: 'Log and plan for Christmas week', happenedOn: '2026-11-12' }
    const result = await manager.mutate(supersede, correction)
    evidenceId = result['evidence'].id
    expect(await statusOf('HOMES')).toBe('EVIDENCED')
  })

  it('is accepted, which stands when more is added and ends when what was accepted is withdrawn', async () => {
    await manager.mutate(submit, { occurrenceIds: [occurrence('HOMES')] })
    await commissioner.mutate(decide, { occurrenceIds: [occurrence('HOMES')], verdict: 'ACCEPTED' })
    expect(await statusOf('HOMES')).toBe('ACCEPTED')
    await test.given.evidence(manager, [occurrence('HOMES')], { note: 'One more week' })
    expect(await statusOf('HOMES')).toBe('ACCEPTED')
    await manager.mutate(withdraw, { evidenceId, reason: 'It was another network’s log' })
    expect(await statusOf('HOMES')).toBe('EVIDENCED')
    expect(await statusOf('REVIEWS')).toBe('OPEN')
  })

  it('raises a question, which is not a return, and an answer', async () => {
    const asked = await commissioner.mutate(ask, { itemId: checklist.item('PLANS').id, text: 'One plan or two?' })
    expect(await statusOf('PLANS')).toBe('OPEN')
    await manager.mutate(answer, { questionId: asked['question'].id, text: 'One' })
    const { node } = await commissioner.query(itemById, { id: checklist.item('PLANS').id })
    expect(node.questions).toEqual([{ text: 'One plan or two?', answers: [{ text: 'One' }] }])
  })

  it('asks the practice that joined in mid-year too', async () => {
    await test.given.evidence(manager, [occurrence('EVERY-PRACTICE')], { practiceCodes: network.practiceCodes.slice(0, 2) })
    expect(await statusOf('EVERY-PRACTICE')).toBe('OPEN')
    await test.given.evidence(manager, [occurrence('EVERY-PRACTICE')], { practiceCodes: network.practiceCodes.slice(2) })
    expect(await statusOf('EVERY-PRACTICE')).toBe('EVIDENCED')
  })

  it('is closed to another network', async () => {
    const stranger = await test.given.manager(await test.given.network())
    const input = { occurrenceIds: [occurrence('PLANS')], happenedOn: '2026-11-10', note: 'Not ours' }
    expect(await stranger.codeOf(record, { input })).toBe('NOT_FOUND')
    expect(await stranger.codeOf(itemById, { id: checklist.item('PLANS').id })).toBe('NOT_FOUND')
  })

  it('is never decided by whoever recorded it', async () => {
    const both = await test.given.manager(network)
    await test.given.membership(both, 'commissioner', network.boardCode)
    await test.given.evidence(both, [occurrence('HOMES')], { note: 'Recorded by her' })
    await both.mutate(submit, { occurrenceIds: [occurrence('HOMES')] })
    const own = await both.mutate(decide, { occurrenceIds: [occurrence('HOMES')], verdict: 'ACCEPTED' })
    expect(own['__typename']).toBe('OwnWork')
  })
})
