import { describe, expect, it } from '@jest/globals'
import { crowdOut, givingTimeBack, returnedTogether } from './crowd-out.js'
import { headline } from './headline.js'
import { inEveryCase, type NationalItem, type StaffGroupPlan } from './plan.js'
import { whatIf } from './what-if.js'
import { item, priority, workedExample } from './worked-example.js'

const hours = (minutes: number | null | undefined) => (minutes === null || minutes === undefined ? minutes : minutes / 60)
const returnedOf = (plan: StaffGroupPlan, code: string) => hours(crowdOut(plan).items.find((one) => one.code === code)?.returnedMinutes)

describe('the worked example, in hours', () => {
  const figures = crowdOut(workedExample())

  it.each([
    ['capacity', figures.capacityMinutes, 240],
    ['fixed shortfall', figures.fixedShortfallMinutes, 0],
    ['available', figures.availableMinutes, 240],
    ['national wanted', figures.nationalMinutes, 208],
    ['national placed', figures.nationalMinutes - (figures.nationalOverrunMinutes ?? 0), 184],
    ['national overrun', figures.nationalOverrunMinutes, 24],
    ['local wanted', figures.localWantedMinutes, 60],
    ['local possible', figures.localPossibleMinutes, 24],
    ['displaced', figures.displacedMinutes, 36],
    ['beyond capacity', figures.beyondCapacityMinutes, 0],
  ])('%s', (_, minutes, expected) => expect(hours(minutes)).toBe(expected))

  it('says how much other fixed work is known: none was entered', () => expect(figures.otherFixedMinutes).toBeNull())

  it.each([
    ['hypertension', 40, 24, 16, 0],
    ['isolated-over-65s', 20, 0, 20, 0],
  ])('%s: wanted %d, possible %d, displaced %d, beyond capacity %d', (code, wanted, possible, displaced, beyond) => {
    const found = figures.priorities.find((one) => one.code === code)
    expect([found?.wantedMinutes, found?.possibleMinutes, found?.displacedMinutes, found?.beyondCapacityMinutes].map(hours)).toEqual([
      wanted,
      possible,
      displaced,
      beyond,
    ])
  })

  it.each([
    ['cancer-review', 0, 16],
    ['cancer-review', 50, 1],
    ['slot-mapping', 0, 6],
    ['workforce-plan', 0, 0],
    ['year-end-declarations', 0, 0],
    ['care-home-mdt', 0, 0],
  ])('relaxing %s (cancer review %d%% business as usual) returns %d', (code, percent, expected) => {
    expect(returnedOf(workedExample(percent), code)).toBe(expected)
  })

  it('returns 36 when the four are relaxed together, more than the 22 they return one by one', () => {
    const four = ['workforce-plan', 'cancer-review', 'year-end-declarations', 'slot-mapping']
    expect(hours(returnedTogether(workedExample(), four))).toBe(36)
    expect(figures.items.reduce((sum, { returnedMinutes }) => sum + (returnedMinutes ?? 0), 0)).toBe(22 * 60)
  })

  it('overruns 44 of national work when the over-65s are protected', () => {
    const guarded = crowdOut(whatIf(workedExample(), { protecting: ['isolated-over-65s'] }).plan)
    expect(hours(guarded.nationalOverrunMinutes)).toBe(44)
    expect(hours(guarded.priorities[0]?.possibleMinutes)).toBe(20)
  })

  it('lists what gives time back, most first, and never care', () => {
    expect(givingTimeBack(figures.items).map(({ code }) => code)).toEqual(['cancer-review', 'slot-mapping'])
  })

  it('reads as a sentence', () => {
    expect(headline(figures)).toBe(
      'National work asks for 208 of your 240 hours. 24 of them fit in no month. 36 of the 60 hours you planned for your own priorities no longer fit.',
    )
  })
})

describe('plain arithmetic, when every window is the whole year', () => {
  const plain = (local: number, delivery = 10_800): StaffGroupPlan => ({
    staffGroup: 'NETWORK_MANAGER',
    capacityMinutes: Array.from({ length: 12 }, (_, month) => (month < 9 ? 1_969 : 1_968)),
    otherFixedMinutes: Array.from({ length: 12 }, () => 150),
    national: [whole('delivery', 'DELIVER', delivery, null), whole('declarations', 'DECLARE', 7_200, 25)],
    local: [{ code: 'local', rank: 1, serves: [], work: [{ ...year, minutes: inEveryCase(local) }] }],
  })
  const year = { firstMonth: 0, lastMonth: 11, timing: 'FLOATING' as const }
  const whole = (code: string, nature: NationalItem['nature'], minutes: number, businessAsUsualPercent: number | null): NationalItem => ({
    ...item(code, nature, 0, [0, 11]),
    businessAsUsualPercent,
    work: [{ ...year, minutes: inEveryCase(minutes) }],
  })

  it.each([
    [12_000, 10_800, 0, 3_825, 8_175, 5_400],
    [6_000, 10_800, 0, 3_825, 2_175, 2_175],
    [0, 10_800, 0, 0, 0, 0],
    [12_000, 16_800, 2_175, 0, 12_000, 3_225],
  ])('local %d, delivery %d: overrun %d, possible %d, displaced %d, returned %d', (local, delivery, ...expected) => {
    const figures = crowdOut(plain(local, delivery))
    const declarations = figures.items.find(({ code }) => code === 'declarations')
    const { nationalOverrunMinutes, localPossibleMinutes, displacedMinutes } = figures
    expect([nationalOverrunMinutes, localPossibleMinutes, displacedMinutes, declarations?.returnedMinutes]).toEqual(expected)
    expect(figures).toMatchObject({ capacityMinutes: 23_625, otherFixedMinutes: 1_800, availableMinutes: 21_825 })
    expect(declarations?.relaxableMinutes).toBe(5_400)
    expect(returnedTogether(plain(local, delivery), ['declarations'])).toBe(expected[3])
  })

  it('gives no share of nothing', () => {
    expect(crowdOut(plain(0)).displacedShare).toBeNull()
    expect(crowdOut(plain(12_000)).displacedShare).toBeCloseTo(0.68125, 10)
  })
})

describe('what relaxing returns', () => {
  const small: StaffGroupPlan = {
    ...workedExample(),
    capacityMinutes: [600, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    national: [
      {
        ...item('six', 'REPORT', 0, [0, 0]),
        work: [{ minutes: { low: 180, central: 360, high: 720 }, firstMonth: 0, lastMonth: 0, timing: 'FLOATING' }],
      },
      {
        ...item('two', 'DECLARE', 0, [0, 0]),
        work: [{ minutes: { low: 60, central: 120, high: 240 }, firstMonth: 0, lastMonth: 0, timing: 'FLOATING' }],
      },
    ],
    local: [
      {
        ...priority('four', 1, 0, 0, 0),
        work: [{ minutes: { low: 120, central: 240, high: 480 }, firstMonth: 0, lastMonth: 0, timing: 'FLOATING' }],
      },
    ],
  }

  it.each([
    ['low', 0],
    ['central', 2],
    ['high', 0],
  ] as const)('need not grow with the estimates: %s returns %d', (estimateCase, expected) => {
    expect(hours(crowdOut(small, estimateCase).items.find(({ code }) => code === 'two')?.returnedMinutes)).toBe(expected)
  })

  it('is not known where business as usual is not known', () => {
    const plan = { ...workedExample(), national: workedExample().national.map((one) => ({ ...one, businessAsUsualPercent: null })) }
    expect(crowdOut(plan).items.find(({ code }) => code === 'slot-mapping')).toMatchObject({
      relaxableMinutes: null,
      returnedMinutes: null,
    })
    expect(returnedTogether(plan, ['slot-mapping'])).toBeNull()
    expect(crowdOut(plan).items.find(({ code }) => code === 'care-home-mdt')).toMatchObject({ relaxableMinutes: 0, returnedMinutes: 0 })
  })
})

describe('national and local at once', () => {
  const duty = item('inequalities', 'REPORT', 30, [9, 11])
  const serving = { ...priority('inequalities-project', 9, 20, 9, 11), serves: [{ requirementCode: 'inequalities', minutes: 15 * 60 }] }
  const plan: StaffGroupPlan = {
    ...workedExample(),
    national: [...workedExample().national, duty],
    local: [...workedExample().local, serving],
  }

  it('takes the minutes out of the requirement and leaves them in the priority', () => {
    const figures = crowdOut(plan)
    expect(figures.items.find(({ code }) => code === 'inequalities')).toMatchObject({ minutes: 15 * 60, servedMinutes: 15 * 60 })
    expect(hours(figures.nationalMinutes)).toBe(208 + 15)
    expect(figures.priorities.find(({ code }) => code === 'inequalities-project')?.wantedMinutes).toBe(20 * 60)
  })

  it('places the serving priority before the others, whatever its rank', () => {
    expect(crowdOut(plan).priorities.map(({ code }) => code)).toEqual(['inequalities-project', 'hypertension', 'isolated-over-65s'])
  })

  it('shows what of it does not fit as displaced and as contract work at risk', () => {
    const [first] = crowdOut(plan).priorities
    expect([first?.possibleMinutes, first?.displacedMinutes, first?.contractWorkAtRiskMinutes].map(hours)).toEqual([0, 20, 15])
  })

  it('returns nothing when the requirement is relaxed', () => {
    expect(returnedOf(plan, 'inequalities')).toBe(0)
    expect(returnedTogether(plan, ['inequalities'])).toBe(0)
    const relaxed = whatIf(plan, { relaxing: ['inequalities'] })
    expect(crowdOut(relaxed.plan).localPossibleMinutes).toBe(crowdOut(plan).localPossibleMinutes)
    expect(relaxed.notes.map(({ kind }) => kind)).toEqual(['SERVED_BY_PRIORITY'])
  })

  it('never takes out more than either of the two estimates', () => {
    const generous = { ...serving, serves: [{ requirementCode: 'inequalities', minutes: 50 * 60 }] }
    expect(crowdOut({ ...plan, local: [generous] }).items.find(({ code }) => code === 'inequalities')).toMatchObject({
      minutes: 10 * 60,
      servedMinutes: 20 * 60,
    })
  })
})

describe('what is not known', () => {
  it('gives wants but no figures without capacity for all twelve months', () => {
    const [, ...others] = workedExample().capacityMinutes ?? []
    const figures = crowdOut({ ...workedExample(), capacityMinutes: [null, ...others] })
    expect(figures).toMatchObject({ nationalMinutes: 208 * 60, localWantedMinutes: 60 * 60, capacityMinutes: null, availableMinutes: null })
    expect(figures).toMatchObject({
      nationalOverrunMinutes: null,
      localPossibleMinutes: null,
      displacedMinutes: null,
      displacedShare: null,
      months: null,
    })
    expect(figures.items.every(({ returnedMinutes, overrunMinutes }) => returnedMinutes === null && overrunMinutes === null)).toBe(true)
  })

  it('names what has no estimate and never counts it as 0', () => {
    const unknown = { ...item('unknown', 'REPORT', 0, [0, 11]), work: null }
    const figures = crowdOut({
      ...workedExample(),
      national: [...workedExample().national, unknown],
      local: [{ ...priority('later', 3, 0, 0, 11), work: null }],
    })
    expect(figures).toMatchObject({ itemsWithoutEstimate: ['unknown'], prioritiesWithoutEstimate: ['later'] })
    expect(figures.items.find(({ code }) => code === 'unknown')).toMatchObject({
      minutes: null,
      relaxableMinutes: null,
      returnedMinutes: null,
      overrunMinutes: null,
    })
    expect(figures.priorities).toMatchObject([{ code: 'later', wantedMinutes: null, possibleMinutes: null }])
  })

  it('takes no time for paid work that is not pursued', () => {
    const national = workedExample().national.map((one) => ({ ...one, pursued: one.code !== 'cancer-review' }))
    expect(hours(crowdOut({ ...workedExample(), national }).nationalMinutes)).toBe(178)
  })

  it('shows fixed work past a month’s capacity as its own number', () => {
    const figures = crowdOut({ ...workedExample(), otherFixedMinutes: [1_500, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 60] })
    expect(figures).toMatchObject({ otherFixedMinutes: 1_560, fixedShortfallMinutes: 300, availableMinutes: 11 * 1_200 - 60 })
  })
})

describe('a caller’s bug', () => {
  const hundred = priority('hundred', 1, 1_000, 0, 11).work ?? []
  const broken: [string, Partial<StaffGroupPlan>][] = [
    ['negative capacity', { capacityMinutes: [-1, ...Array<number>(11).fill(0)] }],
    ['fractional capacity', { capacityMinutes: [0.5, ...Array<number>(11).fill(0)] }],
    ['capacity that is no number', { capacityMinutes: [NaN, ...Array<number>(11).fill(0)] }],
    ['more than 10,000 minutes a month', { capacityMinutes: [10_001, ...Array<number>(11).fill(0)] }],
    ['eleven months', { capacityMinutes: Array<number>(11).fill(0) }],
    ['absurd fixed work', { otherFixedMinutes: [10_001, ...Array<number>(11).fill(0)] }],
    ['a window outside the year', { national: [item('late', 'REPORT', 1, [11, 12])] }],
    ['a window backwards', { local: [priority('late', 1, 1, 5, 4)] }],
    ['percent 101', { national: [{ ...item('more', 'REPORT', 1, [0, 1]), businessAsUsualPercent: 101 }] }],
    [
      'a negative estimate',
      {
        national: [
          {
            ...item('less', 'REPORT', 1, [0, 1]),
            work: [{ minutes: { low: -1, central: 0, high: 0 }, firstMonth: 0, lastMonth: 0, timing: 'FLOATING' }],
          },
        ],
      },
    ],
    [
      'estimates out of order',
      {
        national: [
          {
            ...item('odd', 'REPORT', 1, [0, 1]),
            work: [{ minutes: { low: 2, central: 1, high: 3 }, firstMonth: 0, lastMonth: 0, timing: 'FLOATING' }],
          },
        ],
      },
    ],
    ['an item twice', { national: [item('same', 'REPORT', 1, [0, 1]), item('same', 'REPORT', 1, [0, 1])] }],
    ['a priority twice', { local: [priority('same', 1, 1, 0, 1), priority('same', 2, 1, 0, 1)] }],
    ['more than a year of minutes', { local: [{ ...priority('endless', 1, 1, 0, 11), work: [...hundred, ...hundred, ...hundred] }] }],
    [
      'negative serving minutes',
      { local: [{ ...priority('odd', 1, 1, 0, 1), serves: [{ requirementCode: 'slot-mapping', minutes: -1 }] }] },
    ],
  ]
  it.each(broken)('%s is a RangeError', (_, part) => expect(() => crowdOut({ ...workedExample(), ...part })).toThrow(RangeError))

  it('10,000 minutes a month are accepted', () => {
    expect(crowdOut({ ...workedExample(), capacityMinutes: Array<number>(12).fill(10_000) }).nationalOverrunMinutes).toBe(0)
  })
})
