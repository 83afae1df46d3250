import { describe, expect, it } from '@jest/globals'
import { checkEntry } from './entry-shape.js'
import { type Problem } from './problem.js'

const duty = {
  code: '24-01',
  key: 'participation-decision',
  kind: 'DUTY',
  title: 'Tell the commissioner',
  text: 'Each practice tells its commissioner.',
  paragraph: null,
  sources: ['PULSE-2425'],
  certainty: 'SOURCED',
  responsible: ['NETWORK'],
  nature: 'REPORT',
  obligation: 'UNPAID',
  fallsDue: 'ANNUAL',
  shownEvery: 'YEAR',
  standing: false,
  evidence: [{ what: 'Copy', per: 'NETWORK' }],
  decidedBy: 'NOBODY',
  money: null,
  defaultsToNoOn: null,
  informationGovernance: false,
  declarationFacts: {
    selfDeclared: true,
    documentOrRole: null,
    fixedNationally: true,
    yesNo: null,
    noOutcomeMeasure: false,
    calledTickBox: false,
  },
}
const note = {
  code: '26-01',
  key: 'a-note',
  kind: 'NOTE',
  title: 'A note',
  text: 'It explains.',
  paragraph: null,
  sources: [],
  certainty: 'UNSOURCED',
}
const quarterly = { fallsDue: 'WEEKLY', shownEvery: 'QUARTER' }
const onEvent = { fallsDue: 'ON_EVENT', shownEvery: 'EVENT' }
const money = { text: 'Up to', pence: null, rateMills: null, base: null }
const piece = { what: 'Log', per: 'NETWORK' }
const carried = { certainty: 'CARRIED_UNCONFIRMED', carriedFrom: { contractYear: '2023/24', code: '23-01' } }

function problemsOf(value: unknown): string[] {
  const problems: Problem[] = []
  const read = checkEntry(value, { file: 'a.yaml', path: ['entries', 0], report: (problem) => problems.push(problem) })
  if (read === undefined) expect(problems).not.toEqual([])
  return problems.map(({ field, expected, found }) => `${field.replace('entries[0].', '')}: ${expected}; found ${found}`)
}

describe('checkEntry', () => {
  it.each<[name: string, entry: object]>([
    ['a duty', duty],
    ['a note without requirement fields', note],
    ['a duty shown on an event, with days', { ...duty, ...onEvent, window: { opensOn: '2024-10-01', dueDays: 28 } }],
    ['a duty after the year', { ...duty, window: { afterYearEnd: true } }],
    ['a monthly return with its reason', { ...duty, fallsDue: 'MONTHLY', shownEvery: 'MONTH', monthlyBecause: 'A monthly return.' }],
    [
      'a duty of practices and the network',
      { ...duty, responsible: ['NETWORK', 'PRACTICE'], evidence: [piece, { what: 'Proof', per: 'PRACTICE' }] },
    ],
    ['a carried duty without amounts', { ...duty, ...carried, money: { ...money, base: 'BEDS' } }],
    ['a sourced rate', { ...duty, money: { ...money, rateMills: 7975, base: 'ADJUSTED' } }],
  ])('reads %s', (_name, entry) => {
    expect(problemsOf(entry)).toEqual([])
  })

  it.each<[name: string, entry: unknown, problem: string]>([
    ['nothing at all', null, 'entries[0]: a group of fields (kind, code, key,'],
    ['a list', [duty], 'entries[0]: a group of fields'],
    ['unknown kind', { ...duty, kind: 'TASK' }, 'kind: one of DUTY, CONDITION, ENTITLEMENT, RULE, NOTE; found "TASK"'],
    [
      'nature on a note',
      { ...note, nature: 'REPORT' },
      'nature: no such field: only a DUTY or a CONDITION has it, and this is a NOTE; found "REPORT"',
    ],
    [
      'small letters in a code',
      { ...duty, code: 'gms-01' },
      'code: a code of capitals, digits and single hyphens, at most 20 characters; found "gms-01"',
    ],
    [
      'a code that is a number',
      { ...duty, code: 2401 },
      'code: a code of capitals, digits and single hyphens, at most 20 characters; found 2401',
    ],
    [
      'capitals in a key',
      { ...duty, key: 'Home-Round' },
      'key: small letters, digits and single hyphens, at most 64 characters; found "Home-Round"',
    ],
    ['empty text', { ...duty, text: '  ' }, 'text: text of 1 to 1000 characters; found "  "'],
    ['a long title', { ...duty, title: 'x'.repeat(121) }, 'title: one line of text of 1 to 120 characters; found "'],
    [
      'a control character',
      { ...duty, title: 'Tell\u0007me' },
      'title: one line of text of 1 to 120 characters, without control characters; found "Tell\\u0007me"',
    ],
    ['two lines in a title', { ...duty, title: 'Tell\nme' }, 'title: one line of text of 1 to 120 characters, without control characters'],
    ['a source twice', { ...duty, sources: ['A', 'A'] }, 'sources[1]: each value once; found "A"'],
    ['sourced without source', { ...duty, sources: [] }, 'sources: at least one source, as its certainty is SOURCED; found an empty list'],
    [
      'carried without origin',
      { ...duty, certainty: 'CARRIED_UNCONFIRMED' },
      'carriedFrom: the contract year and code of the entry it was carried from',
    ],
    [
      'an origin, and sourced',
      { ...duty, carriedFrom: carried.carriedFrom },
      'carriedFrom: null, as its certainty is SOURCED; found a group of fields',
    ],
    ['nobody responsible', { ...duty, responsible: [] }, 'responsible: a list of at least 1; found an empty list'],
    ['no evidence', { ...duty, evidence: [] }, 'evidence: a list of at least 1; found an empty list'],
    [
      'weekly shown on events',
      { ...duty, fallsDue: 'WEEKLY', shownEvery: 'EVENT' },
      'shownEvery: YEAR or QUARTER or MONTH for a duty that falls WEEKLY; found "EVENT"',
    ],
    ['on an event, shown yearly', { ...duty, fallsDue: 'ON_EVENT' }, 'shownEvery: EVENT for a duty that falls ON_EVENT; found "YEAR"'],
    [
      'once, shown quarterly',
      { ...duty, fallsDue: 'ONCE', shownEvery: 'QUARTER' },
      'shownEvery: YEAR for a duty that falls ONCE; found "QUARTER"',
    ],
    [
      'monthly without reason',
      { ...duty, fallsDue: 'WEEKLY', shownEvery: 'MONTH' },
      'monthlyBecause: the reason why it is shown every month; found null',
    ],
    [
      'a reason, and yearly',
      { ...duty, monthlyBecause: 'Because.' },
      'monthlyBecause: nothing, as it is shown every YEAR; found "Because."',
    ],
    [
      'two pieces a quarter',
      { ...duty, ...quarterly, evidence: [piece, piece] },
      'evidence: at most 4 pieces a year for each NETWORK; found 8',
    ],
    [
      'due before it opens',
      { ...duty, window: { opensOn: '2024-05-01', dueOn: '2024-04-30' } },
      'window.dueOn: 2024-05-01 or later, when it opens; found "2024-04-30"',
    ],
    [
      '30 February',
      { ...duty, window: { dueOn: '2025-02-30' } },
      'window.dueOn: a real day written as YYYY-MM-DD, or null; found "2025-02-30"',
    ],
    [
      'days without an event',
      { ...duty, window: { dueDays: 28 } },
      'window.dueDays: nothing, as days are counted from an event only; found 28',
    ],
    [
      'one due day for four quarters',
      { ...duty, ...quarterly, window: { dueOn: '2024-06-30' } },
      'window.dueOn: nothing, as only what is shown once a YEAR has one due day',
    ],
    [
      'quarterly, after the year',
      { ...duty, ...quarterly, window: { afterYearEnd: true } },
      'window.afterYearEnd: false, as only what is shown once a YEAR waits',
    ],
    [
      'opens twice',
      { ...duty, window: { afterYearEnd: true, opensOn: '2025-04-01' } },
      'window.opensOn: nothing, as afterYearEnd already says when it opens',
    ],
    [
      'practices without their piece',
      { ...duty, responsible: ['PRACTICE'] },
      'evidence: at least one piece per PRACTICE, as practices are responsible',
    ],
    [
      'a piece per practice nobody owes',
      { ...duty, evidence: [{ what: 'Log', per: 'PRACTICE' }] },
      'responsible: PRACTICE among them, as evidence is per PRACTICE',
    ],
    ['a rate of nothing', { ...duty, money: { ...money, rateMills: 7975 } }, 'money.base: what the rate is multiplied with; found null'],
    [
      'a carried rate',
      { ...duty, ...carried, money: { ...money, rateMills: 1, base: 'BEDS' } },
      'money.rateMills: null, as only sourced amounts are stated',
    ],
    [
      'half a mill',
      { ...duty, money: { ...money, rateMills: 0.5, base: 'BEDS' } },
      'money.rateMills: a whole number from 0 to 1000000000, or null; found 0.5',
    ],
    ['yes in place of true', { ...duty, standing: 'yes' }, 'standing: true or false; found "yes"'],
    [
      'a fact left out',
      { ...duty, declarationFacts: { ...duty.declarationFacts, yesNo: undefined } },
      'declarationFacts.yesNo: true or false, or null; found nothing',
    ],
  ])('refuses %s', (_name, entry, problem) => {
    expect(problemsOf(entry)).toEqual(expect.arrayContaining([expect.stringContaining(problem)]))
  })

  it('names every field that is missing', () => {
    expect(problemsOf({ kind: 'CONDITION' })).toHaveLength(19)
    expect(problemsOf({ kind: 'NOTE' })).toHaveLength(7)
  })

  it('reports several problems of one entry together', () => {
    expect(
      problemsOf({ ...duty, nature: 'CARE', obligation: 'FREE', window: { opensOn: '2025-01-01', dueOn: '2024-04-30' } }),
    ).toHaveLength(3)
  })
})
