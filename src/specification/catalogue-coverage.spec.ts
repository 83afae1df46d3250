import { describe, expect, it } from '@jest/globals'
import { fileURLToPath } from 'node:url'
import { readCommentary } from './commentary.reader.js'
import { readCatalogue } from './specification.reader.js'

const folder = fileURLToPath(new URL('../../data/specifications', import.meta.url))
const years = readCatalogue(folder).value ?? []
const entries = years.flatMap(({ specification, entries: found }) => found.map((entry) => ({ ...entry, year: specification.contractYear })))
const commentary = readCommentary(folder)

function codes(prefix: string, from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `${prefix}-${String(from + index).padStart(2, '0')}`)
}

/** Every fact gathered about a year, by the code it was gathered under. None may be lost. */
const gathered: readonly (readonly [year: string, codes: readonly string[]])[] = [
  ['2019/20', [...codes('19', 1, 18), '19-02A', '19-02B']],
  ['2020/21', [...codes('20', 1, 58), ...codes('D', 1, 6)]],
  ['2021/22', codes('21', 1, 12)],
  ['2022/23', codes('22', 1, 20)],
  ['2023/24', codes('23', 1, 23)],
  ['2024/25', codes('24', 1, 32)],
  ['2025/26', codes('25', 1, 11)],
  ['2026/27', codes('26', 1, 8)],
]
const standing = codes('GMS', 1, 6)

describe('what was gathered', () => {
  it.each(gathered)('is all in the catalogue of %s', (contractYear, expected) => {
    const found = new Set(
      entries.filter(({ year, certainty }) => year === contractYear && certainty !== 'CARRIED_UNCONFIRMED').map(({ code }) => code),
    )
    expect(expected.filter((code) => !found.has(code))).toEqual([])
  })

  it('comes to 196 facts, the standing duties once', () => {
    expect(gathered.flatMap(([, list]) => list).length + standing.length).toBe(196)
  })

  it('has the standing duties of the core contract in every year', () => {
    for (const { specification, entries: found } of years.filter((one) => one.specification.status === 'PUBLISHED')) {
      const missing = standing.filter((code) => !found.some((entry) => entry.code === code))
      expect([specification.contractYear, missing]).toEqual([specification.contractYear, []])
    }
  })

  it('keeps drafts as notes', () => {
    const drafts = years.filter(({ specification }) => specification.status === 'DRAFT')
    expect(drafts.map(({ specification }) => `${specification.contractYear} ${specification.edition}`)).toEqual(['2020/21 0'])
    expect(new Set(drafts.flatMap((draft) => draft.entries.map(({ kind }) => kind)))).toEqual(new Set(['NOTE']))
  })

  it('marks exactly what no source was found for', () => {
    const unsourced = entries.filter(({ certainty }) => certainty === 'UNSOURCED').map(({ code }) => code)
    expect([...new Set(unsourced)].sort()).toEqual(['20-29', '20-30', '20-33', '20-36'])
  })
})

describe('what is known around the catalogue', () => {
  const keys = new Set(entries.map(({ key }) => key))
  const { events = [], readings = [], payments = [], figureTemplates = [] } = commentary.value ?? {}

  it('reads without problems', () => {
    expect(commentary.problems.map(({ message }) => message)).toEqual([])
  })

  it('names only requirements that exist, and indicators of its year', () => {
    const named = [...events, ...readings, ...payments, ...figureTemplates].flatMap(({ requirements }) => requirements)
    expect(named.filter((key) => !keys.has(key))).toEqual([])
    const unknown = events.flatMap(({ code, contractYear, indicators }) => {
      const known = years.filter(({ specification }) => Math.abs(firstYear(specification.contractYear) - firstYear(contractYear)) <= 1)
      return indicators
        .filter((one) => !known.some((year) => year.indicators.some((found) => found.code === one)))
        .map((one) => `${code} ${one}`)
    })
    expect(unknown).toEqual([])
  })

  it('speaks of years the catalogue has, in order', () => {
    const known = years.map(({ specification }) => specification.contractYear)
    const spoken = [...events, ...readings, ...payments.flatMap(({ figures }) => figures)].map(({ contractYear }) => contractYear)
    expect(spoken.filter((contractYear) => !known.includes(contractYear))).toEqual([])
    const order = events.map(({ contractYear }) => contractYear)
    expect(order).toEqual([...order].sort())
  })

  it('keeps what sources say against each other, both with their sources', () => {
    const inDispute = payments.flatMap(({ key, disagreements }) => disagreements.map(({ contractYear }) => `${key} ${contractYear}`))
    expect(inDispute).toEqual([
      ...['clinical-director-time 2019/20', 'leadership-and-management 2023/24', 'extended-hours 2021/22'],
      ...['capacity-and-access-support 2023/24', 'capacity-and-access-support 2024/25', 'capacity-and-access-improvement 2023/24'],
      'network-participation 2023/24',
    ])
    const improvement = payments.find(({ key }) => key === 'capacity-and-access-improvement')
    const rates = improvement?.figures.filter(({ contractYear, rateMills }) => contractYear === '2023/24' && rateMills)
    expect(rates?.map(({ rateMills, base }) => [rateMills, base])).toEqual([
      [1185, 'ADJUSTED'],
      [1185, 'REGISTERED_1_JANUARY'],
      [829, 'ADJUSTED'],
    ])
  })

  it('has the two figures commissioners ask for by the month', () => {
    expect(figureTemplates.map(({ code, cadence }) => [code, cadence])).toEqual([
      ['enhanced-access-minutes', 'MONTH'],
      ['care-home-residents-coded', 'MONTH'],
    ])
  })
})

function firstYear(contractYear: string): number {
  return Number(contractYear.slice(0, 4))
}
