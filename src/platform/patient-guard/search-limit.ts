/** A file cannot be looked into, or not within the work one file is worth. */
export class Unsearchable extends Error {
  constructor(readonly reason: string) {
    super(reason)
  }
}

/** The longest one file is searched, in milliseconds. */
export const LONGEST_SEARCH = 20_000

/** The most characters of one file that are searched: what packs to 25 MB and unpacks to more is no document. */
const MOST_CHARACTERS = 256 * 1024 * 1024

/** How much work one file may make. */
export class SearchLimit {
  private readonly end = Date.now() + LONGEST_SEARCH
  private characters = 0

  /** Errors: Unsearchable when that is more than one file may have. */
  spend(characters: number): void {
    this.characters += characters
    if (this.characters > MOST_CHARACTERS) throw new Unsearchable('it holds more text than a document can')
    if (Date.now() > this.end) throw new Unsearchable('searching it takes too long')
  }
}
