import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'
import { type NetworkGiven } from '../support/given.js'

const startWorkload = /* GraphQL */ `
  mutation ($input: StartWorkloadInput!) {
    startWorkload(input: $input) {
      __typename
      ... on WorkloadStarted {
        network {
          capacity(contractYear: "2026/27") {
            staffGroup
            yearMinutes
            basis
          }
          priorities(contractYear: "2026/27") {
            title
            rank
            opensOn
            closesOn
            minutes {
              staffGroup
              central
            }
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

describe('startWorkload', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp()
  })
  afterAll(() => test.close())

  const inputOf = (network: NetworkGiven, change: object = {}) => ({
    ...{ networkCode: network.code, contractYear: '2026/27', clinicalDirectorSessionsAWeek: 2, managerHoursAWeek: 37.5 },
    priorities: [
      { title: 'Hypertension', clinicalDirectorHours: 40, managerHours: 10 },
      { title: 'Isolated over-65s', clinicalDirectorHours: 20, opensOn: '2027-01-01' },
    ],
    ...change,
  })

  it('makes a first figure from three inputs', async () => {
    const network = await test.given.network()
    const { network: now } = await (await test.given.director(network)).mutate(startWorkload, inputOf(network))
    expect(now.capacity.slice(0, 3)).toEqual([
      {
        ...{ staffGroup: 'CLINICAL_DIRECTOR', yearMinutes: 21_000 },
        basis:
          '2 sessions of 4 hours 10 minutes a week in 42 weeks at work a year, spread evenly over twelve months. The weeks are our assumption.',
      },
      {
        ...{ staffGroup: 'NETWORK_MANAGER', yearMinutes: 94_500 },
        basis: '37.5 hours a week in 42 weeks at work a year, spread evenly over twelve months. The weeks are our assumption.',
      },
      { staffGroup: 'PRACTICE_MANAGER', yearMinutes: null, basis: null },
    ])
    expect(now.priorities).toEqual([
      {
        ...{ title: 'Hypertension', rank: 1, opensOn: '2026-04-01', closesOn: '2027-03-31' },
        minutes: [
          { staffGroup: 'CLINICAL_DIRECTOR', central: 2_400 },
          { staffGroup: 'NETWORK_MANAGER', central: 600 },
        ],
      },
      {
        ...{ title: 'Isolated over-65s', rank: 2, opensOn: '2027-01-01', closesOn: '2027-03-31' },
        minutes: [{ staffGroup: 'CLINICAL_DIRECTOR', central: 1_200 }],
      },
    ])
  })

  it('is for a network that has nothing of the year', async () => {
    const network = await test.given.network()
    const manager = await test.given.manager(network)
    await manager.mutate(startWorkload, inputOf(network))
    expect(await manager.mutate(startWorkload, inputOf(network))).toMatchObject({ __typename: 'WorkloadHasStarted' })
    const other = await test.given.network()
    const director = await test.given.director(other)
    await test.given.priority(director, other)
    expect(await director.mutate(startWorkload, inputOf(other))).toMatchObject({ __typename: 'WorkloadHasStarted' })
  })

  it('is refused whole when a priority cannot be so', async () => {
    const network = await test.given.network()
    const manager = await test.given.manager(network)
    const priorities = [
      { title: 'One', clinicalDirectorHours: 1 },
      { title: 'Two', clinicalDirectorHours: 1, opensOn: '2026-03-01' },
    ]
    expect(await manager.mutate(startWorkload, inputOf(network, { priorities }))).toMatchObject({
      __typename: 'WindowRefused',
      field: 'priorities.1',
    })
    expect(await manager.mutate(startWorkload, inputOf(network))).toMatchObject({ __typename: 'WorkloadStarted' })
  })

  it.each([
    ['no priorities', { priorities: [] }],
    ['less than no sessions', { clinicalDirectorSessionsAWeek: -1 }],
    ['too many hours', { managerHoursAWeek: 101 }],
  ])('cannot start with %s', async (_, change) => {
    const network = await test.given.network()
    expect(await (await test.given.manager(network)).codeOf(startWorkload, { input: inputOf(network, change) })).toBe('BAD_USER_INPUT')
  })

  it('is the network’s own', async () => {
    const network = await test.given.network()
    const input = inputOf(network)
    expect(await (await test.given.commissioner(network)).codeOf(startWorkload, { input })).toBe('FORBIDDEN')
    expect(await (await test.given.manager(await test.given.network())).codeOf(startWorkload, { input })).toBe('NOT_FOUND')
  })
})
