import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { capacitySuggestions, monthsOfWeek, refuseMonths, spreadOverYear } from './capacity.js'
import { codeOfName, staffGroupsWith } from './staff-group.js'

const sum = (minutes: readonly number[]) => minutes.reduce((total, figure) => total + figure, 0)

describe('capacity', () => {
  it.each([
    ['two sessions a week in 42 weeks', { sessions: 2, hours: 0, weeksAYear: 42 }, 21_000],
    ['a whole-time week', { sessions: 0, hours: 37.5, weeksAYear: 42 }, 94_500],
    ['nine sessions are a whole-time week', { sessions: 9, hours: 0, weeksAYear: 42 }, 94_500],
    ['a session and a half and two hours', { sessions: 1.5, hours: 2, weeksAYear: 40 }, 19_800],
    ['no time', { sessions: 0, hours: 0, weeksAYear: 42 }, 0],
  ])('of %s', (_, week, minutes) => {
    expect(sum(monthsOfWeek(week).minutes)).toBe(minutes)
  })

  it.each([
    [{ sessions: 2, hours: 0, weeksAYear: 42 }, '2 sessions of 4 hours 10 minutes a week in 42 weeks'],
    [{ sessions: 1, hours: 0, weeksAYear: 42 }, '1 session of 4 hours 10 minutes a week in 42 weeks'],
    [{ sessions: 1.25, hours: 1, weeksAYear: 1 }, '1.25 sessions of 4 hours 10 minutes and 1 hour a week in 1 week'],
    [{ sessions: 0, hours: 0, weeksAYear: 42 }, '0 hours a week in 42 weeks'],
  ])('says the rule of %j', (week, words) => {
    expect(monthsOfWeek(week).basis).toBe(`${words} at work a year, spread evenly over twelve months.`)
  })

  it('is spread evenly, the remainder first, and adds up', () => {
    expect(spreadOverYear(23_625)).toEqual([...Array<number>(9).fill(1969), ...Array<number>(3).fill(1968)])
    fc.assert(
      fc.property(fc.nat(1_000_000), (minutes) => {
        const months = spreadOverYear(minutes)
        expect(sum(months)).toBe(minutes)
        expect(Math.max(...months) - Math.min(...months)).toBeLessThanOrEqual(1)
      }),
    )
    expect(() => spreadOverYear(-1)).toThrow(RangeError)
  })

  it.each([
    ['twelve months, some not known', [...Array<number>(11).fill(10_000), null], undefined],
    ['eleven months', Array<number>(11).fill(1), 'minutes'],
    ['a month too full', [...Array<number>(11).fill(1), 10_001], 'minutes.11'],
    ['less than nothing', [-1, ...Array<number>(11).fill(1)], 'minutes.0'],
  ])('can be %s or not', (_, months, field) => {
    expect(refuseMonths(months, 'minutes')?.field).toBe(field)
  })
})

describe('a suggestion', () => {
  it('is the former rule for the clinical director, and says so', () => {
    const [director] = capacitySuggestions(50_000)
    expect(director).toMatchObject({ staffGroup: 'CLINICAL_DIRECTOR', label: expect.stringContaining('ended in 2024') })
    expect(sum(director?.minutes ?? [])).toBe(23_625)
  })

  it('is not known where the list size is not', () => {
    expect(capacitySuggestions(null)[0]?.minutes).toBeNull()
  })

  it('is one whole-time post for every other group', () => {
    expect(
      capacitySuggestions(null)
        .slice(1)
        .map(({ minutes }) => sum(minutes ?? [])),
    ).toEqual([94_500, 94_500, 94_500, 94_500])
  })
})

describe('a staff group of a network’s own', () => {
  it.each([
    ['Care coordinators', 'CARE_COORDINATORS'],
    ['  Social prescribers (2) ', 'SOCIAL_PRESCRIBERS_2'],
    ['Café hôte', 'CAFE_HOTE'],
    ['2nd manager', 'ND_MANAGER'],
    ['---', null],
    ['護士', null],
  ])('%s', (name, code) => {
    expect(codeOfName(name)).toBe(code)
  })

  it('comes after the five', () => {
    const groups = staffGroupsWith([{ code: 'PHARMACISTS', name: 'Pharmacists', under: 'CLINICIAN' }])
    expect(groups.map(({ code }) => code)).toEqual([
      ...['CLINICAL_DIRECTOR', 'NETWORK_MANAGER', 'PRACTICE_MANAGER', 'CLINICIAN', 'ADMINISTRATOR', 'PHARMACISTS'],
    ])
  })
})
