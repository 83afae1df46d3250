import { isRequirement, type CatalogueEntry } from './catalogue.js'

/**
 * The part of an entry that says what is asked, as one canonical text: the same meaning gives the same text, whatever the order of fields.
 * Codes, paragraph numbers, sources and certainty are left out: evidence follows meaning, never clause numbers.
 */
export function meaningOf(entry: CatalogueEntry): string {
  const { key, kind, title, text } = entry
  if (!isRequirement(entry)) return canonical({ key, kind, title, text })
  const { responsible, nature, obligation, fallsDue, shownEvery, standing, window, evidence, decidedBy, money } = entry
  const { defaultsToNoOn, informationGovernance, declarationFacts } = entry
  return canonical({
    ...{ key, kind, title, text, responsible, nature, obligation, fallsDue, shownEvery, standing, window, evidence, decidedBy, money },
    ...{ defaultsToNoOn, informationGovernance, declarationFacts },
  })
}

/** JSON with the fields of every group in alphabetical order, so that equal values give equal text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${fields.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join(',')}}`
}
