import { describe, expect, it } from '@jest/globals'
import { type Day } from '../../platform/day.js'
import { type EvidenceFacts, type EvidenceVerdict, judgeEvidence, type ShowingTerms } from './evidence-counts.js'
import { actDayOf, daysLate, recordedDaysAfter } from './lateness.js'

const happened = (happenedOn: Day, over: Partial<EvidenceFacts> = {}): EvidenceFacts => ({
  id: 'minutes',
  happenedOn,
  coversFrom: null,
  coversTo: null,
  lapsesOn: null,
  receivedAt: '2026-11-21T09:00:00.000Z',
  practiceCodes: [],
  linkedAt: '2026-11-21T09:00:00.000Z',
  endedAt: null,
  ...over,
})
const covers = (coversFrom: Day, coversTo: Day, over: Partial<EvidenceFacts> = {}) => ({
  ...happened(''),
  happenedOn: null,
  coversFrom,
  coversTo,
  ...over,
})

const signUp: ShowingTerms = {
  periodFrom: '2026-04-01',
  periodTo: '2027-03-31',
  countsFrom: '2026-01-01',
  countsTo: null,
  dueOn: '2026-04-30',
  standing: false,
}
const quarter: ShowingTerms = { ...signUp, periodTo: '2026-06-30', countsFrom: '2026-04-01', countsTo: '2026-06-30', dueOn: '2026-06-30' }
const afterwards: ShowingTerms = { ...signUp, countsFrom: '2027-03-31', dueOn: null }
const agreement: ShowingTerms = { ...signUp, standing: true }
const onEvent: ShowingTerms = { ...agreement, periodFrom: '2026-07-01', periodTo: null, countsFrom: '2026-07-01', dueOn: null }

describe('whether evidence counts', () => {
  const cases: { name: string; evidence: EvidenceFacts; terms: ShowingTerms; on: Day; verdict: EvidenceVerdict }[] = [
    { name: 'sign-up before April', evidence: happened('2026-03-12'), terms: signUp, on: '2026-04-02', verdict: 'COUNTS' },
    {
      name: 'sign-up on the January day lists are frozen',
      evidence: happened('2026-01-01'),
      terms: signUp,
      on: '2026-04-02',
      verdict: 'COUNTS',
    },
    { name: 'sign-up of the year before', evidence: happened('2025-12-31'), terms: signUp, on: '2026-04-02', verdict: 'OUTSIDE' },
    { name: 'sign-up made late', evidence: happened('2026-05-09'), terms: signUp, on: '2026-05-10', verdict: 'COUNTS' },
    { name: 'declaration after March', evidence: happened('2027-05-02'), terms: afterwards, on: '2027-05-03', verdict: 'COUNTS' },
    {
      name: 'declaration before the year is over',
      evidence: happened('2027-03-30'),
      terms: afterwards,
      on: '2027-05-03',
      verdict: 'OUTSIDE',
    },
    { name: 'figure for the year', evidence: covers('2026-04-01', '2027-03-31'), terms: afterwards, on: '2027-05-03', verdict: 'COUNTS' },
    {
      name: 'period touching the first day',
      evidence: covers('2026-03-01', '2026-04-01'),
      terms: quarter,
      on: '2026-07-01',
      verdict: 'COUNTS',
    },
    {
      name: 'period ending the day before',
      evidence: covers('2026-03-01', '2026-03-31'),
      terms: quarter,
      on: '2026-07-01',
      verdict: 'OUTSIDE',
    },
    {
      name: 'period touching the last day',
      evidence: covers('2026-06-30', '2026-08-01'),
      terms: quarter,
      on: '2026-09-01',
      verdict: 'COUNTS',
    },
    {
      name: 'period beginning the day after',
      evidence: covers('2026-07-01', '2026-08-01'),
      terms: quarter,
      on: '2026-09-01',
      verdict: 'OUTSIDE',
    },
    {
      name: 'period around the whole window',
      evidence: covers('2026-01-01', '2026-12-31'),
      terms: quarter,
      on: '2027-01-01',
      verdict: 'COUNTS',
    },
    { name: 'delivered in the quarter after', evidence: happened('2026-07-01'), terms: quarter, on: '2026-07-02', verdict: 'OUTSIDE' },

    { name: 'agreement of years ago', evidence: happened('2019-06-28'), terms: agreement, on: '2026-04-02', verdict: 'COUNTS' },
    {
      name: 'agreement that lapses the day after due, asked before',
      evidence: happened('2019-06-28', { lapsesOn: '2026-05-01' }),
      terms: agreement,
      on: '2026-04-02',
      verdict: 'COUNTS',
    },
    {
      name: 'agreement that lapses on the due day, asked before',
      evidence: happened('2019-06-28', { lapsesOn: '2026-04-30' }),
      terms: agreement,
      on: '2026-04-29',
      verdict: 'LAPSES_TOO_SOON',
    },
    {
      name: 'agreement lapsed on the due day',
      evidence: happened('2019-06-28', { lapsesOn: '2026-04-30' }),
      terms: agreement,
      on: '2026-04-30',
      verdict: 'LAPSED',
    },
    {
      name: 'agreement lapsing after due, on its last day',
      evidence: happened('2019-06-28', { lapsesOn: '2026-10-01' }),
      terms: agreement,
      on: '2026-09-30',
      verdict: 'COUNTS',
    },
    {
      name: 'agreement lapsed after due',
      evidence: happened('2019-06-28', { lapsesOn: '2026-10-01' }),
      terms: agreement,
      on: '2026-10-01',
      verdict: 'LAPSED',
    },
    {
      name: 'agreement lapsed once the year was over',
      evidence: happened('2019-06-28', { lapsesOn: '2027-04-01' }),
      terms: agreement,
      on: '2027-06-01',
      verdict: 'COUNTS',
    },
    {
      name: 'agreement without deadline, lapsed within the year',
      evidence: happened('2019-06-28', { lapsesOn: '2027-03-31' }),
      terms: onEvent,
      on: '2027-06-01',
      verdict: 'LAPSED',
    },
    {
      name: 'agreement without deadline, lapsed once the year was over',
      evidence: happened('2019-06-28', { lapsesOn: '2027-04-01' }),
      terms: onEvent,
      on: '2027-06-01',
      verdict: 'COUNTS',
    },

    {
      name: 'ordinary evidence lapsing before due',
      evidence: happened('2026-04-02', { lapsesOn: '2026-04-20' }),
      terms: signUp,
      on: '2026-04-19',
      verdict: 'LAPSES_TOO_SOON',
    },
    {
      name: 'ordinary evidence lapsed before due',
      evidence: happened('2026-04-02', { lapsesOn: '2026-04-20' }),
      terms: signUp,
      on: '2026-04-20',
      verdict: 'LAPSED',
    },
    {
      name: 'ordinary evidence lapsed after due',
      evidence: happened('2026-04-02', { lapsesOn: '2026-05-01' }),
      terms: signUp,
      on: '2026-06-01',
      verdict: 'COUNTS',
    },
    {
      name: 'ordinary evidence without deadline, standing',
      evidence: happened('2027-04-02', { lapsesOn: '2027-06-01' }),
      terms: afterwards,
      on: '2027-05-31',
      verdict: 'COUNTS',
    },
    {
      name: 'ordinary evidence without deadline, lapsed',
      evidence: happened('2027-04-02', { lapsesOn: '2027-06-01' }),
      terms: afterwards,
      on: '2027-06-01',
      verdict: 'LAPSED',
    },
    {
      name: 'withdrawn, superseded or unlinked',
      evidence: happened('2026-04-02', { endedAt: '2026-04-03T09:00:00.000Z' }),
      terms: signUp,
      on: '2026-04-10',
      verdict: 'ENDED',
    },
  ]
  it.each(cases)('$name: $verdict', ({ evidence, terms, on, verdict }) => {
    const judged = judgeEvidence(evidence, terms, on)
    expect(judged.verdict).toBe(verdict)
    expect(judged.reason === null).toBe(verdict === 'COUNTS')
  })

  it.each([
    { evidence: happened('2025-12-31'), reason: 'It is of 2025-12-31; what counts here is from 2026-04-01 on.' },
    { evidence: happened('2026-07-01'), reason: 'It is of 2026-07-01; what counts here is up to 2026-06-30.' },
    { evidence: happened('2026-05-01', { lapsesOn: '2026-06-01' }), reason: 'It lapsed on 2026-06-01.' },
    { evidence: happened('2026-05-01', { lapsesOn: '2026-06-20' }), reason: 'It lapses on 2026-06-20 and has to stand on 2026-06-30.' },
  ])('says why: $reason', ({ evidence, reason }) => {
    expect(judgeEvidence(evidence, quarter, '2026-06-10').reason).toBe(reason)
  })

  it.each([{ standing: true }, { standing: false }])('does not take evidence without a date (standing: $standing)', ({ standing }) => {
    expect(() => judgeEvidence({ ...happened(''), happenedOn: null }, { ...signUp, standing }, '2026-06-10')).toThrow(RangeError)
  })
})

describe('lateness is by the act', () => {
  it.each([
    { name: 'on the due day', evidence: happened('2026-04-30'), terms: signUp, actOn: '2026-04-30', late: 0 },
    { name: 'days after', evidence: happened('2026-05-03'), terms: signUp, actOn: '2026-05-03', late: 3 },
    { name: 'a period is done on its last day', evidence: covers('2026-04-01', '2026-05-02'), terms: signUp, actOn: '2026-05-02', late: 2 },
    {
      name: 'a log that runs on past the quarter',
      evidence: covers('2026-04-01', '2026-09-30'),
      terms: quarter,
      actOn: '2026-06-30',
      late: 0,
    },
    {
      name: 'an arrangement stands from its first day',
      evidence: covers('2026-04-01', '2026-09-30'),
      terms: agreement,
      actOn: '2026-04-01',
      late: 0,
    },
    { name: 'an arrangement made late', evidence: happened('2026-05-10'), terms: agreement, actOn: '2026-05-10', late: 10 },
    { name: 'without deadline', evidence: happened('2027-08-01'), terms: afterwards, actOn: '2027-08-01', late: 0 },
  ])('$name', ({ evidence, terms, actOn, late }) => {
    expect(actDayOf(evidence, terms)).toBe(actOn)
    expect(daysLate(actOn, terms.dueOn)).toBe(late)
  })

  it.each([
    { name: 'typed the same day', evidence: happened('2026-11-21'), after: 0 },
    { name: 'typed months later', evidence: happened('2026-04-30'), after: 205 },
    { name: 'typed after the period', evidence: covers('2026-04-01', '2026-11-11'), after: 10 },
    {
      name: 'typed after midnight in England, before it in UTC',
      evidence: happened('2026-06-30', { receivedAt: '2026-06-30T23:30:00.000Z' }),
      after: 1,
    },
  ])('recorded days after: $name', ({ evidence, after }) => {
    expect(recordedDaysAfter(evidence)).toBe(after)
  })
})
