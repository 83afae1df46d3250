import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'
import { trailOf } from '../support/trail.js'
import { recordRequest } from './operations.js'
import { Situation } from './situation.js'

const plan = {
  ...{ contractYear: '2026/27', title: 'Winter resilience plan', what: 'A plan for winter.', why: 'Pressure on beds.' },
  ...{
    askedBy: 'Head of primary care, Brackenmere ICB',
    askerKind: 'ICB',
    receivedOn: '2026-11-02',
    dueOn: '2026-12-18',
    nature: 'REPORT',
  },
}
const director = (central: number, more: object = {}) => [{ staffGroup: 'CLINICAL_DIRECTOR', minutes: { central, ...more } }]

describe('recordRequest', () => {
  let test: TestApp
  let given: Situation
  beforeAll(async () => {
    test = await startApp()
    await test.given.specification([{ code: 'REQ-1' }])
  })
  beforeEach(async () => {
    given = await Situation.in(test)
  })
  afterAll(() => test.close())

  const ask = (more: object = {}) => ({ ...plan, networkCodes: [given.one.code], ...more })

  it('records what was asked, from whom, by when and what it takes', async () => {
    const minutes = [...director(180, { low: 120, high: 300 }), { staffGroup: 'NETWORK_MANAGER' }]
    const result = await given.manager.mutate(
      recordRequest,
      ask({ minutes, clause: { clause: 'FOUND', requirementCode: 'REQ-1', paragraph: '8.1' } }),
    )
    expect(result).toMatchObject({
      __typename: 'RequestRecorded',
      request: {
        ...plan,
        ...{
          lmcCode: null,
          obligation: 'UNPAID',
          timing: 'FLOATING',
          opensOn: '2026-11-02',
          closesOn: '2026-12-18',
          firstMonth: 7,
          lastMonth: 8,
        },
        minutes: [
          { staffGroup: 'CLINICAL_DIRECTOR', minutes: { low: 120, central: 180, high: 300 } },
          { staffGroup: 'NETWORK_MANAGER', minutes: null },
        ],
        ...{ networksAsked: 1, networks: [{ odsCode: given.one.code, answered: false }], withdrawal: null },
      },
    })
    expect(await given.only(given.director, given.one)).toMatchObject({
      ...{
        code: 'R-1',
        standing: 'UNANSWERED',
        clause: 'FOUND',
        clauseBy: 'RECORDER',
        requirementCode: 'REQ-1',
        paragraph: '8.1',
        answer: null,
      },
    })
  })

  it('keeps unknown what nobody said', async () => {
    const { request } = await given.manager.mutate(recordRequest, ask({ why: null, dueOn: null }))
    expect(request).toMatchObject({ why: null, dueOn: null, minutes: null, closesOn: '2027-03-31' })
    expect(await given.only(given.manager, given.one)).toMatchObject({ clause: 'NOT_LOOKED', minutes: null })
  })

  it('can be what recurs, over months of the year', async () => {
    const more = { timing: 'LEVELLED', opensOn: '2026-06-01', closesOn: '2027-03-31', minutes: director(100_000), obligation: 'PAID' }
    const { request } = await given.manager.mutate(recordRequest, ask({ ...more, dueOn: null }))
    expect(request).toMatchObject({ timing: 'LEVELLED', obligation: 'PAID', firstMonth: 2, lastMonth: 11 })
  })

  it('is one request when the LMC records it for many networks', async () => {
    const networkCodes = [given.one.code, given.two.code]
    const result = await given.lmc.mutate(recordRequest, ask({ networkCodes, lmcCode: given.lmcCode, clause: { clause: 'NOT_FOUND' } }))
    expect(result['request']).toMatchObject({ lmcCode: given.lmcCode, networksAsked: 2 })
    const [here, there] = [await given.only(given.director, given.one), await given.only(given.otherDirector, given.two)]
    expect([here, there]).toMatchObject([
      { code: 'R-1', clause: 'NOT_FOUND', clauseBy: 'LMC' },
      { code: 'R-1', clause: 'NOT_FOUND', clauseBy: 'LMC' },
    ])
    expect(here['request'].id).toBe(there['request'].id)
  })

  it('numbers each network’s requests for itself', async () => {
    await given.manager.mutate(recordRequest, ask())
    await given.forBoth()
    const codes = async (by: typeof given.director, network: typeof given.one) =>
      (await given.seen(by, network)).map(({ code }) => code as string)
    expect(await codes(given.director, given.one)).toEqual(['R-2', 'R-1'])
    expect(await codes(given.otherDirector, given.two)).toEqual(['R-1'])
  })

  it('numbers requests recorded at once without a gap', async () => {
    await Promise.all([1, 2, 3, 4, 5].map((number) => given.manager.mutate(recordRequest, ask({ title: `Ask ${number}` }))))
    expect((await given.seen(given.manager, given.one)).map(({ code }) => code as string)).toEqual(['R-5', 'R-4', 'R-3', 'R-2', 'R-1'])
  })

  it('can be recorded for several networks of one’s own, and by practice staff for theirs', async () => {
    await test.given.membership(given.manager, 'network-manager', given.two.code)
    const both = await given.manager.mutate(recordRequest, ask({ networkCodes: [given.two.code, given.one.code] }))
    expect(both['request'].networks).toHaveLength(2)
    const member = await test.given.person('practice-member', given.one.practiceCodes[0] ?? '')
    expect(await member.mutate(recordRequest, ask())).toMatchObject({ __typename: 'RequestRecorded' })
  })

  it('may name a staff group of the network’s own, where all that are asked have it', async () => {
    const added = await given.manager.mutate(
      'mutation ($input: AddStaffGroupInput!) { addStaffGroup(input: $input) { ... on StaffGroupAdded { staffGroup { code } } } }',
      { networkCode: given.one.code, name: 'Care coordinators', under: 'CLINICIAN' },
    )
    const minutes = [{ staffGroup: added['staffGroup'].code, minutes: { central: 30 } }]
    expect(await given.manager.mutate(recordRequest, ask({ minutes }))).toMatchObject({ __typename: 'RequestRecorded' })
    const forLmc = await given.lmc.mutate(recordRequest, ask({ minutes, lmcCode: given.lmcCode }))
    expect(forLmc).toMatchObject({ __typename: 'StaffGroupUnknown', staffGroups: expect.not.arrayContaining(['CARE_COORDINATORS']) })
  })

  it.each<[string, object, string, string]>([
    ['a day that has not come', { receivedOn: '2026-11-22', dueOn: null }, 'RequestReceivedInFuture', 'receivedOn'],
    ['a due day before it came', { dueOn: '2026-11-01' }, 'WindowRefused', 'dueOn'],
    ['a window outside the year', { closesOn: '2027-04-01' }, 'WindowRefused', 'closesOn'],
    ['a window backwards', { opensOn: '2026-12-02', closesOn: '2026-12-01' }, 'WindowRefused', 'closesOn'],
    ['negative minutes', { minutes: director(-1) }, 'MinutesRefused', 'minutes.0.minutes.central'],
    ['more than 10,000 minutes a month', { minutes: director(20_001) }, 'MinutesRefused', 'minutes.0.minutes.central'],
    ['a staff group twice', { minutes: [...director(1), ...director(1)] }, 'GivenTwice', 'minutes.1.staffGroup'],
    ['a staff group there is not', { minutes: [{ staffGroup: 'PORTER' }] }, 'StaffGroupUnknown', 'minutes.0.staffGroup'],
    ['a clause without its place', { clause: { clause: 'FOUND' } }, 'ClauseRefused', 'clause'],
    ['a place without a clause', { clause: { clause: 'NOT_FOUND', paragraph: '8.1' } }, 'ClauseRefused', 'clause'],
    [
      'a requirement there is not',
      { clause: { clause: 'FOUND', requirementCode: 'REQ-9' } },
      'ClauseNotInSpecification',
      'clause.requirementCode',
    ],
  ])('refuses %s, and keeps nothing', async (_, more, __typename, field) => {
    expect(await given.manager.mutate(recordRequest, ask(more))).toMatchObject({ __typename, field })
    expect(await given.seen(given.manager, given.one)).toEqual([])
    expect(await trailOf(test, given.one.code, 'request.record')).toEqual([])
  })

  it.each<[string, object]>([
    ['no network', { networkCodes: [] }],
    ['a network twice', { networkCodes: ['UX0001', 'UX0001'] }],
    ['half minutes', { minutes: director(1.5) }],
    ['no title', { title: ' ' }],
    ['a year there cannot be', { contractYear: '2026/28' }],
  ])('cannot be sent with %s', async (_, more) => {
    expect(await given.manager.codeOf(recordRequest, { input: ask(more) })).toBe('BAD_USER_INPUT')
  })

  it('answers a retry with the same request', async () => {
    const input = ask({ idempotencyKey: 'once' })
    expect(await given.manager.mutate(recordRequest, input)).toEqual(await given.manager.mutate(recordRequest, input))
    expect(await given.seen(given.manager, given.one)).toHaveLength(1)
    expect(await given.manager.codeOf(recordRequest, { input: { ...input, title: 'Another' } })).toBe('CONFLICT')
  })

  it('is for one’s own networks, and an LMC for those it covers, whether or not there is such a network', async () => {
    const { one, two, elsewhere, lmcCode } = given
    const recorded = (by: typeof given.lmc, codes: string[], more: object = {}) =>
      by.codeOf(recordRequest, { input: ask({ networkCodes: codes, ...more }) })
    expect(await recorded(given.manager, [two.code])).toBe('NOT_FOUND')
    expect(await recorded(given.manager, [one.code, two.code])).toBe('NOT_FOUND')
    expect(await recorded(given.manager, ['UX9999'])).toBe('NOT_FOUND')
    expect(await recorded(given.manager, [one.code], { lmcCode })).toBe('NOT_FOUND')
    expect(await recorded(given.manager, [one.code], { lmcCode: one.code })).toBe('NOT_FOUND')
    expect(await recorded(given.lmc, [one.code])).toBe('NOT_FOUND')
    expect(await recorded(given.lmc, [one.code, elsewhere.code], { lmcCode })).toBe('NOT_FOUND')
    expect(await recorded(await test.given.person('lmc', 'LX99'), [one.code], { lmcCode })).toBe('NOT_FOUND')
    for (const person of [await test.given.commissioner(one), await test.given.person('national-viewer', 'ENGLAND')]) {
      expect(await recorded(person, [one.code])).toBe('FORBIDDEN')
    }
    expect(await recorded(test.nobody, [one.code])).toBe('UNAUTHENTICATED')
  })

  it('is in each network’s trail, without its words', async () => {
    await given.forBoth()
    for (const { code } of [given.one, given.two]) {
      const [entry, ...others] = await trailOf(test, code, 'request.record')
      expect(others).toEqual([])
      expect(entry).toMatchObject({
        actorId: given.lmc.personId,
        details: { networks: 2, receivedOn: '2026-11-02', contractYear: '2026/27' },
      })
      expect(JSON.stringify(entry)).not.toContain('plan')
    }
  })
})
