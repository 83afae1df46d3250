import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Grouping, groupsOf } from './groups.js'
import { sumPasses } from './threshold.js'

/** Networks by the ICB their name starts with; ICBs `a` and `b` lie in region 1, `c` in region 2. Ten hours each unless said otherwise. */
const grouping = (minutes: Readonly<Record<string, number>> = {}): Grouping => ({
  areasOf: (network) => ['ENGLAND', network.startsWith('c') ? 'REGION 2' : 'REGION 1', `BOARD ${network.slice(0, 1)}`],
  passes: (networks) => sumPasses(networks.map((network) => minutes[network] ?? 600)),
})
const of = (board: string, count: number, from = 1) => Array.from({ length: count }, (_, index) => `${board}${from + index}`)
const told = (groups: readonly (readonly string[])[] | null) => groups?.map((group) => group.join(' ')) ?? null

describe('groups of a first release', () => {
  it.each([
    ['five of one ICB pass by themselves', of('a', 5), ['a1 a2 a3 a4 a5']],
    ['four pass nowhere, and wait', of('a', 4), []],
    ['three and two of one region count for the region', [...of('a', 3), ...of('b', 2)], ['a1 a2 a3 b1 b2']],
    ['three and two of two regions count for England', [...of('a', 3), ...of('c', 2)], ['a1 a2 a3 c1 c2']],
    [
      'one left over takes the smallest group with it',
      [...of('a', 6), ...of('b', 5), ...of('c', 1)],
      ['a1 a2 a3 a4 a5 a6', 'b1 b2 b3 b4 b5 c1'],
    ],
  ])('%s', (_, networks, expected) => expect(told(groupsOf([], networks, grouping()))).toEqual(expected))

  it('does not tell a sum of which one network is more than half', () => {
    expect(told(groupsOf([], of('a', 5), grouping({ a1: 2401 })))).toEqual([])
    expect(told(groupsOf([], of('a', 5), grouping({ a1: 2400 })))).toEqual(['a1 a2 a3 a4 a5'])
  })

  it('does not tell that everybody has next to nothing', () => {
    expect(told(groupsOf([], of('a', 5), grouping({ a1: 0, a2: 0, a3: 0, a4: 0, a5: 0 })))).toEqual([])
  })
})

describe('groups of a later release', () => {
  const before = [of('a', 5), of('c', 5)]

  it.each([
    ['are the same when nobody is new', [], ['a1 a2 a3 a4 a5', 'c1 c2 c3 c4 c5']],
    ['let one more wait', ['a6'], ['a1 a2 a3 a4 a5', 'c1 c2 c3 c4 c5']],
    ['take five more as a group of their own', of('a', 5, 6), ['a1 a2 a3 a4 a5', 'a10 a6 a7 a8 a9', 'c1 c2 c3 c4 c5']],
    ['count five from everywhere for England', ['a6', 'a7', 'b1', 'c6', 'c7'], ['a1 a2 a3 a4 a5', 'a6 a7 b1 c6 c7', 'c1 c2 c3 c4 c5']],
  ])('%s', (_, newcomers, expected) => expect(told(groupsOf(before, newcomers, grouping()))).toEqual(expected))

  it('are joined when one passes no longer', () => {
    expect(told(groupsOf(before, [], grouping({ a1: 3000 })))).toEqual([[...of('a', 5), ...of('c', 5)].join(' ')])
  })

  it('are told not at all when nothing helps', () => expect(groupsOf(before, [], grouping({ a1: 90_000 }))).toBeNull())
})

describe('whatever the networks and the months', () => {
  const network = fc
    .tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 1, max: 40 }))
    .map(([board, number]) => `${board}${number}`)
  const month = fc.tuple(fc.uniqueArray(network, { maxLength: 40 }), fc.dictionary(network, fc.integer({ min: 0, max: 3000 })))

  it('groups pass, share no network, and only ever join or come whole', () => {
    const runs = 500
    fc.assert(
      fc.property(fc.array(month, { minLength: 1, maxLength: 5 }), (months) => {
        let before: readonly (readonly string[])[] = []
        for (const [telling, minutes] of months) {
          const rules = grouping(minutes)
          const known = new Set(before.flat())
          const newcomers = telling.filter((one) => !known.has(one))
          const groups = groupsOf(before, newcomers, rules)
          if (groups === null) continue
          for (const group of groups) {
            expect(rules.passes(group)).toBe(true)
            const [old, fresh] = [group.filter((one) => known.has(one)), group.filter((one) => !known.has(one))]
            expect(old.length === 0 || fresh.length === 0).toBe(true)
            for (const earlier of before)
              expect(earlier.every((one) => group.includes(one)) || !earlier.some((one) => group.includes(one))).toBe(true)
          }
          expect(new Set(groups.flat()).size).toBe(groups.flat().length)
          for (const one of known) expect(groups.flat()).toContain(one)
          before = groups
        }
      }),
      { numRuns: runs },
    )
    process.stdout.write(`Shown: in ${runs} random years of releases every group passed and only joined others or came whole\n`)
  })
})
