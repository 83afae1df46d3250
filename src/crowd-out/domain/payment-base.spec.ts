import { describe, expect, it } from '@jest/globals'
import type { Money, RateBase } from '../../specification/domain/catalogue.js'
import {
  type BaseEntered,
  type BaseSize,
  indicatorStake,
  pointMills,
  poundsInWords,
  rateInWords,
  refuseBase,
  sizeInWords,
  stakeOf,
} from './payment-base.js'

const sizes: Partial<Record<RateBase, number>> = { REGISTERED_1_JANUARY: 36_000, BEDS: 420 }
const sizeOf = (base: RateBase): BaseSize => ({ base, indicatorCode: null, size: sizes[base] ?? null, basis: 'A letter' })
const money = (given: Partial<Money>): Money => ({ text: 'Words.', pence: null, rateMills: null, base: null, ...given })
const points = (size: number | null): BaseSize => ({ base: 'POINTS', indicatorCode: 'HI03', size, basis: 'CQRS' })

describe('what is at stake', () => {
  it.each<[string, Money | null, number | null]>([
    ['nothing where no money is named', null, null],
    ['the amount the source states', money({ pence: 300_000 }), 300_000],
    ['the rate times its own base', money({ rateMills: 127_200, base: 'BEDS' }), 5_342_400],
    ['not known without that base, whatever else is known', money({ rateMills: 7_975, base: 'ADJUSTED' }), null],
    ['not known where the rate is not', money({ base: 'BEDS' }), null],
  ])('is %s', (_, stated, pence) => expect(stakeOf(stated, sizeOf).pence).toBe(pence))

  it('of an indicator is its points times the value of a point, before the adjustments', () => {
    expect(indicatorStake(points(36), 198_000)).toMatchObject({
      pence: 712_800,
      inWords: '36 points; £198.00 per point. Before the adjustments for list size and prevalence.',
    })
    expect(indicatorStake(points(1), 198_000).inWords).toContain('1 point;')
    expect(indicatorStake(points(null), 198_000)).toMatchObject({ pence: null, inWords: expect.stringContaining('Points not known') })
    expect(indicatorStake(points(36), null)).toMatchObject({ pence: null, rate: null })
  })

  it.each<[string, (Money | null)[], number | null]>([
    ['what requirements paid in points state', [null, money({ rateMills: 198_000, base: 'POINTS' }), money({ base: 'POINTS' })], 198_000],
    ['not what another base is worth', [money({ rateMills: 127_200, base: 'BEDS' })], null],
    ['not known where two differ', [money({ rateMills: 1, base: 'POINTS' }), money({ rateMills: 2, base: 'POINTS' })], null],
  ])('the value of a point is %s', (_, moneys, mills) => expect(pointMills(moneys)).toBe(mills))
})

describe('a base that is entered', () => {
  const entered = (given: Partial<BaseEntered>): BaseEntered => ({ base: 'BEDS', size: 420, basis: 'ICB letter', ...given })

  it.each<Partial<BaseEntered>>([
    {},
    { size: 0 },
    { base: 'WEIGHTED_1_JANUARY', size: 38_000 },
    { base: 'POINTS', size: 36, indicatorCode: 'HI03' },
    { size: null, basis: '' },
  ])('can be %j', (given) => expect(refuseBase(entered(given))).toBeUndefined())

  it.each<[Partial<BaseEntered>, string, string]>([
    [{ base: 'REGISTERED_1_JANUARY' }, 'base', 'cannot be entered'],
    [{ indicatorCode: 'HI03' }, 'indicatorCode', 'Only points'],
    [{ size: -1 }, 'size', 'from 0 to 20,000, not -1'],
    [{ size: 0.5 }, 'size', 'whole number'],
    [{ size: 20_001 }, 'size', '20,000'],
    [{ base: 'ADJUSTED', size: 0 }, 'size', 'from 1 to 1,000,000'],
    [{ base: 'WEIGHTED_1_JANUARY', size: 1_000_001 }, 'size', '1,000,000'],
    [{ base: 'POINTS', size: 10_001 }, 'size', '10,000'],
    [{ basis: '' }, 'basis', 'where the figure comes from'],
  ])('cannot be %j', (given, field, words) => {
    expect(refuseBase(entered(given))).toMatchObject({ kind: 'PaymentBaseRefused', field, message: expect.stringContaining(words) })
  })
})

describe('in words', () => {
  it.each([
    [rateInWords(127_200, 'BEDS'), '£127.20 per bed'],
    [rateInWords(2_218, 'REGISTERED_1_JANUARY'), '£2.218 per registered patient'],
    [sizeInWords('BEDS', 1), '1 bed'],
    [sizeInWords('ADJUSTED', 38_000), '38,000 adjusted patients'],
    [poundsInWords(435_000), '£4,350.00'],
  ])('%s', (words, expected) => expect(words).toBe(expected))
})
