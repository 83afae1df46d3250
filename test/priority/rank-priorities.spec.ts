import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { startApp, type TestApp } from '../support/app.js'
import { type Client } from '../support/client.js'
import { type NetworkGiven } from '../support/given.js'

const rankPriorities = /* GraphQL */ `
  mutation ($input: RankPrioritiesInput!) {
    rankPriorities(input: $input) {
      __typename
      ... on PrioritiesRanked {
        priorityIds
      }
      ... on Refusal {
        field
        message
      }
      ... on RankingRefused {
        missing
        unknown
        repeated
      }
    }
  }
`

describe('rankPriorities', () => {
  let test: TestApp
  let network: NetworkGiven
  let manager: Client
  let ids: string[]
  beforeAll(async () => {
    test = await startApp()
    network = await test.given.network()
    manager = await test.given.manager(network)
    ids = [
      await test.given.priority(manager, network),
      await test.given.priority(manager, network),
      await test.given.priority(manager, network),
    ]
  })
  afterAll(() => test.close())

  const rank = (priorityIds: readonly unknown[], by = manager) =>
    by.mutate(rankPriorities, { networkCode: network.code, contractYear: '2026/27', priorityIds })
  const ranks = async () => {
    const answer = await manager.query(`{ network(odsCode: "${network.code}") {
      priorities(contractYear: "2026/27") { id rank }
      priorityRankings(contractYear: "2026/27") { priorityIds recordedBy { id } recordedAt }
    } }`)
    return answer['network']
  }

  it('puts them in order and keeps the orders before', async () => {
    const [a, b, c] = ids
    expect(await rank([c, a, b])).toEqual({ __typename: 'PrioritiesRanked', priorityIds: [c, a, b] })
    await rank([b, c, a])
    const { priorities, priorityRankings } = await ranks()
    expect(priorities).toEqual([
      { id: b, rank: 1 },
      { id: c, rank: 2 },
      { id: a, rank: 3 },
    ])
    expect(priorityRankings.slice(0, 2)).toMatchObject([
      { priorityIds: [b, c, a], recordedBy: { id: manager.personId } },
      { priorityIds: [c, a, b] },
    ])
  })

  it('refuses ties, gaps and strangers, and says which', async () => {
    const [a, b, c] = ids
    const stranger = randomUUID()
    expect(await rank([a, b])).toMatchObject({
      __typename: 'RankingRefused',
      field: 'priorityIds',
      missing: [c],
      unknown: [],
      repeated: [],
    })
    expect(await rank([a, b, c, a])).toMatchObject({ missing: [], unknown: [], repeated: [a] })
    expect(await rank([a, b, c, stranger])).toMatchObject({ missing: [], unknown: [stranger], repeated: [] })
    const other = await test.given.network()
    const theirs = await test.given.priority(await test.given.manager(other), other)
    expect(await rank([a, b, c, theirs])).toMatchObject({ unknown: [theirs] })
    const lastYear = await test.given.priority(manager, network, { contractYear: '2025/26', opensOn: '2025-04-01', closesOn: '2025-05-01' })
    expect(await rank([a, b, c, lastYear])).toMatchObject({ unknown: [lastYear] })
  })

  it('leaves out what has ended, which keeps its place', async () => {
    const [a, b, c] = ids
    await rank([a, b, c])
    const close = 'mutation ($input: ClosePriorityInput!) { closePriority(input: $input) { __typename } }'
    await manager.mutate(close, { priorityId: b, outcome: 'ACHIEVED', reason: 'Done.' })
    expect((await ranks()).priorities).toEqual([
      { id: a, rank: 1 },
      { id: b, rank: null },
      { id: c, rank: 2 },
    ])
    expect(await rank([a, b, c])).toMatchObject({ __typename: 'RankingRefused', unknown: [b] })
    expect(await rank([c, a])).toMatchObject({ __typename: 'PrioritiesRanked' })
  })

  it('is the network’s own', async () => {
    const stranger = await test.given.manager(await test.given.network())
    const input = { networkCode: network.code, contractYear: '2026/27', priorityIds: ids }
    expect(await stranger.codeOf(rankPriorities, { input })).toBe('NOT_FOUND')
    expect(await (await test.given.commissioner(network)).codeOf(rankPriorities, { input })).toBe('FORBIDDEN')
  })
})
