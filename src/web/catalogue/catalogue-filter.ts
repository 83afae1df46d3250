import { natures, responsibles } from '../layout/requirement-words.js'
import { certainties, kinds, obligations, upper, word, type Words } from './catalogue-words.js'

/** What narrows the catalogue, as its address says it. */
export interface CatalogueFilter {
  readonly search: string
  readonly area: string
  readonly responsible: string
  readonly kind: readonly string[]
  readonly nature: readonly string[]
  readonly obligation: readonly string[]
  readonly certainty: readonly string[]
}

const LONGEST_SEARCH = 100
const several = { kind: kinds, nature: natures, obligation: obligations, certainty: certainties } as const
type Several = keyof typeof several

/** What an address asks for. Whatever it cannot mean is left out: an old bookmark still shows something. */
export function filterOf(query: Readonly<Record<string, unknown>>): CatalogueFilter {
  const all = (name: string): string[] => [query[name]].flat().filter((value): value is string => typeof value === 'string')
  const one = (name: string): string => all(name)[0]?.trim() ?? ''
  const known = (name: Several): string[] => Object.keys(several[name]).filter((value) => all(name).includes(value))
  return {
    search: printable(one('search')).slice(0, LONGEST_SEARCH).trim(),
    area: /^[a-z0-9-]{1,64}$/.test(one('area')) ? one('area') : '',
    responsible: Object.hasOwn(responsibles, one('responsible')) ? one('responsible') : '',
    ...{ kind: known('kind'), nature: known('nature'), obligation: known('obligation'), certainty: known('certainty') },
  }
}

/** Text on one line, without what nobody types. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\s]+/gu, ' ')
}

/** The same for the API. */
export function filterInput({ search, area, responsible, kind, nature, obligation, certainty }: CatalogueFilter): Record<string, unknown> {
  return {
    ...(search && { search }),
    ...(area && { serviceAreaCode: area }),
    ...(responsible && { responsible }),
    ...(kind.length > 0 && { kinds: kind }),
    ...(nature.length > 0 && { natures: nature }),
    ...(obligation.length > 0 && { obligations: obligation }),
    ...(certainty.length > 0 && { certainties: certainty }),
  }
}

/** The address of a part of the catalogue with a filter. */
export function addressOf(path: string, filter: Partial<CatalogueFilter>, edition?: number): string {
  const query = new URLSearchParams()
  for (const name of ['search', 'area', 'responsible'] as const) if (filter[name]) query.set(name, filter[name])
  for (const name of Object.keys(several) as Several[]) for (const value of filter[name] ?? []) query.append(name, value)
  if (edition !== undefined) query.set('edition', String(edition))
  const text = query.toString()
  return text ? `${path}?${text}` : path
}

/** The filter in words, each with the address that lets go of it. */
export function filterWords(
  path: string,
  filter: CatalogueFilter,
  areaTitle: string | undefined,
  edition?: number,
): { text: string; href: string }[] {
  const without = (change: Partial<CatalogueFilter>): string => addressOf(path, { ...filter, ...change }, edition)
  const { search, area, responsible } = filter
  return [
    ...(search ? [{ text: `“${search}”`, href: without({ search: '' }) }] : []),
    ...(area ? [{ text: areaTitle ?? area, href: without({ area: '' }) }] : []),
    ...(responsible ? [{ text: upper(word(responsibles, responsible)), href: without({ responsible: '' }) }] : []),
    ...(Object.keys(several) as Several[]).flatMap((name) =>
      filter[name].map((one) => ({
        text: word(several[name], one),
        href: without({ [name]: filter[name].filter((other) => other !== one) }),
      })),
    ),
  ]
}

/** What can be ticked, with what is. */
export function choicesOf(words: Words, chosen: readonly string[], help?: Words) {
  return Object.entries(words).map(([value, text]) => ({
    ...{ value, text, checked: chosen.includes(value) },
    ...(help && { hint: { text: upper(word(help, value)) } }),
  }))
}
