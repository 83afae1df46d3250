import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { placesOf, refuseRanking } from './ranking.js'

const of = (id: string, closed = false) => ({ id, createdAt: `2026-04-0${id.charCodeAt(0) - 96}`, closed })

describe('a ranking', () => {
  it.each([
    ['the open ones in any order', ['b', 'a', 'c'], undefined],
    ['one missing', ['a', 'b'], { missing: ['c'], unknown: [], repeated: [] }],
    ['a stranger', ['a', 'b', 'c', 'x'], { missing: [], unknown: ['x'], repeated: [] }],
    ['a tie', ['a', 'b', 'c', 'a'], { missing: [], unknown: [], repeated: ['a'] }],
    ['everything at once', ['a', 'x', 'x'], { missing: ['b', 'c'], unknown: ['x'], repeated: ['x'] }],
    ['nothing', [], { missing: ['a', 'b', 'c'], unknown: [], repeated: [] }],
  ])('of %s', (_, ids, wrong) => {
    const refusal = refuseRanking(ids, ['a', 'b', 'c'])
    if (wrong) expect(refusal).toMatchObject({ kind: 'RankingRefused', field: 'priorityIds', ...wrong })
    else expect(refusal).toBeUndefined()
  })

  it('says what is wrong in words', () => {
    expect(refuseRanking(['a', 'x', 'x'], ['a', 'b'])?.message).toBe(
      'A ranking names every open priority once: 1 of the open priorities is missing; 1 is no open priority of this network and year; 1 comes twice.',
    )
  })
})

describe('places', () => {
  it.each([
    ['as they were made, before any ranking', [of('a'), of('b')], [], ['a1', 'b2']],
    [
      'as ranked last',
      [of('a'), of('b')],
      [
        ['b', 'a'],
        ['a', 'b'],
      ],
      ['b1', 'a2'],
    ],
    ['new ones last', [of('a'), of('b'), of('c')], [['b', 'a']], ['b1', 'a2', 'c3']],
    ['a closed one where it was, without rank', [of('a'), of('b', true), of('c')], [['b', 'c', 'a']], ['b-', 'c1', 'a2']],
    ['a closed one that was never ranked where it was made', [of('a'), of('b', true), of('c')], [], ['a1', 'b-', 'c2']],
    [
      'one closed before the last ranking before the open one that took its place',
      [of('a'), of('b', true), of('c')],
      [
        ['c', 'a'],
        ['a', 'b', 'c'],
      ],
      ['c1', 'b-', 'a2'],
    ],
  ])('%s', (_, priorities, rankings, expected) => {
    expect(placesOf(priorities, rankings).map(({ id, rank }) => `${id}${rank ?? '-'}`)).toEqual(expected)
  })

  it('never have ties or gaps, whatever was ranked', () => {
    const ids = fc.uniqueArray(fc.constantFrom(...'abcdefgh'))
    fc.assert(
      fc.property(ids, ids, fc.array(ids, { maxLength: 4 }), (all, closed, rankings) => {
        const placed = placesOf(
          all.map((id) => of(id, closed.includes(id))),
          rankings,
        )
        expect(placed.map(({ place }) => place)).toEqual(all.map((_, index) => index + 1))
        const ranks = placed.flatMap(({ rank }) => (rank === null ? [] : [rank]))
        expect(ranks).toEqual(ranks.map((_, index) => index + 1))
        expect(placed.map(({ id }) => id).sort()).toEqual([...all].sort())
      }),
    )
  })
})
