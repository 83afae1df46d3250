import { describe, expect, it } from '@jest/globals'
import { type RequirementTiming } from '../../checklist/domain/requirement.js'
import { occurrenceOfEvent, occurrencesOf } from '../../checklist/domain/occurrences.js'
import { loggedInYear } from './logged.js'
import { loggedByMonth, occurrenceMonths, sharedEqually, spanOf } from './plan-inputs.js'

const requirement: RequirementTiming = {
  shownEvery: 'YEAR',
  nature: 'REPORT',
  opensOn: null,
  dueOn: null,
  dueDays: null,
  afterYearEnd: false,
}
const windowsOf = (change: Partial<RequirementTiming>) =>
  occurrencesOf({ ...requirement, ...change }, '2026/27').map((occurrence) => {
    const { firstMonth, lastMonth, outsideYear } = occurrenceMonths(occurrence, '2026/27')
    return `${firstMonth}-${lastMonth}${outsideYear ? ' outside' : ''}`
  })

describe('the months of an occurrence', () => {
  it.each([
    ['once a year', {}, ['0-11']],
    ['with a stated window', { opensOn: '2026-07-01', dueOn: '2026-08-31' }, ['3-4']],
    ['each quarter', { shownEvery: 'QUARTER' as const }, ['0-2', '3-5', '6-8', '9-11']],
    ['before the year, counted in April', { opensOn: '2026-02-01', dueOn: '2026-03-31' }, ['0-0 outside']],
    ['after the year, counted in March', { afterYearEnd: true, dueOn: '2027-05-31' }, ['11-11 outside']],
    ['after the year without a deadline', { afterYearEnd: true }, ['11-11 outside']],
    ['over the year’s end', { opensOn: '2027-03-01', dueOn: '2027-04-30' }, ['11-11']],
  ])('%s', (_, change, expected) => {
    expect(windowsOf(change)).toEqual(expected)
  })

  it('run from an event to its deadline', () => {
    const event = occurrenceOfEvent({ ...requirement, shownEvery: 'EVENT', dueDays: 28 }, '2026-09-20')
    expect(occurrenceMonths(event, '2026/27')).toMatchObject({ firstMonth: 5, lastMonth: 6, outsideYear: false })
  })

  it('span from the first to the last, and nothing where there is none', () => {
    expect(
      spanOf([
        { firstMonth: 6, lastMonth: 8 },
        { firstMonth: 0, lastMonth: 2 },
      ]),
    ).toEqual({ firstMonth: 0, lastMonth: 8 })
    expect(spanOf([])).toBeNull()
  })
})

describe('logged minutes', () => {
  const sum = { itemId: null, priorityId: null, evidenceId: null, staffGroup: 'CLINICIAN', month: '2026-05', minutes: 61 }
  const items = [
    { itemId: 'i2', code: 'T-02', evidenceIds: new Set(['e']) },
    { itemId: 'i1', code: 'T-01', evidenceIds: new Set(['e']) },
    { itemId: 'i3', code: 'T-03', evidenceIds: new Set<string>() },
  ]
  const april = (...minutes: number[]) => [
    { staffGroup: 'CLINICIAN', minutes: [...minutes, ...Array<number>(12 - minutes.length).fill(0)] },
  ]

  it('count in their month, before the year in April and after it in March', () => {
    expect(
      loggedByMonth([
        { staffGroup: 'CLINICIAN', month: 0, minutes: 5 },
        { staffGroup: 'CLINICIAN', month: 0, minutes: 7 },
      ]),
    ).toEqual(april(12))
    const logged = loggedInYear(
      [
        { ...sum, itemId: 'i1', month: '2026-02' },
        { ...sum, priorityId: 'p', month: '2027-04' },
      ],
      items,
      '2026/27',
    )
    expect(logged.ofItem.get('i1')).toEqual(april(61))
    expect(logged.ofPriority.get('p')).toEqual(april(...Array<number>(11).fill(0), 61))
  })

  it('on evidence alone are shared equally by what it serves, the odd one to the first code', () => {
    const logged = loggedInYear(
      [
        { ...sum, evidenceId: 'e' },
        { ...sum, evidenceId: 'other' },
      ],
      items,
      '2026/27',
    )
    expect(logged.ofItem.get('i1')).toEqual(april(0, 31))
    expect(logged.ofItem.get('i2')).toEqual(april(0, 30))
    expect(logged.ofItem.has('i3')).toBe(false)
    expect(logged.sharedEvidence).toEqual([
      { evidenceId: 'e', minutes: [{ staffGroup: 'CLINICIAN', minutes: 61 }], serves: ['T-01', 'T-02'] },
    ])
  })

  it('on an item stay with it, whatever else the evidence serves', () => {
    const logged = loggedInYear([{ ...sum, itemId: 'i3', evidenceId: 'e' }], items, '2026/27')
    expect([...logged.ofItem.keys()]).toEqual(['i3'])
    expect(logged.sharedEvidence).toEqual([])
  })

  it('are shared by somebody', () => {
    expect(sharedEqually(10, 3)).toEqual([4, 3, 3])
    expect(() => sharedEqually(10, 0)).toThrow(RangeError)
  })
})
