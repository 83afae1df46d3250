import { Injectable } from '@nestjs/common'
import { fileURLToPath } from 'node:url'
import { type GlossaryTerm } from '../specification/domain/reference-data.js'
import { readGlossary } from '../specification/specification.reader.js'

/** Beside the code, in the sources and in the build. */
const FILE = fileURLToPath(new URL('../../data/glossary.yaml', import.meta.url))

/** Shorter synonyms stand inside too many other words ("AF" in "staff") to be looked for when something else was typed. */
const SHORTEST_SYNONYM = 4

/** The words of the field. The file is read once, when somebody first needs it. */
@Injectable()
export class GlossaryRepository {
  private terms: readonly GlossaryTerm[] | undefined

  /** Every word, by letter. */
  all(): readonly GlossaryTerm[] {
    this.terms ??= read()
    return this.terms
  }

  /**
   * What to look for: all of the groups, each by any of its wordings. A word or phrase the glossary knows is looked for by its term and
   * synonyms too; any other word by itself. Everything in small letters.
   */
  wordingsOf(search: string): string[][] {
    const words = search.toLowerCase().split(/\s+/).filter(Boolean)
    const wordings = this.wordings()
    const longest = Math.max(1, ...[...wordings.keys()].map((phrase) => phrase.split(' ').length))
    const groups: string[][] = []
    for (let from = 0; from < words.length;) {
      const phrases = Array.from({ length: longest }, (_, index) => words.slice(from, from + longest - index).join(' '))
      const typed = phrases.find((phrase) => wordings.has(phrase)) ?? words[from] ?? ''
      groups.push([...new Set([typed, ...(wordings.get(typed) ?? [])])])
      from += typed.split(' ').length
    }
    return groups
  }

  /** Each name a term goes by, with all the names worth looking for. */
  private wordings(): Map<string, string[]> {
    const found = new Map<string, string[]>()
    for (const { term, synonyms } of this.all()) {
      const names = [term, ...synonyms].map((name) => name.toLowerCase())
      const telling = names.filter((name) => name.length >= SHORTEST_SYNONYM)
      for (const name of names) found.set(name, [...(found.get(name) ?? []), ...telling])
    }
    return found
  }
}

function read(): readonly GlossaryTerm[] {
  const { value, problems } = readGlossary(FILE)
  if (value === null) throw new Error(`The glossary cannot be read: ${problems.map(({ message }) => message).join('; ')}`)
  return value
}
