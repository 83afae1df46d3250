import { describe, expect, it } from '@jest/globals'
import { kindOf, refuseEmpty } from './evidence-content.js'
import { evidenceKinds, type Figure } from './evidence-kind.js'

const figure: Figure = { numerator: 1, denominator: 2, source: 'A search', trust: 'SELF_DECLARED' }

describe('the kind of ordinary evidence', () => {
  it.each([
    ['nothing but a note', { figure: null, link: null, fileIds: [] }, 'NOTE'],
    ['a link', { figure: null, link: 'https://example.org', fileIds: [] }, 'LINK'],
    ['files, and where they came from', { figure: null, link: 'https://example.org', fileIds: ['one'] }, 'FILES'],
    ['a figure, with what backs it', { figure, link: 'https://example.org', fileIds: ['one'] }, 'FIGURE'],
  ])('of %s', (_, parts, kind) => {
    expect(kindOf(parts)).toBe(kind)
  })
})

describe('evidence that says nothing', () => {
  it.each(['', ' ', '\n\t'])('is refused: a note of %j alone', (note) => {
    expect(refuseEmpty({ kind: 'NOTE', note })).toMatchObject({ kind: 'EvidenceEmpty', field: 'note' })
  })

  it.each(evidenceKinds.filter((kind) => kind !== 'NOTE'))('is not %s without a note', (kind) => {
    expect(refuseEmpty({ kind, note: '' })).toBeUndefined()
  })
})
