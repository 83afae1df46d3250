import { describe, expect, it } from '@jest/globals'
import { FormFields } from '../../platform/web/form.js'
import { type ConfirmData, confirmInput, partsOf } from './confirm.view.js'

const occurrence = (id: string, status: 'OPEN' | 'EVIDENCED', missing: string[]) => ({
  ...{ id, ordinal: 1, periodFrom: '2026-04-01', periodTo: '2026-06-30', opensOn: '2026-04-01', dueOn: '2026-06-30' },
  ...{ standing: { status, daysLate: 0, pastLocalDay: false }, practices: { missing } },
})
const practice = (odsCode: string) => ({ practice: { odsCode, name: `Practice ${odsCode}` } })
const data: ConfirmData = {
  ...{ id: 'i', code: '24-18', requirement: { title: 'Title', text: 'Text', perPractice: true } },
  occurrences: [occurrence('o1', 'OPEN', ['P1', 'P2']), occurrence('o2', 'EVIDENCED', ['P1']), occurrence('o3', 'OPEN', ['P2'])],
  checklist: {
    contractYear: '2026/27',
    network: { odsCode: 'U1', name: 'N', practices: [practice('P1'), practice('P2')] },
    integratedCareBoard: null,
  },
}

describe('partsOf', () => {
  it('offers what the given practices still have to confirm', () => {
    expect(partsOf(data, ['P1'])).toEqual([{ value: 'o1 P1', text: 'Practice P1, quarter 1', hint: { text: 'Due 30 June 2026' } }])
    expect(partsOf(data, ['P1', 'P2']).map(({ value }) => value)).toEqual(['o1 P1', 'o1 P2', 'o3 P2'])
  })
})

describe('confirmInput', () => {
  const input = (content: Record<string, string>) =>
    confirmInput(FormFields.of(Object.fromEntries(Object.entries(content).map(([name, value]) => [name, [value]]))), '2026-11-21')

  it('confirms one part', () => {
    expect(input({ part: 'o1 P1', when: 'today', note: 'Done' })).toEqual({
      problems: [],
      input: { idempotencyKey: null, occurrenceId: 'o1', practiceCode: 'P1', happenedOn: '2026-11-21', note: 'Done' },
    })
  })

  it('says what is missing', () => {
    expect(input({}).problems.map(({ field }) => field)).toEqual(['part', 'when'])
    expect(input({ part: 'o1 P1', when: 'day' }).problems.map(({ field }) => field)).toEqual(['happenedOn'])
  })
})
