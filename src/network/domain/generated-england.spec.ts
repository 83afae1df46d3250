import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type EnglandSize, generateEngland } from './generated-england.js'
import { isInvented } from './organisations.js'

const sizes = fc
  .record({ boards: fc.integer({ min: 1, max: 99 }), more: fc.nat(200), practices: fc.nat(1000), seed: fc.nat() })
  .map(({ boards, more, practices, seed }) => ({ size: { boards, networks: boards + more, practices: boards + more + practices }, seed }))

describe('generateEngland', () => {
  it('has England’s numbers', () => {
    const england = generateEngland('2026-01-01')
    expect(england.networks).toHaveLength(1298)
    expect(england.practices).toHaveLength(6139)
    expect(england.boards).toHaveLength(36)
    expect(england.memberships).toHaveLength(6139)
    const patients = england.listSizes.reduce((sum, list) => sum + list.patients, 0)
    expect(patients).toBeGreaterThan(57_000_000)
    expect(patients).toBeLessThan(70_000_000)
    expect(england.commissioners.filter((row) => !row.isLead).length).toBeGreaterThan(10)
  })

  it('is the same for the same size and seed, and another for another', () => {
    const size = { networks: 20, practices: 90, boards: 3 }
    expect(generateEngland('2026-01-01', size, 7)).toEqual(generateEngland('2026-01-01', size, 7))
    expect(generateEngland('2026-01-01', size, 7).memberships).not.toEqual(generateEngland('2026-01-01', size, 8).memberships)
  })

  it('gives every network practices and one ICB that leads, every ICB a network, and only invented codes', () => {
    fc.assert(
      fc.property(sizes, ({ size, seed }) => {
        const { networks, practices, boards, subIcbLocations, memberships, commissioners, listSizes } = generateEngland(
          '2026-01-01',
          size,
          seed,
        )
        const codes = [...networks, ...practices, ...boards, ...subIcbLocations].map((row) => row.odsCode)
        expect(codes.every(isInvented)).toBe(true)
        expect(new Set(codes).size).toBe(codes.length)
        expect(new Set(memberships.map((row) => row.networkCode)).size).toBe(size.networks)
        expect(new Set(memberships.map((row) => row.practiceCode)).size).toBe(size.practices)
        const leads = commissioners.filter((row) => row.isLead)
        expect([leads.length, new Set(leads.map((row) => row.networkCode)).size]).toEqual([size.networks, size.networks])
        expect(new Set(leads.map((row) => row.boardCode)).size).toBe(size.boards)
        expect(new Set(commissioners.map((row) => `${row.networkCode} ${row.boardCode}`)).size).toBe(commissioners.length)
        expect(listSizes.every((list) => list.patients >= 1500 && list.patients <= 40_000)).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  it.each<EnglandSize & { why: string }>([
    { why: 'no ICB', networks: 1, practices: 1, boards: 0 },
    { why: 'fewer networks than ICBs', networks: 1, practices: 5, boards: 2 },
    { why: 'fewer practices than networks', networks: 5, practices: 4, boards: 1 },
    { why: 'more practices than codes', networks: 5, practices: 10_000, boards: 1 },
    { why: 'more ICBs than codes', networks: 100, practices: 100, boards: 100 },
  ])('refuses $why', ({ networks, practices, boards }) => {
    expect(() => generateEngland('2026-01-01', { networks, practices, boards })).toThrow(RangeError)
  })
})
