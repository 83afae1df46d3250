import { afterAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { natures, obligations } from '../../specification/domain/catalogue.js'
import { crowdOut, crowdOutTotals, returnedTogether } from './crowd-out.js'
import type { Estimate, LocalPriority, NationalItem, StaffGroupPlan, Work } from './plan.js'
import { addTo, noSums, possibleOf } from './possible.js'
import { fromHere } from './from-here.js'
import { whatIf } from './what-if.js'

const numRuns = Number(process.env.PROPERTY_RUNS ?? 300)
let instances = 0

const windows = fc
  .tuple(fc.nat(11), fc.nat(11))
  .map(([one, other]) => ({ firstMonth: Math.min(one, other), lastMonth: Math.max(one, other) }))
const estimates: fc.Arbitrary<Estimate> = fc
  .tuple(fc.nat(400), fc.nat(400), fc.nat(400))
  .map((minutes) => minutes.sort((one, other) => one - other))
  .map(([low = 0, central = 0, high = 0]) => ({ low, central, high }))
const works: fc.Arbitrary<Work> = fc
  .tuple(windows, estimates, fc.constantFrom('LEVELLED' as const, 'FLOATING' as const))
  .map(([window, minutes, timing]) => ({ ...window, minutes, timing }))
const items = fc.uniqueArray(
  fc.record<NationalItem>({
    code: fc.stringMatching(/^n[0-9a-f]{1,2}$/),
    origin: fc.constantFrom('REQUIREMENT', 'INDICATOR', 'REQUEST'),
    nature: fc.constantFrom(...natures),
    obligation: fc.constantFrom(...obligations),
    pursued: fc.boolean(),
    businessAsUsualPercent: fc.option(fc.integer({ min: 0, max: 100 })),
    work: fc.option(fc.array(works, { maxLength: 3 }), { freq: 8 }),
    upToPence: fc.constant(null),
  }),
  { selector: ({ code }) => code, maxLength: 7 },
)
const priorities = (special: boolean) =>
  fc.uniqueArray(
    fc.record<LocalPriority>({
      code: fc.stringMatching(/^l[0-9a-f]$/),
      rank: fc.integer({ min: 1, max: 5 }),
      work: fc.option(fc.array(works, { maxLength: 2 }), { freq: 8 }),
      serves: special
        ? fc.uniqueArray(fc.record({ requirementCode: fc.stringMatching(/^n[0-9a-f]{1,2}$/), minutes: fc.nat(300) }), {
            selector: ({ requirementCode }) => requirementCode,
            maxLength: 2,
          })
        : fc.constant([]),
      protected: special ? fc.boolean() : fc.constant(false),
    }),
    { selector: ({ code }) => code, maxLength: 5 },
  )
const months = (most: number) => fc.array(fc.nat(most), { minLength: 12, maxLength: 12 })
/** Special: some priorities serve requirements, some are protected. */
const plans = (special = true): fc.Arbitrary<StaffGroupPlan> =>
  fc.record({
    staffGroup: fc.constant('CLINICAL_DIRECTOR'),
    capacityMinutes: months(150),
    otherFixedMinutes: fc.option(months(60)),
    national: items,
    local: priorities(special),
  })
const cases = fc.constantFrom('low' as const, 'central' as const, 'high' as const)

/** Runs a property and counts what it was tried on. */
function holds<Ts extends [unknown, ...unknown[]]>(
  arbitraries: { [K in keyof Ts]: fc.Arbitrary<Ts[K]> },
  check: (...values: Ts) => void,
): void {
  fc.assert(
    fc.property(...arbitraries, (...values: Ts) => {
      instances += 1
      check(...values)
    }),
    { numRuns },
  )
}

const known = (figure: number | null): number => {
  if (figure === null) throw new Error('A figure that should be known is null')
  return figure
}
const sum = (figures: readonly (number | null)[]) => figures.reduce<number>((total, figure) => total + (figure ?? 0), 0)

afterAll(() => console.info(`Properties: ${instances} instances tried.`))

describe('identities', () => {
  it('the quick totals are those of all figures', () => {
    holds([plans(), cases], (plan, estimateCase) => {
      const { displacedMinutes, nationalOverrunMinutes } = crowdOut(plan, estimateCase)
      expect(crowdOutTotals(plan, estimateCase)).toEqual({ displacedMinutes, nationalOverrunMinutes })
    })
  })

  it('wanted = possible + displaced + beyond capacity, for every priority and in all; nothing is below 0', () => {
    holds([plans(), cases], (plan, estimateCase) => {
      const figures = crowdOut(plan, estimateCase)
      for (const {
        wantedMinutes,
        possibleMinutes,
        displacedMinutes,
        beyondCapacityMinutes,
        contractWorkAtRiskMinutes,
      } of figures.priorities) {
        expect(wantedMinutes ?? 0).toBe(sum([possibleMinutes, displacedMinutes, beyondCapacityMinutes]))
        for (const minutes of [possibleMinutes, displacedMinutes, beyondCapacityMinutes, contractWorkAtRiskMinutes]) {
          expect(minutes ?? 0).toBeGreaterThanOrEqual(0)
        }
      }
      expect(figures.localWantedMinutes).toBe(sum([figures.localPossibleMinutes, figures.displacedMinutes, figures.beyondCapacityMinutes]))
      expect(figures.localPossibleMinutes).toBe(sum(figures.priorities.map(({ possibleMinutes }) => possibleMinutes)))
      expect(figures.nationalMinutes).toBe(sum(figures.items.map(({ minutes }) => minutes)))
      expect(figures.nationalOverrunMinutes).toBe(sum(figures.items.map(({ overrunMinutes }) => overrunMinutes)))
      for (const { returnedMinutes, overrunMinutes } of figures.items) {
        expect(returnedMinutes ?? 0).toBeGreaterThanOrEqual(0)
        expect(overrunMinutes ?? 0).toBeGreaterThanOrEqual(0)
      }
      expect(known(figures.nationalOverrunMinutes)).toBeGreaterThanOrEqual(0)
    })
  })

  it('what fits is submodular: more work beside it never makes room for a demand', () => {
    const demands = fc.array(
      fc.tuple(windows, fc.nat(200)).map(([window, minutes]) => ({ ...window, minutes })),
      { maxLength: 8 },
    )
    holds([months(100), demands, demands, demands], (available, few, more, added) => {
      const most = (...sets: (typeof few)[]) => possibleOf(available, addTo(noSums(), sets.flat()))
      const beside = most(few, added) - most(few)
      const besideMore = most(few, more, added) - most(few, more)
      expect(besideMore).toBeLessThanOrEqual(beside)
      expect(besideMore).toBeGreaterThanOrEqual(0)
    })
  })

  it('the order of the input changes nothing', () => {
    holds([plans(), fc.infiniteStream(fc.nat(1_000))], (plan, draws) => {
      const shuffled = <T>(list: readonly T[]) =>
        list
          .map((value) => ({ value, at: known(draws.next().value ?? 0) }))
          .sort((one, other) => one.at - other.at)
          .map(({ value }) => value)
      const other = {
        ...plan,
        national: shuffled(plan.national.map((item) => ({ ...item, work: item.work && shuffled(item.work) }))),
        local: shuffled(plan.local),
      }
      expect(crowdOut(other)).toEqual(crowdOut(plan))
    })
  })

  it('adding national work never increases what is possible', () => {
    holds([plans(), works], (plan, work) => {
      const more: NationalItem = {
        code: 'z',
        origin: 'REQUEST',
        nature: 'REPORT',
        obligation: 'UNPAID',
        pursued: true,
        businessAsUsualPercent: 0,
        work: [work],
        upToPence: null,
      }
      const figures = crowdOut({ ...plan, national: [...plan.national, more] })
      expect(known(figures.localPossibleMinutes)).toBeLessThanOrEqual(known(crowdOut(plan).localPossibleMinutes))
    })
  })

  it('displaced, overrun and beyond capacity grow with the estimates', () => {
    holds([plans(false)], (plan) => {
      const [low, central, high] = [crowdOut(plan, 'low'), crowdOut(plan, 'central'), crowdOut(plan, 'high')]
      for (const name of ['displacedMinutes', 'nationalOverrunMinutes', 'beyondCapacityMinutes'] as const) {
        expect(known(low[name])).toBeLessThanOrEqual(known(central[name]))
        expect(known(central[name])).toBeLessThanOrEqual(known(high[name]))
      }
    })
  })

  it('what a set returns is what supposing it relaxed gives, and at least what each of its items returns', () => {
    holds([plans(), fc.infiniteStream(fc.boolean())], (plan, draws) => {
      const today = crowdOut(plan)
      const codes = today.items
        .filter(
          ({ nature, relaxableMinutes }) =>
            relaxableMinutes !== null && (nature === 'DECLARE' || nature === 'REPORT') && draws.next().value === true,
        )
        .map(({ code }) => code)
      const together = known(returnedTogether(plan, codes))
      const supposed = crowdOut(whatIf(plan, { relaxing: codes }).plan)
      expect(known(supposed.localPossibleMinutes) - known(today.localPossibleMinutes)).toBe(together)
      for (const item of today.items) if (codes.includes(item.code)) expect(together).toBeGreaterThanOrEqual(known(item.returnedMinutes))
    })
  })
})

describe('the picture', () => {
  it('adds up to the totals, respects every month’s time and every window', () => {
    holds([plans(), cases], (plan, estimateCase) => {
      const figures = crowdOut(plan, estimateCase)
      const pictures = figures.months ?? []
      expect(pictures).toHaveLength(12)
      const column = (name: Exclude<keyof (typeof pictures)[number], 'placements'>) => sum(pictures.map((picture) => picture[name]))
      expect(column('availableMinutes')).toBe(figures.availableMinutes)
      expect(column('localMinutes')).toBe(figures.localPossibleMinutes)
      expect(column('displacedMinutes')).toBe(figures.displacedMinutes)
      expect(column('beyondCapacityMinutes')).toBe(figures.beyondCapacityMinutes)
      expect(column('nationalOverrunMinutes')).toBe(figures.nationalOverrunMinutes)
      expect(column('deliveryAndGovernanceMinutes') + column('declarationAndReportingMinutes') + column('nationalOverrunMinutes')).toBe(
        figures.nationalMinutes,
      )
      for (const month of pictures) {
        const placed = month.deliveryAndGovernanceMinutes + month.declarationAndReportingMinutes + month.localMinutes
        expect(placed).toBeLessThanOrEqual(month.availableMinutes)
        // What fits nowhere stands above the line, and only where there is no room below it.
        const above = month.nationalOverrunMinutes + month.displacedMinutes + month.beyondCapacityMinutes
        if (above > 0) expect(placed).toBe(month.availableMinutes)
        expect(sum(month.placements.map(({ minutes }) => minutes))).toBe(placed)
        for (const { code } of month.placements) {
          const work = [...plan.national, ...plan.local].find((one) => one.code === code)?.work ?? []
          expect(work.some(({ firstMonth, lastMonth }) => firstMonth <= month.month && month.month <= lastMonth)).toBe(true)
        }
      }
      for (const { code, possibleMinutes } of figures.priorities) {
        expect(sum(pictures.flatMap(({ placements }) => placements.filter((one) => one.code === code).map(({ minutes }) => minutes)))).toBe(
          possibleMinutes ?? 0,
        )
      }
    })
  })
})

describe('from here', () => {
  it('is the plan itself in April with nothing logged', () => {
    holds([plans(), cases], (plan, estimateCase) => {
      expect(crowdOut(fromHere(plan, 0), estimateCase)).toEqual(crowdOut(plan, estimateCase))
    })
  })

  it('keeps every identity and never changes what it is given', () => {
    holds([plans(), fc.nat(11)], (plan, from) => {
      const before = structuredClone(plan)
      const figures = crowdOut(fromHere(plan, from))
      expect(plan).toEqual(before)
      expect(figures.localWantedMinutes).toBe(sum([figures.localPossibleMinutes, figures.displacedMinutes, figures.beyondCapacityMinutes]))
      expect(sum((figures.months ?? []).slice(0, from).map(({ availableMinutes }) => availableMinutes))).toBe(0)
    })
  })
})
