import { describe, expect, it } from '@jest/globals'
import { FormFields } from '../../platform/web/form.js'
import { deadlineRows, localDaysInput } from './requirements.view.js'

const deadline = (requirementCode: string, ordinal: number, dueOn: string | null, localDueOn: string | null = null) => ({
  ...{ contractYear: '2026/27', requirementCode, ordinal, dueOn, localDueOn, title: `Title ${requirementCode}` },
  ...{ periodFrom: '2026-10-01', periodTo: '2026-12-31' },
})
const deadlines = [
  deadline('A', 1, '2026-12-31'),
  deadline('B', 2, '2026-06-30'),
  deadline('C', 1, null, '2026-11-30'),
  deadline('D', 1, '2026-12-01', '2026-11-25'),
]

describe('deadlineRows', () => {
  const rows = (all: boolean) => deadlineRows(deadlines, { today: '2026-11-22', all, chosen: ['A 1'] })

  it('are what is still to come, by the national day, and what has none last', () => {
    expect(rows(false).map(({ code, national, local, isChosen }) => [code, national, local, isChosen])).toEqual([
      ['D', '1 December 2026 (in 9 days)', '25 November 2026', false],
      ['A', '31 December 2026 (in 39 days)', null, true],
      ['C', 'no deadline', '30 November 2026', false],
    ])
  })

  it('are the whole year when asked for', () => {
    expect(rows(true).map(({ value }) => value)).toEqual(['B 2', 'D 1', 'A 1', 'C 1'])
  })
})

describe('localDaysInput', () => {
  const input = (content: Record<string, string[]>) => localDaysInput(FormFields.of(content), deadlines)

  it.each([
    ['days before', { how: ['before'], daysBefore: ['14'] }, ['2026-12-17', '2026-11-17']],
    ['one day', { how: ['day'], 'dueOn[day]': ['1'], 'dueOn[month]': ['12'], 'dueOn[year]': ['2026'] }, ['2026-12-01', '2026-12-01']],
    ['none', { how: ['none'] }, [null, null]],
  ])('asks for %s', (_, how, days) => {
    expect(input({ deadlines: ['A 1', 'D 1'], ...how })).toEqual({
      problems: [],
      days: [
        { requirementCode: 'A', ordinal: 1, dueOn: days[0] },
        { requirementCode: 'D', ordinal: 1, dueOn: days[1] },
      ],
    })
  })

  it.each([
    ['nothing chosen', { how: ['none'] }, ['deadlines']],
    ['no way chosen', { deadlines: ['A 1'] }, ['how']],
    ['no number of days', { deadlines: ['A 1'], how: ['before'], daysBefore: ['0'] }, ['daysBefore']],
    ['no day', { deadlines: ['A 1'], how: ['day'] }, ['dueOn']],
    ['no national day to count from', { deadlines: ['C 1'], how: ['before'], daysBefore: ['7'] }, ['how']],
  ])('is not sent with %s', (_, content, fields) => {
    expect(input(content).problems.map(({ field }) => field)).toEqual(fields)
  })
})
