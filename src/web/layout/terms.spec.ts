import { describe, expect, it } from '@jest/globals'
import { anchorOf, explainer } from './terms.js'

const terms = new Map(['Hazard', 'Local day'].map((term) => [term, { term, meaning: `What ${term} means.`, synonyms: [] }]))

describe('explainer', () => {
  it('explains a word where it stands first, and only there', () => {
    const explain = explainer(terms)
    expect([explain('Hazard', 'hazards'), explain('Local day'), explain('Hazard')]).toEqual([
      { text: 'hazards', id: 'hazard', meaning: 'What Hazard means.' },
      { text: 'Local day', id: 'local-day', meaning: 'What Local day means.' },
      { text: 'Hazard', id: 'hazard', meaning: null },
    ])
  })

  it('begins again with every page', () => {
    expect(explainer(terms)('Hazard').meaning).toBe(explainer(terms)('Hazard').meaning)
  })

  it('knows no other word', () => {
    expect(() => explainer(terms)('Hazrad')).toThrow('The glossary does not know Hazrad')
  })
})

describe('anchorOf', () => {
  it.each([
    ['Opt-in and opt-out', 'opt-in-and-opt-out'],
    ['CQRS', 'cqrs'],
  ])('gives %s a place', (term, anchor) => expect(anchorOf(term)).toBe(anchor))
})
