import { describe, expect, it } from '@jest/globals'
import { fileURLToPath } from 'node:url'
import { isRequirement, type CatalogueEntry } from './domain/catalogue.js'
import { readAssumptions, readBankHolidays, readCatalogue, readGlossary, type CatalogueYear } from './specification.reader.js'

const data = fileURLToPath(new URL('../../data/', import.meta.url))
const catalogue = readCatalogue(`${data}specifications`)

/** The last edition of a year. */
function year(contractYear: string): CatalogueYear {
  const found = catalogue.value?.findLast(({ specification }) => specification.contractYear === contractYear)
  if (!found) throw new Error(`${contractYear} was not read`)
  return found
}

function codes(prefix: string, from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `${prefix}-${String(from + index).padStart(2, '0')}`)
}

const standing = codes('GMS', 1, 6)
const codesOf = (entries: readonly CatalogueEntry[]) => entries.map(({ code }) => code).sort()

describe('the shipped catalogue', () => {
  it('reads without problems', () => {
    expect(catalogue.problems.map((problem) => problem.message)).toEqual([])
    expect(catalogue.value?.map(({ specification }) => `${specification.contractYear} ${specification.edition}`)).toEqual([
      ...['2019/20 1', '2020/21 1', '2020/21 0', '2020/21 2', '2021/22 1', '2022/23 1', '2023/24 1', '2024/25 1', '2025/26 1', '2026/27 1'],
    ])
  })

  it('holds all 32 entries of 2024/25 and the six standing duties', () => {
    expect(codesOf(year('2024/25').entries)).toEqual([...codes('24', 1, 32), ...standing])
  })

  it('holds all entries of 2026/27, the standing duties, and what is carried', () => {
    const carried = [...codes('24', 1, 3), ...codes('24', 6, 21), ...codes('24', 29, 32), ...codes('25', 4, 9)]
    const { entries } = year('2026/27')
    expect(codesOf(entries)).toEqual([...carried, ...codes('26', 1, 8), ...standing])
    expect(codesOf(entries.filter(({ certainty }) => certainty === 'CARRIED_UNCONFIRMED'))).toEqual(carried)
  })

  it.each([
    ['2024/25', { DUTY: 28, CONDITION: 7, ENTITLEMENT: 0, RULE: 3, NOTE: 0 }],
    ['2026/27', { DUTY: 33, CONDITION: 3, ENTITLEMENT: 2, RULE: 2, NOTE: 3 }],
  ])('counts the kinds of %s', (contractYear, expected) => {
    const counts = { DUTY: 0, CONDITION: 0, ENTITLEMENT: 0, RULE: 0, NOTE: 0 }
    for (const { kind } of year(contractYear).entries) counts[kind] += 1
    expect(counts).toEqual(expected)
  })

  it('asks nobody for more than four pieces a year, but for monthly returns of the workforce and claims', () => {
    const monthly = (catalogue.value ?? []).flatMap(({ entries }) =>
      entries.filter(isRequirement).filter(({ shownEvery }) => shownEvery === 'MONTH'),
    )
    expect([...new Set(monthly.map(({ key }) => key))].sort()).toEqual(['additional-roles-claims', 'workforce-returns'])
  })

  it('states no amount and no paragraph for what is carried', () => {
    const carried = (catalogue.value ?? []).flatMap(({ entries }) => entries.filter(({ certainty }) => certainty === 'CARRIED_UNCONFIRMED'))
    expect(carried.length).toBeGreaterThan(170)
    expect(carried.filter(({ paragraph }) => paragraph !== null)).toEqual([])
    expect(carried.filter(isRequirement).filter(({ money }) => money?.pence || money?.rateMills)).toEqual([])
  })

  it('keeps days of another year out of carried wording', () => {
    const carried = year('2026/27').entries.filter(({ carriedFrom }) => carriedFrom?.contractYear === '2024/25')
    expect(carried.filter(({ text }) => /\b(April|March) 202[45]\b/.test(text)).map(({ code }) => code)).toEqual([])
    expect(carried.map(({ text }) => text).filter((text) => !text.includes('not confirmed for 2026/27'))).toEqual([])
  })

  it('opens year-end work after the year, without inventing a deadline', () => {
    const { entries } = year('2026/27')
    const yearEnd = entries.filter(isRequirement).filter(({ window }) => window.afterYearEnd)
    expect(codesOf(yearEnd)).toEqual(['24-30', '24-31', '24-32'])
    expect(yearEnd.map(({ window }) => window.dueOn)).toEqual([null, null, null])
  })

  it('says of what is carried that it is, and for which year', () => {
    for (const { specification, entries } of catalogue.value ?? []) {
      const carried = entries.filter(({ carriedFrom }) => carriedFrom !== null)
      const remark = `not confirmed for ${specification.contractYear}.`
      expect(carried.filter(({ text }) => !text.includes(remark)).map(({ code }) => code)).toEqual([])
    }
  })

  it('shows indicators with unknown thresholds as unknown, and those that earn nothing apart', () => {
    const paid = (contractYear: string) => year(contractYear).indicators.filter(({ use }) => use === 'PAYMENT')
    expect(paid('2024/25').map(({ code, penceAPoint }) => [code, penceAPoint])).toEqual([
      ...[
        ['HI03', 19800],
        ['CAN02', 19800],
        ['CAN04', 19800],
      ],
    ])
    expect(paid('2026/27').map(({ code, points }) => [code, points])).toEqual([
      ['HI03', null],
      ['CAN04', null],
    ])
    expect(year('2026/27').indicators).toHaveLength(8)
    expect(paid('2023/24').map(({ code }) => code)).toEqual(['VI-02', 'VI-03', 'HI-03', 'CAN-02', 'ACC-08'])
  })

  it('adds the points up to what sources say of the whole', () => {
    const points = (contractYear: string, from: string | null) =>
      year(contractYear)
        .indicators.filter(({ startsOn }) => startsOn === from)
        .reduce((sum, one) => sum + (one.points ?? 0), 0)
    expect(points('2020/21', null)).toBe(194)
    expect(points('2021/22', null)).toBe(225)
    expect(points('2023/24', null)).toBe(262)
  })
})

describe('the shipped reference data', () => {
  it('has assumptions for every nature but DELIVER', () => {
    const { value, problems } = readAssumptions(`${data}assumptions.yaml`)
    expect(problems).toEqual([])
    expect(value?.assumptions).toHaveLength(12)
  })

  it('finds declaration-only under tick-box', () => {
    const { value, problems } = readGlossary(`${data}glossary.yaml`)
    expect(problems).toEqual([])
    expect(value?.find(({ term }) => term === 'Declaration-only')?.synonyms).toContain('tick-box')
  })

  it('has the bank holidays of nine years, with the days that were added or moved', () => {
    const { value, problems } = readBankHolidays(`${data}bank-holidays.yaml`)
    expect(problems).toEqual([])
    const days = value?.holidays.map(({ on }) => on) ?? []
    const perYear = Array.from({ length: 9 }, (_, index) => days.filter((on) => on.startsWith(String(2019 + index))).length)
    expect(perYear).toEqual([8, 8, 8, 10, 9, 8, 8, 8, 8])
    expect(days).toEqual(expect.arrayContaining(['2020-05-08', '2022-06-03', '2022-09-19', '2023-05-08', '2026-12-28', '2027-12-27']))
    expect(days).not.toContain('2020-05-04')
    expect(days).not.toContain('2022-05-30')
  })
})
