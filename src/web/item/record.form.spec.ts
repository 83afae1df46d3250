import { describe, expect, it } from '@jest/globals'
import { FormFields } from '../../platform/web/form.js'
import { emptyRecordForm, recordFormOf, recordInput } from './record.form.js'

const today = '2026-11-21'
const sent = (content: Record<string, string | string[]>, files: { id: string; name: string }[] = []) => ({
  fields: FormFields.of(Object.fromEntries(Object.entries(content).map(([name, value]) => [name, [value].flat()]))),
  files,
  problems: [],
})

describe('the form that records evidence', () => {
  it('becomes the input of the mutation', () => {
    const form = sent(
      {
        ...{ idempotencyKey: 'k', when: 'period', 'coversFrom[day]': '1', 'coversFrom[month]': '7', 'coversFrom[year]': '2026' },
        ...{ 'coversTo[day]': '30', 'coversTo[month]': '9', 'coversTo[year]': '2026', note: ' Rounds ', link: 'https://a.example/' },
        ...{ occurrenceIds: ['o1', 'o2'], practiceCodes: 'PX0001', 'lapsesOn[day]': '1', 'lapsesOn[month]': '4', 'lapsesOn[year]': '2027' },
        ...{ 'figure-numerator': '1,204', 'figure-denominator': '1300', 'figure-source': 'Our search', 'figure-trust': 'SUPPLIER_SEARCH' },
      },
      [{ id: 'f1', name: 'a.pdf' }],
    )
    expect(recordInput(form, today)).toEqual({
      problems: [],
      input: {
        ...{ idempotencyKey: 'k', occurrenceIds: ['o1', 'o2'], coversFrom: '2026-07-01', coversTo: '2026-09-30', lapsesOn: '2027-04-01' },
        ...{ note: 'Rounds', link: 'https://a.example/', fileIds: ['f1'], practiceCodes: ['PX0001'] },
        figure: { numerator: 1204, denominator: 1300, source: 'Our search', trust: 'SUPPLIER_SEARCH' },
      },
    })
  })

  it('takes today at its word', () => {
    expect(recordInput(sent({ when: 'today', note: 'Done', occurrenceIds: 'o1' }), today)).toMatchObject({
      problems: [],
      input: { happenedOn: today, figure: null, link: null, practiceCodes: null, lapsesOn: null, idempotencyKey: null },
    })
  })

  it('says everything that is missing, in the order of the page', () => {
    expect(recordInput(sent({}), today).problems.map(({ field }) => field)).toEqual(['files', 'when', 'occurrenceIds'])
  })

  it('says what is wrong with days and figures', () => {
    const form = sent({
      ...{ when: 'day', 'happenedOn[day]': '31', 'happenedOn[month]': '9', 'happenedOn[year]': '2026', occurrenceIds: 'o1' },
      ...{ 'figure-numerator': '-1', 'figure-denominator': '1.5', 'lapsesOn[day]': '1' },
    })
    expect(recordInput(form, today).problems.map(({ field }) => field)).toEqual([
      ...['happenedOn', 'figure-numerator', 'figure-denominator', 'figure-source', 'figure-trust', 'lapsesOn'],
    ])
  })

  it('does not ask for a file where one could not be taken', () => {
    const form = { ...sent({ when: 'today', occurrenceIds: 'o1' }), problems: [{ field: 'files', message: 'Too large' }] }
    expect(recordInput(form, today).problems).toEqual([{ field: 'files', message: 'Too large' }])
  })

  it('is shown again as it was typed, and starts with what is most pressing', () => {
    const form = sent({ note: 'Typed', when: 'day', 'happenedOn[day]': '31' }, [{ id: 'f1', name: 'a.pdf' }])
    expect(recordFormOf(form)).toMatchObject({ note: 'Typed', when: 'day', happenedOn: { day: '31' }, files: [{ name: 'a.pdf' }] })
    expect(emptyRecordForm('k', ['o1'])).toMatchObject({ idempotencyKey: 'k', occurrenceIds: ['o1'], note: '', when: '' })
  })
})
