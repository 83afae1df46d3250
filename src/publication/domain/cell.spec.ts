import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { addDays } from '../../platform/day.js'
import { CellProblem, codeIn, countIn, dayIn, dayOrNoneIn, folded, nameIn, type OfficialForm, thousandthsIn } from './cell.js'

describe('dayIn', () => {
  it.each([
    ['20191001', '2019-10-01'],
    ['01Jul2026', '2026-07-01'],
    ['01JAN2021', '2021-01-01'],
    ['2026-07-01', '2026-07-01'],
    ['31/03/2024', '2024-03-31'],
    [' 20191001 ', '2019-10-01'],
    ['20191001.0', '2019-10-01'],
    ['2026-07-01T00:00:00', '2026-07-01'],
    ['43739', '2019-10-01'],
  ])('reads %s as %s', (text, day) => {
    expect(dayIn(text, 'Open Date')).toBe(day)
  })

  it.each(['', '20190230', '31/02/2024', '01Foo2026', '2019', '20191301', '1 July 2026', '#N/A', '19999'])('refuses "%s"', (text) => {
    expect(() => dayIn(text, 'Open Date')).toThrow(/^Open Date: expected a day such as 20191001; found /)
  })

  it('reads every day in every form', () => {
    const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
        const day = addDays('1970-01-01', days)
        const [year = '', month = '', date = ''] = day.split('-')
        const name = months[Number(month) - 1] ?? ''
        const forms = [
          `${year}${month}${date}`,
          day,
          `${date}/${month}/${year}`,
          `${date}${name}${year}`,
          `${date}${name.toUpperCase()}${year}`,
        ]
        for (const form of forms) expect(dayIn(form, 'x')).toBe(day)
      }),
    )
  })

  it('knows that a cell may be empty', () => {
    expect(dayOrNoneIn(' ', 'Close Date')).toBeNull()
    expect(dayOrNoneIn('20190701', 'Close Date')).toBe('2019-07-01')
  })
})

describe('codeIn', () => {
  it.each<[OfficialForm, string]>([
    ['network', 'U00000'],
    ['network', ' U41591'],
    ['practice', 'Y02442'],
    ['subIcbLocation', '01K'],
    ['subIcbLocation', '00E'],
    ['subIcbLocation', 'D9Y0V'],
    ['board', 'QHM'],
    ['board', 'QXU'],
    ['board', 'Z9B2Z'],
    ['region', 'Y63'],
  ])('knows a %s by %s', (kind, code) => {
    expect(codeIn(code, kind, 'CODE')).toBe(code.trim())
  })

  it.each<[OfficialForm, string]>([
    ['network', 'UX0001'],
    ['practice', 'PX0001'],
    ['subIcbLocation', 'SX01'],
    ['board', 'QX01'],
    ['network', 'LX01'],
  ])('refuses the invented %s %s as invented', (kind, code) => {
    expect(() => codeIn(code, kind, 'CODE')).toThrow(`CODE: ${code} is an invented code, which no official file carries`)
  })

  it.each<[OfficialForm, string]>([
    ['network', 'U1234'],
    ['network', 'U'],
    ['network', 'u12345'],
    ['practice', 'A8100'],
    ['practice', 'ALD200'],
    ['subIcbLocation', '15'],
    ['board', 'ABC'],
    ['region', 'E40000006'],
  ])('refuses the %s "%s"', (kind, code) => {
    expect(() => codeIn(code, kind, 'CODE')).toThrow(CellProblem)
  })
})

describe('other cells', () => {
  it('folds white space of every kind', () => {
    expect(folded('Practice to PCN\r\nRelationship\n\u00a0Start  Date ')).toBe('Practice to PCN Relationship Start Date')
  })
  it('keeps a name that ends in a comma', () => {
    expect(nameIn('FULWELL MEDICAL CENTRE,', 'NAME')).toBe('FULWELL MEDICAL CENTRE,')
    expect(() => nameIn(' ', 'NAME')).toThrow('NAME: expected a name; found nothing')
    expect(() => nameIn('x'.repeat(201), 'NAME')).toThrow('NAME: expected a name of at most 200 characters; found 201')
  })
  it.each(['', '-1', '1.5', '1,000', '*', '99999999999'])('refuses "%s" as a count', (text) => {
    expect(() => countIn(text, 'N')).toThrow(/^N: expected a whole number; found /)
  })
  it('reads counts and scores', () => {
    expect(countIn(' 0 ', 'N')).toBe(0)
    expect(thousandthsIn('8.36485162734309', 'IMD_SCORE')).toBe(8365)
    expect(thousandthsIn('33.519', 'IMD_SCORE')).toBe(33_519)
    expect(() => thousandthsIn('1e3', 'IMD_SCORE')).toThrow('IMD_SCORE: expected a score; found "1e3"')
  })
  it('says only the beginning of a long value', () => {
    expect(() => countIn('9'.repeat(100_000), 'N')).toThrow(`N: expected a whole number; found "${'9'.repeat(40)}…"`)
  })
})
