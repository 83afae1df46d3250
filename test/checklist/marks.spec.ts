import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'
import { type Client } from '../support/client.js'
import { trailOf } from '../support/trail.js'
import { endMark, itemOf, markBlocked, markNotApplicable, pursue, recordNotMet, reportEvent } from './operations.js'

describe('marks', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp({ today: '2026-11-21' })
  })
  afterAll(() => test.close())

  const marksOf = async (client: { query: TestApp['nobody']['query'] }, id: string) => (await client.query(itemOf, { id }))['node'].marks

  describe('markNotApplicable', () => {
    it('says why an item does not concern the network, from today', async () => {
      const { item, network, manager } = await test.given.openOccurrence()
      const result = await manager.mutate(markNotApplicable, { itemId: item.id, reason: 'No care home in our area.' })
      expect(result).toMatchObject({
        __typename: 'MarkRecorded',
        mark: {
          ...{ kind: 'NOT_APPLICABLE', reason: 'No care home in our area.', partner: null, startsOn: '2026-11-21', endsOn: null },
          ...{ recordedBy: { id: manager.personId }, supersededAt: null, supersededBy: null, occurrence: null },
        },
        item: { id: item.id, status: 'NOT_APPLICABLE', marks: [{ id: result['mark'].id }] },
      })
      const [entry] = await trailOf(test, network.code, 'item.mark')
      expect(entry).toMatchObject({
        actorId: manager.personId,
        subjectType: 'Mark',
        subjectId: result['mark'].id,
        details: { kind: 'NOT_APPLICABLE', itemId: item.id },
      })
      expect(JSON.stringify(entry)).not.toContain('care home')
    })

    it('can be about one occurrence', async () => {
      const { item, occurrence, manager } = await test.given.openOccurrence({ entry: { shownEvery: 'QUARTER' } })
      const result = await manager.mutate(markNotApplicable, {
        itemId: item.id,
        occurrenceId: occurrence.id,
        reason: 'Not in that quarter.',
      })
      expect(result['mark'].occurrence).toEqual({ id: occurrence.id })
    })

    it('replaces what was said before, and keeps it', async () => {
      const { item, manager } = await test.given.openOccurrence()
      const first = await manager.mutate(markNotApplicable, { itemId: item.id, reason: 'First' })
      const second = await manager.mutate(markNotApplicable, { itemId: item.id, reason: 'Second' })
      expect(await marksOf(manager, item.id)).toMatchObject([
        { id: second['mark'].id, reason: 'Second', supersededAt: null },
        { id: first['mark'].id, reason: 'First', supersededAt: second['mark'].recordedAt, supersededBy: { id: manager.personId } },
      ])
    })

    it('finds no occurrence of another item', async () => {
      const { item, network, manager } = await test.given.openOccurrence()
      const other = await test.given.item({}, { network, contractYear: '2024/25' })
      const input = { itemId: item.id, occurrenceId: other.item.occurrences[0]?.id, reason: 'Mixed up' }
      expect(await manager.codeOf(markNotApplicable, { input })).toBe('NOT_FOUND')
      expect(await marksOf(manager, item.id)).toEqual([])
    })
  })

  describe('markBlocked', () => {
    const said = { partner: 'The hospital trust', reason: 'No data yet.', startsOn: '2026-11-01' }

    it('names the partner, with dates', async () => {
      const { item, manager } = await test.given.openOccurrence()
      const result = await manager.mutate(markBlocked, { itemId: item.id, ...said, endsOn: '2026-12-31' })
      expect(result['mark']).toMatchObject({ kind: 'BLOCKED_BY_PARTNER', ...said, endsOn: '2026-12-31' })
      expect(result['item'].status).toBe('BLOCKED_BY_PARTNER')
    })

    it('replaces a block by the same partner only', async () => {
      const { item, manager } = await test.given.openOccurrence()
      await manager.mutate(markBlocked, { itemId: item.id, ...said })
      await manager.mutate(markBlocked, { itemId: item.id, ...said, partner: 'The council' })
      await manager.mutate(markBlocked, { itemId: item.id, ...said, reason: 'Still no data.' })
      const standing = (await marksOf(manager, item.id)).filter((mark: { supersededAt: string | null }) => mark.supersededAt === null)
      expect(standing.map((mark: { reason: string }) => mark.reason)).toEqual(['Still no data.', 'No data yet.'])
    })

    it('refuses an end before its start', async () => {
      const { item, manager } = await test.given.openOccurrence()
      const result = await manager.mutate(markBlocked, { itemId: item.id, ...said, endsOn: '2026-10-31' })
      expect(result).toMatchObject({ __typename: 'MarkEndsBeforeItStarts', field: 'endsOn', earliestDay: '2026-11-01' })
      expect(await marksOf(manager, item.id)).toEqual([])
    })

    it('needs a partner on one line', async () => {
      const { item, manager } = await test.given.openOccurrence()
      for (const partner of ['', 'a\nb', 'a'.repeat(201)]) {
        expect(await manager.codeOf(markBlocked, { input: { itemId: item.id, ...said, partner } })).toBe('BAD_USER_INPUT')
      }
    })
  })

  describe('recordNotMet', () => {
    it('closes one occurrence with a reason', async () => {
      const { item, occurrence, manager } = await test.given.openOccurrence()
      const result = await manager.mutate(recordNotMet, { occurrenceId: occurrence.id, reason: 'Nobody was there to do it.' })
      expect(result).toMatchObject({
        mark: { kind: 'NOT_MET', occurrence: { id: occurrence.id } },
        item: { id: item.id, status: 'NOT_MET' },
      })
    })

    it('finds no occurrence of another network', async () => {
      const { occurrence } = await test.given.openOccurrence()
      const stranger = await test.given.manager(await test.given.network())
      expect(await stranger.codeOf(recordNotMet, { input: { occurrenceId: occurrence.id, reason: 'Mine?' } })).toBe('NOT_FOUND')
    })
  })

  describe('pursue', () => {
    it('says that paid work is not gone for, and takes that back', async () => {
      const { item, network, manager } = await test.given.openOccurrence({ entry: { obligation: 'PAID' } })
      const not = await manager.mutate(pursue, { itemId: item.id, pursue: false, reason: 'It takes more than it brings.' })
      expect(not).toMatchObject({
        __typename: 'PursuitRecorded',
        pursued: false,
        item: { status: 'NOT_PURSUED', marks: [{ kind: 'NOT_PURSUED', reason: 'It takes more than it brings.' }] },
      })
      const again = await manager.mutate(pursue, { itemId: item.id, pursue: true })
      expect(again).toMatchObject({ pursued: true, item: { status: 'OPEN', marks: [] } })
      expect(await marksOf(manager, item.id)).toMatchObject([{ kind: 'NOT_PURSUED', supersededBy: { id: manager.personId } }])
      expect((await trailOf(test, network.code, 'item.pursue')).map((entry) => entry.details)).toEqual([
        { pursued: false },
        { pursued: true },
      ])
    })

    it.each(['GATE', 'UNPAID'] as const)('refuses work that is not paid for (%s)', async (obligation) => {
      const { item, manager } = await test.given.openOccurrence({ entry: { obligation } })
      const result = await manager.mutate(pursue, { itemId: item.id, pursue: false, reason: 'We would rather not.' })
      expect(result).toMatchObject({ __typename: 'OnlyPaidWorkIsOptional', field: 'itemId' })
      expect(await marksOf(manager, item.id)).toEqual([])
    })

    it('needs a reason for not', async () => {
      const { item, manager } = await test.given.openOccurrence({ entry: { obligation: 'PAID' } })
      expect(await manager.codeOf(pursue, { input: { itemId: item.id, pursue: false } })).toBe('BAD_USER_INPUT')
    })
  })

  describe('endMark', () => {
    it('takes a mark back and keeps who ended it and when', async () => {
      const { item, network, manager } = await test.given.openOccurrence()
      const director = await test.given.director(network)
      const { mark } = await manager.mutate(markNotApplicable, { itemId: item.id, reason: 'Wrong' })
      const result = await director.mutate(endMark, { markId: mark.id })
      expect(result).toMatchObject({
        __typename: 'MarkEnded',
        mark: { id: mark.id, reason: 'Wrong', supersededBy: { id: director.personId } },
        item: { status: 'OPEN', marks: [] },
      })
      expect(result['mark'].supersededAt > mark.recordedAt).toBe(true)
      expect(await trailOf(test, network.code, 'item.endMark')).toMatchObject([{ actorId: director.personId, subjectId: mark.id }])
    })

    it('refuses to end it twice, even at once', async () => {
      const { item, manager } = await test.given.openOccurrence()
      const { mark } = await manager.mutate(markNotApplicable, { itemId: item.id, reason: 'Wrong' })
      const results = await Promise.all([1, 2].map(() => manager.mutate(endMark, { markId: mark.id })))
      expect(results.map((result) => result['__typename']).sort()).toEqual(['MarkAlreadyEnded', 'MarkEnded'])
    })

    it('finds no mark of another network', async () => {
      const { item, manager } = await test.given.openOccurrence()
      const { mark } = await manager.mutate(markNotApplicable, { itemId: item.id, reason: 'Ours' })
      const stranger = await test.given.manager(await test.given.network())
      expect(await stranger.codeOf(endMark, { input: { markId: mark.id } })).toBe('NOT_FOUND')
    })
  })

  it('are the board’s commissioners’ to make on the board’s own checklist', async () => {
    const network = await test.given.network()
    const checklist = await test.given.checklist(network.boardCode)
    const commissioner = await test.given.commissioner(network)
    const result = await commissioner.mutate(markNotApplicable, { itemId: checklist.items[0]?.id, reason: 'Done by another board.' })
    expect(result['__typename']).toBe('MarkRecorded')
  })

  it('are made by who runs the network, and nobody else', async () => {
    const { item, occurrence, network, manager } = await test.given.openOccurrence({ entry: { obligation: 'PAID' } })
    const { mark } = await manager.mutate(markNotApplicable, { itemId: item.id, reason: 'Ours' })
    const stranger = await test.given.manager(await test.given.network())
    const member = await test.given.person('practice-member', network.practiceCodes[0] ?? '')
    const commissioner = await test.given.commissioner(network)
    const attempts: [string, object][] = [
      [markNotApplicable, { itemId: item.id, reason: 'Mine?' }],
      [markBlocked, { itemId: item.id, reason: 'Mine?', partner: 'Who', startsOn: '2026-11-01' }],
      [recordNotMet, { occurrenceId: occurrence.id, reason: 'Mine?' }],
      [pursue, { itemId: item.id, pursue: false, reason: 'Mine?' }],
      [endMark, { markId: mark.id }],
    ]
    for (const [mutation, input] of attempts) {
      expect(await stranger.codeOf(mutation, { input })).toBe('NOT_FOUND')
      expect(await commissioner.codeOf(mutation, { input })).toBe('NOT_FOUND')
      expect(await member.codeOf(mutation, { input })).toBe('FORBIDDEN')
      expect(await test.nobody.codeOf(mutation, { input })).toBe('UNAUTHENTICATED')
    }
    expect(await marksOf(manager, item.id)).toHaveLength(1)
  })

  it('give the first answer again under the same key', async () => {
    const { item, manager } = await test.given.openOccurrence()
    const input = { itemId: item.id, reason: 'Once', idempotencyKey: 'mark-once' }
    const first = await manager.mutate(markNotApplicable, input)
    const second = await manager.mutate(markNotApplicable, input)
    expect(second['mark']).toEqual(first['mark'])
    expect(await marksOf(manager, item.id)).toHaveLength(1)
  })

  it('are read by those who work with the item, and not by those who only count', async () => {
    const { item, network } = await test.given.item({ shownEvery: 'EVENT', dueOn: null, dueDays: 5 })
    const manager = await test.given.manager(network)
    await manager.mutate(markBlocked, { itemId: item.id, partner: 'The supplier', reason: 'Their system is down', startsOn: '2026-11-01' })
    await manager.mutate(reportEvent, { itemId: item.id, happenedOn: '2026-11-10', note: 'A practice left' })
    const said = async (client: Client) => {
      const { data } = await client.send(itemOf, { id: item.id })
      const { marks, events, occurrences } = data?.['node'] as Record<'marks' | 'events' | 'occurrences', unknown[]>
      return [marks.length, events.length, occurrences.length]
    }
    expect(await said(manager)).toEqual([1, 1, 1])
    expect(await said(await test.given.commissioner(network))).toEqual([1, 1, 1])
    const viewer = await test.given.person('national-viewer', 'ENGLAND')
    expect(await said(viewer)).toEqual([0, 0, 1])
    await test.given.membership(viewer, 'network-manager', (await test.given.network()).code)
    expect(await said(viewer)).toEqual([0, 0, 1])
  })
})
