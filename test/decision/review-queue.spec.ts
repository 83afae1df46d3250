import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'
import { type Client } from '../support/client.js'
import { statementsOf } from '../support/statements.js'
import { decide, reviewQueue } from './operations.js'
import { Situation } from './situation.js'

describe('reviewQueue', () => {
  let test: TestApp
  let given: Situation
  beforeAll(async () => {
    test = await startApp()
  })
  beforeEach(async () => {
    given = await Situation.in(test)
  })
  afterAll(() => test.close())

  async function waiting(by: Client = given.commissioner, variables: object = {}): Promise<string[]> {
    const { reviewQueue: queue } = await by.query(reviewQueue, variables)
    const ids = queue.nodes.map((node: { occurrence: { id: string } }) => node.occurrence.id)
    expect(queue.count).toBe(ids.length)
    return ids
  }

  it('shows what was submitted, oldest first, with exactly what there is to decide on', async () => {
    const [first, second] = [given.occurrenceId('MAY', 1), given.occurrenceId('MAY', 2)]
    const { evidenceId, submissionId } = await given.shown(second)
    await given.shown(first)
    await given.recorded([second], { note: 'A draft' })
    const { reviewQueue: queue } = await given.commissioner.query(reviewQueue)
    expect(queue.count).toBe(2)
    expect(queue.nodes.map((node: { occurrence: { id: string } }) => node.occurrence.id)).toEqual([second, first])
    expect(queue.nodes[0]).toMatchObject({
      id: submissionId,
      automatic: false,
      evidence: [{ id: evidenceId }],
      item: { id: given.itemId('MAY') },
      network: { odsCode: given.network.code },
      decision: null,
    })
  })

  it('holds nothing that was only recorded', async () => {
    await given.recorded([given.occurrenceId('MAY')])
    expect(await waiting()).toEqual([])
  })

  it('lets go of what was decided', async () => {
    const occurrenceId = given.occurrenceId('MAY')
    await given.shown(occurrenceId)
    await given.commissioner.mutate(decide, { occurrenceIds: [occurrenceId], verdict: 'ACCEPTED' })
    expect(await waiting()).toEqual([])
  })

  it.each(['superseded', 'withdrawn'] as const)('lets go of what was %s, until it is submitted again', async (ended) => {
    const [occurrenceId, other] = [given.occurrenceId('MAY', 1), given.occurrenceId('MAY', 2)]
    const { evidenceId } = await given.shown(occurrenceId)
    await given.shown(other)
    await given[ended](evidenceId)
    expect(await waiting()).toEqual([other])
    await given.recorded([occurrenceId], { note: 'Another' })
    await given.submitted(occurrenceId)
    expect(await waiting()).toEqual([other, occurrenceId])
  })

  it('shows each occurrence once, by its last submission', async () => {
    const occurrenceId = given.occurrenceId('MAY')
    await given.shown(occurrenceId)
    await given.recorded([occurrenceId], { note: 'More' })
    const last = await given.submitted(occurrenceId)
    const { reviewQueue: queue } = await given.commissioner.query(reviewQueue)
    expect(queue.nodes.map((node: { id: string }) => node.id)).toEqual([last])
  })

  it("holds all the networks of the caller's ICBs, or those of one of them, and no other's", async () => {
    const other = await Situation.in(test)
    const [own, foreign] = [given.occurrenceId('MAY'), other.occurrenceId('MAY')]
    await given.shown(own)
    await other.shown(foreign)
    expect(await waiting()).toEqual([own])
    expect(await given.commissioner.codeOf(reviewQueue, { boardCode: other.network.boardCode })).toBe('NOT_FOUND')
    await test.given.membership(given.commissioner, 'commissioner', other.network.boardCode)
    expect(await waiting()).toEqual([own, foreign])
    expect(await waiting(given.commissioner, { boardCode: other.network.boardCode })).toEqual([foreign])
  })

  it('is read page by page', async () => {
    const ids = [1, 2, 3].map((ordinal) => given.occurrenceId('MAY', ordinal))
    for (const id of ids) await given.shown(id)
    const { reviewQueue: one } = await given.commissioner.query(reviewQueue, { first: 2 })
    const { reviewQueue: two } = await given.commissioner.query(reviewQueue, { first: 2, after: one.pageInfo.endCursor })
    expect([one, two].map((page) => page.nodes.map((node: { occurrence: { id: string } }) => node.occurrence.id))).toEqual([
      ids.slice(0, 2),
      ids.slice(2),
    ])
    expect([one, two].map((page) => [page.count, page.pageInfo.hasNextPage])).toEqual([
      [3, true],
      [3, false],
    ])
    const elsewhere = { after: one.pageInfo.endCursor, boardCode: given.network.boardCode }
    expect(await given.commissioner.codeOf(reviewQueue, elsewhere)).toBe('BAD_USER_INPUT')
    expect(await given.commissioner.codeOf(reviewQueue, { first: 501 })).toBe('BAD_USER_INPUT')
  })

  it('is for commissioners', async () => {
    expect(await given.manager.codeOf(reviewQueue)).toBe('FORBIDDEN')
    expect(await test.nobody.codeOf(reviewQueue)).toBe('UNAUTHENTICATED')
  })

  it('takes as many statements for many rows as for one', async () => {
    await given.shown(given.occurrenceId('MAY', 1))
    const forOne = await statementsOf(test, () => given.commissioner.query(reviewQueue))
    for (const ordinal of [2, 3]) await given.shown(given.occurrenceId('MAY', ordinal))
    const another = await Situation.in(test, given.network.boardCode)
    await another.shown(another.occurrenceId('MAY'))
    expect(await statementsOf(test, () => given.commissioner.query(reviewQueue))).toBe(forOne)
  })
})
