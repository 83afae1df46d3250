import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { LocalDayEntity } from '../../src/checklist/checklist.entity.js'
import { startApp, type TestApp } from '../support/app.js'
import { type NetworkGiven } from '../support/given.js'
import { trailOf } from '../support/trail.js'
import { itemOf, localDeadlines, setLocalDay, setLocalDays } from './operations.js'

describe('setLocalDay', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp()
  })
  afterAll(() => test.close())

  const quarterly = { code: 'L-1', shownEvery: 'QUARTER' } as const

  /** Two networks of one board on the same edition. */
  async function boardWithTwo(): Promise<{ one: NetworkGiven; itemIds: string[] }> {
    const one = await test.given.network()
    const two = await test.given.network({ boardCode: one.boardCode })
    const first = await test.given.checklist(one, { entries: [quarterly, { code: 'L-2', shownEvery: 'EVENT' }] })
    const second = await test.given.checklist(two, { entries: [quarterly] })
    return { one, itemIds: [first.item('L-1').id, second.item('L-1').id] }
  }

  const input = (boardCode: string, more: object = {}) => ({
    boardCode,
    requirementCode: 'L-1',
    contractYear: '2026/27',
    ordinal: 3,
    dueOn: '2026-12-11',
    ...more,
  })

  it('sets a day for every network the board leads, whichever edition its checklist rests on', async () => {
    const { one, itemIds } = await boardWithTwo()
    const commissioner = await test.given.commissioner(one)
    const manager = await test.given.manager(one)
    const result = await commissioner.mutate(setLocalDay, input(one.boardCode))
    expect(result).toEqual({
      __typename: 'LocalDaySet',
      boardCode: one.boardCode,
      requirementCode: 'L-1',
      ordinal: 3,
      dueOn: '2026-12-11',
      networks: 2,
    })
    for (const id of itemIds) {
      const { node } = await commissioner.query(itemOf.replace('assignee { id }', ''), { id })
      expect(node.occurrences).toEqual([1, 2, 3, 4].map((ordinal) => ({ ordinal, localDueOn: ordinal === 3 ? '2026-12-11' : null })))
    }
    expect((await manager.query(itemOf, { id: itemIds[0] }))['node'].occurrences[2].localDueOn).toBe('2026-12-11')
    expect(await trailOf(test, one.boardCode, 'localDay.set')).toMatchObject([
      { actorId: commissioner.personId, details: { requirementCode: 'L-1', contractYear: '2026/27', ordinal: 3, dueOn: '2026-12-11' } },
    ])
  })

  it('makes what is still owed past the ICB’s day say so, and moves no national day', async () => {
    const { one, itemIds } = await boardWithTwo()
    const commissioner = await test.given.commissioner(one)
    const manager = await test.given.manager(one)
    // The first quarter's national day has passed: it is that one the item is late with.
    const late = (await manager.query(itemOf, { id: itemIds[0] }))['node']
    expect(late).toMatchObject({ status: 'OVERDUE', nextDueOn: '2026-06-30', localDueOn: null, pastLocalDay: false })
    await commissioner.mutate(setLocalDay, input(one.boardCode, { ordinal: 1, dueOn: '2026-06-15' }))
    const found = (await manager.query(itemOf, { id: itemIds[0] }))['node']
    expect(found).toMatchObject({ status: 'OVERDUE', nextDueOn: '2026-06-30', localDueOn: '2026-06-15', pastLocalDay: false })
    const yearly = await test.given.item({ code: 'L-3' }, { network: await test.given.network({ boardCode: one.boardCode }) })
    await commissioner.mutate(setLocalDay, input(one.boardCode, { requirementCode: 'L-3', ordinal: 1, dueOn: '2026-11-20' }))
    const open = (await commissioner.query(itemOf, { id: yearly.item.id }))['node']
    expect(open).toMatchObject({ status: 'OPEN', nextDueOn: '2027-03-31', localDueOn: '2026-11-20', pastLocalDay: true })
  })

  it('is not for the networks of another board', async () => {
    const { one } = await boardWithTwo()
    const other = await boardWithTwo()
    await (await test.given.commissioner(one)).mutate(setLocalDay, input(one.boardCode))
    const manager = await test.given.manager(other.one)
    const { node } = await manager.query(itemOf, { id: other.itemIds[0] })
    expect(node.occurrences.map((occurrence: { localDueOn: string | null }) => occurrence.localDueOn)).toEqual([null, null, null, null])
  })

  it('moves and takes back a day, and keeps what was', async () => {
    const { one, itemIds } = await boardWithTwo()
    const commissioner = await test.given.commissioner(one)
    await commissioner.mutate(setLocalDay, input(one.boardCode))
    await commissioner.mutate(setLocalDay, input(one.boardCode, { dueOn: '2026-12-18' }))
    const day = async () => (await commissioner.query(itemOf, { id: itemIds[1] }))['node'].occurrences[2].localDueOn
    expect(await day()).toBe('2026-12-18')
    expect(await commissioner.mutate(setLocalDay, input(one.boardCode, { dueOn: null }))).toMatchObject({ dueOn: null })
    expect(await day()).toBeNull()
    const rows = await test.given.database.manager.find(LocalDayEntity, {
      where: { boardCode: one.boardCode },
      order: { recordedAt: 'ASC' },
    })
    expect([...new Set(rows.map(({ dueOn }) => dueOn))]).toEqual(['2026-12-11', '2026-12-18'])
    expect(rows.filter(({ supersededAt }) => supersededAt === null)).toEqual([])
  })

  it.each([
    ['an occurrence there is not', { ordinal: 5 }, [1, 2, 3, 4]],
    ['a requirement that falls due on events', { requirementCode: 'L-2', ordinal: 1 }, []],
  ])('refuses %s', async (_, wrong, ordinals) => {
    const { one } = await boardWithTwo()
    const commissioner = await test.given.commissioner(one)
    const result = await commissioner.mutate(setLocalDay, input(one.boardCode, wrong))
    expect(result).toMatchObject({ __typename: 'NoSuchOccurrence', field: 'ordinal', ordinals })
  })

  it.each(['2025-03-31', '2028-04-01', '9999-12-31'])(
    'refuses %s, which is far from the contract year, alone and among many',
    async (dueOn) => {
      const { one } = await boardWithTwo()
      const commissioner = await test.given.commissioner(one)
      const refusal = { __typename: 'LocalDayFarOff', message: 'A day of 2026/27 must be from 2025-04-01 to 2028-03-31.' }
      expect(await commissioner.mutate(setLocalDay, input(one.boardCode, { dueOn }))).toMatchObject({ ...refusal, field: 'dueOn' })
      const days = ['2026-06-15', dueOn].map((day, index) => ({ requirementCode: 'L-1', ordinal: index + 1, dueOn: day }))
      const all = await commissioner.mutate(setLocalDays, { boardCode: one.boardCode, contractYear: '2026/27', days })
      expect(all).toMatchObject({ ...refusal, field: 'days.1.dueOn' })
      expect(await trailOf(test, one.boardCode, 'localDay.set')).toEqual([])
    },
  )

  it.each([
    ['a code the catalogue has not', { requirementCode: 'L-9' }, 'NOT_FOUND'],
    ['a year it has not', { contractYear: '2030/31' }, 'NOT_FOUND'],
    ['what is no year', { contractYear: '2026' }, 'BAD_USER_INPUT'],
    ['what is no day', { dueOn: '2026-02-30' }, 'BAD_USER_INPUT'],
  ])('knows no %s', async (_, wrong, code) => {
    const { one } = await boardWithTwo()
    const commissioner = await test.given.commissioner(one)
    expect(await commissioner.codeOf(setLocalDay, { input: input(one.boardCode, wrong) })).toBe(code)
  })

  it('is for the board’s own commissioners', async () => {
    const { one } = await boardWithTwo()
    const stranger = await test.given.commissioner(await test.given.network())
    expect(await stranger.codeOf(setLocalDay, { input: input(one.boardCode) })).toBe('NOT_FOUND')
    const manager = await test.given.manager(one)
    expect(await manager.codeOf(setLocalDay, { input: input(one.boardCode) })).toBe('FORBIDDEN')
  })

  describe('for many at once', () => {
    const days = (...dueOn: (string | null)[]) => dueOn.map((day, index) => ({ requirementCode: 'L-1', ordinal: index + 1, dueOn: day }))

    it('sets each of them, takes some back, and is told back with the national days', async () => {
      const { one } = await boardWithTwo()
      const commissioner = await test.given.commissioner(one)
      const set = (some: object[]) => commissioner.mutate(setLocalDays, { boardCode: one.boardCode, contractYear: '2026/27', days: some })
      expect(await set(days('2026-06-15', '2026-09-15', '2026-12-15'))).toMatchObject({
        ...{ __typename: 'LocalDaysSet', boardCode: one.boardCode },
        days: [{ dueOn: '2026-06-15', networks: 2 }, { dueOn: '2026-09-15' }, { dueOn: '2026-12-15' }],
      })
      await set(days('2026-06-15', null))
      const { integratedCareBoard } = await commissioner.query(localDeadlines, { code: one.boardCode })
      expect(integratedCareBoard.localDeadlines).toEqual([
        { contractYear: '2026/27', requirementCode: 'L-1', ordinal: 1, dueOn: '2026-06-30', localDueOn: '2026-06-15' },
        { contractYear: '2026/27', requirementCode: 'L-1', ordinal: 2, dueOn: '2026-09-30', localDueOn: null },
        { contractYear: '2026/27', requirementCode: 'L-1', ordinal: 3, dueOn: '2026-12-31', localDueOn: '2026-12-15' },
        { contractYear: '2026/27', requirementCode: 'L-1', ordinal: 4, dueOn: '2027-03-31', localDueOn: null },
      ])
      expect((await trailOf(test, one.boardCode, 'localDay.set')).length).toBe(5)
    })

    it('is all or nothing, and says which of them there is not', async () => {
      const { one, itemIds } = await boardWithTwo()
      const commissioner = await test.given.commissioner(one)
      const wrong = [...days('2026-06-15'), { requirementCode: 'L-1', ordinal: 5, dueOn: '2026-06-15' }]
      const input = { boardCode: one.boardCode, contractYear: '2026/27', days: wrong }
      expect(await commissioner.mutate(setLocalDays, input)).toMatchObject({
        ...{ __typename: 'NoSuchOccurrence', field: 'days.1.ordinal', ordinals: [1, 2, 3, 4] },
      })
      const { node } = await commissioner.query(itemOf.replace('assignee { id }', ''), { id: itemIds[0] })
      expect(node.occurrences[0].localDueOn).toBeNull()
      expect(await commissioner.codeOf(setLocalDays, { input: { ...input, days: [] } })).toBe('BAD_USER_INPUT')
      const twice = [...days('2026-06-15'), ...days('2026-06-16')]
      const { errors } = await commissioner.send(setLocalDays, { input: { ...input, days: twice } })
      expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', problems: [{ message: 'The day of L-1 is given twice.' }] })
    })

    it('is for the board’s own commissioners', async () => {
      const { one } = await boardWithTwo()
      const input = { boardCode: one.boardCode, contractYear: '2026/27', days: days('2026-06-15') }
      const stranger = await test.given.commissioner(await test.given.network())
      expect(await stranger.codeOf(setLocalDays, { input })).toBe('NOT_FOUND')
      expect(await (await test.given.manager(one)).codeOf(setLocalDays, { input })).toBe('FORBIDDEN')
      const viewer = await test.given.person('national-viewer', 'ENGLAND')
      const { data, errors } = await viewer.send(localDeadlines, { code: one.boardCode })
      expect([data, errors.map(({ extensions }) => extensions['code'])]).toEqual([
        { integratedCareBoard: { localDeadlines: null } },
        ['FORBIDDEN'],
      ])
    })
  })
})
