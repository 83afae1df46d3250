import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { startApp, type TestApp } from '../support/app.js'
import { type NetworkGiven } from '../support/given.js'

const setPriority = /* GraphQL */ `
  mutation ($input: SetPriorityInput!) {
    setPriority(input: $input) {
      __typename
      ... on PrioritySet {
        created
        priority {
          id
          title
          need
          needSource
          population
          owner {
            id
          }
          measure
          baseline
          target
          opensOn
          closesOn
          status
          rank
          minutes {
            staffGroup
            low
            central
            high
          }
          milestones {
            id
            title
            dueOn
            minutes
          }
          serves {
            requirementCode
            staffGroup
            minutes
          }
          history {
            title
            supersededAt
          }
        }
      }
      ... on Refusal {
        message
        field
      }
      ... on MinutesRefused {
        mostMinutes
      }
      ... on WindowRefused {
        earliestDay
        latestDay
      }
      ... on ServesTooMuch {
        mostMinutes
      }
      ... on RequirementNotOnChecklist {
        requirementCodes
      }
      ... on StaffGroupUnknown {
        staffGroups
      }
    }
  }
`

describe('setPriority', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp()
  })
  afterAll(() => test.close())

  const inputOf = (network: NetworkGiven, change: object = {}) => ({
    ...{ networkCode: network.code, contractYear: '2026/27', title: 'Hypertension', opensOn: '2026-10-01', closesOn: '2027-03-31' },
    ...{ need: 'Two areas with many untreated.', needSource: 'Practice registers', population: 'Adults in two areas' },
    ...{ measure: 'Treated to target', baseline: '61%', target: '70%' },
    minutes: [{ staffGroup: 'CLINICAL_DIRECTOR', low: 1200, central: 2400, high: 3600 }],
    milestones: [{ title: 'Recall list', dueOn: '2026-12-15', minutes: 120 }],
    ...change,
  })

  it('makes a priority, ranked last, and changes what it says with its history', async () => {
    const network = await test.given.network()
    const manager = await test.given.manager(network)
    await test.given.priority(manager, network)
    const made = await manager.mutate(setPriority, inputOf(network, { ownerId: manager.personId }))
    expect(made).toMatchObject({
      __typename: 'PrioritySet',
      created: true,
      priority: {
        ...{
          title: 'Hypertension',
          need: 'Two areas with many untreated.',
          needSource: 'Practice registers',
          owner: { id: manager.personId },
        },
        ...{ measure: 'Treated to target', baseline: '61%', target: '70%', status: 'OPEN', rank: 2, opensOn: '2026-10-01' },
        minutes: [{ staffGroup: 'CLINICAL_DIRECTOR', low: 1200, central: 2400, high: 3600 }],
        milestones: [{ title: 'Recall list', dueOn: '2026-12-15', minutes: 120 }],
      },
    })
    const { id, milestones } = made['priority']
    const [{ id: milestoneId }] = milestones
    const change = { priorityId: id, title: 'Blood pressure', milestones: [{ id: milestoneId, title: 'Recall', dueOn: '2027-01-15' }] }
    const changed = await manager.mutate(setPriority, inputOf(network, change))
    expect(changed).toMatchObject({ created: false, priority: { id, title: 'Blood pressure', rank: 2, owner: null } })
    expect(changed['priority'].milestones).toEqual([{ id: milestoneId, title: 'Recall', dueOn: '2027-01-15', minutes: null }])
    expect(changed['priority'].history.map((version: { title: string }) => version.title)).toEqual(['Blood pressure', 'Hypertension'])
    expect(changed['priority'].history[0].supersededAt).toBeNull()
    expect(changed['priority'].history[1].supersededAt).not.toBeNull()
  })

  it('takes one figure for all three cases', async () => {
    const network = await test.given.network()
    const made = await (
      await test.given.director(network)
    ).mutate(setPriority, inputOf(network, { minutes: [{ staffGroup: 'CLINICIAN', central: 90 }] }))
    expect(made['priority'].minutes).toEqual([{ staffGroup: 'CLINICIAN', low: 90, central: 90, high: 90 }])
  })

  it.each<[string, object, object]>([
    [
      'negative minutes',
      { minutes: [{ staffGroup: 'CLINICIAN', central: -1 }] },
      { __typename: 'MinutesRefused', field: 'minutes.0.central', mostMinutes: null },
    ],
    [
      'absurd minutes: over 10,000 for each month of the window',
      { minutes: [{ staffGroup: 'CLINICIAN', central: 60_001 }] },
      {
        __typename: 'MinutesRefused',
        field: 'minutes.0.central',
        message: expect.stringMatching(/^60,001 minutes .* 60,000\.$/),
        mostMinutes: 60_000,
      },
    ],
    [
      'a window outside the year',
      { opensOn: '2026-03-01' },
      { __typename: 'WindowRefused', field: 'opensOn', earliestDay: '2026-04-01', latestDay: '2027-03-31' },
    ],
    ['a window that runs backwards', { closesOn: '2026-09-01' }, { __typename: 'WindowRefused', field: 'closesOn' }],
    [
      'a milestone outside the window',
      { milestones: [{ title: 'x', dueOn: '2026-09-30' }] },
      { __typename: 'WindowRefused', field: 'milestones.0.dueOn' },
    ],
    [
      'a staff group twice',
      {
        minutes: [
          { staffGroup: 'CLINICIAN', central: 1 },
          { staffGroup: 'CLINICIAN', central: 2 },
        ],
      },
      { __typename: 'GivenTwice', field: 'minutes.1.staffGroup' },
    ],
    [
      'a staff group the network does not have',
      { minutes: [{ staffGroup: 'PORTERS', central: 1 }] },
      { __typename: 'StaffGroupUnknown', field: 'minutes.0.staffGroup' },
    ],
    ['an owner who does not work there', { ownerId: randomUUID() }, { __typename: 'OwnerNotAMember', field: 'ownerId' }],
  ])('refuses %s', async (_, change, refusal) => {
    const network = await test.given.network()
    const manager = await test.given.manager(network)
    expect(await manager.mutate(setPriority, inputOf(network, change))).toMatchObject(refusal)
    expect((await manager.query(`{ network(odsCode: "${network.code}") { priorities { id } } }`))['network'].priorities).toEqual([])
  })

  it('refuses parts of minutes and years that are none', async () => {
    const network = await test.given.network()
    const manager = await test.given.manager(network)
    const half = inputOf(network, { minutes: [{ staffGroup: 'CLINICIAN', central: 0.5 }] })
    expect(await manager.codeOf(setPriority, { input: half })).toBe('BAD_USER_INPUT')
    expect(await manager.codeOf(setPriority, { input: inputOf(network, { contractYear: '2026/28' }) })).toBe('BAD_USER_INPUT')
    expect(await manager.codeOf(setPriority, { input: inputOf(network, { title: ' ' }) })).toBe('BAD_USER_INPUT')
  })

  it('serves requirements on the network’s own checklist of the year, with as many minutes as there are', async () => {
    const network = await test.given.network()
    const manager = await test.given.manager(network)
    // Shown once a year, a report is assumed to take the clinical director 120 minutes.
    await test.given.checklist(network, {
      entries: [
        { code: 'OWN-1', nature: 'REPORT', shownEvery: 'YEAR' },
        { code: 'CARE-1', nature: 'DELIVER' },
      ],
    })
    await test.given.checklist(network, { contractYear: '2024/25', entries: [{ code: 'OLD-1' }] })
    await test.given.checklist(await test.given.network(), { entries: [{ code: 'THEIRS-1' }] })
    const serve = (requirementCode: string, minutes: number) => ({
      serves: [{ requirementCode, staffGroup: 'CLINICAL_DIRECTOR', minutes }],
    })
    const set = (change: object) => manager.mutate(setPriority, inputOf(network, change))
    expect((await set(serve('OWN-1', 120)))['priority'].serves).toEqual([
      { requirementCode: 'OWN-1', staffGroup: 'CLINICAL_DIRECTOR', minutes: 120 },
    ])
    expect(await set(serve('OWN-1', 121))).toMatchObject({ __typename: 'ServesTooMuch', field: 'serves.0.minutes', mostMinutes: 120 })
    expect(await set({ ...serve('OWN-1', 61), minutes: [{ staffGroup: 'CLINICAL_DIRECTOR', central: 60 }] })).toMatchObject({
      mostMinutes: 60,
    })
    expect(await set(serve('CARE-1', 2400))).toMatchObject({ __typename: 'PrioritySet' })
    expect(await set(serve('OLD-1', 1))).toMatchObject({ __typename: 'RequirementNotOnChecklist', requirementCodes: ['OLD-1'] })
    expect(await set(serve('THEIRS-1', 1))).toMatchObject({ __typename: 'RequirementNotOnChecklist', requirementCodes: ['THEIRS-1'] })
  })

  it('refuses to change a priority that has ended', async () => {
    const network = await test.given.network()
    const manager = await test.given.manager(network)
    const priorityId = await test.given.priority(manager, network)
    const close = 'mutation ($input: ClosePriorityInput!) { closePriority(input: $input) { __typename } }'
    await manager.mutate(close, { priorityId, outcome: 'STOPPED', reason: 'No time.' })
    expect(await manager.mutate(setPriority, inputOf(network, { priorityId }))).toMatchObject({ __typename: 'PriorityHasEnded' })
  })

  it('finds no network, priority or milestone of others', async () => {
    const [network, other] = [await test.given.network(), await test.given.network()]
    const [manager, stranger] = [await test.given.manager(network), await test.given.manager(other)]
    const priorityId = await test.given.priority(manager, network)
    const codeOf = (input: object) => stranger.codeOf(setPriority, { input })
    expect(await codeOf(inputOf(network))).toBe('NOT_FOUND')
    expect(await codeOf(inputOf(other, { priorityId }))).toBe('NOT_FOUND')
    expect(await codeOf(inputOf(other, { milestones: [{ id: randomUUID(), title: 'x', dueOn: '2026-12-15' }] }))).toBe('NOT_FOUND')
    const otherYear = inputOf(network, { priorityId, contractYear: '2025/26', opensOn: '2025-10-01', closesOn: '2025-12-31' })
    expect(await manager.codeOf(setPriority, { input: otherYear })).toBe('NOT_FOUND')
  })

  it('is for those who run the network', async () => {
    const network = await test.given.network()
    const commissioner = await test.given.commissioner(network)
    const member = await test.given.person('practice-member', network.practiceCodes[0] ?? '')
    for (const person of [
      commissioner,
      member,
      await test.given.person('national-viewer', 'ENGLAND'),
      await test.given.person('lmc', 'LX01'),
    ]) {
      expect(await person.codeOf(setPriority, { input: inputOf(network) })).toBe('FORBIDDEN')
    }
    expect(await test.nobody.codeOf(setPriority, { input: inputOf(network) })).toBe('UNAUTHENTICATED')
  })

  it('is made once for a key', async () => {
    const network = await test.given.network()
    const manager = await test.given.manager(network)
    const input = inputOf(network, { idempotencyKey: 'first' })
    const [one, again] = [await manager.mutate(setPriority, input), await manager.mutate(setPriority, input)]
    expect(again['priority'].id).toBe(one['priority'].id)
    expect((await manager.query(`{ network(odsCode: "${network.code}") { priorities { id } } }`))['network'].priorities).toHaveLength(1)
  })
})
