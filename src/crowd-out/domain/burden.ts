import type { Nature } from '../../specification/domain/catalogue.js'
import { requireMinutes, requireOnce, requirePercent, requireWhole } from './bounds.js'
import { businessAsUsualMinutes } from './demand.js'
import { dividedHalfUp, MILLS_A_PENNY } from './money.js'
import type { Origin } from './plan.js'
import { isPaperwork } from './prepare.js'

/** The rule by which burden is computed; shown wherever a figure is explained. */
export const BURDEN_RULE_VERSION = 1

/** Minutes of a working day of seven and a half hours. */
const MINUTES_A_DAY = 450

/** Mills × percent × minutes in one hour: what exact costs are held in until shown. */
const PARTS_A_MILL = 60 * 100

/** What an hour of a staff group costs. Both parts and the price year are stated wherever it is used. */
export interface Tariff {
  readonly staffGroup: string
  readonly hourlyPayMills: number
  /** On-costs and overhead on top of pay, whole percent. */
  readonly onCostsPercent: number
  readonly overheadPercent: number
  /** The year whose prices these are, such as 2026/27. */
  readonly priceYear: string
}

/** Minutes of one staff group. */
export interface StaffMinutes {
  readonly staffGroup: string
  readonly minutes: number
}

/** The same, with how much of it would be done anyway where that is not the item's own percent. */
export interface GrossMinutes extends StaffMinutes {
  readonly businessAsUsualPercent?: number
}

/** One item's paperwork. Only `DECLARE` and `REPORT` are counted; others may be passed and are left out. */
export interface BurdenItem {
  readonly code: string
  readonly origin: Origin
  readonly nature: Nature
  /** Occurrences × minutes, for the year. */
  readonly grossMinutes: readonly GrossMinutes[]
  readonly businessAsUsualPercent: number
  readonly outsideCosts: readonly OutsideCost[]
}

/** Something paid to others because of an item, and how much of that would be paid anyway. */
export interface OutsideCost {
  readonly pence: number
  readonly businessAsUsualPercent: number
}

/** Burden of a set of items. Pence rounded half up once; null where a tariff that is needed is not known. */
export interface Burden {
  readonly grossMinutes: number
  readonly businessAsUsualMinutes: number
  readonly burdenMinutes: number
  readonly grossPence: number | null
  readonly burdenPence: number | null
  /** Of the burden's pence, what is paid to others: known even where a tariff is not. */
  readonly outsidePence: number
  /** Burden minutes ÷ 450, to one decimal. */
  readonly burdenDays: number
  /** Per 1,000 registered patients; null where the list is not known. */
  readonly burdenMinutesPerThousand: number | null
  readonly burdenPencePerThousand: number | null
}

/** One line of what an item costs one staff group, or outside. */
interface Line {
  readonly item: BurdenItem
  /** Null: a cost outside the network. */
  readonly staffGroup: string | null
  readonly gross: number
  readonly businessAsUsual: number
  /** Exact parts of a mill for each minute; for outside costs, for each penny. Null: no tariff. */
  readonly partsEach: number | null
}

/** Burden in all, and by origin, nature, staff group and item. */
export interface BurdenBreakdown {
  readonly total: Burden
  readonly byOrigin: ReadonlyMap<Origin, Burden>
  readonly byNature: ReadonlyMap<Nature, Burden>
  /** Without outside costs, which belong to no group. */
  readonly byStaffGroup: ReadonlyMap<string, Burden>
  readonly byItem: ReadonlyMap<string, Burden>
}

/** Mills an hour of a staff group costs, half up: hourly pay × (1 + on-costs and overhead). Source: docs/method/burden.md, rule version 1. */
export function tariffMillsAnHour(tariff: Tariff): number {
  return dividedHalfUp(partsAMinute(tariff), 100)
}

/**
 * Time and money of paperwork by the Standard Cost Model, business as usual removed: burden is the rest, so the two always add up.
 * Rounded once per item and staff group (minutes) and once where shown (pence). `registeredPatients` null: figures per 1,000 are null.
 * Errors: RangeError on figures that cannot be, or a code, a group or a tariff given twice (a caller's bug).
 * Source: docs/method/burden.md, rule version 1.
 */
export function burdenOf(items: readonly BurdenItem[], tariffs: readonly Tariff[], registeredPatients: number | null): BurdenBreakdown {
  requireOnce(
    tariffs.map(({ staffGroup }) => staffGroup),
    'tariff',
  )
  requireOnce(
    items.map(({ code }) => code),
    'item',
  )
  if (registeredPatients !== null) requireWhole(registeredPatients, 'patients')
  const parts = new Map(tariffs.map((tariff) => [tariff.staffGroup, partsAMinute(tariff)]))
  const lines = items.filter(isPaperwork).flatMap((item) => linesOf(item, parts))
  const by = <K>(keyOf: (line: Line) => K | null): ReadonlyMap<K, Burden> => {
    const groups = new Map<K, Line[]>()
    for (const line of lines) {
      const key = keyOf(line)
      if (key !== null) groups.set(key, [...(groups.get(key) ?? []), line])
    }
    return new Map([...groups].map(([key, own]) => [key, addedUp(own, registeredPatients)]))
  }
  return {
    total: addedUp(lines, registeredPatients),
    byOrigin: by(({ item }) => item.origin),
    byNature: by(({ item }) => item.nature),
    byStaffGroup: by(({ staffGroup }) => staffGroup),
    byItem: by(({ item }) => item.code),
  }
}

function partsAMinute({ hourlyPayMills, onCostsPercent, overheadPercent }: Tariff): number {
  requireWhole(hourlyPayMills, 'hourly pay')
  requireWhole(onCostsPercent, 'on-costs percent')
  requireWhole(overheadPercent, 'overhead percent')
  return hourlyPayMills * (100 + onCostsPercent + overheadPercent)
}

function linesOf(item: BurdenItem, parts: ReadonlyMap<string, number>): Line[] {
  requireOnce(
    item.grossMinutes.map(({ staffGroup }) => staffGroup),
    `staff group of ${item.code}`,
  )
  const staff = item.grossMinutes.map(({ staffGroup, minutes, businessAsUsualPercent = item.businessAsUsualPercent }) => ({
    item,
    staffGroup,
    gross: requireMinutes(minutes, `of ${item.code}`),
    businessAsUsual: businessAsUsualMinutes(minutes, businessAsUsualPercent),
    partsEach: parts.get(staffGroup) ?? null,
  }))
  const outside = item.outsideCosts.map(({ pence: gross, businessAsUsualPercent }) => {
    requireWhole(gross, 'outside cost')
    const businessAsUsual = businessAsUsualMinutes(gross, requirePercent(businessAsUsualPercent))
    return { item, staffGroup: null, gross, businessAsUsual, partsEach: PARTS_A_MILL * MILLS_A_PENNY }
  })
  return [...staff, ...outside]
}

function addedUp(lines: readonly Line[], patients: number | null): Burden {
  const staff = lines.filter(({ staffGroup }) => staffGroup !== null)
  const grossMinutes = staff.reduce((sum, { gross }) => sum + gross, 0)
  const usualMinutes = staff.reduce((sum, { businessAsUsual }) => sum + businessAsUsual, 0)
  const burdenMinutes = grossMinutes - usualMinutes
  const burdenParts = partsOf(lines, ({ gross, businessAsUsual }) => gross - businessAsUsual)
  return {
    grossMinutes,
    businessAsUsualMinutes: usualMinutes,
    burdenMinutes,
    grossPence: pence(partsOf(lines, ({ gross }) => gross)),
    burdenPence: pence(burdenParts),
    outsidePence: lines.reduce((sum, line) => sum + (line.staffGroup === null ? line.gross - line.businessAsUsual : 0), 0),
    burdenDays: dividedHalfUp(burdenMinutes * 10, MINUTES_A_DAY) / 10,
    burdenMinutesPerThousand: patients ? dividedHalfUp(burdenMinutes * 1000, patients) : null,
    burdenPencePerThousand: patients ? pence(burdenParts, patients) : null,
  }
}

/** Exact cost in parts of a mill; null when a group that has minutes has no tariff. */
function partsOf(lines: readonly Line[], countOf: (line: Line) => number): bigint | null {
  const counted = lines.filter((line) => countOf(line) > 0)
  if (counted.some(({ partsEach }) => partsEach === null)) return null
  return counted.reduce((sum, line) => sum + BigInt(countOf(line)) * BigInt(line.partsEach ?? 0), 0n)
}

/** Pence, half up: the one rounding of a cost. With `patients`, for each thousand of them. */
function pence(parts: bigint | null, patients: number | null = null): number | null {
  if (parts === null) return null
  const dividend = patients === null ? parts : parts * 1000n
  const divisor = BigInt(PARTS_A_MILL * MILLS_A_PENNY) * BigInt(patients ?? 1)
  return Number((2n * dividend + divisor) / (2n * divisor))
}
