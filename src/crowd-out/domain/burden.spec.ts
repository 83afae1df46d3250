import { describe, expect, it } from '@jest/globals'
import { type BurdenItem, burdenOf, type Tariff, tariffMillsAnHour } from './burden.js'
import { businessAsUsualMinutes } from './demand.js'
import { allocatedMinutes, avoidableMinutes } from './evidence-activity.js'
import { atStakePence } from './money.js'

const tariff = (staffGroup: string, hourlyPayMills: number): Tariff => ({
  staffGroup,
  hourlyPayMills,
  onCostsPercent: 0,
  overheadPercent: 0,
  priceYear: '2026/27',
})
const tariffs = [tariff('ADMINISTRATOR', 34_000), tariff('CLINICAL_DIRECTOR', 110_000)]
const returnItem = (part: Partial<BurdenItem> = {}): BurdenItem => ({
  code: 'workforce-return',
  origin: 'REQUIREMENT',
  nature: 'REPORT',
  grossMinutes: [
    { staffGroup: 'ADMINISTRATOR', minutes: 100 * 60 },
    { staffGroup: 'CLINICAL_DIRECTOR', minutes: 20 * 60 },
  ],
  businessAsUsualPercent: 0,
  outsideCosts: [],
  ...part,
})

describe('burden', () => {
  it.each([
    ['100 hours at £34 and 20 hours at £110', {}, 560_000, 560_000, 16],
    ['with 25% business as usual', { businessAsUsualPercent: 25 }, 560_000, 420_000, 12],
    [
      'and £150 paid outside, none of it anyway',
      { businessAsUsualPercent: 25, outsideCosts: [{ pence: 15_000, businessAsUsualPercent: 0 }] },
      575_000,
      435_000,
      12,
    ],
    [
      'and £150 paid outside, all of it anyway',
      { businessAsUsualPercent: 25, outsideCosts: [{ pence: 15_000, businessAsUsualPercent: 100 }] },
      575_000,
      420_000,
      12,
    ],
  ])('%s', (_, part, grossPence, burdenPence, burdenDays) => {
    expect(burdenOf([returnItem(part)], tariffs, null).total).toMatchObject({
      grossPence,
      burdenPence,
      burdenDays,
      burdenPencePerThousand: null,
    })
  })

  it('takes out each staff group’s own business as usual where they differ', () => {
    const grossMinutes = [
      { staffGroup: 'ADMINISTRATOR', minutes: 100 * 60, businessAsUsualPercent: 50 },
      { staffGroup: 'CLINICAL_DIRECTOR', minutes: 20 * 60 },
    ]
    const { byStaffGroup } = burdenOf([returnItem({ grossMinutes, businessAsUsualPercent: 25 })], tariffs, null)
    expect(byStaffGroup.get('ADMINISTRATOR')?.burdenMinutes).toBe(50 * 60)
    expect(byStaffGroup.get('CLINICAL_DIRECTOR')?.burdenMinutes).toBe(15 * 60)
  })

  it('counts declarations and reports only', () => {
    const items = [returnItem(), returnItem({ code: 'care', nature: 'DELIVER' }), returnItem({ code: 'lead', nature: 'GOVERN' })]
    expect(burdenOf(items, tariffs, null).total.grossMinutes).toBe(7_200)
  })

  it('breaks down by origin, nature, staff group and item, each adding up', () => {
    const request = returnItem({
      code: 'ask',
      origin: 'REQUEST',
      nature: 'DECLARE',
      businessAsUsualPercent: 50,
      outsideCosts: [{ pence: 1_000, businessAsUsualPercent: 0 }],
    })
    const burden = burdenOf([returnItem(), request], tariffs, 50_000)
    for (const parts of [burden.byOrigin, burden.byNature, burden.byItem]) {
      expect([...parts.values()].reduce((sum, part) => sum + (part.burdenPence ?? 0), 0)).toBe(burden.total.burdenPence)
    }
    expect([...burden.byStaffGroup].map(([group, { burdenMinutes, burdenPence }]) => [group, burdenMinutes, burdenPence])).toEqual([
      ['ADMINISTRATOR', 9_000, 510_000],
      ['CLINICAL_DIRECTOR', 1_800, 330_000],
    ])
    expect(burden.total).toMatchObject({
      burdenMinutes: 10_800,
      burdenPence: 841_000,
      burdenMinutesPerThousand: 216,
      burdenPencePerThousand: 16_820,
    })
  })

  it('gives no pounds where a tariff is missing, but the minutes', () => {
    const burden = burdenOf([returnItem()], tariffs.slice(0, 1), 38_000)
    expect(burden.total).toMatchObject({ burdenMinutes: 7_200, burdenPence: null, burdenPencePerThousand: null })
    expect(burden.byStaffGroup.get('ADMINISTRATOR')?.burdenPence).toBe(340_000)
  })

  it('rounds half up once, in all: three thirds of a penny are a penny', () => {
    const third = (code: string) => returnItem({ code, grossMinutes: [{ staffGroup: 'CHEAP', minutes: 1 }] })
    const burden = burdenOf([third('a'), third('b'), third('c')], [tariff('CHEAP', 200)], null)
    expect(burden.total.burdenPence).toBe(1)
    expect(burden.byItem.get('a')?.burdenPence).toBe(0)
    expect(burdenOf([third('a')], [tariff('CHEAP', 300)], null).total.burdenPence).toBe(1)
  })

  it('a tariff is pay and what comes on top', () => {
    expect(tariffMillsAnHour({ ...tariff('NETWORK_MANAGER', 21_555), onCostsPercent: 28, overheadPercent: 15 })).toBe(30_824)
  })

  it.each([
    ['percent 101', { businessAsUsualPercent: 101 }],
    ['negative minutes', { grossMinutes: [{ staffGroup: 'ADMINISTRATOR', minutes: -1 }] }],
    ['half a minute', { grossMinutes: [{ staffGroup: 'ADMINISTRATOR', minutes: 0.5 }] }],
    ['a group twice', { grossMinutes: [...returnItem().grossMinutes, ...returnItem().grossMinutes] }],
    ['half a penny outside', { outsideCosts: [{ pence: 0.5, businessAsUsualPercent: 0 }] }],
    ['percent outside', { outsideCosts: [{ pence: 1, businessAsUsualPercent: -1 }] }],
  ])('%s is a RangeError', (_, part) => expect(() => burdenOf([returnItem(part)], tariffs, null)).toThrow(RangeError))
})

describe('business as usual', () => {
  it.each([
    [7_200, 25, 1_800],
    [1, 50, 1],
    [1, 49, 0],
    [3, 50, 2],
    [0, 100, 0],
    [10, 0, 0],
  ])('of %d minutes at %d%% is %d', (gross, percent, expected) => expect(businessAsUsualMinutes(gross, percent)).toBe(expected))

  it.each([
    [-1, 10],
    [1.5, 10],
    [NaN, 10],
    [10, 101],
    [10, -1],
    [10, 0.5],
  ])('of %d minutes at %d%% is a RangeError', (gross, percent) => expect(() => businessAsUsualMinutes(gross, percent)).toThrow(RangeError))
})

describe('shared evidence', () => {
  const audit = {
    code: 'audit',
    grossMinutes: [{ staffGroup: 'ADMINISTRATOR', minutes: 60 }],
    businessAsUsualPercent: 0,
    serves: ['one', 'two'],
  }

  it('is shared out equally, and freed only together', () => {
    expect(allocatedMinutes([audit]).map(({ requirementCode, minutes }) => [requirementCode, minutes])).toEqual([
      ['one', 30],
      ['two', 30],
    ])
    expect(avoidableMinutes([audit], ['one'])).toEqual([])
    expect(avoidableMinutes([audit], ['two'])).toEqual([])
    expect(avoidableMinutes([audit], ['two', 'one', 'three'])).toEqual([{ staffGroup: 'ADMINISTRATOR', minutes: 60 }])
  })

  it('is counted once, the remainder to the first codes, whatever their order', () => {
    const shared = { ...audit, businessAsUsualPercent: 50, serves: ['c', 'a', 'b', 'd'] }
    const minutes = allocatedMinutes([shared, { ...audit, code: 'own', serves: ['b'] }]).map((part) => part.minutes)
    expect(minutes).toEqual([8, 68, 7, 7])
  })

  it.each([
    ['serves nothing', { serves: [] }],
    ['serves one twice', { serves: ['one', 'one'] }],
  ])('that %s is a RangeError', (_, part) => expect(() => allocatedMinutes([{ ...audit, ...part }])).toThrow(RangeError))
})

describe('pounds at stake', () => {
  const rate = { mills: 2_218, base: 'WEIGHTED_1_JANUARY' as const }

  it.each([
    ['on its own base', { WEIGHTED_1_JANUARY: 38_000, REGISTERED_1_JANUARY: 36_000 }, 8_428_400],
    ['never on another base', { REGISTERED_1_JANUARY: 36_000 }, null],
    ['not where it is not known', { WEIGHTED_1_JANUARY: null }, null],
    ['half a penny up', { WEIGHTED_1_JANUARY: 5 }, 1_109],
  ])('%s', (_, sizes, pence) => expect(atStakePence(rate, sizes)).toBe(pence))
})
