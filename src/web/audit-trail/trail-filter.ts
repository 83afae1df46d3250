import { type Day, isDay } from '../../platform/day.js'
import { type InputProblem } from '../../platform/request-error.js'
import { FormFields } from '../../platform/web/form.js'
import { dayBoxes, isBlank, readDay, type TypedDay, typedDay } from '../layout/dates.js'
import { type Place, type Role, type Visit } from '../layout/visit.js'
import { dayInWords } from '../layout/words.js'
import { actionsInWords, nameOf } from './action-words.js'

export const PAGE = '/audit-trail'

/** Who may read the trail of their organisation; an operator reads all. */
export const trailReaders: readonly Role[] = ['NETWORK_MANAGER', 'CLINICAL_DIRECTOR', 'COMMISSIONER', 'OPERATOR']

/** What narrows the trail, as its address says it. Empty narrows nothing. */
export interface TrailFilter {
  /** ODS code, or `all`. */
  readonly of: string
  readonly action: string
  readonly person: string
  readonly firstOn: Day
  readonly lastOn: Day
}

/** A filter as it was asked for: what was typed as days, and what is wrong with them. */
export interface FilterAsked {
  readonly filter: TrailFilter
  readonly typed: { readonly firstOn: TypedDay; readonly lastOn: TypedDay }
  readonly problems: readonly InputProblem[]
}

type Query = Readonly<Record<string, unknown>>

/** Organisations somebody looks after whose trail they may read, each once. */
export function organisationsOf({ places }: Pick<Visit, 'places'>): Place[] {
  const readable = places.filter(({ role, code }) => trailReaders.includes(role) && role !== 'OPERATOR' && code !== '')
  return [...new Map(readable.map((place) => [place.code, place])).values()]
}

/** What an address asks for. Days have to be days; whatever else it cannot mean is left out: an old bookmark still shows something. */
export function filterOf(query: Query, { place }: Pick<Visit, 'place'>): FilterAsked {
  const fields = fieldsOf(query)
  const isOperator = place.role === 'OPERATOR'
  const code = fields.one('of').toUpperCase()
  const first = dayIn(fields, 'firstOn', 'The first day')
  const last = dayIn(fields, 'lastOn', 'The last day')
  const isCode = /^[A-Z0-9]{3,9}$/.test(code)
  const problems = [...first.problems, ...last.problems]
  if (isOperator && code && !isCode) problems.unshift({ field: 'of', message: 'Enter an ODS code, such as U12345' })
  if (first.day && last.day && last.day < first.day) {
    problems.push({ field: 'lastOn', message: `The last day must be ${dayInWords(first.day)}, the first day, or later` })
  }
  const filter = {
    of: code === 'ALL' ? 'all' : isCode ? code : isOperator ? 'all' : place.code,
    action: actionsInWords.includes(fields.one('action')) ? fields.one('action') : '',
    person: /^[\w-]{1,36}$/.test(fields.one('person')) ? fields.one('person') : '',
    ...{ firstOn: first.day ?? '', lastOn: last.day ?? '' },
  }
  return { filter, typed: { firstOn: first.typed, lastOn: last.typed }, problems }
}

/** The same for the API. */
export function filterInput({ of, action, person, firstOn, lastOn }: TrailFilter): Record<string, unknown> {
  return {
    ...(of !== 'all' && { organisationCode: of }),
    ...(action && { actions: [action] }),
    ...(person && { actorId: person }),
    ...(firstOn && { from: firstOn }),
    ...(lastOn && { to: lastOn }),
  }
}

/** The address of the trail, or of a part of it, with a filter. */
export function addressOf(filter: Partial<TrailFilter>, page = PAGE, after: string | null = null): string {
  const query = new URLSearchParams()
  for (const name of ['of', 'action', 'person', 'firstOn', 'lastOn'] as const) if (filter[name]) query.set(name, filter[name])
  if (after !== null) query.set('after', after)
  const text = query.toString()
  return text ? `${page}?${text}` : page
}

/** The filter in words, each with the address that lets go of it. */
export function filterWords(filter: TrailFilter, personName: string | undefined): { text: string; href: string }[] {
  const { action, person, firstOn, lastOn } = filter
  const without = (change: Partial<TrailFilter>): string => addressOf({ ...filter, ...change })
  return [
    ...(action ? [{ text: nameOf(action), href: without({ action: '' }) }] : []),
    ...(person ? [{ text: personName ?? 'One person', href: without({ person: '' }) }] : []),
    ...(firstOn ? [{ text: `From ${dayInWords(firstOn)}`, href: without({ firstOn: '' }) }] : []),
    ...(lastOn ? [{ text: `To ${dayInWords(lastOn)}`, href: without({ lastOn: '' }) }] : []),
  ]
}

/** A day as a link writes it, or as a form sends its three boxes. */
function dayIn(fields: FormFields, name: string, what: string) {
  const written = fields.one(name)
  const typed = isDay(written) ? dayBoxes(written) : typedDay(fields, name)
  if (isDay(written)) return { day: written, problems: [], typed }
  return isBlank(typed) ? { day: null, problems: [], typed } : { ...readDay(fields, name, what), typed }
}

function fieldsOf(query: Query): FormFields {
  const texts = Object.entries(query).map(([name, value]) => [name, [value].flat().filter((one) => typeof one === 'string')] as const)
  return FormFields.of(Object.fromEntries(texts))
}
