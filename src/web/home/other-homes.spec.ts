import { describe, expect, it } from '@jest/globals'
import { FormFields } from '../../platform/web/form.js'
import { areaIn, monthName } from './national-home.view.js'
import { coverInput } from './operator-home.view.js'

describe('an area in an address', () => {
  it.each([
    ['REGION.YX01', { level: 'REGION', area: 'YX01' }],
    ['BOARD.QX01', { level: 'BOARD', area: 'QX01' }],
    ['BOARD.', { level: 'ENGLAND', area: 'ENGLAND' }],
    [undefined, { level: 'ENGLAND', area: 'ENGLAND' }],
    [['BOARD.QX01'], { level: 'ENGLAND', area: 'ENGLAND' }],
  ])('%j', (asked, area) => {
    expect(areaIn(asked)).toEqual(area)
  })

  it('comes with a month in words', () => {
    expect(monthName('2026-11')).toBe('November 2026')
  })
})

describe('which networks an LMC covers', () => {
  const typed = (fields: Record<string, string>) =>
    coverInput(FormFields.of(Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, [value]]))))

  it('is typed in any way that separates codes, each counted once', () => {
    const { input, problems } = typed({ lmcCode: 'lx01', name: 'Merrowshire', networkCodes: 'ux0001, UX0002;UX0001\nUX0003 ' })
    expect(problems).toEqual([])
    expect(input).toMatchObject({ lmcCode: 'LX01', networkCodes: ['UX0001', 'UX0002', 'UX0003'], startsOn: null })
  })

  it('names what is missing', () => {
    expect(typed({ 'startsOn[day]': '31', 'startsOn[month]': '2', 'startsOn[year]': '2026' }).problems.map(({ field }) => field)).toEqual([
      ...['lmcCode', 'name', 'startsOn'],
    ])
  })
})
