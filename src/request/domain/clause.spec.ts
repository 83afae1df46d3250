import { describe, expect, it } from '@jest/globals'
import { type ClauseEntered, clauseOf, refuseClause } from './clause.js'

describe('clauseOf', () => {
  it('says that nobody has looked where nothing was entered', () => {
    expect(clauseOf(null)).toEqual({ clause: 'NOT_LOOKED', requirementCode: null, paragraph: null })
  })
})

describe('refuseClause', () => {
  it.each<[ClauseEntered]>([
    [{ clause: 'FOUND', requirementCode: '25-05' }],
    [{ clause: 'FOUND', paragraph: '8.1.3' }],
    [{ clause: 'FOUND', requirementCode: '25-05', paragraph: '8.1.3' }],
    [{ clause: 'NOT_FOUND' }],
    [{ clause: 'NOT_LOOKED' }],
  ])('takes %o', (entered) => {
    expect(refuseClause(clauseOf(entered))).toBeUndefined()
  })

  it.each<[ClauseEntered]>([
    [{ clause: 'FOUND' }],
    [{ clause: 'NOT_FOUND', paragraph: '8.1.3' }],
    [{ clause: 'NOT_LOOKED', requirementCode: '25-05' }],
  ])('refuses %o', (entered) => {
    expect(refuseClause(clauseOf(entered))).toMatchObject({ kind: 'ClauseRefused', field: 'clause' })
  })
})
