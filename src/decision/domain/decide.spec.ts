import { describe, expect, it } from '@jest/globals'
import { type DecisionAsked, refuseDecision, refuseVerdict } from './decide.js'
import { type Submission } from './submission.js'

const evidence = { id: 'e1', digest: 'd1', madeBy: ['manager'], stands: true }
const first: Submission = {
  id: 's1',
  occurrenceId: 'o1',
  submittedBy: 'manager',
  submittedAt: '2026-11-01T10:00:00.000Z',
  evidence: [evidence],
  decision: null,
}
const decided: Submission = { ...first, decision: { id: 'd1', verdict: 'RETURNED', decidedAt: '2026-11-02T10:00:00.000Z' } }
const second: Submission = { ...first, id: 's2', submittedAt: '2026-11-03T10:00:00.000Z' }
const asked: DecisionAsked = { occurrenceId: 'o1', submissions: [first], decidedBy: 'commissioner', lookedAt: null }

describe('refuseDecision', () => {
  it.each<[string, Partial<DecisionAsked>, string | undefined]>([
    ['it was submitted', {}, undefined],
    ['it was never submitted', { submissions: [] }, 'NotSubmitted'],
    ['it was decided', { submissions: [decided] }, 'AlreadyDecided'],
    ['it was submitted again after a decision', { submissions: [decided, second] }, undefined],
    ['what was looked at is the last submission', { submissions: [first, second], lookedAt: ['s2'] }, undefined],
    ['what was looked at is an earlier submission', { submissions: [first, second], lookedAt: ['s1'] }, 'SubmissionChanged'],
    [
      'evidence was replaced since',
      { submissions: [{ ...first, evidence: [evidence, { ...evidence, stands: false }] }] },
      'SubmissionChanged',
    ],
    ['the decider recorded some of it', { submissions: [{ ...first, evidence: [{ ...evidence, madeBy: ['commissioner'] }] }] }, 'OwnWork'],
    [
      'the decider declared some of it',
      { submissions: [{ ...first, evidence: [{ ...evidence, madeBy: ['manager', 'commissioner'] }] }] },
      'OwnWork',
    ],
    ['the decider submitted it', { submissions: [{ ...first, submittedBy: 'commissioner' }] }, 'OwnWork'],
    ['the server submitted it', { submissions: [{ ...first, submittedBy: null }] }, undefined],
  ])('when %s', (_, change, kind) => {
    expect(refuseDecision({ ...asked, ...change })?.kind).toBe(kind)
  })
})

describe('refuseVerdict', () => {
  it.each([
    ['RETURNED', 'Page two is missing', undefined],
    ['RETURNED', '', 'ReasonNeeded'],
    ['ACCEPTED', '', undefined],
  ] as const)('%s because "%s"', (verdict, reason, kind) => {
    expect(refuseVerdict(verdict, reason)?.kind).toBe(kind)
  })
})
