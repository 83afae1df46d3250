import { describe, expect, it } from '@jest/globals'
import { GlossaryRepository } from './glossary.repository.js'

describe('wordings of a search', () => {
  const glossary = new GlossaryRepository()

  it('are the words themselves where the glossary does not know them', () => {
    expect(glossary.wordingsOf('  Zebra   crossing ')).toEqual([['zebra'], ['crossing']])
  })

  it('are a term and its synonyms, from either', () => {
    const [term] = glossary.wordingsOf('Additional Roles Reimbursement Scheme')
    expect(term).toEqual(expect.arrayContaining(['additional roles reimbursement scheme', 'arrs', 'additional roles']))
    expect(glossary.wordingsOf('ARRS')[0]?.toSorted()).toEqual(term?.toSorted())
  })

  it('take the longest phrase that is known, and go on after it', () => {
    const groups = glossary.wordingsOf('zebra additional roles reimbursement scheme crossing')
    expect(groups.map((group) => group[0])).toEqual(['zebra', 'additional roles reimbursement scheme', 'crossing'])
  })

  it('leave out synonyms that stand inside other words, unless they were typed', () => {
    const [typed] = glossary.wordingsOf('AF')
    expect(typed?.[0]).toBe('af')
    const [term] = glossary.wordingsOf('hypertension')
    expect(term).toContain('cardiovascular disease prevention')
    expect(term).not.toContain('af')
  })
})
