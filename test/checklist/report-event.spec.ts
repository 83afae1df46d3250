import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'
import { trailOf } from '../support/trail.js'
import { itemOf, reportEvent } from './operations.js'

describe('reportEvent', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp({ today: '2026-11-21' })
  })
  afterAll(() => test.close())

  const onEvent = { shownEvery: 'EVENT', fallsDue: 'ON_EVENT', dueDays: 28 } as const

  it('makes an occurrence due so many days after the event', async () => {
    const { item, network } = await test.given.item(onEvent)
    const manager = await test.given.manager(network)
    const result = await manager.mutate(reportEvent, {
      itemId: item.id,
      happenedOn: '2026-11-20',
      note: ' A practice told us it leaves.\r\nBy post. ',
    })
    expect(result).toMatchObject({
      __typename: 'EventReported',
      event: { happenedOn: '2026-11-20', note: 'A practice told us it leaves.\nBy post.', recordedBy: { id: manager.personId } },
      occurrence: { ordinal: 1, periodFrom: '2026-11-20', periodTo: null, opensOn: '2026-11-20', dueOn: '2026-12-18', dueBasis: 'STATED' },
      item: { id: item.id, status: 'OPEN', nextDueOn: '2026-12-18', occurrences: [{ ordinal: 1 }], events: [{ happenedOn: '2026-11-20' }] },
    })
    expect(result['occurrence'].event).toEqual({ note: 'A practice told us it leaves.\nBy post.' })
    expect(await trailOf(test, network.code, 'item.reportEvent')).toMatchObject([
      {
        ...{ actorId: manager.personId, subjectType: 'ChecklistEvent', subjectId: result['event'].id },
        details: { itemId: item.id, happenedOn: '2026-11-20', dueOn: '2026-12-18', occurrenceId: result['occurrence'].id },
      },
    ])
  })

  it('has no deadline where none is stated, and counts on', async () => {
    const { item, network } = await test.given.item({ ...onEvent, dueDays: null })
    const manager = await test.given.manager(network)
    for (const [ordinal, happenedOn] of [
      [1, '2026-11-21'],
      [2, '2026-06-01'],
    ]) {
      const result = await manager.mutate(reportEvent, { itemId: item.id, happenedOn, note: 'Again' })
      expect(result['occurrence']).toMatchObject({ ordinal, dueOn: null, dueBasis: 'NO_DEADLINE' })
    }
  })

  it('keeps two reports at the same time apart', async () => {
    const { item, network } = await test.given.item(onEvent)
    const manager = await test.given.manager(network)
    const input = { itemId: item.id, happenedOn: '2026-11-01', note: 'At once' }
    const results = await Promise.all([1, 2, 3].map(() => manager.mutate(reportEvent, input)))
    expect(results.map((result) => result['occurrence'].ordinal).sort()).toEqual([1, 2, 3])
  })

  it('changes nothing when sent again with the same key', async () => {
    const { item, network } = await test.given.item(onEvent)
    const manager = await test.given.manager(network)
    const input = { itemId: item.id, happenedOn: '2026-11-01', note: 'Once', idempotencyKey: 'one' }
    const first = await manager.mutate(reportEvent, input)
    expect(await manager.mutate(reportEvent, input)).toEqual(first)
    expect(first['item'].events).toHaveLength(1)
    expect(await manager.codeOf(reportEvent, { input: { ...input, note: 'Other' } })).toBe('CONFLICT')
  })

  it('refuses a day that has not come', async () => {
    const { item, network } = await test.given.item(onEvent)
    const manager = await test.given.manager(network)
    const result = await manager.mutate(reportEvent, { itemId: item.id, happenedOn: '2026-11-22', note: 'Tomorrow' })
    expect(result).toMatchObject({ __typename: 'EventInFuture', field: 'happenedOn', latestDay: '2026-11-21' })
    expect((await manager.query(itemOf, { id: item.id }))['node'].events).toEqual([])
    expect(await trailOf(test, network.code, 'item.reportEvent')).toEqual([])
  })

  it('refuses what falls due by the calendar', async () => {
    const { item, network } = await test.given.item({ shownEvery: 'YEAR' })
    const manager = await test.given.manager(network)
    const result = await manager.mutate(reportEvent, { itemId: item.id, happenedOn: '2026-11-01', note: 'Why not' })
    expect(result).toMatchObject({ __typename: 'NotOnEvent', field: 'itemId' })
  })

  it.each([
    ['an empty note', { note: '  ' }, 'input.note'],
    ['a note of 2,001 characters', { note: 'a'.repeat(2001) }, 'input.note'],
    ['control characters', { note: 'a\u0007b' }, 'input.note'],
    ['what is no id', { itemId: 'x' }, 'input.itemId'],
    ['a key of 65 characters', { idempotencyKey: 'a'.repeat(65) }, 'input.idempotencyKey'],
  ])('cannot be sent with %s', async (_, wrong, field) => {
    const { item, network } = await test.given.item(onEvent)
    const manager = await test.given.manager(network)
    const { errors } = await manager.send(reportEvent, { input: { itemId: item.id, happenedOn: '2026-11-01', note: 'Fine', ...wrong } })
    const { code, problems } = errors[0]?.extensions as { code: string; problems: { field: string }[] }
    expect([code, problems.map((problem) => problem.field.split('.').at(-1))]).toEqual(['BAD_USER_INPUT', [field.split('.').at(-1)]])
  })

  it('finds no item of another network', async () => {
    const { item } = await test.given.item(onEvent)
    const stranger = await test.given.manager(await test.given.network())
    expect(await stranger.codeOf(reportEvent, { input: { itemId: item.id, happenedOn: '2026-11-01', note: 'Mine?' } })).toBe('NOT_FOUND')
  })

  it('is not for practice staff, nor for a commissioner on a network’s checklist', async () => {
    const { item, network } = await test.given.item(onEvent)
    const input = { itemId: item.id, happenedOn: '2026-11-01', note: 'Mine?' }
    const member = await test.given.person('practice-member', network.practiceCodes[0] ?? '')
    expect(await member.codeOf(reportEvent, { input })).toBe('FORBIDDEN')
    const commissioner = await test.given.commissioner(network)
    expect(await commissioner.codeOf(reportEvent, { input })).toBe('NOT_FOUND')
    expect(await test.nobody.codeOf(reportEvent, { input })).toBe('UNAUTHENTICATED')
  })
})
