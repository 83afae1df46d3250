import { describe, expect, it } from '@jest/globals'
import { addDays } from '../../platform/day.js'
import { type Occurrence, occurrenceOfEvent, occurrencesOf } from './occurrences.js'
import { type RequirementTiming } from './requirement.js'

const requirement = (over: Partial<RequirementTiming> = {}): RequirementTiming => ({
  shownEvery: 'YEAR',
  nature: 'GOVERN',
  opensOn: null,
  dueOn: null,
  dueDays: null,
  afterYearEnd: false,
  ...over,
})
const year = '2026/27'

describe('shown once a year', () => {
  const cases: { name: string; asked: Partial<RequirementTiming>; expected: Partial<Occurrence> }[] = [
    {
      name: 'nothing stated: the whole year, evidence from the January before',
      asked: {},
      expected: { ordinal: 1, periodFrom: '2026-04-01', periodTo: '2027-03-31', countsFrom: '2026-01-01', countsTo: null },
    },
    {
      name: 'nothing stated: due at the end',
      asked: {},
      expected: { opensOn: '2026-04-01', dueOn: '2027-03-31', dueBasis: 'END_OF_PERIOD' },
    },
    {
      name: 'a stated due day',
      asked: { dueOn: '2026-04-30' },
      expected: { opensOn: '2026-04-01', dueOn: '2026-04-30', dueBasis: 'STATED' },
    },
    {
      name: 'a stated window',
      asked: { opensOn: '2026-10-01', dueOn: '2026-12-31' },
      expected: { opensOn: '2026-10-01', dueOn: '2026-12-31', dueBasis: 'STATED', countsFrom: '2026-01-01' },
    },
    {
      name: 'opens mid-year',
      asked: { opensOn: '2026-10-01' },
      expected: { opensOn: '2026-10-01', dueOn: '2027-03-31', dueBasis: 'END_OF_PERIOD' },
    },
    { name: 'due before the year begins', asked: { dueOn: '2026-03-15' }, expected: { opensOn: '2026-03-15', dueOn: '2026-03-15' } },
    { name: 'opens before the January', asked: { opensOn: '2025-12-01', dueOn: '2026-04-30' }, expected: { countsFrom: '2025-12-01' } },
    {
      name: 'after the year’s end',
      asked: { afterYearEnd: true },
      expected: {
        opensOn: '2027-04-01',
        dueOn: null,
        dueBasis: 'NO_DEADLINE',
        countsFrom: '2027-03-31',
        countsTo: null,
        periodTo: '2027-03-31',
      },
    },
    {
      name: 'after the year’s end, with a stated due day',
      asked: { afterYearEnd: true, dueOn: '2027-06-30' },
      expected: { opensOn: '2027-04-01', dueOn: '2027-06-30', dueBasis: 'STATED' },
    },
    {
      name: 'an opening day after the year says the same',
      asked: { opensOn: '2027-05-01' },
      expected: { opensOn: '2027-05-01', dueOn: null, dueBasis: 'NO_DEADLINE', countsFrom: '2027-03-31' },
    },
  ]
  it.each(cases)('$name', ({ asked, expected }) => {
    expect(occurrencesOf(requirement(asked), year)).toEqual([expect.objectContaining(expected)])
  })

  it('cannot be due before it opens', () => {
    expect(() => occurrencesOf(requirement({ opensOn: '2026-10-01', dueOn: '2026-09-30' }), year)).toThrow(RangeError)
  })
})

describe('shown every quarter or month', () => {
  it.each([
    { name: 'quarters', shownEvery: 'QUARTER' as const, ends: ['2026-06-30', '2026-09-30', '2026-12-31', '2027-03-31'] },
    {
      name: 'months',
      shownEvery: 'MONTH' as const,
      ends: ['04-30', '05-31', '06-30', '07-31', '08-31', '09-30', '10-31', '11-30', '12-31', '01-31', '02-28', '03-31'].map(
        (end) => `${end < '04' ? 2027 : 2026}-${end}`,
      ),
    },
  ])('$name follow one another through the year, due on their last day', ({ shownEvery, ends }) => {
    const found = occurrencesOf(requirement({ shownEvery }), year)
    expect(found.map(({ periodTo }) => periodTo)).toEqual(ends)
    expect(found.map(({ dueOn }) => dueOn)).toEqual(ends)
    expect(found.map(({ periodFrom }) => periodFrom)).toEqual(['2026-04-01', ...ends.slice(0, -1).map((end) => addDays(end, 1))])
    expect(found.map(({ opensOn }) => opensOn)).toEqual(found.map(({ periodFrom }) => periodFrom))
    expect(found.map(({ countsFrom }) => countsFrom)).toEqual(found.map(({ periodFrom }) => periodFrom))
    expect(found.map(({ ordinal }) => ordinal)).toEqual(ends.map((_, index) => index + 1))
    expect(new Set(found.map(({ dueBasis }) => dueBasis))).toEqual(new Set(['END_OF_PERIOD']))
  })

  it('has a February of 29 days in a leap year', () => {
    expect(occurrencesOf(requirement({ shownEvery: 'MONTH' }), '2027/28')[10]?.dueOn).toBe('2028-02-29')
  })

  it.each([
    { shownEvery: 'QUARTER' as const, nature: 'DELIVER' as const, countsTo: '2026-06-30' },
    { shownEvery: 'QUARTER' as const, nature: 'DECLARE' as const, countsTo: null },
    { shownEvery: 'QUARTER' as const, nature: 'REPORT' as const, countsTo: null },
    { shownEvery: 'QUARTER' as const, nature: 'GOVERN' as const, countsTo: null },
    { shownEvery: 'MONTH' as const, nature: 'DELIVER' as const, countsTo: null },
    { shownEvery: 'MONTH' as const, nature: 'REPORT' as const, countsTo: null },
  ])('$shownEvery $nature counts evidence up to $countsTo', ({ shownEvery, nature, countsTo }) => {
    expect(occurrencesOf(requirement({ shownEvery, nature }), year)[0]?.countsTo).toBe(countsTo)
  })

  it.each([
    {
      begins: '2026-08-15',
      asked: [
        [2, '2026-08-15'],
        [3, '2026-10-01'],
        [4, '2027-01-01'],
      ],
    },
    {
      begins: '2026-12-31',
      asked: [
        [3, '2026-12-31'],
        [4, '2027-01-01'],
      ],
    },
    { begins: '2027-01-01', asked: [[4, '2027-01-01']] },
  ])('a duty that begins on $begins is not asked for before, and its quarters keep their numbers', ({ begins, asked }) => {
    const found = occurrencesOf(requirement({ shownEvery: 'QUARTER', opensOn: begins }), year)
    expect(found.map(({ ordinal, opensOn }) => [ordinal, opensOn])).toEqual(asked)
  })
})

describe('shown on event', () => {
  it('does not exist before the event', () => {
    expect(occurrencesOf(requirement({ shownEvery: 'EVENT', dueDays: 28 }), year)).toEqual([])
  })

  it.each([
    { name: 'due days after it', dueDays: 28, dueOn: '2026-07-29', dueBasis: 'STATED' },
    { name: 'due on its day', dueDays: 0, dueOn: '2026-07-01', dueBasis: 'STATED' },
    { name: 'without deadline', dueDays: null, dueOn: null, dueBasis: 'NO_DEADLINE' },
  ])('$name', ({ dueDays, dueOn, dueBasis }) => {
    expect(occurrenceOfEvent(requirement({ shownEvery: 'EVENT', dueDays }), '2026-07-01', 3)).toEqual({
      ordinal: 3,
      periodFrom: '2026-07-01',
      periodTo: null,
      countsFrom: '2026-07-01',
      countsTo: null,
      opensOn: '2026-07-01',
      dueOn,
      dueBasis,
    })
  })

  it('is refused for what is not shown on event', () => {
    expect(() => occurrenceOfEvent(requirement(), '2026-07-01')).toThrow(RangeError)
  })
})
