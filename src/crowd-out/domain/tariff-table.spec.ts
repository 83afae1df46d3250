import { describe, expect, it } from '@jest/globals'
import type { Problem } from '../../specification/domain/problem.js'
import { staffGroups } from '../../specification/domain/reference-data.js'
import { readTariffs } from '../tariff.reader.js'
import { type AssumedTariff, checkTariffs, tariffEntered, tariffInForce } from './tariff-table.js'

const none = { hourlyPayPence: null, onCostsPercent: null, overheadPercent: null, priceYear: null, source: null }
const unknown = staffGroups.map((staffGroup) => ({ staffGroup, certainty: 'UNSOURCED', ...none, note: 'Enter it.' }))
const sourced = {
  certainty: 'SOURCED',
  hourlyPayPence: 2_000,
  onCostsPercent: 25,
  overheadPercent: 0,
  priceYear: '2026/27',
  source: 'A pay scale',
}

function problemsOf(tariffs: readonly object[]): string[] {
  const problems: Problem[] = []
  checkTariffs({ version: 1, tariffs }, { file: 'tariffs.yaml', path: [], report: (problem) => problems.push(problem) })
  return problems.map(({ field }) => field)
}

describe('the table of tariffs', () => {
  it('is shipped with every staff group once, and no figure without a source', () => {
    const { tariffs } = readTariffs()
    expect(tariffs.map(({ staffGroup }) => staffGroup)).toEqual(staffGroups)
    expect(tariffs.filter(({ certainty, hourlyPayPence }) => (certainty === 'SOURCED') !== (hourlyPayPence !== null))).toEqual([])
  })

  it('takes a whole figure with its source', () => {
    expect(problemsOf(unknown)).toEqual([])
    expect(problemsOf([{ ...unknown[0], ...sourced }, ...unknown.slice(1)])).toEqual([])
  })

  it.each([
    ['a group missing', unknown.slice(1), 'tariffs'],
    ['a group twice', [...unknown, unknown[0] ?? {}], 'tariffs'],
    ['a figure without source', [{ ...unknown[0], ...sourced, source: null }, ...unknown.slice(1)], 'tariffs[0]'],
    ['half a figure', [{ ...unknown[0], hourlyPayPence: 2_000 }, ...unknown.slice(1)], 'tariffs[0]'],
    ['a year that is none', [{ ...unknown[0], ...sourced, priceYear: '2026' }, ...unknown.slice(1)], 'tariffs[0].priceYear'],
  ])('refuses %s', (_, tariffs, field) => {
    expect(problemsOf(tariffs)).toContain(field)
  })
})

describe('the tariff in force', () => {
  const clinician = { code: 'CLINICIAN', name: 'Clinicians', under: 'CLINICIAN', own: false } as const
  const pharmacists = { code: 'PHARMACISTS', name: 'Pharmacists', under: 'CLINICIAN', own: true } as const
  const assumed = [{ staffGroup: 'CLINICIAN', ...sourced, note: 'Assumed.' } as AssumedTariff]
  const own = (staffGroup: string) => ({
    staffGroup,
    hourlyPayMills: 30_000,
    onCostsPercent: 20,
    overheadPercent: 0,
    priceYear: '2026/27',
    basis: 'Payroll',
  })

  it.each([
    ['the network’s own', pharmacists, { own: [own('PHARMACISTS')], assumed }, ['NETWORK', 30_000]],
    ['its own of the group it is under', pharmacists, { own: [own('CLINICIAN')], assumed }, ['NETWORK', 30_000]],
    ['else the assumed', clinician, { own: [], assumed }, ['ASSUMED', 20_000]],
    ['else none', clinician, { own: [], assumed: [] }, [null, undefined]],
  ] as const)('is %s', (_, group, table, [basis, hourlyPayMills]) => {
    const found = tariffInForce(group, table.own, table.assumed)
    expect(found).toMatchObject({ staffGroup: group.code, basis })
    expect(found.tariff?.hourlyPayMills).toBe(hourlyPayMills)
  })
})

describe('a tariff as entered', () => {
  it('is in mills, without overhead where none is said', () => {
    const entered = { staffGroup: 'CLINICIAN', hourlyPayPence: 3_400, onCostsPercent: 20, priceYear: '2026/27' }
    expect(tariffEntered(entered)).toEqual({
      staffGroup: 'CLINICIAN',
      hourlyPayMills: 34_000,
      onCostsPercent: 20,
      overheadPercent: 0,
      priceYear: '2026/27',
    })
  })

  it('is taken back when all is left out', () => {
    expect(tariffEntered({ staffGroup: 'CLINICIAN' })).toBeNull()
  })
})
