import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { isNews, refuseSubmission, type Submission, type Submittable } from './submission.js'

const one = { id: 'e1', digest: 'd1' }
const two = { id: 'e2', digest: 'd2' }

function submission(evidence = [{ ...one, stands: true }]): Submission {
  return {
    id: 's1',
    occurrenceId: 'o1',
    submittedBy: 'manager',
    submittedAt: '2026-11-01T10:00:00.000Z',
    evidence: evidence.map((shown) => ({ ...shown, madeBy: ['manager'] })),
    decision: null,
  }
}

const submittable: Submittable = { occurrenceId: 'o1', ownerKind: 'NETWORK', decidedBy: 'COMMISSIONER', shownBy: [one], submissions: [] }

describe('refuseSubmission', () => {
  it.each<[string, Partial<Submittable>, string | undefined]>([
    ['what shows it counts and it was never submitted', {}, undefined],
    ['the commissioner may verify it', { decidedBy: 'COMMISSIONER_MAY_VERIFY' }, undefined],
    ['nobody decides', { decidedBy: 'NOBODY' }, 'NotForDecision'],
    ['another system calculates it', { decidedBy: 'CALCULATED' }, 'NotForDecision'],
    ["it is the ICB's own duty", { ownerKind: 'BOARD' }, 'NotForDecision'],
    ['nothing shows it', { shownBy: [] }, 'NothingToSubmit'],
    ['nothing is new', { submissions: [submission()] }, 'AlreadySubmitted'],
    ['evidence was added', { shownBy: [one, two], submissions: [submission()] }, undefined],
    ['evidence was replaced', { shownBy: [two], submissions: [submission([{ ...one, stands: false }])] }, undefined],
    [
      'some was withdrawn and the rest still counts',
      {
        submissions: [
          submission([
            { ...one, stands: true },
            { ...two, stands: false },
          ]),
        ],
      },
      undefined,
    ],
    [
      'some has only lapsed',
      {
        submissions: [
          submission([
            { ...one, stands: true },
            { ...two, stands: true },
          ]),
        ],
      },
      'AlreadySubmitted',
    ],
    ['only an earlier submission showed the same', { submissions: [submission(), submission([{ ...two, stands: true }])] }, undefined],
  ])('when %s', (_, change, kind) => {
    expect(refuseSubmission({ ...submittable, ...change })?.kind).toBe(kind)
  })

  it('names the occurrence', () => {
    expect(refuseSubmission({ ...submittable, shownBy: [] })).toMatchObject({ occurrenceId: 'o1', field: 'occurrenceIds' })
  })
})

describe('isNews', () => {
  const shown = fc.uniqueArray(fc.record({ id: fc.constantFrom('e1', 'e2', 'e3', 'e4'), digest: fc.constant('d') }), {
    selector: ({ id }) => id,
    minLength: 1,
  })

  it('is never what was just submitted, nor part of it', () => {
    fc.assert(
      fc.property(shown, fc.nat(), (evidence, seed) => {
        const latest = submission(evidence.map((each) => ({ ...each, stands: true })))
        expect(isNews(evidence, latest)).toBe(false)
        expect(isNews(evidence.slice(seed % evidence.length), latest)).toBe(false)
        expect(isNews([...evidence, { id: 'another', digest: 'd' }], latest)).toBe(true)
      }),
    )
  })
})
