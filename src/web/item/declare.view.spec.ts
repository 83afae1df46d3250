import { describe, expect, it } from '@jest/globals'
import { FormFields } from '../../platform/web/form.js'
import { type DeclareData, declareInput, renamed, statementsOf } from './declare.view.js'

const today = '2026-11-21'
const fields = (content: Record<string, string>) =>
  FormFields.of(Object.fromEntries(Object.entries(content).map(([name, value]) => [name, [value]])))
const occurrence = (id: string, status: 'OPEN' | 'NOT_YET_DUE') => ({
  ...{ id, ordinal: 1, periodFrom: '2026-04-01', periodTo: '2027-03-31', opensOn: '2026-04-01', dueOn: '2027-03-31' },
  standing: { status, daysLate: 0, pastLocalDay: false },
})
const item = (id: string, paragraph: string | null, status: 'OPEN' | 'NOT_YET_DUE' = 'OPEN') => ({
  ...{ id, code: `24-${id}`, requirement: { title: `Title ${id}`, text: 'The network does this.', paragraph, perPractice: false } },
  occurrences: [occurrence(`o${id}`, status)],
})

describe('statementsOf', () => {
  it('offers this item first, then what else is open, in the wording that is kept', () => {
    const nodes = [item('01', '8.1'), item('02', null), item('03', null, 'NOT_YET_DUE')]
    const data: DeclareData = {
      ...item('01', '8.1'),
      checklist: { contractYear: '2026/27', network: null, integratedCareBoard: null, items: { nodes } },
    }
    expect(statementsOf(data)).toEqual({
      own: [{ id: 'o01', heading: '24-01 Title 01, the whole year', wording: 'The network does this. (Paragraph 8.1)' }],
      others: [{ id: 'o02', heading: '24-02 Title 02, the whole year', wording: 'The network does this.' }],
    })
  })
})

describe('declareInput', () => {
  it('declares today', () => {
    expect(declareInput(fields({ occurrenceIds: 'o1', when: 'today' }), today, false)).toEqual({
      problems: [],
      input: { idempotencyKey: null, occurrenceIds: ['o1'], declaredOn: today, practiceCodes: null, onBehalfOf: null },
    })
  })

  it('names the clinical director, and how and when she confirmed it', () => {
    const form = fields({
      ...{
        occurrenceIds: 'o1',
        when: 'day',
        'happenedOn[day]': '1',
        'happenedOn[month]': '10',
        'happenedOn[year]': '2026',
        directorId: 'd',
      },
      ...{ confirmedHow: 'by email', 'confirmedOn[day]': '2', 'confirmedOn[month]': '10', 'confirmedOn[year]': '2026' },
    })
    expect(declareInput(form, today, true)).toMatchObject({
      problems: [],
      input: { declaredOn: '2026-10-01', onBehalfOf: { directorId: 'd', confirmedHow: 'by email', confirmedOn: '2026-10-02' } },
    })
  })

  it('says everything that is missing, in the order of the page', () => {
    expect(declareInput(fields({}), today, true).problems.map(({ field }) => field)).toEqual([
      ...['occurrenceIds', 'when', 'directorId', 'confirmedHow', 'confirmedOn'],
    ])
  })

  it('shows refusals of the API at its own fields', () => {
    expect(
      renamed([
        { field: 'onBehalfOf.confirmedOn', message: 'a' },
        { field: 'note', message: 'b' },
      ]),
    ).toEqual([
      { field: 'confirmedOn', message: 'a' },
      { field: 'note', message: 'b' },
    ])
  })
})
