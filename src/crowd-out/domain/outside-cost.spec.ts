import { describe, expect, it } from '@jest/globals'
import { type OutsideCostEntered, refuseOutsideCost } from './outside-cost.js'

const cost = (given: Partial<OutsideCostEntered>): OutsideCostEntered => ({
  pence: 15_000,
  businessAsUsualPercent: 0,
  paidOn: '2026-06-01',
  ...given,
})
const refusal = (given: Partial<OutsideCostEntered>, today = '2026-11-21') => refuseOutsideCost(cost(given), '2026/27', today)

describe('an outside cost', () => {
  it.each<Partial<OutsideCostEntered>>([
    {},
    { pence: 1, businessAsUsualPercent: 100 },
    { pence: 100_000_000 },
    { paidOn: '2025-04-01' },
    { paidOn: '2026-11-21' },
  ])('can be %j', (given) => expect(refusal(given)).toBeUndefined())

  it('can be paid up to a year after the contract year', () => {
    expect(refusal({ paidOn: '2028-03-31' }, '2029-01-01')).toBeUndefined()
    expect(refusal({ paidOn: '2028-04-01' }, '2029-01-01')).toMatchObject({ field: 'paidOn' })
  })

  it.each<[Partial<OutsideCostEntered>, string]>([
    [{ pence: 0 }, 'pence'],
    [{ pence: -1 }, 'pence'],
    [{ pence: 0.5 }, 'pence'],
    [{ pence: 100_000_001 }, 'pence'],
    [{ businessAsUsualPercent: 101 }, 'businessAsUsualPercent'],
    [{ businessAsUsualPercent: 0.5 }, 'businessAsUsualPercent'],
    [{ paidOn: '2026-11-22' }, 'paidOn'],
    [{ paidOn: '2025-03-31' }, 'paidOn'],
  ])('cannot be %j', (given, field) => expect(refusal(given)).toMatchObject({ kind: 'OutsideCostRefused', field }))
})
