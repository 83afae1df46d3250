/** What of a link the walk along its chain looks at; everything else of it is in its hash. */
export interface Link {
  readonly id: string
  readonly sequence: number
  readonly hash: string
}

/** Where a chain ends, or ended once. */
export interface ChainEnd {
  readonly sequence: number
  readonly hash: string
}

/**
 * How a chain can be broken. `CHANGED`: an entry, or the head where there is no id, is not what was recorded. `MISSING`: an entry is not there and later ones are.
 * `CUT`: the last entries are not there. `ADDED`: what was never recorded. `REWRITTEN`: the chain fits, and is not the one it was when its root was kept.
 */
export type BreakKind = 'CHANGED' | 'MISSING' | 'CUT' | 'ADDED' | 'REWRITTEN'

/** The first entry of a chain that does not fit; `id` null where there is none to name. */
export interface ChainBreak {
  readonly kind: BreakKind
  readonly sequence: number
  readonly id: string | null
}

/**
 * Walks along one chain from its first entry, and says what is the first that does not fit. Rows come in the order of their sequence, nothing left out; `hashOf` computes
 * the hash a row has to have from the hash before it and what the row says; roots, kept earlier, say which hash stood at a place.
 * Source: docs/adr/0009-the-trail-is-a-chain.md.
 */
export class ChainWalk<Row extends Link> {
  private end: ChainEnd

  constructor(
    start: ChainEnd,
    private readonly hashOf: (hashBefore: string, row: Row) => string,
    private readonly roots: readonly ChainEnd[] = [],
  ) {
    this.end = start
  }

  /** The last entry that fitted. */
  get reached(): ChainEnd {
    return this.end
  }

  /** Takes the next row. What is wrong with it; undefined when nothing is. */
  next(row: Row): ChainBreak | undefined {
    const sequence = this.end.sequence + 1
    if (row.sequence > sequence) return { kind: 'MISSING', sequence, id: null }
    if (row.sequence < sequence) return { kind: 'ADDED', sequence: row.sequence, id: row.id }
    if (row.hash !== this.hashOf(this.end.hash, row)) return { kind: 'CHANGED', sequence, id: row.id }
    if (this.roots.some((root) => root.sequence === sequence && root.hash !== row.hash)) return { kind: 'REWRITTEN', sequence, id: row.id }
    this.end = { sequence, hash: row.hash }
    return undefined
  }

  /** After the last row: whether the chain ends where its head says, and reaches every root. Without a head everything in it was added. */
  finish(head: ChainEnd | undefined): ChainBreak | undefined {
    const { sequence, hash } = this.end
    const last = head?.sequence ?? 0
    if (last > sequence || this.roots.some((root) => root.sequence > sequence)) return { kind: 'CUT', sequence: sequence + 1, id: null }
    if (last < sequence) return { kind: 'ADDED', sequence: last + 1, id: null }
    return head && head.hash !== hash ? { kind: 'CHANGED', sequence, id: null } : undefined
  }
}
