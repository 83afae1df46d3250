import { describe, expect, it } from '@jest/globals'
import { lateWording, workingDayOnOrAfter } from './deadline.js'

const known = {
  coversFrom: '2019-01-01',
  coversTo: '2027-12-31',
  holidays: new Set(['2026-12-25', '2026-12-28', '2027-01-01', '2027-03-26', '2027-03-29', '2027-12-27', '2027-12-28']),
}

describe('deadlines', () => {
  it.each([
    { obligation: 'GATE', word: 'breach' },
    { obligation: 'UNPAID', word: 'breach' },
    { obligation: 'PAID', word: 'money missed' },
  ] as const)('late $obligation work is $word', ({ obligation, word }) => {
    expect(lateWording(obligation)).toBe(word)
  })

  it.each([
    { name: 'a working day', from: '2026-11-20', day: '2026-11-20', provisional: false },
    { name: 'a Saturday', from: '2026-11-21', day: '2026-11-23', provisional: false },
    { name: 'a Sunday', from: '2026-11-22', day: '2026-11-23', provisional: false },
    { name: 'Christmas, a weekend and Boxing Day’s substitute', from: '2026-12-25', day: '2026-12-29', provisional: false },
    { name: 'Easter', from: '2027-03-26', day: '2027-03-30', provisional: false },
    { name: 'the last day known', from: '2027-12-31', day: '2027-12-31', provisional: false },
    { name: 'a day past the last known', from: '2028-01-03', day: '2028-01-03', provisional: true },
    { name: 'a day before the first known', from: '2018-12-31', day: '2018-12-31', provisional: true },
  ])('$name', ({ from, day, provisional }) => {
    expect(workingDayOnOrAfter(from, known)).toEqual({ day, provisional })
  })

  it('is provisional when found past the last day known', () => {
    expect(workingDayOnOrAfter('2026-11-21', { ...known, coversTo: '2026-11-22' })).toEqual({ day: '2026-11-23', provisional: true })
  })
})
