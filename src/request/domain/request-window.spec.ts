import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { addDays, firstDayOf, lastDayOf } from '../../platform/day.js'
import { refuseDays, type RequestDays, windowOf } from './request-window.js'

const year = '2026/27'
const today = '2026-11-21'
const days = (given: Partial<RequestDays>): RequestDays => ({
  receivedOn: '2026-11-02',
  dueOn: null,
  opensOn: null,
  closesOn: null,
  ...given,
})

describe('windowOf', () => {
  it.each<[string, Partial<RequestDays>, string, string]>([
    ['from the day it came to the end of the year', {}, '2026-11-02', '2027-03-31'],
    ['to the day it is due', { dueOn: '2026-12-24' }, '2026-11-02', '2026-12-24'],
    ['to the end of the year when it is due later', { dueOn: '2027-06-30' }, '2026-11-02', '2027-03-31'],
    ['from April when it came before', { receivedOn: '2026-03-20', dueOn: '2026-05-31' }, '2026-04-01', '2026-05-31'],
    ['as said', { dueOn: '2026-12-24', opensOn: '2026-06-01', closesOn: '2027-01-31' }, '2026-06-01', '2027-01-31'],
  ])('goes %s', (_, given, opensOn, closesOn) => {
    expect(windowOf(days(given), year)).toEqual({ opensOn, closesOn })
    expect(refuseDays(days(given), year, today)).toBeUndefined()
  })
})

describe('refuseDays', () => {
  it.each<[string, Partial<RequestDays>, string, string]>([
    ['a day that has not come', { receivedOn: '2026-11-22' }, 'RequestReceivedInFuture', 'receivedOn'],
    ['a due day before it came', { dueOn: '2026-11-01' }, 'WindowRefused', 'dueOn'],
    ['a due day before the year', { receivedOn: '2026-02-01', dueOn: '2026-03-31' }, 'WindowRefused', 'contractYear'],
    ['a window before the year', { opensOn: '2026-03-31' }, 'WindowRefused', 'opensOn'],
    ['a window that opens after the year', { opensOn: '2027-04-01' }, 'WindowRefused', 'opensOn'],
    ['a window that closes after the year', { closesOn: '2027-04-01' }, 'WindowRefused', 'closesOn'],
    ['a window backwards', { opensOn: '2026-12-02', closesOn: '2026-12-01' }, 'WindowRefused', 'closesOn'],
    ['a window that opens after it is due', { opensOn: '2026-12-02', dueOn: '2026-12-01' }, 'WindowRefused', 'closesOn'],
  ])('refuses %s', (_, given, kind, field) => {
    expect(refuseDays(days(given), year, today)).toMatchObject({ kind, field })
  })

  it('refuses a year that was over when it came', () => {
    expect(refuseDays(days({}), '2025/26', today)).toMatchObject({ kind: 'WindowRefused', field: 'contractYear', latestDay: '2026-03-31' })
  })

  it('takes nothing whose window is not within the year', () => {
    const day = fc.integer({ min: -500, max: 500 }).map((offset) => addDays('2026-10-01', offset))
    const maybe = fc.option(day)
    fc.assert(
      fc.property(fc.record({ receivedOn: day, dueOn: maybe, opensOn: maybe, closesOn: maybe }), (given) => {
        if (refuseDays(given, year, '2030-01-01')) return
        const { opensOn, closesOn } = windowOf(given, year)
        expect([firstDayOf(year), opensOn, closesOn, lastDayOf(year)]).toEqual(
          [firstDayOf(year), opensOn, closesOn, lastDayOf(year)].sort(),
        )
      }),
      { numRuns: 1_000 },
    )
  })
})
