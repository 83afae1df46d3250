import { addDays, type ContractYear, type Day } from '../../platform/day.js'
import { type InputProblem } from '../../platform/request-error.js'
import { type FormFields } from '../../platform/web/form.js'
import { readDay } from '../layout/dates.js'
import { dayInWords, fromToday, periodName } from '../layout/words.js'

export interface LocalDeadlineData {
  readonly contractYear: ContractYear
  readonly requirementCode: string
  readonly title: string
  readonly ordinal: number
  readonly periodFrom: Day
  readonly periodTo: Day | null
  readonly dueOn: Day | null
  readonly localDueOn: Day | null
}

/** A time something has to be shown, with both its days. */
export interface DeadlineRow {
  readonly id: string
  readonly value: string
  readonly href: string
  readonly code: string
  readonly title: string
  readonly period: string
  readonly national: string
  readonly local: string | null
  readonly isChosen: boolean
}

/** What names one deadline in the form. */
const valueOf = ({ requirementCode, ordinal }: LocalDeadlineData): string => `${requirementCode} ${ordinal}`

/** What is still to come, earliest national day first, what has no deadline last; or the whole year, whatever has passed. */
export function deadlineRows(
  deadlines: readonly LocalDeadlineData[],
  { today, all, chosen }: { readonly today: Day; readonly all: boolean; readonly chosen: readonly string[] },
): DeadlineRow[] {
  const last = '9999-12-31'
  return deadlines
    .filter(({ dueOn, localDueOn }) => all || (dueOn ?? last) >= today || (localDueOn ?? '') >= today)
    .toSorted((one, other) => compare(one.dueOn ?? last, other.dueOn ?? last) || compare(one.requirementCode, other.requirementCode))
    .map((one) => ({
      ...{
        id: valueOf(one).replace(/[^\w]/g, '-'),
        value: valueOf(one),
        code: one.requirementCode,
        title: one.title,
        isChosen: chosen.includes(valueOf(one)),
      },
      href: `/requirements/${encodeURIComponent(one.requirementCode)}`,
      period: periodName(one.periodFrom, one.periodTo, one.contractYear),
      national: one.dueOn ? `${dayInWords(one.dueOn)} (${fromToday(one.dueOn, today)})` : 'no deadline',
      local: one.localDueOn && dayInWords(one.localDueOn),
    }))
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}

/** The mutation's days, and what has to be put right first. */
export function localDaysInput(fields: FormFields, deadlines: readonly LocalDeadlineData[]): { days: object[]; problems: InputProblem[] } {
  const problems: InputProblem[] = []
  const chosen = deadlines.filter((one) => fields.all('deadlines').includes(valueOf(one)))
  if (chosen.length === 0) problems.push({ field: 'deadlines', message: 'Choose at least one deadline' })
  const dayOf = dayFor(fields, problems)
  const without = chosen.filter(({ dueOn }) => dueOn === null)
  if (fields.one('how') === 'before' && without.length > 0) {
    const codes = [...new Set(without.map(({ requirementCode }) => requirementCode))].join(', ')
    problems.push({ field: 'how', message: `${codes} has no national day to count from: choose one day for it` })
  }
  const days = chosen.map((one) => ({ requirementCode: one.requirementCode, ordinal: one.ordinal, dueOn: dayOf(one) }))
  return { days, problems }
}

/** How the day of each follows from what was chosen. */
function dayFor(fields: FormFields, problems: InputProblem[]): (deadline: LocalDeadlineData) => Day | null {
  switch (fields.one('how')) {
    case 'before': {
      const typed = fields.one('daysBefore')
      const isDays = /^\d{1,3}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 180
      if (!isDays) problems.push({ field: 'daysBefore', message: 'Enter how many days before, from 1 to 180' })
      return ({ dueOn }) => (dueOn && isDays ? addDays(dueOn, -Number(typed)) : null)
    }
    case 'day': {
      const { day, problems: found } = readDay(fields, 'dueOn', 'Your day')
      problems.push(...found)
      return () => day
    }
    case 'none':
      return () => null
    default:
      problems.push({ field: 'how', message: 'Say which day you ask for' })
      return () => null
  }
}
