import { type InputProblem } from '../../platform/request-error.js'
import { dayInWords } from './words.js'

/** An entry of the error summary. */
export interface SummaryEntry {
  readonly text: string
  readonly href: string
}

/** Fields made of three boxes: the summary leads to the first. */
const DAYS = new Set([
  ...['happenedOn', 'coversFrom', 'coversTo', 'lapsesOn', 'declaredOn', 'confirmedOn', 'startsOn', 'endsOn'],
  ...['opensOn', 'closesOn', 'dueOn', 'doneOn', 'spentOn', 'receivedOn', 'publishedOn', 'firstOn', 'lastOn'],
])

/** Problems as the error summary lists them, each leading to its field. */
export function summaryOf(problems: readonly InputProblem[]): SummaryEntry[] {
  return problems.map(({ field, message }) => ({ text: inWords(message), href: `#${idOf(field)}` }))
}

/** What stands beside each field that something is wrong with: the first thing. */
export function errorsOf(problems: readonly InputProblem[]): Record<string, { readonly text: string }> {
  const errors: Record<string, { readonly text: string }> = {}
  for (const { field, message } of problems) errors[keyOf(field)] ??= { text: inWords(message) }
  return errors
}

/** A message of the API as a page says it: days in words, and no names of API fields where a field follows its own label. */
function inWords(message: string): string {
  const words = message.replace(/\d{4}-\d{2}-\d{2}/g, (day) => dayInWords(day))
  return words.replace(' (letNumberThrough)', '').replace(/\.$/, '')
}

function idOf(field: string): string {
  const key = keyOf(field)
  if (key === '') return 'maincontent'
  return DAYS.has(key.split('-').at(-1) ?? '') ? `${key}-day` : key
}

function keyOf(field: string): string {
  return field.replace(/^input\./, '').replaceAll('.', '-')
}
