import { addDays, type Day, weekday } from '../../platform/day.js'
import { type Obligation } from './requirement.js'

/** What being late with something means: the contract is broken, or money is lost. */
export type LateWording = 'breach' | 'money missed'

/** The word for an overdue item: paid work that is late is money missed; a gate or an unpaid duty that is late is a breach. */
export function lateWording(obligation: Obligation): LateWording {
  return obligation === 'PAID' ? 'money missed' : 'breach'
}

/** England's bank holidays and the days between which they are known, both included. */
export interface BankHolidays {
  readonly coversFrom: Day
  readonly coversTo: Day
  readonly holidays: ReadonlySet<Day>
}

/** A working day; provisional where its bank holidays are not known. */
export interface WorkingDay {
  readonly day: Day
  readonly provisional: boolean
}

/** The day itself when it is a working day in England, else the next that is: no Saturday, Sunday or bank holiday. */
export function workingDayOnOrAfter(day: Day, known: BankHolidays): WorkingDay {
  let found = day
  while (weekday(found) >= 6 || known.holidays.has(found)) found = addDays(found, 1)
  return { day: found, provisional: day < known.coversFrom || found > known.coversTo }
}
