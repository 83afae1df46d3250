import { describe, expect, it } from '@jest/globals'
import { type EvidenceFacts } from '../../checklist/domain/evidence-counts.js'
import { decisionHolding } from './holding.js'
import { type Submission } from './submission.js'

function evidence(id: string, endedAt: string | null = null): EvidenceFacts {
  const dates = { happenedOn: '2026-10-01', coversFrom: null, coversTo: null, lapsesOn: null }
  return { ...dates, id, receivedAt: '2026-10-02T10:00:00.000Z', practiceCodes: [], linkedAt: '2026-10-02T10:00:00.000Z', endedAt }
}

function submission(day: string, verdict: 'ACCEPTED' | 'RETURNED' | null, ...evidenceIds: string[]): Submission {
  return {
    id: `s${day}`,
    occurrenceId: 'o1',
    submittedBy: null,
    submittedAt: `2026-11-${day}T10:00:00.000Z`,
    evidence: evidenceIds.map((id) => ({ id, digest: id, madeBy: ['manager'], stands: true })),
    decision: verdict && { id: `d${day}`, verdict, decidedAt: `2026-11-${day}T12:00:00.000Z` },
  }
}

describe('decisionHolding', () => {
  const ended = '2026-11-20T10:00:00.000Z'
  it.each<[string, Submission[], EvidenceFacts[], string | null]>([
    ['nothing was submitted', [], [evidence('e1')], null],
    ['nothing was decided', [submission('01', null, 'e1')], [evidence('e1')], null],
    ['its evidence stands', [submission('01', 'ACCEPTED', 'e1')], [evidence('e1')], 'd01'],
    ['evidence was added', [submission('01', 'ACCEPTED', 'e1')], [evidence('e1'), evidence('e2')], 'd01'],
    ['its evidence ended', [submission('01', 'ACCEPTED', 'e1')], [evidence('e1', ended)], null],
    ['some of its evidence ended', [submission('01', 'RETURNED', 'e1', 'e2')], [evidence('e1'), evidence('e2', ended)], null],
    [
      'an accepted occurrence was submitted again',
      [submission('01', 'ACCEPTED', 'e1'), submission('02', null, 'e1', 'e2')],
      [evidence('e1'), evidence('e2')],
      'd01',
    ],
    [
      'a returned occurrence was submitted again',
      [submission('01', 'RETURNED', 'e1'), submission('02', null, 'e1', 'e2')],
      [evidence('e1'), evidence('e2')],
      null,
    ],
    [
      'it was decided twice',
      [submission('01', 'RETURNED', 'e1'), submission('02', 'ACCEPTED', 'e1', 'e2')],
      [evidence('e1'), evidence('e2')],
      'd02',
    ],
    [
      'the later decision ended',
      [submission('01', 'ACCEPTED', 'e1'), submission('02', 'ACCEPTED', 'e1', 'e2')],
      [evidence('e1'), evidence('e2', ended)],
      null,
    ],
  ])('when %s', (_, submissions, facts, id) => {
    expect(decisionHolding(submissions, facts)?.id ?? null).toBe(id)
  })
})
