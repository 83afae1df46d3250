import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { startApp, type TestApp } from '../support/app.js'
import { trailOf } from '../support/trail.js'

const milestones = 'milestones { id title doneOn marks { doneOn supersededAt recordedBy { id } } }'
const markMilestone = `mutation ($input: MarkMilestoneInput!) {
  markMilestone(input: $input) {
    __typename ... on MilestoneMarked { priority { ${milestones} } } ... on DoneInFuture { latestDay } ... on Refusal { field message }
  }
}`
const setPriority = `mutation ($input: SetPriorityInput!) {
  setPriority(input: $input) { ... on PrioritySet { priority { ${milestones} } } ... on Refusal { message } }
}`
const closePriority = 'mutation ($input: ClosePriorityInput!) { closePriority(input: $input) { __typename } }'

describe('markMilestone', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp({ today: '2026-11-21' })
  })
  afterAll(() => test.close())

  async function situation() {
    const network = await test.given.network()
    const manager = await test.given.manager(network)
    const year = { networkCode: network.code, contractYear: '2026/27', opensOn: '2026-04-01', closesOn: '2027-03-31' }
    const steps = [
      { title: 'First clinic', dueOn: '2026-11-01' },
      { title: 'Review', dueOn: '2027-02-01' },
    ]
    const words = { ...year, title: 'Blood pressure', minutes: [{ staffGroup: 'CLINICAL_DIRECTOR', central: 600 }] }
    const made = await test.given.priority(manager, network, { milestones: steps, title: words.title })
    const { node } = await manager.query(`query ($id: ID!) { node(id: $id) { ... on Priority { ${milestones} } } }`, { id: made })
    const [first, review] = node.milestones as { id: string; title: string }[]
    return { network, manager, priorityId: made, words, first: first?.id ?? '', review: review?.id ?? '' }
  }

  it('keeps the day, who said so, and what was said before', async () => {
    const { network, manager, priorityId, first } = await situation()
    const mark = (doneOn: string | null) => manager.mutate(markMilestone, { priorityId, milestoneId: first, doneOn })
    const unsaid = await manager.mutate(markMilestone, { priorityId, milestoneId: first })
    expect(unsaid['priority'].milestones[0].doneOn).toBeNull()
    expect((await mark('2026-11-03'))['priority'].milestones).toEqual([
      expect.objectContaining({
        doneOn: '2026-11-03',
        marks: [{ doneOn: '2026-11-03', supersededAt: null, recordedBy: { id: manager.personId } }],
      }),
      expect.objectContaining({ title: 'Review', doneOn: null, marks: [] }),
    ])
    await mark('2026-11-04')
    const [corrected] = (await mark(null))['priority'].milestones
    expect(corrected.doneOn).toBeNull()
    expect(corrected.marks.map(({ doneOn, supersededAt }: Record<string, string>) => [doneOn, supersededAt !== null])).toEqual([
      ['2026-11-04', true],
      ['2026-11-03', true],
    ])
    const trail = await trailOf(test, network.code, 'priority.markMilestone')
    expect(trail.map(({ details }) => details)).toEqual([
      { milestoneId: first },
      { milestoneId: first, doneOn: '2026-11-03' },
      { milestoneId: first, doneOn: '2026-11-04' },
      { milestoneId: first },
    ])
  })

  it('stays when the priority is changed and the milestone kept', async () => {
    const { manager, priorityId, words, first } = await situation()
    await manager.mutate(markMilestone, { priorityId, milestoneId: first, doneOn: '2026-11-03' })
    const kept = [{ id: first, title: 'First evening clinic', dueOn: '2026-12-01' }]
    const { priority } = await manager.mutate(setPriority, { ...words, priorityId, milestones: kept })
    expect(priority.milestones).toMatchObject([{ id: first, title: 'First evening clinic', doneOn: '2026-11-03' }])
  })

  it('refuses a day that has not come or is long past, and anything once the priority has ended', async () => {
    const { manager, priorityId, first } = await situation()
    const tomorrow = { priorityId, milestoneId: first, doneOn: '2026-11-22' }
    expect(await manager.mutate(markMilestone, tomorrow)).toMatchObject({
      ...{ __typename: 'DoneInFuture', field: 'doneOn', latestDay: '2026-11-21' },
    })
    expect(await manager.mutate(markMilestone, { ...tomorrow, doneOn: '1926-11-01' })).toMatchObject({
      ...{ __typename: 'WindowRefused', field: 'doneOn', message: expect.stringContaining('2025-04-01 or later') },
    })
    await manager.mutate(closePriority, { priorityId, outcome: 'STOPPED', reason: 'No money.' })
    expect(await manager.mutate(markMilestone, { ...tomorrow, doneOn: '2026-11-01' })).toMatchObject({ __typename: 'PriorityHasEnded' })
  })

  it('is the network’s own, and only of milestones there are', async () => {
    const { network, manager, priorityId, first } = await situation()
    const input = { priorityId, milestoneId: first, doneOn: '2026-11-01' }
    const stranger = await test.given.manager(await test.given.network())
    expect(await stranger.codeOf(markMilestone, { input })).toBe('NOT_FOUND')
    expect(await manager.codeOf(markMilestone, { input: { ...input, milestoneId: randomUUID() } })).toBe('NOT_FOUND')
    const member = await test.given.person('practice-member', network.practiceCodes[0] ?? '')
    for (const person of [member, await test.given.commissioner(network)]) {
      expect(await person.codeOf(markMilestone, { input })).toBe('FORBIDDEN')
    }
  })
})
