import { describe, expect, it } from '@jest/globals'
import { indicatorFigure, indicatorWindow, refuseChoice, undecided } from './indicator-work.js'

const own = (businessAsUsualPercent: number | null) => ({ low: 60, central: 120, high: 240, businessAsUsualPercent, note: 'Our diary.' })

describe('the work of an indicator', () => {
  it.each([
    ['UP', 'DELIVER'],
    ['DOWN', 'DELIVER'],
    [null, 'DELIVER'],
    ['DONE', 'DECLARE'],
  ] as const)('whose direction is %s is gone for, and %s, until the network says otherwise', (direction, nature) => {
    expect(undecided(direction)).toMatchObject({ pursued: true, nature })
  })

  it.each([
    [null, null, 0, 11],
    ['2021-10-01', null, 6, 11],
    [null, '2021-09-30', 0, 5],
    ['2021-12-07', '2022-02-28', 8, 10],
  ] as const)('from %s to %s is of the months %d to %d', (startsOn, endsOn, firstMonth, lastMonth) => {
    expect(indicatorWindow(startsOn, endsOn, '2021/22')).toEqual({ firstMonth, lastMonth })
  })

  it('is the network’s own estimate', () => {
    expect(indicatorFigure('DELIVER', own(null))).toEqual({
      ...{ minutes: { low: 60, central: 120, high: 240 }, basis: 'NETWORK_ESTIMATE', networks: 1, note: 'Our diary.' },
      ...{ businessAsUsualPercent: null, businessAsUsualBasis: null },
    })
  })

  it('is not known without one: nothing is assumed', () => {
    expect(indicatorFigure('DELIVER', null)).toMatchObject({ minutes: null, basis: null, networks: null, businessAsUsualPercent: null })
  })

  it.each([
    ['DELIVER', 25, 25, 'NETWORK'],
    ['DELIVER', null, null, null],
    ['DECLARE', null, 0, 'ASSUMED'],
    ['REPORT', 0, 0, 'NETWORK'],
  ] as const)('as %s with %s%% entered is done anyway to %s%%', (nature, entered, businessAsUsualPercent, businessAsUsualBasis) => {
    expect(indicatorFigure(nature, own(entered))).toMatchObject({ businessAsUsualPercent, businessAsUsualBasis })
  })

  it.each([
    ['UP', true, 'DELIVER', '', null],
    ['UP', false, 'DELIVER', '', 'does not go for it'],
    ['UP', true, 'DECLARE', '', 'another kind of work'],
    ['DONE', true, 'DECLARE', '', null],
    ['DONE', true, 'DELIVER', '', 'another kind of work'],
    ['UP', false, 'DELIVER', 'Too few points.', null],
    ['UP', true, 'DECLARE', 'A yes or no.', null],
  ] as const)(
    'needs a reason to leave money or to be called another kind of work: %s %s %s "%s"',
    (direction, pursued, nature, reason, words) => {
      const refusal = refuseChoice({ pursued, nature }, reason, direction)
      expect(refusal?.message ?? null).toEqual(words === null ? null : expect.stringContaining(words))
    },
  )
})
