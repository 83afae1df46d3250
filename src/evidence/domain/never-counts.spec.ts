import { describe, expect, it } from '@jest/globals'
import { refuseNeverCounting, type ServedOccurrence } from './never-counts.js'

const today = '2026-11-21'
const quarter: ServedOccurrence = {
  ...{ occurrenceId: 'q2', requirementCode: '26-10', periodFrom: '2026-07-01', periodTo: '2026-09-30' },
  ...{ countsFrom: '2026-07-01', countsTo: '2026-09-30', dueOn: '2026-09-30', standing: false, perPractice: false },
}
const on = (happenedOn: string, more: object = {}) => ({
  happenedOn,
  coversFrom: null,
  coversTo: null,
  lapsesOn: null,
  practiceCodes: [],
  ...more,
})
const during = (coversFrom: string, coversTo: string) => ({ ...on(''), happenedOn: null, coversFrom, coversTo })

describe('evidence that could never count', () => {
  it.each([
    ['of a day before the window', on('2026-06-30'), quarter],
    ['of a day after it', on('2026-10-01'), quarter],
    ['of a period before it', during('2026-04-01', '2026-06-30'), quarter],
  ])('is refused: %s', (_, evidence, occurrence) => {
    expect(refuseNeverCounting(evidence, [occurrence], today)).toMatchObject({
      ...{ kind: 'EvidenceOutsideWindow', field: 'occurrenceIds', occurrenceId: 'q2', countsFrom: '2026-07-01', countsTo: '2026-09-30' },
      message: expect.stringContaining('26-10'),
    })
  })

  it.each([
    ['of the first day', on('2026-07-01'), quarter],
    ['of the last day', on('2026-09-30'), quarter],
    ['of a period that touches the window', during('2026-01-01', '2026-07-01'), quarter],
    ['late, where a late act counts', on('2026-11-01'), { ...quarter, countsTo: null }],
    ['years old, of a standing arrangement', on('2019-07-01'), { ...quarter, standing: true }],
    ['which lapsed before it was due: it shows what once stood', on('2026-07-02', { lapsesOn: '2026-08-01' }), quarter],
  ])('is not evidence %s', (_, evidence, occurrence) => {
    expect(refuseNeverCounting(evidence, [occurrence], today)).toBeUndefined()
  })

  it('names the first occurrence it does not fit', () => {
    const next = { ...quarter, occurrenceId: 'q3', countsFrom: '2026-10-01', countsTo: '2026-12-31' }
    expect(refuseNeverCounting(on('2026-09-30'), [quarter, next], today)).toMatchObject({ occurrenceId: 'q3' })
  })

  it('names no practice where each is asked', () => {
    const asked = { ...quarter, perPractice: true }
    expect(refuseNeverCounting(on('2026-09-30'), [asked], today)).toMatchObject({ kind: 'EvidenceNamesNoPractice', occurrenceId: 'q2' })
    expect(refuseNeverCounting(on('2026-09-30', { practiceCodes: ['PX0001'] }), [asked], today)).toBeUndefined()
  })
})
