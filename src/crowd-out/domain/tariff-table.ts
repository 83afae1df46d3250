import type { ContractYear } from '../../platform/day.js'
import { refuse, within } from '../../specification/domain/problem.js'
import { type StaffGroup, staffGroups } from '../../specification/domain/reference-data.js'
import { type Check, listOf, matching, nullable, oneOf, record, text, wholeNumber } from '../../specification/domain/shape.js'
import type { PlannedStaffGroup } from '../../workload/domain/staff-group.js'
import type { Tariff } from './burden.js'
import { MILLS_A_PENNY } from './money.js'

/** How sure an assumed tariff is. */
export const tariffCertainties = ['SOURCED', 'UNSOURCED'] as const

/** What an hour of a common staff group is assumed to cost; all null where no public source states it. */
export interface AssumedTariff {
  readonly staffGroup: StaffGroup
  readonly certainty: (typeof tariffCertainties)[number]
  readonly hourlyPayPence: number | null
  readonly onCostsPercent: number | null
  readonly overheadPercent: number | null
  readonly priceYear: ContractYear | null
  readonly source: string | null
  readonly note: string
}

/** The table of assumed tariffs. */
export interface TariffTable {
  readonly version: number
  readonly tariffs: readonly AssumedTariff[]
}

/** What a network entered for a staff group. */
export interface OwnTariff extends Tariff {
  readonly basis: string
}

/** The tariff in force for one staff group of a network, and where it comes from. */
export interface TariffInForce {
  readonly staffGroup: string
  /** Null: not known, so pounds are not known. */
  readonly tariff: Tariff | null
  readonly basis: 'NETWORK' | 'ASSUMED' | null
  readonly note: string
}

const percent = wholeNumber(0, 500)

const row = record<AssumedTariff>({
  staffGroup: oneOf(staffGroups),
  certainty: oneOf(tariffCertainties),
  hourlyPayPence: nullable(wholeNumber(1, 100_000)),
  onCostsPercent: nullable(percent),
  overheadPercent: nullable(percent),
  priceYear: nullable(matching(/^\d{4}\/\d{2}$/, 'a year written like 2026/27')),
  source: nullable(text(300)),
  note: text(300),
})

const table = record<TariffTable>({ version: wholeNumber(1, 999), tariffs: listOf(row, 1) })

/** Reads the table of assumed tariffs: every common staff group once; a figure only whole, with its price year and source. */
export const checkTariffs: Check<TariffTable> = (value, at) => {
  const read = table(value, at)
  if (read === undefined) return undefined
  for (const group of staffGroups) {
    const count = read.tariffs.filter(({ staffGroup }) => staffGroup === group).length
    if (count !== 1) refuse(within(at, 'tariffs'), `${group} once`, `${count} times`)
  }
  read.tariffs.forEach((tariff, index) => {
    const { hourlyPayPence, onCostsPercent, overheadPercent, priceYear, source, certainty } = tariff
    const known = [hourlyPayPence, onCostsPercent, overheadPercent, priceYear, source].filter((part) => part !== null).length
    if (known !== (certainty === 'SOURCED' ? 5 : 0))
      refuse(within(at, 'tariffs', index), 'pay, percents, year and source when SOURCED, and none of them else', certainty)
  })
  return read
}

/**
 * The tariff in force: the network's own for the group, else its own for the common group it is under, else the assumed one, else none.
 * Source: docs/method/burden.md, rule version 1.
 */
export function tariffInForce(group: PlannedStaffGroup, own: readonly OwnTariff[], assumed: readonly AssumedTariff[]): TariffInForce {
  const { code: staffGroup, under } = group
  const entered = own.find((tariff) => tariff.staffGroup === staffGroup) ?? own.find((tariff) => tariff.staffGroup === under)
  if (entered) {
    const { hourlyPayMills, onCostsPercent, overheadPercent, priceYear, basis } = entered
    return { staffGroup, tariff: { staffGroup, hourlyPayMills, onCostsPercent, overheadPercent, priceYear }, basis: 'NETWORK', note: basis }
  }
  const row = assumed.find((tariff) => tariff.staffGroup === under)
  const { hourlyPayPence = null, onCostsPercent = null, overheadPercent = null, priceYear = null, note = '' } = row ?? {}
  if (hourlyPayPence === null || onCostsPercent === null || overheadPercent === null || priceYear === null) {
    return { staffGroup, tariff: null, basis: null, note }
  }
  const tariff = { staffGroup, hourlyPayMills: hourlyPayPence * MILLS_A_PENNY, onCostsPercent, overheadPercent, priceYear }
  return { staffGroup, tariff, basis: 'ASSUMED', note: `${note} ${row?.source ?? ''}`.trim() }
}

/** Figures of a tariff as somebody enters them; all left out takes the own tariff back. */
export interface TariffEntered {
  readonly staffGroup: string
  readonly hourlyPayPence?: number | null
  readonly onCostsPercent?: number | null
  readonly overheadPercent?: number | null
  readonly priceYear?: ContractYear | null
}

/** A tariff that cannot be taken. */
export interface TariffRefused {
  readonly kind: 'TariffRefused'
  readonly field: string
  readonly message: string
}

const MOST_PENCE_AN_HOUR = 100_000
const MOST_PERCENT = 500

/**
 * A tariff as entered, null where it is taken back, or why it cannot be taken: pay, on-costs and price year go together, pay is from 1p to
 * £1,000 an hour, percents are whole and at most 500. Source: docs/method/burden.md, rule version 1.
 */
export function tariffEntered(entered: TariffEntered): Tariff | null | TariffRefused {
  const { staffGroup, hourlyPayPence = null, onCostsPercent = null, overheadPercent = null, priceYear = null } = entered
  if (hourlyPayPence === null && onCostsPercent === null && overheadPercent === null && priceYear === null) return null
  if (hourlyPayPence === null) return refused('hourlyPayPence', 'Give the pay for an hour too.')
  if (onCostsPercent === null) return refused('onCostsPercent', 'Give on-costs too; 0 if they are in the pay already.')
  if (priceYear === null) return refused('priceYear', 'Give the year whose prices these are.')
  if (!isWithin(hourlyPayPence, 1, MOST_PENCE_AN_HOUR))
    return refused('hourlyPayPence', 'Pay is from 1p to £1,000 an hour, in whole pence.')
  if (!isWithin(onCostsPercent, 0, MOST_PERCENT)) return refused('onCostsPercent', 'On-costs are a whole percent from 0 to 500.')
  const overhead = overheadPercent ?? 0
  if (!isWithin(overhead, 0, MOST_PERCENT)) return refused('overheadPercent', 'Overhead is a whole percent from 0 to 500.')
  return { staffGroup, hourlyPayMills: hourlyPayPence * MILLS_A_PENNY, onCostsPercent, overheadPercent: overhead, priceYear }
}

function isWithin(number: number, least: number, most: number): boolean {
  return Number.isSafeInteger(number) && number >= least && number <= most
}

function refused(field: string, message: string): TariffRefused {
  return { kind: 'TariffRefused', field, message }
}
