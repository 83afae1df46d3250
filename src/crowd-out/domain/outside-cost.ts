import { addMonths, type ContractYear, type Day, earlier, firstDayOf, lastDayOf } from '../../platform/day.js'

/** Something paid to others, as somebody enters it. */
export interface OutsideCostEntered {
  readonly pence: number
  readonly businessAsUsualPercent: number
  readonly paidOn: Day
}

/** An outside cost that cannot be taken. */
export interface OutsideCostRefused {
  readonly kind: 'OutsideCostRefused'
  readonly field: string
  readonly message: string
}

/** One million pounds: more for one piece of paperwork is a slip of the keyboard. */
const MOST_PENCE = 100_000_000

/** Bills come before a year and after it, but not years away. */
const MONTHS_AROUND = 12

/**
 * Why an outside cost cannot be taken; undefined when it can: whole pence of at least 1, a percent that is one, and a day that has come and is
 * at most a year outside the contract year. Units: pence. Source: docs/method/burden.md, rule version 1.
 */
export function refuseOutsideCost(
  { pence, businessAsUsualPercent, paidOn }: OutsideCostEntered,
  contractYear: ContractYear,
  today: Day,
): OutsideCostRefused | undefined {
  if (!Number.isSafeInteger(pence) || pence < 1 || pence > MOST_PENCE) {
    return refused('pence', `What was paid is from 1p to £1,000,000, in whole pence, not ${pence}.`)
  }
  if (!Number.isInteger(businessAsUsualPercent) || businessAsUsualPercent < 0 || businessAsUsualPercent > 100) {
    return refused('businessAsUsualPercent', `A percentage is a whole number from 0 to 100, not ${businessAsUsualPercent}.`)
  }
  const from = addMonths(firstDayOf(contractYear), -MONTHS_AROUND)
  const to = earlier(today, addMonths(lastDayOf(contractYear), MONTHS_AROUND))
  return paidOn < from || paidOn > to ? refused('paidOn', `The day must be from ${from} to ${to}.`) : undefined
}

function refused(field: string, message: string): OutsideCostRefused {
  return { kind: 'OutsideCostRefused', field, message }
}
