import { describe, expect, it } from '@jest/globals'
import { type AttendanceFacts, refuseAgreement, refuseOffer } from './attendance.js'

const facts = (given: Partial<AttendanceFacts> = {}): AttendanceFacts => ({ standing: 'ACCEPT', offers: false, attendedBy: null, ...given })

describe('refuseOffer', () => {
  it('takes an offer of a network that accepted and goes itself', () => {
    expect(refuseOffer(facts(), 2)).toBeUndefined()
    expect(refuseOffer(facts({ offers: true }), 2)).toBeUndefined()
  })

  it.each<[string, Partial<AttendanceFacts>, number, string]>([
    ['nobody else was asked', {}, 1, 'requestId'],
    ['it has not answered', { standing: 'UNANSWERED' }, 2, 'networkCode'],
    ['it declined', { standing: 'DECLINE' }, 2, 'networkCode'],
    ['another attends for it', { attendedBy: 'UX0009' }, 2, 'networkCode'],
  ])('refuses one when %s', (_, given, networks, field) => {
    expect(refuseOffer(facts(given), networks)).toMatchObject({ kind: 'AttendanceRefused', field })
  })
})

describe('refuseAgreement', () => {
  it('takes the word of a network that offers', () => {
    expect(refuseAgreement(facts({ standing: 'UNANSWERED' }), facts({ offers: true }))).toBeUndefined()
  })

  it('says the same of a network that was not asked and one that does not offer', () => {
    const refusal = refuseAgreement(facts(), facts())
    expect(refusal).toMatchObject({ kind: 'AttendanceRefused', field: 'attendantCode' })
    expect(refuseAgreement(facts(), null)).toEqual(refusal)
  })

  it('refuses it to a network that offers itself', () => {
    expect(refuseAgreement(facts({ offers: true }), facts({ offers: true }))).toMatchObject({ field: 'networkCode' })
  })
})
