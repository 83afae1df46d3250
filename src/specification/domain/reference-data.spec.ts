import { describe, expect, it } from '@jest/globals'
import { natures, shownEveryValues } from './catalogue.js'
import { type Problem } from './problem.js'
import { checkAssumptions, checkBankHolidays, checkGlossary, staffGroups } from './reference-data.js'
import { type Check } from './shape.js'

const minutes = Object.fromEntries(staffGroups.map((group) => [group, { low: 1, central: 2, high: 4 }]))
const rows = natures
  .filter((nature) => nature !== 'DELIVER')
  .flatMap((nature) => shownEveryValues.map((shownEvery) => ({ nature, shownEvery, minutes, reason: 'A reason.' })))
const assumptions = { label: 'Ours', version: 1, assumptions: rows }
const first = rows[0]
const term = { term: 'Item', meaning: 'One line.', synonyms: ['line'], type: 'ChecklistItem' }
const holidays = {
  source: { title: 'Bank holidays', url: 'https://www.gov.uk/bank-holidays' },
  coversFrom: '2026-01-01',
  coversTo: '2026-12-31',
  holidays: [
    { on: '2026-01-01', name: 'New Year' },
    { on: '2026-04-03', name: 'Good Friday' },
  ],
}

function problemsOf(check: Check<unknown>, value: unknown): string[] {
  const problems: Problem[] = []
  check(value, { file: 'a.yaml', path: [], report: (problem) => problems.push(problem) })
  return problems.map(({ field, expected, found }) => `${field}: ${expected}; found ${found}`)
}

describe('reference data', () => {
  it.each<[name: string, check: Check<unknown>, value: unknown, problems: string[]]>([
    ['assumptions that are right', checkAssumptions, assumptions, []],
    ['a glossary that is right', checkGlossary, { terms: [term] }, []],
    ['bank holidays that are right', checkBankHolidays, holidays, []],
    [
      'low above central',
      checkAssumptions,
      {
        ...assumptions,
        assumptions: [{ ...first, minutes: { ...minutes, CLINICIAN: { low: 3, central: 2, high: 4 } } }, ...rows.slice(1)],
      },
      ['assumptions[0].minutes.CLINICIAN: low at most central, and central at most high; found "3, 2, 4"'],
    ],
    [
      'minutes for DELIVER',
      checkAssumptions,
      { ...assumptions, assumptions: [...rows, { ...first, nature: 'DELIVER' }] },
      ['assumptions[12].nature: one of DECLARE, REPORT, GOVERN; found "DELIVER"'],
    ],
    [
      'a row twice and a row missing',
      checkAssumptions,
      { ...assumptions, assumptions: [...rows.slice(0, 11), first] },
      [
        'assumptions[11]: a nature and rhythm no other row has; found "DECLARE YEAR"',
        'assumptions: a row for GOVERN shown every EVENT; found nothing',
      ],
    ],
    ['a term twice', checkGlossary, { terms: [term, { ...term, term: 'ITEM' }] }, ['terms[1]: a term no other entry has; found "item"']],
    [
      'a type that is no type',
      checkGlossary,
      { terms: [{ ...term, type: 'checklist item' }] },
      ['terms[0].type: the name of a schema type, such as ChecklistItem, or null; found "checklist item"'],
    ],
    [
      'a holiday twice and one outside',
      checkBankHolidays,
      { ...holidays, holidays: [...holidays.holidays, { on: '2026-04-03', name: 'Again' }, { on: '2027-01-01', name: 'New Year' }] },
      [
        'holidays[2].on: a day after 2026-04-03, as the days are in order; found "2026-04-03"',
        'holidays[3].on: a day from 2026-01-01 to 2026-12-31; found "2027-01-01"',
      ],
    ],
  ])('%s', (_name, check, value, problems) => {
    expect(problemsOf(check, value)).toEqual(problems)
  })
})
