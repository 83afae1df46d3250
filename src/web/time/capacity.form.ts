import { type InputProblem } from '../../platform/request-error.js'
import { type FormFields } from '../../platform/web/form.js'
import { hoursInBox, minutesTyped } from '../layout/hours.js'
import { type CapacityData } from './time.data.js'
import { MONTHS } from './time.view.js'

/** The rule of a week, which the API puts before the network's own words by itself. */
const RULE = /^[^.]*(?:\.\d+[^.]*)* a week in \d+ weeks at work a year, spread evenly over twelve months\.\s*/

/** A suggestion, with what it rests on. */
export interface SuggestionData {
  readonly staffGroup: string
  readonly minutes: readonly number[] | null
  readonly label: string
  readonly basis: string
}

/** Fields of the form: what was entered, or a suggestion somebody asked to be filled in. */
export function capacityFields(
  entered: Pick<CapacityData, 'minutes' | 'otherFixed' | 'basis'> | undefined,
  suggestion: SuggestionData | null,
): Record<string, readonly string[]> {
  const minutes = suggestion?.minutes ?? entered?.minutes ?? null
  const fixed = entered?.otherFixed ?? null
  const basis = suggestion ? `A suggestion taken over. ${suggestion.label}. ${suggestion.basis}` : (entered?.basis ?? '')
  return {
    how: [minutes === null ? 'same' : isSame(minutes) ? 'same' : 'months'],
    ...monthFields('month', minutes),
    same: [minutes && isSame(minutes) ? hoursInBox(minutes[0]) : ''],
    weeks: ['42'],
    fixedHow: [fixed === null ? 'none' : isSame(fixed) ? 'same' : 'months'],
    ...monthFields('fixed', fixed),
    fixedSame: [fixed && isSame(fixed) ? hoursInBox(fixed[0]) : ''],
    basis: [basis],
  }
}

function monthFields(name: string, minutes: readonly (number | null)[] | null): Record<string, readonly string[]> {
  return Object.fromEntries(MONTHS.map((_, month) => [`${name}-${month}`, [hoursInBox(minutes?.[month])]]))
}

function isSame(minutes: readonly (number | null)[]): boolean {
  return minutes[0] !== null && minutes.every((one) => one === minutes[0])
}

/** The mutation's input, what has to be put right first, and where on the form each part of the input came from. */
export function readCapacity(fields: FormFields, names: readonly string[]) {
  const problems: InputProblem[] = []
  const hours = (field: string, what: string, isNeeded: boolean): number | null => {
    const text = fields.one(field)
    const minutes = text === '' ? null : minutesTyped(text)
    if (text === '' && isNeeded) problems.push({ field, message: `${what}: enter hours` })
    else if (text !== '' && minutes === null) problems.push({ field, message: `${what} must be hours, such as 12, 1.5 or 1:30` })
    return minutes
  }
  const [how, fixedHow] = [fields.one('how'), fields.one('fixedHow') || 'none']
  if (!['same', 'week', 'months'].includes(how)) problems.push({ field: 'how', message: 'Say how you want to enter the time' })
  const everyMonth = (minutes: number | null): (number | null)[] => MONTHS.map(() => minutes)
  const input = {
    ...(how === 'same' && { minutesByMonth: everyMonth(hours('same', 'Hours a month', true)) }),
    ...(how === 'months' && { minutesByMonth: names.map((name, month) => hours(`month-${month}`, name, false)) }),
    ...(how === 'week' && { weekly: readWeek(fields, problems) }),
    ...(fixedHow === 'same' && { otherFixedByMonth: everyMonth(hours('fixedSame', 'Other fixed work', true)) }),
    ...(fixedHow === 'months' && {
      otherFixedByMonth: names.map((name, month) => hours(`fixed-${month}`, `Other fixed work in ${name}`, true)),
    }),
    basis: how === 'week' ? fields.one('basis').replace(RULE, '').trim() : fields.one('basis'),
  }
  return { input, problems }
}

function readWeek(fields: FormFields, problems: InputProblem[]) {
  const number = (field: string, what: string): number => {
    const text = fields.one(field) || '0'
    if (/^\d{1,4}(\.\d{1,2})?$/.test(text)) return Number(text)
    problems.push({ field, message: `${what} must be a number, such as 2 or 7.5` })
    return 0
  }
  const [sessions, hours] = [number('sessions', 'Sessions a week'), number('weekHours', 'Hours a week')]
  if (!fields.one('sessions') && !fields.one('weekHours')) problems.push({ field: 'sessions', message: 'Enter sessions or hours a week' })
  return { sessions, hours, weeksAYear: number('weeks', 'Weeks at work a year') }
}

/** Where on the form a part of the input came from. */
export function capacityField(field: string, fields: FormFields): string {
  const name = field.replace(/^input\./, '')
  const [part = '', place = ''] = name.split('.')
  if (part === 'minutesByMonth') return fields.one('how') === 'same' ? 'same' : `month-${place || '0'}`
  if (part === 'otherFixedByMonth') return fields.one('fixedHow') === 'same' ? 'fixedSame' : `fixed-${place || '0'}`
  if (part === 'weekly') return { hours: 'weekHours', weeksAYear: 'weeks' }[place] ?? 'sessions'
  return part === 'basis' ? 'basis' : ''
}
