import { describe, expect, it } from '@jest/globals'
import { burdenOf } from './burden.js'
import { explainBurden, explainUpTo } from './explain-money.js'
import type { TariffInForce } from './tariff-table.js'

const beds = { base: 'BEDS', indicatorCode: null, size: 420, basis: 'ICB letter of 3 April' } as const

describe('explaining money', () => {
  it('shows the rate, its base and where that comes from', () => {
    const stake = { pence: 5_342_400, inWords: 'Per bed and year.', rate: { mills: 127_200, size: beds } }
    expect(explainUpTo(stake, () => true)).toMatchObject({
      ...{ figure: 'UP_TO', pence: 5_342_400 },
      rows: [
        { label: 'Rate', inWords: '£127.20 per bed', basis: 'Catalogue', source: 'Per bed and year.' },
        { label: 'Care-home beds', inWords: '420 beds', basis: 'Entered by the network', source: 'ICB letter of 3 April' },
      ],
    })
  })

  it('says of a base nobody entered that it is not known', () => {
    const stake = {
      pence: null,
      inWords: 'Per bed.',
      rate: { mills: 127_200, size: { ...beds, size: null, basis: 'Nobody has entered it.' } },
    }
    const { pence, rows } = explainUpTo(stake, () => false)
    expect(pence).toBeNull()
    expect(rows[1]).toMatchObject({ inWords: null, basis: 'Not known', source: 'Nobody has entered it.' })
  })

  it('shows an amount the source states, or that it states none', () => {
    expect(explainUpTo({ pence: 300_000, inWords: 'Up to £3,000.', rate: null }, () => false).rows).toMatchObject([
      { inWords: '£3,000.00' },
    ])
    expect(explainUpTo({ pence: null, inWords: null, rate: null }, () => false).rows).toMatchObject([
      { inWords: null, source: 'The source says nothing of money.' },
    ])
  })

  it('takes burden apart: each group at its tariff, what is taken out, and what was paid outside', () => {
    const tariff = { staffGroup: 'ADMINISTRATOR', hourlyPayMills: 20_000, onCostsPercent: 25, overheadPercent: 5, priceYear: '2026/27' }
    const tariffs: TariffInForce[] = [
      { staffGroup: 'ADMINISTRATOR', tariff, basis: 'NETWORK', note: 'Payroll' },
      { staffGroup: 'CLINICIAN', tariff: null, basis: null, note: 'Enter it.' },
    ]
    const grossMinutes = [
      { staffGroup: 'ADMINISTRATOR', minutes: 120 },
      { staffGroup: 'CLINICIAN', minutes: 60 },
    ]
    const cost = { pence: 15_000, businessAsUsualPercent: 50, what: 'Analyst', paidOn: '2026-06-01' }
    const item = {
      code: 'a',
      origin: 'REQUIREMENT',
      nature: 'REPORT',
      grossMinutes,
      businessAsUsualPercent: 50,
      outsideCosts: [cost],
    } as const
    const burden = burdenOf([item], [tariff], null)
    const nameOf = (staffGroup: string) => staffGroup.toLowerCase()
    expect(explainBurden({ ...burden, tariffs, nameOf, outsideCosts: [cost] })).toMatchObject({
      ...{ figure: 'BURDEN', minutes: 90, pence: null, ruleVersion: 1 },
      rows: [
        {
          ...{ label: 'administrator', minutes: 60, basis: 'Entered by the network', source: 'Payroll' },
          inWords: '£26.00 an hour: pay £20.00, on-costs 25%, overhead 5%, prices of 2026/27',
        },
        { label: 'clinician', minutes: 30, inWords: null, basis: 'Not known', source: 'Enter it.' },
        { label: 'Taken out: would be done anyway', minutes: 90 },
        { label: 'Paid outside: Analyst', inWords: '£150.00', source: 'Paid on 2026-06-01. 50% of it would be paid anyway.' },
      ],
    })
  })
})
