import { describe, expect, it } from '@jest/globals'
import { acceptedRequest, type AnsweredRequest } from './accepted-request.js'

const recorded = [{ staffGroup: 'CLINICAL_DIRECTOR', minutes: { low: 60, central: 90, high: 120 } }]
const own = [{ staffGroup: 'CLINICAL_DIRECTOR', minutes: { low: 10, central: 20, high: 30 } }]

function answered(answer: AnsweredRequest['answer']): AnsweredRequest {
  return {
    ...{ id: 'row', requestId: 'request', networkCode: 'UX0001', number: 12 },
    ...{ clause: 'NOT_FOUND', requirementCode: null, paragraph: null, clauseBy: 'LMC', answer },
    request: {
      ...{ contractYear: '2026/27', title: 'Winter plan', nature: 'REPORT', obligation: 'UNPAID', minutes: recorded, timing: 'FLOATING' },
      ...{ opensOn: '2026-11-02', closesOn: '2027-01-15', askedBy: 'The ICB', askerKind: 'ICB' },
    },
  }
}

describe('acceptedRequest', () => {
  it('is work of its year, in its months, as recorded', () => {
    expect(acceptedRequest(answered({ choice: 'ACCEPT', minutes: null, recordedAt: '2026-11-20T23:30:00.000Z' }))).toEqual({
      ...{
        id: 'row',
        requestId: 'request',
        networkCode: 'UX0001',
        code: 'R-12',
        title: 'Winter plan',
        nature: 'REPORT',
        obligation: 'UNPAID',
      },
      ...{ minutes: recorded, timing: 'FLOATING', firstMonth: 7, lastMonth: 9, askedBy: 'The ICB', askerKind: 'ICB' },
      ...{ clause: 'NOT_FOUND', requirementCode: null, paragraph: null, clauseBy: 'LMC', answeredOn: '2026-11-20' },
    })
  })

  it('takes the network’s own figures where it gave any', () => {
    expect(acceptedRequest(answered({ choice: 'ACCEPT', minutes: own, recordedAt: '2026-11-20T12:00:00.000Z' }))?.minutes).toEqual(own)
  })

  it('was answered on the day it was in England', () => {
    expect(acceptedRequest(answered({ choice: 'ACCEPT', minutes: null, recordedAt: '2026-06-20T23:30:00.000Z' }))?.answeredOn).toBe(
      '2026-06-21',
    )
  })

  it.each(['DECLINE', 'DELEGATE', 'NEGOTIATE'] as const)('is none after %s', (choice) => {
    expect(acceptedRequest(answered({ choice, minutes: null, recordedAt: '2026-11-20T12:00:00.000Z' }))).toBeUndefined()
  })

  it('is none before an answer', () => {
    expect(acceptedRequest(answered(null))).toBeUndefined()
  })
})
