import { describe, expect, it } from '@jest/globals'
import { type BasedMinutes, statedBases, statedBasis } from './stated-basis.js'

const minutes = (...bases: (BasedMinutes['basis'] | 'none')[]): BasedMinutes[] =>
  bases.map((basis) => (basis === 'none' ? { minutes: null, basis: null } : { minutes: {}, basis }))

describe('what minutes rest on', () => {
  it.each([
    [minutes(), 'not estimated'],
    [minutes('none'), 'not estimated'],
    [minutes('NETWORK_ESTIMATE', 'none'), 'our estimate'],
    [minutes('NETWORK_ESTIMATE', 'CATALOGUE_ASSUMPTION'), 'partly an assumption'],
    [minutes('CATALOGUE_ASSUMPTION', 'CATALOGUE_ASSUMPTION'), 'an assumption'],
    [minutes('RELEASE_MEDIAN', 'NETWORK_ESTIMATE'), 'partly a median of other networks'],
    [minutes('RELEASE_MEDIAN'), 'a median of other networks'],
  ])('of %j is told by the weakest: %s', (estimates, words) => {
    expect(statedBasis(estimates)).toBe(words)
  })

  it('counts every item once', () => {
    const items = [
      ...[minutes('NETWORK_ESTIMATE'), minutes('NETWORK_ESTIMATE', 'RELEASE_MEDIAN'), minutes('RELEASE_MEDIAN', 'CATALOGUE_ASSUMPTION')],
      ...[minutes('CATALOGUE_ASSUMPTION'), minutes('none')],
    ].map((estimates) => ({ estimates }))
    expect(statedBases(items)).toEqual({ own: 1, medians: 1, assumptions: 2 })
  })
})
