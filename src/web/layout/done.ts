import { type Request } from 'express'

/** What a page says after a change, by the word its address carries; null where that is none of its words. */
export function saidAfter({ query }: Request, words: Readonly<Record<string, string>>): string | null {
  const word = query['done']
  return typeof word === 'string' && Object.hasOwn(words, word) ? (words[word] ?? null) : null
}
