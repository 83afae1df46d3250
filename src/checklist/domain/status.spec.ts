import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { type Day } from '../../platform/day.js'
import { type Decision } from './decision-in-force.js'
import { type EvidenceFacts } from './evidence-counts.js'
import { type Mark, type MarkKind } from './mark.js'
import { type OccurrenceFacts } from './occurrence-facts.js'
import { statusOfOccurrence } from './status.js'
import { type Status, statuses } from './status-words.js'

const nothing: OccurrenceFacts = {
  requirement: { obligation: 'PAID', standing: false, perPractice: false },
  occurrence: {
    ordinal: 1,
    periodFrom: '2026-04-01',
    periodTo: '2027-03-31',
    countsFrom: '2026-01-01',
    countsTo: null,
    opensOn: '2026-04-01',
    dueOn: '2026-06-30',
    dueBasis: 'STATED',
  },
  localDueOn: null,
  memberships: [],
  evidence: [],
  decisions: [],
  submittedAt: [],
  marks: [],
  relaxations: [],
}

const beforeItOpens = '2026-03-20'
const whileOpen = '2026-06-20'
const pastDue = '2026-07-10'

const evidence = (over: Partial<EvidenceFacts> = {}): EvidenceFacts => ({
  id: 'minutes',
  happenedOn: '2026-02-01',
  coversFrom: null,
  coversTo: null,
  lapsesOn: null,
  receivedAt: '2026-02-02T09:00:00.000Z',
  practiceCodes: [],
  linkedAt: '2026-02-02T09:00:00.000Z',
  endedAt: null,
  ...over,
})
const mark = (kind: MarkKind, over: Partial<Mark> = {}): Mark => ({
  kind,
  startsOn: '2026-02-10',
  endsOn: null,
  recordedAt: '2026-02-10T09:00:00.000Z',
  ...over,
})
const decision = (verdict: Decision['verdict'], decidedAt: string, evidenceIds: string[] = []): Decision => ({
  id: decidedAt,
  verdict,
  decidedAt,
  evidenceIds,
})
const withMark = (kind: MarkKind) => (facts: OccurrenceFacts) => ({ ...facts, marks: [...facts.marks, mark(kind)] })
const withEvidence = (one: EvidenceFacts) => (facts: OccurrenceFacts) => ({ ...facts, evidence: [...facts.evidence, one] })
const withDecision = (one: Decision) => (facts: OccurrenceFacts) => ({ ...facts, decisions: [...facts.decisions, one] })
const asTheyAre = (facts: OccurrenceFacts) => facts

/** For each status, what makes it apply, and the day where it takes one. */
const makes: Record<Status, { add: (facts: OccurrenceFacts) => OccurrenceFacts; on?: Day }> = {
  NOT_APPLICABLE: { add: withMark('NOT_APPLICABLE') },
  ACCEPTED: { add: withDecision(decision('ACCEPTED', '2026-03-02T09:00:00.000Z')) },
  SUSPENDED: { add: (facts) => ({ ...facts, relaxations: [{ kind: 'SUSPENDED', startsOn: '2026-01-01', endsOn: null }] }) },
  NOT_PURSUED: { add: withMark('NOT_PURSUED') },
  NOT_MET: { add: withMark('NOT_MET') },
  RETURNED: { add: withDecision(decision('RETURNED', '2026-03-01T09:00:00.000Z')) },
  EVIDENCED: { add: withEvidence(evidence()) },
  LAPSED: { add: withEvidence(evidence({ id: 'lapsed', lapsesOn: '2026-03-01' })) },
  BLOCKED_BY_PARTNER: { add: withMark('BLOCKED_BY_PARTNER') },
  OVERDUE: { add: asTheyAre, on: pastDue },
  OPEN: { add: asTheyAre, on: whileOpen },
  NOT_YET_DUE: { add: asTheyAre, on: beforeItOpens },
}
const pairs = statuses.flatMap((first, index) => statuses.slice(index + 1).map((second) => ({ first, second })))

describe('precedence of statuses', () => {
  it.each(statuses.map((status) => ({ status })))('$status applies alone', ({ status }) => {
    const { add, on } = makes[status]
    expect(statusOfOccurrence(add(nothing), on ?? pastDue).status).toBe(status)
  })

  it.each(pairs)('$first comes before $second', ({ first, second }) => {
    const on = makes[first].on ?? makes[second].on ?? pastDue
    expect(statusOfOccurrence(makes[first].add(makes[second].add(nothing)), on).status).toBe(first)
    expect(statusOfOccurrence(makes[second].add(makes[first].add(nothing)), on).status).toBe(first)
  })

  it('is the order of the table in docs/method/status.md', () => {
    const page = readFileSync(new URL('../../../docs/method/status.md', import.meta.url), 'utf8')
    const rows = [...page.matchAll(/^\| \d+ +\| `([A-Z_]+)`/gm)].map(([, status]) => status)
    expect(rows).toEqual([...statuses])
  })
})

describe('a decision', () => {
  const returned = decision('RETURNED', '2026-07-01T09:00:00.000Z', ['minutes'])
  const accepted = decision('ACCEPTED', '2026-07-01T09:00:00.000Z', ['minutes'])
  const shown = withEvidence(evidence())(nothing)
  const ended = { endedAt: '2026-07-02T09:00:00.000Z' }
  const corrected = [evidence(ended), evidence({ id: 'correction', linkedAt: '2026-07-02T09:00:00.000Z' })]
  const more = withEvidence(evidence({ id: 'more', linkedAt: '2026-07-03T09:00:00.000Z' }))
  const cases: { name: string; facts: OccurrenceFacts; status: Status }[] = [
    { name: 'accepted stands', facts: withDecision(accepted)(shown), status: 'ACCEPTED' },
    { name: 'accepted stands when evidence is added', facts: more(withDecision(accepted)(shown)), status: 'ACCEPTED' },
    {
      name: 'accepted stands when its evidence lapses',
      facts: withEvidence(evidence({ lapsesOn: '2026-07-05' }))(withDecision(accepted)(nothing)),
      status: 'ACCEPTED',
    },
    {
      name: 'accepted ends when its evidence is superseded',
      facts: { ...shown, decisions: [accepted], evidence: corrected },
      status: 'EVIDENCED',
    },
    {
      name: 'accepted ends when its only evidence is withdrawn',
      facts: { ...shown, decisions: [accepted], evidence: [evidence(ended)] },
      status: 'OVERDUE',
    },
    {
      name: 'accepted ends when one of two is withdrawn',
      facts: {
        ...shown,
        decisions: [{ ...accepted, evidenceIds: ['minutes', 'more'] }],
        evidence: [evidence(), evidence({ id: 'more', ...ended })],
      },
      status: 'EVIDENCED',
    },
    { name: 'accepted ends when its evidence is gone from the occurrence', facts: withDecision(accepted)(nothing), status: 'OVERDUE' },
    { name: 'returned stands', facts: withDecision(returned)(shown), status: 'RETURNED' },
    { name: 'returned stands when evidence is added', facts: more(withDecision(returned)(shown)), status: 'RETURNED' },
    {
      name: 'returned ends when its evidence is superseded',
      facts: { ...shown, decisions: [returned], evidence: corrected },
      status: 'EVIDENCED',
    },
    {
      name: 'returned ends when submitted again',
      facts: { ...withDecision(returned)(shown), submittedAt: ['2026-07-01T10:00:00.000Z'] },
      status: 'EVIDENCED',
    },
    {
      name: 'returned stands on a submission no later',
      facts: { ...withDecision(returned)(shown), submittedAt: ['2026-07-01T09:00:00.000Z'] },
      status: 'RETURNED',
    },
    {
      name: 'the last one holds',
      facts: { ...shown, decisions: [{ ...returned, decidedAt: '2026-07-02T09:00:00.000Z' }, accepted] },
      status: 'RETURNED',
    },
    {
      name: 'an earlier one does not come back when the last ends',
      facts: {
        ...shown,
        decisions: [accepted, decision('RETURNED', '2026-07-03T09:00:00.000Z', ['minutes', 'more'])],
        evidence: [evidence(), evidence({ id: 'more', endedAt: '2026-07-04T09:00:00.000Z' })],
      },
      status: 'EVIDENCED',
    },
  ]
  it.each(cases)('$name', ({ facts, status }) => {
    expect(statusOfOccurrence(facts, pastDue).status).toBe(status)
  })
})

describe('a mark', () => {
  const notMet = mark('NOT_MET', { recordedAt: '2026-07-01T10:00:00.000Z' })
  const closed: OccurrenceFacts = { ...nothing, marks: [notMet] }
  const gate: OccurrenceFacts = { ...nothing, requirement: { ...nothing.requirement, obligation: 'GATE' } }
  const linked = (linkedAt: string, over: Partial<EvidenceFacts> = {}) => withEvidence(evidence({ linkedAt, ...over }))(closed)
  const cases: { name: string; facts: OccurrenceFacts; on: Day; status: Status }[] = [
    {
      name: 'not met is ended by evidence linked later the same day',
      facts: linked('2026-07-01T10:00:00.001Z'),
      on: pastDue,
      status: 'EVIDENCED',
    },
    { name: 'not met stays with evidence linked no later', facts: linked('2026-07-01T10:00:00.000Z'), on: pastDue, status: 'NOT_MET' },
    {
      name: 'not met does not come back when that evidence is withdrawn',
      facts: linked('2026-07-02T10:00:00.000Z', { endedAt: '2026-07-03T10:00:00.000Z' }),
      on: pastDue,
      status: 'OVERDUE',
    },
    { name: 'not pursued does nothing on a gate', facts: withMark('NOT_PURSUED')(gate), on: pastDue, status: 'OVERDUE' },
    {
      name: 'blocked holds on its last day',
      facts: { ...nothing, marks: [mark('BLOCKED_BY_PARTNER', { endsOn: pastDue })] },
      on: pastDue,
      status: 'BLOCKED_BY_PARTNER',
    },
    {
      name: 'blocked is over on the day after',
      facts: { ...nothing, marks: [mark('BLOCKED_BY_PARTNER', { endsOn: pastDue })] },
      on: '2026-07-11',
      status: 'OVERDUE',
    },
    {
      name: 'blocked has not begun on the day before',
      facts: { ...nothing, marks: [mark('BLOCKED_BY_PARTNER', { startsOn: '2026-07-11' })] },
      on: pastDue,
      status: 'OVERDUE',
    },
  ]
  it.each(cases)('$name', ({ facts, on, status }) => {
    expect(statusOfOccurrence(facts, on).status).toBe(status)
  })
})

describe('days', () => {
  const standing: OccurrenceFacts = { ...nothing, requirement: { ...nothing.requirement, standing: true } }
  const agreement = (lapsesOn: Day) => withEvidence(evidence({ happenedOn: '2021-05-01', lapsesOn }))(standing)
  const late = withEvidence(evidence({ happenedOn: '2026-07-04', receivedAt: '2026-08-30T09:00:00.000Z' }))(nothing)
  const onTime = withEvidence(evidence({ happenedOn: '2026-06-30', receivedAt: '2026-08-30T09:00:00.000Z' }))(nothing)
  const lapsedThenDone = withEvidence(evidence({ id: 'early', lapsesOn: '2026-06-20' }))(late)
  it.each([
    { name: 'before it opens', facts: nothing, on: beforeItOpens, status: 'NOT_YET_DUE', daysLate: 0, changesOn: '2026-04-01' },
    { name: 'open', facts: nothing, on: '2026-04-01', status: 'OPEN', daysLate: 0, changesOn: '2026-07-01' },
    { name: 'on the due day', facts: nothing, on: '2026-06-30', status: 'OPEN', daysLate: 0, changesOn: '2026-07-01' },
    { name: 'a day late', facts: nothing, on: '2026-07-01', status: 'OVERDUE', daysLate: 1, changesOn: null },
    { name: 'done late, typed later', facts: late, on: '2026-09-01', status: 'EVIDENCED', daysLate: 4, changesOn: null },
    {
      name: 'lapsed before due, then done late',
      facts: lapsedThenDone,
      on: '2026-09-01',
      status: 'EVIDENCED',
      daysLate: 4,
      changesOn: null,
    },
    { name: 'done on time, typed late', facts: onTime, on: '2026-09-01', status: 'EVIDENCED', daysLate: 0, changesOn: null },
    {
      name: 'arrangement of years ago',
      facts: agreement('2026-12-01'),
      on: pastDue,
      status: 'EVIDENCED',
      daysLate: 0,
      changesOn: '2026-12-01',
    },
    {
      name: 'arrangement lapsed after due',
      facts: agreement('2026-12-01'),
      on: '2026-12-03',
      status: 'LAPSED',
      daysLate: 3,
      changesOn: null,
    },
    {
      name: 'arrangement outlives its year',
      facts: agreement('2027-04-01'),
      on: '2027-04-02',
      status: 'EVIDENCED',
      daysLate: 0,
      changesOn: null,
    },
    {
      name: 'arrangement that will lapse before due',
      facts: agreement('2026-06-30'),
      on: whileOpen,
      status: 'OPEN',
      daysLate: 0,
      changesOn: '2026-06-30',
    },
    { name: 'arrangement lapsed before due', facts: agreement('2026-06-30'), on: pastDue, status: 'LAPSED', daysLate: 10, changesOn: null },
    { name: 'returned and past due', facts: makes.RETURNED.add(nothing), on: pastDue, status: 'RETURNED', daysLate: 10, changesOn: null },
    { name: 'closed is no longer late', facts: makes.NOT_MET.add(nothing), on: pastDue, status: 'NOT_MET', daysLate: 0, changesOn: null },
  ])('$name', ({ facts, on, status, daysLate, changesOn }) => {
    expect(statusOfOccurrence(facts, on)).toMatchObject({ status, daysLate, changesOn })
  })

  it.each([
    { name: 'on the ICB’s day', facts: nothing, on: '2026-06-15', past: false, status: 'OPEN' },
    { name: 'past it, before the national day', facts: nothing, on: '2026-06-16', past: true, status: 'OPEN' },
    { name: 'past both', facts: nothing, on: pastDue, past: true, status: 'OVERDUE' },
    { name: 'shown', facts: makes.EVIDENCED.add(nothing), on: pastDue, past: false, status: 'EVIDENCED' },
    { name: 'without a local day', facts: { ...nothing, localDueOn: null }, on: pastDue, past: false, status: 'OVERDUE' },
  ])('local day: $name', ({ name, facts, on, past, status }) => {
    const localDueOn = name === 'without a local day' ? null : '2026-06-15'
    expect(statusOfOccurrence({ ...facts, localDueOn }, on)).toMatchObject({ status, pastLocalDay: past })
  })
})
