import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import fs from 'node:fs'
import path from 'node:path'
import { organisationRow, patientNumber, spellings } from '../../../test/support/patient-numbers.js'
import { checkDigitOf, findPatientNumbers, isPatientNumber, masked, withoutPatientNumbers } from './patient-number.js'

const found = (text: string) => findPatientNumbers(text).map(({ digits }) => digits)

describe('an NHS number', () => {
  it.each([
    ['4010232137', true],
    ['4010232138', false],
    ['6000000007', false],
    ['7000000005', checkDigitOf('700000000') === 5],
    ['9434765919', false],
    ['1234567881', false],
    ['5990128088', false],
    ['401023213', false],
    ['40102321377', false],
  ])('%s is one: %p', (digits, is) => {
    expect(isPatientNumber(digits)).toBe(is)
  })

  it('has a check digit that shows any one wrong digit and any two that changed places', () => {
    fc.assert(
      fc.property(patientNumber, fc.nat(8), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
        const wrong = digits.slice(0, at) + String((Number(digits[at]) + by) % 10) + digits.slice(at + 1)
        expect(isPatientNumber(wrong)).toBe(false)
        const swapped = digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2)
        expect(isPatientNumber(swapped)).toBe(swapped === digits)
      }),
      { numRuns: 2000 },
    )
  })

  it.each(Object.entries(spellings))('is found as %s, with anything around it', (_, spell) => {
    const around = fc.constantFrom(
      '',
      ' ',
      'NHS ',
      'NHS number: ',
      '(',
      'seen on 01/02/2026 ',
      'aged 45, ',
      'Tel 0161 496 0000. ',
      '"',
      'No',
    )
    const after = fc.constantFrom('', ' ', '.', ', seen twice', ') 12 times', '\n', '"', ' on 2026-02-01 10:30', 'x')
    fc.assert(
      fc.property(patientNumber, around, after, (digits, before, behind) => {
        expect(found(`${before}${spell(digits)}${behind}`)).toContain(digits)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['part of a longer number', '14010232137'],
    ['part of a longer number', '401023213712'],
    ['decimals', '0.4010232137'],
    ['a number with decimals', '4010232137.5'],
    ['a number with decimals', '4.010232137'],
    ['an id', '9b1deb4d-4010-4321-8232-ab4010232137'],
    ['a digest', 'a7c4010232137b2'],
    ['a telephone number', '+44 401 023 2137'],
    ['a telephone number', '+44 (0)401 023 2137'],
    ['a telephone number', '0044 401 023 2137'],
    ['an amount', '6240000000'],
    ['columns of a table', '4010 232 137'],
    ['lines of a table', '401\n023\n2137'],
    ['cells of a row', '401,023,2137'],
    ['two days', '4/4/2026 - 5/5/2026'],
  ])('is not seen in %s: %s', (_, text) => {
    expect(found(text)).toEqual([])
  })

  it('is not seen in rows about organisations', () => {
    let rows = 0
    fc.assert(
      fc.property(fc.array(organisationRow, { minLength: 50, maxLength: 50 }), (lines) => {
        rows += lines.length
        expect(lines.filter((line) => found(line).length > 0)).toEqual([])
      }),
      { numRuns: 400 },
    )
    process.stdout.write(`Shown: 0 false alarms in ${rows} generated rows about organisations\n`)
  })

  it('is not seen in our own catalogue, demonstration data, pages and documents', () => {
    const files = ['data', 'docs', 'src', 'schema'].flatMap((folder) => filesIn(folder)).filter((file) => !file.includes('patient-guard'))
    const lines = files.flatMap((file) =>
      fs
        .readFileSync(file, 'utf8')
        .split('\n')
        .map((line) => ({ file, line })),
    )
    expect(lines.filter(({ line }) => found(line).length > 0)).toEqual([])
    process.stdout.write(`Shown: 0 false alarms in ${files.length} files of our own (${lines.length} lines)\n`)
  })

  it('is told masked, and taken out of what is kept', () => {
    expect(masked('4010232137')).toBe('••• ••• ••37')
    expect(withoutPatientNumbers('Seen 401 023 2137 and 4010232137 on 2026-02-01')).toBe('Seen ••• ••• ••37 and ••• ••• ••37 on 2026-02-01')
    fc.assert(
      fc.property(
        patientNumber,
        fc.constantFrom(...Object.values(spellings)),
        (digits, spell) => found(withoutPatientNumbers(`a ${spell(digits)} b`)).length === 0,
      ),
    )
  })

  it('is one in about thirty of random ten-digit numbers, which is how often another number is taken for one', () => {
    let taken = 0
    for (let index = 0; index < 200_000; index += 1)
      taken += isPatientNumber(String((index * 7_919_371 + 12_345) % 10_000_000_000).padStart(10, '0')) ? 1 : 0
    process.stdout.write(`Shown: ${((taken / 200_000) * 100).toFixed(1)} % of other ten-digit numbers look like an NHS number\n`)
    expect(taken / 200_000).toBeLessThan(0.06)
  })
})

function filesIn(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ya?ml|md|csv|ts|njk|graphql|json)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
}
