import { describe, expect, it } from '@jest/globals'
import highsLoader, { type Highs } from 'highs'
import { natures, obligations } from '../../specification/domain/catalogue.js'
import { crowdOut, returnedTogether } from './crowd-out.js'
import { inEveryCase, type LocalPriority, type NationalItem, type StaffGroupPlan } from './plan.js'
import { whatIf } from './what-if.js'

/*
 * An independent check: every figure of the engine against a linear programme solved by HiGHS. Nothing of the engine's arithmetic is used
 * here; work is cut into demands and business as usual is rounded in this file's own way. ORACLE_INSTANCES sets how many plans are drawn.
 */
const instances = Number(process.env.ORACLE_INSTANCES ?? 500)
const seed = Number(process.env.ORACLE_SEED ?? 20_261_121)
const instancesPerModule = 250 // one WebAssembly instance slows down and may fail after many thousand solves

/** Its types describe the CommonJS build; the ES build that runs here is the loader itself. */
const loadHighs = highsLoader as unknown as () => Promise<Highs>

interface Piece {
  readonly first: number
  readonly last: number
  readonly minutes: number
}
interface Row extends Piece {
  readonly set: string
}

/** Numbers from 0 up to but without `below`, the same for the same start (mulberry32). */
function drawing(start: number): (below: number) => number {
  let state = start
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

function randomPlan(draw: (below: number) => number): StaffGroupPlan {
  const scale = draw(3) === 0 ? 61 : 1
  const asked = draw(2) === 0 ? 30 : 60
  const work = (most: number) => {
    const [one, other] = [draw(12), draw(12)]
    const timing = draw(2) === 0 ? ('LEVELLED' as const) : ('FLOATING' as const)
    return [
      { minutes: inEveryCase(draw(most) * scale + draw(scale)), firstMonth: Math.min(one, other), lastMonth: Math.max(one, other), timing },
    ]
  }
  const pick = <T>(values: readonly [T, ...T[]]): T => values[draw(values.length)] ?? values[0]
  const national = Array.from({ length: 1 + draw(6) }, (_, index): NationalItem => {
    const nature = pick<NationalItem['nature']>([...natures, 'DECLARE', 'REPORT', 'DECLARE', 'REPORT'])
    const obligation = pick<NationalItem['obligation']>(obligations)
    const pursued = draw(10) > 0
    const businessAsUsualPercent = pick([0, 0, 25, 33, 50, 100])
    return {
      code: `n${index}`,
      origin: 'REQUIREMENT',
      nature,
      obligation,
      pursued,
      businessAsUsualPercent,
      work: work(asked),
      upToPence: null,
    }
  })
  const local = Array.from({ length: draw(5) }, (_, index): LocalPriority => {
    const serves = draw(4) === 0 ? [{ requirementCode: `n${draw(national.length)}`, minutes: draw(40) * scale }] : []
    return { code: `l${index}`, rank: 1 + draw(4), work: work(50), serves }
  })
  const otherFixedMinutes = draw(2) === 0 ? null : Array.from({ length: 12 }, () => draw(8) * scale)
  const capacityMinutes = Array.from({ length: 12 }, () => (draw(6) === 0 ? 0 : draw(30) * scale))
  return { staffGroup: 'CLINICAL_DIRECTOR', capacityMinutes, otherFixedMinutes, national, local }
}

const sum = (figures: readonly number[]) => figures.reduce((total, figure) => total + figure, 0)
const minutesOf = ({ work }: NationalItem | LocalPriority) => sum((work ?? []).map(({ minutes }) => minutes.central))

/** Hands out minutes one at a time to the months in turn, or all at once to the window. */
function pieces({ work }: NationalItem | LocalPriority, minutes: number): Piece[] {
  const [piece] = work ?? []
  if (!piece) return []
  const { firstMonth: first, lastMonth: last, timing } = piece
  if (timing === 'FLOATING') return [{ first, last, minutes }]
  const months = Array.from({ length: last - first + 1 }, (_, index) => ({ first: first + index, last: first + index, minutes: 0 }))
  for (let minute = 0; minute < minutes; minute += 1) {
    const month = months[minute % months.length]
    if (month) month.minutes += 1
  }
  return months
}

/** The programme of one plan: at most its minutes for each piece, at most its capacity for each month; sets of pieces are switched on. */
function programme(
  highs: Highs,
  available: readonly number[],
  rows: readonly Row[],
): { most: (sets: readonly string[]) => number; dispose: () => void } {
  const cells = rows.flatMap(({ first, last }, row) =>
    Array.from({ length: last - first + 1 }, (_, index) => ({ row, month: first + index })),
  )
  const numRows = 12 + rows.length
  const model = highs.createModel({
    numCols: cells.length,
    numRows,
    sense: highs.constants.objectiveSense.maximize,
    colCost: cells.map(() => 1),
    colLower: cells.map(() => 0),
    colUpper: cells.map(() => highs.infinity),
    rowLower: Array.from({ length: numRows }, () => -highs.infinity),
    rowUpper: [...available, ...rows.map(({ minutes }) => minutes)],
    matrix: {
      format: 'csc',
      numRows,
      numCols: cells.length,
      starts: Array.from({ length: cells.length + 1 }, (_, index) => index * 2),
      indices: cells.flatMap(({ row, month }) => [month, 12 + row]),
      values: cells.flatMap(() => [1, 1]),
    },
  })
  model.options.set({ output_flag: false })
  const most = (sets: readonly string[]): number => {
    if (cells.length === 0) return 0
    rows.forEach((row, index) => model.changeRowBounds(12 + index, -highs.infinity, sets.includes(row.set) ? row.minutes : 0))
    model.run()
    expect(model.getModelStatus()).toBe(highs.constants.modelStatus.optimal)
    const value = model.getObjectiveValue()
    expect(Math.abs(value - Math.round(value))).toBeLessThan(1e-6)
    return Math.round(value)
  }
  return { most, dispose: () => model.dispose() }
}

/** Everything the engine says of a plan, once more from the definition. */
function expected(highs: Highs, plan: StaffGroupPlan, together: readonly string[], guarded: string | undefined) {
  const available = (plan.capacityMinutes ?? []).map((minutes, month) =>
    Math.max(0, (minutes ?? 0) - (plan.otherFixedMinutes?.[month] ?? 0)),
  )
  const items = plan.national.filter(({ pursued }) => pursued)
  const servings = plan.local.flatMap((own) =>
    own.serves.map((serving) => ({ ...serving, minutes: Math.min(serving.minutes, minutesOf(own)) })),
  )
  const figures = items.map((item) => {
    const serving = servings.filter(({ requirementCode }) => requirementCode === item.code)
    const minutes = Math.max(0, minutesOf(item) - sum(serving.map((one) => one.minutes)))
    const usual = Math.floor((minutes * (item.businessAsUsualPercent ?? 0)) / 100 + 0.5)
    const gives = serving.length === 0 && ['DECLARE', 'REPORT'].includes(item.nature)
    return { item, minutes, kept: gives ? usual : minutes }
  })
  const order = [...plan.local].sort(
    (one, other) =>
      Number(one.serves.length === 0) - Number(other.serves.length === 0) || one.rank - other.rank || (one.code < other.code ? -1 : 1),
  )
  const national = figures.map(({ item }) => item.code)
  const rows = [
    ...figures.flatMap(({ item, minutes, kept }) => [
      ...pieces(item, minutes).map((piece) => ({ ...piece, set: item.code })),
      ...pieces(item, kept).map((piece) => ({ ...piece, set: `relaxed ${item.code}` })),
    ]),
    ...order.flatMap((own) => pieces(own, minutesOf(own)).map((piece) => ({ ...piece, set: own.code }))),
  ]
  const { most, dispose } = programme(highs, available, rows)
  const local = order.map(({ code }) => code)
  const possible = (sets: readonly string[]) => most([...sets, ...local]) - most(sets)
  const relaxing = (codes: readonly string[]) => national.map((code) => (codes.includes(code) ? `relaxed ${code}` : code))
  const wanted = sum(plan.local.map(minutesOf))
  const asked = sum(figures.map(({ minutes }) => minutes))
  const now = possible(national)
  const answer = {
    nationalMinutes: asked,
    nationalOverrunMinutes: asked - most(national),
    localWantedMinutes: wanted,
    localPossibleMinutes: now,
    displacedMinutes: most(local) - now,
    beyondCapacityMinutes: wanted - most(local),
    priorities: order.map((own, index) => {
      const [until, before] = [local.slice(0, index + 1), local.slice(0, index)]
      const fits = most([...national, ...until]) - most([...national, ...before])
      const alone = most(until) - most(before)
      return { code: own.code, possibleMinutes: fits, displacedMinutes: alone - fits, beyondCapacityMinutes: minutesOf(own) - alone }
    }),
    returned: Object.fromEntries(national.map((code) => [code, possible(relaxing([code])) - now])),
    returnedTogether: possible(relaxing(together)) - now,
    overrunWhenProtected: guarded === undefined ? null : asked - (most([guarded, ...national]) - most([guarded])),
  }
  dispose()
  return answer
}

function answered(plan: StaffGroupPlan, together: readonly string[], guarded: string | undefined) {
  const figures = crowdOut(plan)
  const priorities = figures.priorities.map(({ code, possibleMinutes, displacedMinutes, beyondCapacityMinutes }) => ({
    code,
    possibleMinutes,
    displacedMinutes,
    beyondCapacityMinutes,
  }))
  return {
    nationalMinutes: figures.nationalMinutes,
    nationalOverrunMinutes: figures.nationalOverrunMinutes,
    localWantedMinutes: figures.localWantedMinutes,
    localPossibleMinutes: figures.localPossibleMinutes,
    displacedMinutes: figures.displacedMinutes,
    beyondCapacityMinutes: figures.beyondCapacityMinutes,
    priorities,
    returned: Object.fromEntries(figures.items.map(({ code, returnedMinutes }) => [code, returnedMinutes])),
    returnedTogether: returnedTogether(plan, together),
    overrunWhenProtected: guarded === undefined ? null : crowdOut(whatIf(plan, { protecting: [guarded] }).plan).nationalOverrunMinutes,
  }
}

describe('an independent linear programme', () => {
  it(`agrees on ${instances} random plans`, async () => {
    const draw = drawing(seed)
    let highs = await loadHighs()
    const seen = { displaced: 0, overrun: 0, returned: 0, more: 0, served: 0 }
    for (let instance = 0; instance < instances; instance += 1) {
      if (instance > 0 && instance % instancesPerModule === 0) highs = await loadHighs()
      const plan = randomPlan(draw)
      const together = plan.national.filter(() => draw(4) > 0).map(({ code }) => code)
      const guarded = plan.local[draw(5)]?.code
      const figures = answered(plan, together, guarded)
      try {
        expect(figures).toEqual(expected(highs, plan, together, guarded))
      } catch (error) {
        throw new Error(`Plan ${instance} of seed ${seed}: ${JSON.stringify(plan)}`, { cause: error })
      }
      const single = sum(together.map((code) => figures.returned[code] ?? 0))
      if ((figures.displacedMinutes ?? 0) > 0) seen.displaced += 1
      if ((figures.nationalOverrunMinutes ?? 0) > 0) seen.overrun += 1
      if ((figures.returnedTogether ?? 0) > 0) seen.returned += 1
      if ((figures.returnedTogether ?? 0) !== single) seen.more += 1
      if (plan.local.some(({ serves }) => serves.length > 0)) seen.served += 1
    }
    console.info(
      `Oracle: ${instances} plans, all figures equal; ${seen.displaced} displaced work, ${seen.overrun} overran, ${seen.returned} gave time back, ` +
        `in ${seen.more} a set returned another amount than its items one by one, ${seen.served} had serving priorities.`,
    )
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(instances / 100)
  }, 600_000)
})
