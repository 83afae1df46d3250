import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type AskedMinutes, askedMinutes, askedOfGroup, refuseAskedMinutes, savedMinutes } from './asked-minutes.js'

const groups = ['CLINICAL_DIRECTOR', 'NETWORK_MANAGER']
const april = { firstMonth: 0, lastMonth: 0 }
const range = (low: number, central = low, high = central) => ({ low, central, high })

const anyAsked = fc.array(
  fc.record({
    staffGroup: fc.constantFrom('A', 'B', 'C'),
    minutes: fc.option(fc.record({ low: fc.nat(1_000), central: fc.nat(1_000), high: fc.nat(1_000) })),
  }),
)

describe('askedMinutes', () => {
  it('takes low and high from the most likely figure where they were left out', () => {
    const entered = [
      { staffGroup: 'A', minutes: { central: 60 } },
      { staffGroup: 'B', minutes: { low: 1, central: 2, high: 3 } },
      { staffGroup: 'C' },
    ]
    expect(askedMinutes(entered)).toEqual([
      { staffGroup: 'A', minutes: range(60) },
      { staffGroup: 'B', minutes: range(1, 2, 3) },
      { staffGroup: 'C', minutes: null },
    ])
  })

  it('keeps what nobody said unknown', () => {
    expect(askedMinutes(null)).toBeNull()
    expect(askedMinutes(undefined)).toBeNull()
    expect(askedMinutes([])).toEqual([])
  })
})

describe('refuseAskedMinutes', () => {
  const director = (minutes: AskedMinutes['minutes']): AskedMinutes[] => [{ staffGroup: 'CLINICAL_DIRECTOR', minutes }]

  it.each<[string, readonly AskedMinutes[] | null]>([
    ['nothing known', null],
    ['nobody', []],
    ['a group nobody knows of', director(null)],
    ['the most there can be in a month', director(range(0, 1, 10_000))],
  ])('takes %s', (_, asked) => {
    expect(refuseAskedMinutes(asked, april, groups)).toBeUndefined()
  })

  it.each<[string, readonly AskedMinutes[], string, string]>([
    ['negative minutes', director(range(-1, 0, 0)), 'MinutesRefused', 'minutes.0.minutes.low'],
    ['half minutes', director(range(1, 1.5, 2)), 'MinutesRefused', 'minutes.0.minutes.central'],
    ['one minute too many', director(range(0, 0, 10_001)), 'MinutesRefused', 'minutes.0.minutes.high'],
    ['cases out of order', director(range(2, 1, 3)), 'MinutesRefused', 'minutes.0.minutes.central'],
    ['a group twice', [...director(null), ...director(null)], 'GivenTwice', 'minutes.1.staffGroup'],
    ['a group there is not', [{ staffGroup: 'PORTER', minutes: null }], 'StaffGroupUnknown', 'minutes.0.staffGroup'],
  ])('refuses %s', (_, asked, kind, field) => {
    expect(refuseAskedMinutes(asked, april, groups)).toMatchObject({ kind, field })
  })

  it('allows 10,000 minutes for each month of the window', () => {
    const quarter = { firstMonth: 3, lastMonth: 5 }
    expect(refuseAskedMinutes(director(range(30_000)), quarter, groups)).toBeUndefined()
    expect(refuseAskedMinutes(director(range(30_001)), quarter, groups)).toMatchObject({ kind: 'MinutesRefused', mostMinutes: 30_000 })
  })
})

describe('askedOfGroup', () => {
  it.each<[string, readonly AskedMinutes[] | null, string, unknown]>([
    ['is not known where nobody said anything', null, 'A', null],
    ['is not known where the group is named without figures', [{ staffGroup: 'A', minutes: null }], 'A', null],
    ['is nothing where only others are named', [{ staffGroup: 'A', minutes: null }], 'B', range(0)],
    ['is what was said', [{ staffGroup: 'A', minutes: range(1, 2, 3) }], 'A', range(1, 2, 3)],
  ])('%s', (_, asked, group, expected) => {
    expect(askedOfGroup(asked, group)).toEqual(expected)
  })
})

describe('savedMinutes', () => {
  it('adds up what each network saves, and keeps unknown unknown', () => {
    const asked = [
      { staffGroup: 'A', minutes: range(60, 90, 120) },
      { staffGroup: 'B', minutes: null },
    ]
    expect(savedMinutes(asked, 4)).toEqual([
      { staffGroup: 'A', minutes: range(240, 360, 480) },
      { staffGroup: 'B', minutes: null },
    ])
    expect(savedMinutes(null, 4)).toBeNull()
  })

  it('is the same whether networks are counted together or apart', () => {
    fc.assert(
      fc.property(anyAsked, fc.nat(100), fc.nat(100), (asked, some, others) => {
        const central = (networks: number) => (savedMinutes(asked, networks) ?? []).map(({ minutes }) => minutes?.central ?? null)
        const [one, other] = [central(some), central(others)]
        expect(central(some + others)).toEqual(one.map((minutes, index) => (minutes === null ? null : minutes + (other[index] ?? 0))))
      }),
    )
  })

  it.each([-1, 1.5])('is a bug of the caller for %d networks', (networks) => {
    expect(() => savedMinutes([], networks)).toThrow(RangeError)
  })
})
