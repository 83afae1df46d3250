import { describe, expect, it } from '@jest/globals'
import { type Day } from '../../platform/day.js'
import { type EvidenceFacts } from './evidence-counts.js'
import { type ItemFacts, statusOfItem } from './item-status.js'
import { type Mark, type MarkKind } from './mark.js'
import { type OccurrenceRecord } from './occurrence-facts.js'
import { itemStatuses, type Status } from './status-words.js'

const today = '2026-07-10'
const mark = (kind: MarkKind): Mark => ({ kind, startsOn: '2026-04-01', endsOn: null, recordedAt: '2026-07-05T09:00:00.000Z' })
const evidence: EvidenceFacts = {
  id: 'minutes',
  happenedOn: '2026-05-01',
  coversFrom: null,
  coversTo: null,
  lapsesOn: null,
  receivedAt: '2026-05-02T09:00:00.000Z',
  practiceCodes: [],
  linkedAt: '2026-05-02T09:00:00.000Z',
  endedAt: null,
}

function occurrence(
  ordinal: number,
  dueOn: Day | null,
  over: Partial<OccurrenceRecord> = {},
  opensOn: Day = '2026-04-01',
): OccurrenceRecord {
  const dueBasis = dueOn === null ? 'NO_DEADLINE' : 'STATED'
  return {
    occurrence: {
      ordinal,
      periodFrom: '2026-04-01',
      periodTo: '2027-03-31',
      countsFrom: '2026-01-01',
      countsTo: null,
      opensOn,
      dueOn,
      dueBasis,
    },
    localDueOn: null,
    evidence: [],
    decisions: [],
    submittedAt: [],
    marks: [],
    ...over,
  }
}

const item = (occurrences: OccurrenceRecord[], over: Partial<ItemFacts> = {}): ItemFacts => ({
  requirement: { obligation: 'PAID', standing: false, perPractice: false },
  memberships: [],
  marks: [],
  // Only what falls due on 28 June is suspended, so that one item can have a suspended occurrence beside others.
  relaxations: [{ kind: 'SUSPENDED', startsOn: '2026-06-28', endsOn: '2026-06-28' }],
  defaultsToNoOn: null,
  occurrences,
  ...over,
})
const decided = (verdict: 'ACCEPTED' | 'RETURNED') => [{ id: verdict, verdict, decidedAt: '2026-06-01T09:00:00.000Z', evidenceIds: [] }]

/** For each status, an occurrence that has it today. */
const having: Record<Status, (ordinal: number) => OccurrenceRecord> = {
  OVERDUE: (n) => occurrence(n, '2026-06-29'),
  RETURNED: (n) => occurrence(n, '2026-06-29', { decisions: decided('RETURNED') }),
  LAPSED: (n) => occurrence(n, '2026-06-29', { evidence: [{ ...evidence, lapsesOn: '2026-06-01' }] }),
  OPEN: (n) => occurrence(n, '2026-12-31'),
  BLOCKED_BY_PARTNER: (n) => occurrence(n, '2026-06-29', { marks: [mark('BLOCKED_BY_PARTNER')] }),
  NOT_MET: (n) => occurrence(n, '2026-06-29', { marks: [mark('NOT_MET')] }),
  EVIDENCED: (n) => occurrence(n, '2026-06-29', { evidence: [evidence] }),
  ACCEPTED: (n) => occurrence(n, '2026-06-29', { decisions: decided('ACCEPTED') }),
  SUSPENDED: (n) => occurrence(n, '2026-06-28'),
  NOT_PURSUED: (n) => occurrence(n, '2026-06-29', { marks: [mark('NOT_PURSUED')] }),
  NOT_APPLICABLE: (n) => occurrence(n, '2026-06-29', { marks: [mark('NOT_APPLICABLE')] }),
  NOT_YET_DUE: (n) => occurrence(n, '2026-12-31', {}, '2026-10-01'),
}
const pairs = itemStatuses.flatMap((first, index) => itemStatuses.slice(index + 1).map((second) => ({ first, second })))

describe('precedence in an item', () => {
  it.each(itemStatuses.map((status) => ({ status })))('$status alone', ({ status }) => {
    expect(statusOfItem(item([having[status](1)]), today).status).toBe(status)
  })

  it.each(pairs)('$first comes before $second', ({ first, second }) => {
    expect(statusOfItem(item([having[first](1), having[second](2)]), today).status).toBe(first)
    expect(statusOfItem(item([having[second](1), having[first](2)]), today).status).toBe(first)
  })
})

describe('an item', () => {
  const shownEarly = occurrence(1, '2026-12-31', { evidence: [evidence] }, '2026-10-01')
  const gate: ItemFacts['requirement'] = { obligation: 'GATE', standing: false, perPractice: false }
  const cases: { name: string; facts: ItemFacts; status: Status; changesOn: Day | null }[] = [
    { name: 'on event, with no event, is not yet due', facts: item([]), status: 'NOT_YET_DUE', changesOn: null },
    { name: 'shown before its window opens is not yet due', facts: item([shownEarly]), status: 'NOT_YET_DUE', changesOn: '2026-10-01' },
    {
      name: 'marked not applicable is so in all its occurrences',
      facts: item([having.OVERDUE(1), having.EVIDENCED(2)], { marks: [mark('NOT_APPLICABLE')] }),
      status: 'NOT_APPLICABLE',
      changesOn: null,
    },
    {
      name: 'marked not applicable is so before any event',
      facts: item([], { marks: [{ ...mark('NOT_APPLICABLE'), endsOn: '2026-07-20' }] }),
      status: 'NOT_APPLICABLE',
      changesOn: '2026-07-21',
    },
    {
      name: 'marked not pursued is so before its window opens',
      facts: item([having.NOT_YET_DUE(1)], { marks: [mark('NOT_PURSUED')] }),
      status: 'NOT_PURSUED',
      changesOn: null,
    },
    {
      name: 'that is a gate cannot be left unpursued',
      facts: item([having.OVERDUE(1)], { marks: [mark('NOT_PURSUED')], requirement: gate }),
      status: 'OVERDUE',
      changesOn: null,
    },
  ]
  it.each(cases)('$name', ({ facts, status, changesOn }) => {
    expect(statusOfItem(facts, today)).toMatchObject({ status, changesOn })
  })
})

describe('next days of an item', () => {
  const withLocal = (ordinal: number, dueOn: Day | null, localDueOn: Day | null) => occurrence(ordinal, dueOn, { localDueOn })
  it.each([
    { name: 'none', of: [], nextDueOn: null, nextLocalDueOn: null, daysLate: 0 },
    { name: 'overdue ones first', of: [having.OPEN(1), having.OVERDUE(2)], nextDueOn: '2026-06-29', nextLocalDueOn: null, daysLate: 11 },
    { name: 'not those shown', of: [having.EVIDENCED(1), having.OPEN(2)], nextDueOn: '2026-12-31', nextLocalDueOn: null, daysLate: 0 },
    { name: 'nor those closed', of: [having.NOT_MET(1), having.OPEN(2)], nextDueOn: '2026-12-31', nextLocalDueOn: null, daysLate: 0 },
    {
      name: 'those to come too',
      of: [having.EVIDENCED(1), having.NOT_YET_DUE(2)],
      nextDueOn: '2026-12-31',
      nextLocalDueOn: null,
      daysLate: 0,
    },
    {
      name: 'the pair of one occurrence',
      of: [withLocal(1, '2026-12-31', '2026-11-30'), withLocal(2, '2026-09-30', null)],
      nextDueOn: '2026-09-30',
      nextLocalDueOn: null,
      daysLate: 0,
    },
    {
      name: 'a local day where there is no national one',
      of: [withLocal(1, null, null), withLocal(2, null, '2026-11-30')],
      nextDueOn: null,
      nextLocalDueOn: '2026-11-30',
      daysLate: 0,
    },
    {
      name: 'shown late, by the act',
      of: [occurrence(1, '2026-04-30', { evidence: [evidence] })],
      nextDueOn: null,
      nextLocalDueOn: null,
      daysLate: 1,
    },
  ])('$name', ({ of, nextDueOn, nextLocalDueOn, daysLate }) => {
    expect(statusOfItem(item(of), today)).toMatchObject({ nextDueOn, nextLocalDueOn, daysLate })
  })

  it.each([
    { name: 'while owed', of: [having.OPEN(1)], hazardOn: '2027-03-31' },
    { name: 'while returned', of: [having.RETURNED(1)], hazardOn: '2027-03-31' },
    { name: 'once shown', of: [having.EVIDENCED(1)], hazardOn: null },
    { name: 'once closed', of: [having.NOT_APPLICABLE(1)], hazardOn: null },
    { name: 'without occurrence', of: [], hazardOn: null },
  ])('the "No" by default $name', ({ of, hazardOn }) => {
    expect(statusOfItem(item(of, { defaultsToNoOn: '2027-03-31' }), today).hazardOn).toBe(hazardOn)
  })
})
