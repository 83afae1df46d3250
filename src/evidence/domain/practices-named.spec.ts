import { describe, expect, it } from '@jest/globals'
import { refusePractices } from './practices-named.js'

const members = new Set(['PX0001', 'PX0002'])
const manager = { ofOrganisation: true, ownPractices: [] }
const staff = { ofOrganisation: false, ownPractices: ['PX0001'] }

describe('practices named by evidence', () => {
  it.each([
    ['the manager none', [], manager],
    ['the manager all', ['PX0001', 'PX0002'], manager],
    ['practice staff their own', ['PX0001'], staff],
    ['a manager who works in a practice another', ['PX0002'], { ...manager, ownPractices: ['PX0001'] }],
  ])('may be, by %s', (_, named, recorder) => {
    expect(refusePractices(named, members, recorder)).toBeUndefined()
  })

  it.each([
    ['a stranger', ['PX0001', 'PX0009'], manager, { kind: 'PracticeNotAMember', practiceCodes: ['PX0009'] }],
    ['none, by practice staff', [], staff, { kind: 'PracticeNotYours', practiceCodes: [] }],
    ['another practice, by practice staff', ['PX0001', 'PX0002'], staff, { kind: 'PracticeNotYours', practiceCodes: ['PX0002'] }],
    ['a stranger, by practice staff', ['PX0009'], staff, { kind: 'PracticeNotAMember' }],
  ])('may not be %s', (_, named, recorder, expected) => {
    expect(refusePractices(named, members, recorder)).toMatchObject({ field: 'practiceCodes', ...expected })
  })
})
