import { describe, expect, it } from '@jest/globals'
import { type EvidenceDates } from '../../checklist/domain/evidence-counts.js'
import { type EvidenceDatesRefusal, refuseEvidence } from './evidence-dates.js'

const today = '2026-11-21'
const undated: EvidenceDates = { happenedOn: null, coversFrom: null, coversTo: null, lapsesOn: null }

describe('dates of evidence', () => {
  it.each([
    { name: 'today', dates: { happenedOn: today } },
    { name: 'years ago', dates: { happenedOn: '2019-06-28' } },
    { name: 'before the contract year', dates: { happenedOn: '2026-03-12' } },
    { name: 'a period ending today', dates: { coversFrom: '2026-10-01', coversTo: today } },
    { name: 'a period of one day', dates: { coversFrom: today, coversTo: today } },
    { name: 'standing for a day', dates: { happenedOn: '2026-11-20', lapsesOn: today } },
    { name: 'lapsing the day after the period', dates: { coversFrom: '2026-10-01', coversTo: '2026-10-31', lapsesOn: '2026-11-01' } },
    { name: 'lapsing years ahead', dates: { happenedOn: today, lapsesOn: '2031-01-01' } },
  ])('taken: $name', ({ dates }) => {
    expect(refuseEvidence({ ...undated, ...dates }, today)).toBeUndefined()
  })

  const refused: { name: string; dates: Partial<EvidenceDates>; kind: EvidenceDatesRefusal['kind']; field: string; message: string }[] = [
    {
      name: 'nothing',
      dates: {},
      kind: 'EvidenceUndated',
      field: 'happenedOn',
      message: 'Give the day it happened or the period it covers',
    },
    {
      name: 'a day and a period',
      dates: { happenedOn: today, coversFrom: today, coversTo: today },
      kind: 'EvidenceUndated',
      field: 'happenedOn',
      message: 'Give the day it happened or the period it covers, not both',
    },
    {
      name: 'a day and half a period',
      dates: { happenedOn: today, coversTo: today },
      kind: 'EvidenceUndated',
      field: 'happenedOn',
      message: 'Give the day it happened or the period it covers, not both',
    },
    {
      name: 'no first day',
      dates: { coversTo: today },
      kind: 'EvidenceUndated',
      field: 'coversFrom',
      message: 'Give the first day of the period',
    },
    {
      name: 'no last day',
      dates: { coversFrom: today },
      kind: 'EvidenceUndated',
      field: 'coversTo',
      message: 'Give the last day of the period',
    },
    {
      name: 'a period backwards',
      dates: { coversFrom: '2026-10-02', coversTo: '2026-10-01' },
      kind: 'EvidencePeriodBackwards',
      field: 'coversTo',
      message: 'The last day must be 2026-10-02 or later',
    },
    {
      name: 'tomorrow',
      dates: { happenedOn: '2026-11-22' },
      kind: 'EvidenceInFuture',
      field: 'happenedOn',
      message: 'The day must be 2026-11-21 or earlier',
    },
    {
      name: 'a period not over',
      dates: { coversFrom: '2026-10-01', coversTo: '2026-11-22' },
      kind: 'EvidenceInFuture',
      field: 'coversTo',
      message: 'The day must be 2026-11-21 or earlier',
    },
    {
      name: 'lapsing before it happened',
      dates: { happenedOn: '2026-10-01', lapsesOn: '2026-09-30' },
      kind: 'EvidenceLapsesBeforeItHappened',
      field: 'lapsesOn',
      message: 'The day it lapses must be later than 2026-10-01',
    },
    {
      name: 'lapsing on the day it happened',
      dates: { happenedOn: '2026-10-01', lapsesOn: '2026-10-01' },
      kind: 'EvidenceLapsesBeforeItHappened',
      field: 'lapsesOn',
      message: 'The day it lapses must be later than 2026-10-01',
    },
    {
      name: 'lapsing within the period',
      dates: { coversFrom: '2026-10-01', coversTo: '2026-10-31', lapsesOn: '2026-10-31' },
      kind: 'EvidenceLapsesBeforeItHappened',
      field: 'lapsesOn',
      message: 'The day it lapses must be later than 2026-10-31',
    },
  ]
  it.each(refused)('refused: $name', ({ dates, kind, field, message }) => {
    const latestDay = kind === 'EvidenceInFuture' ? { latestDay: today } : {}
    expect(refuseEvidence({ ...undated, ...dates }, today)).toEqual({ kind, field, message, ...latestDay })
  })
})
