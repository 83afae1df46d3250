/** A word with what it means. */
export interface Term {
  readonly term: string
  readonly meaning: string
  readonly synonyms: readonly string[]
}

/** What a template shows of a word: help where the word stands for the first time on a page, later the word alone. */
export interface TermShown {
  readonly text: string
  readonly id: string
  /** Null where nothing is to be explained any more. */
  readonly meaning: string | null
}

/** A word's place on the page of all words. */
export function anchorOf(term: string): string {
  return term
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** Explains words on one page, each once. A word that the glossary does not know is a slip in a template. Errors: Error naming it. */
export function explainer(terms: ReadonlyMap<string, Term>): (term: string, text?: string) => TermShown {
  const explained = new Set<string>()
  return (term, text = term) => {
    const found = terms.get(term)
    if (terms.size > 0 && !found) throw new Error(`The glossary does not know ${term}`)
    const meaning = found && !explained.has(term) ? found.meaning : null
    explained.add(term)
    return { text, id: anchorOf(term), meaning }
  }
}
