import { type Status, statuses, statusTag } from '../layout/status.js'

/** What narrows the checklist, as its address says it. */
export interface ChecklistFilter {
  readonly search: string
  readonly area: string
  readonly status: readonly Status[]
  readonly obligation: readonly string[]
  readonly declarationOnly: boolean
  readonly practices: boolean
  readonly mine: boolean
}

const obligations = ['GATE', 'PAID', 'UNPAID']
const LONGEST_SEARCH = 200
const CHECKLIST = '/checklist'

/** What an address asks for. Whatever it cannot mean is left out: an old bookmark still shows something. */
export function filterOf(query: Readonly<Record<string, unknown>>): ChecklistFilter {
  const all = (name: string): string[] => [query[name]].flat().filter((value): value is string => typeof value === 'string')
  const one = (name: string): string => all(name)[0]?.trim() ?? ''
  return {
    search: one('search').slice(0, LONGEST_SEARCH).replace(/\s+/g, ' '),
    area: /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(one('area')) ? one('area') : '',
    status: statuses.filter((status) => all('status').includes(status)),
    obligation: obligations.filter((obligation) => all('obligation').includes(obligation)),
    declarationOnly: one('declarationOnly') === 'yes',
    practices: one('practices') === 'yes',
    mine: one('mine') === 'yes',
  }
}

/** The same for the API. */
export function filterInput(filter: ChecklistFilter): Record<string, unknown> {
  const { search, area, status, obligation, declarationOnly, practices, mine } = filter
  return {
    ...(search && { search }),
    ...(area && { serviceAreaCodes: [area] }),
    ...(status.length > 0 && { statuses: status }),
    ...(obligation.length > 0 && { obligations: obligation }),
    ...(declarationOnly && { declarationOnly }),
    ...(practices && { practiceLevel: true }),
    ...(mine && { mine }),
  }
}

/** The filter in words, each with the address that lets go of it. */
export function filterWords(filter: ChecklistFilter, areaTitle: string | undefined, page = CHECKLIST): { text: string; href: string }[] {
  const { search, area, status, obligation, declarationOnly, practices, mine } = filter
  const without = (change: Partial<ChecklistFilter>): string => addressOf({ ...filter, ...change }, page)
  return [
    ...(search ? [{ text: `“${search}”`, href: without({ search: '' }) }] : []),
    ...(area ? [{ text: areaTitle ?? area, href: without({ area: '' }) }] : []),
    ...status.map((one) => ({ text: statusTag(one).text, href: without({ status: status.filter((other) => other !== one) }) })),
    ...obligation.map((one) => ({
      text: obligationWords(one),
      href: without({ obligation: obligation.filter((other) => other !== one) }),
    })),
    ...(declarationOnly ? [{ text: 'Declaration only', href: without({ declarationOnly: false }) }] : []),
    ...(practices ? [{ text: 'Every practice', href: without({ practices: false }) }] : []),
    ...(mine ? [{ text: 'Mine', href: without({ mine: false }) }] : []),
  ]
}

/** What an obligation is called in a filter. */
export function obligationWords(obligation: string): string {
  return obligation === 'GATE' ? 'No money without it' : obligation === 'PAID' ? 'Paid work' : 'Must-do'
}

/** A checklist's address with a filter: one's own, or a network's that one oversees. */
export function addressOf(filter: ChecklistFilter, page = CHECKLIST): string {
  const query = new URLSearchParams()
  if (filter.search) query.set('search', filter.search)
  if (filter.area) query.set('area', filter.area)
  for (const status of filter.status) query.append('status', status)
  for (const obligation of filter.obligation) query.append('obligation', obligation)
  if (filter.declarationOnly) query.set('declarationOnly', 'yes')
  if (filter.practices) query.set('practices', 'yes')
  if (filter.mine) query.set('mine', 'yes')
  const text = query.toString()
  return text ? `${page}?${text}` : page
}
