/** Which estimates are shown, as the address says it. */
export interface EstimatesFilter {
  readonly area: string
  /** A staff group's code, or "all". */
  readonly group: string
  readonly page: number
}

/** Rows of one page: as many as can be looked through before saving. */
const ROWS_A_PAGE = 20

/** What an address asks for. Whatever it cannot mean is left out. */
export function estimatesFilterOf(query: Readonly<Record<string, unknown>>, groups: readonly { readonly code: string }[]): EstimatesFilter {
  const one = (name: string): string => (typeof query[name] === 'string' ? query[name].trim() : '')
  const page = /^[1-9]\d{0,3}$/.test(one('page')) ? Number(one('page')) : 1
  const isGroup = one('group') === 'all' || groups.some(({ code }) => code === one('group'))
  return { area: areaIn(query), group: isGroup ? one('group') : (groups[0]?.code ?? 'all'), page }
}

/** The service area an address asks for; empty for all of them. */
export function areaIn(query: Readonly<Record<string, unknown>>): string {
  const area = query['area']
  return typeof area === 'string' && /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(area) ? area : ''
}

/** The address of a page of them. */
export function estimatesAddress({ area, group, page }: EstimatesFilter): string {
  const query = new URLSearchParams()
  if (area) query.set('area', area)
  query.set('group', group)
  if (page > 1) query.set('page', String(page))
  return `/time/estimates?${query.toString()}`
}

/** The part of a list one page shows, and where the pages before and after it are. */
export function pageOf<T>(items: readonly T[], filter: EstimatesFilter, groups: number) {
  const perPage = Math.max(1, Math.floor(ROWS_A_PAGE / groups))
  const pages = Math.max(1, Math.ceil(items.length / perPage))
  const page = Math.min(filter.page, pages)
  const to = (number: number): string => estimatesAddress({ ...filter, page: number })
  return {
    ...{ page, pages, shown: items.slice((page - 1) * perPage, page * perPage) },
    previous: page > 1 ? { href: to(page - 1), labelText: `${page - 1} of ${pages}` } : undefined,
    next: page < pages ? { href: to(page + 1), labelText: `${page + 1} of ${pages}` } : undefined,
  }
}
