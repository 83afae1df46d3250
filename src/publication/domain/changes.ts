/** How what stands has to change to be what is wanted. */
export interface Changes<Row, Fact> {
  readonly fresh: readonly Fact[]
  /** What stands of something, and what is wanted of it instead. */
  readonly changed: readonly { readonly row: Row; readonly fact: Fact }[]
  /** What stands of things of which nothing is wanted. */
  readonly gone: readonly Row[]
  readonly same: number
}

/**
 * Compares rows that stand with facts wanted of the same things: `keyOf` says which thing one is of, `valueOf` what it says of it.
 * Where two of one thing stand, the later one counts and the other is gone.
 */
export function changesBetween<Shared, Row extends Shared, Fact extends Shared>(
  standing: readonly Row[],
  wanted: readonly Fact[],
  keyOf: (one: Shared) => string,
  valueOf: (one: Shared) => unknown,
): Changes<Row, Fact> {
  const rows = new Map<string, Row>()
  const gone: Row[] = []
  for (const row of standing) {
    const earlier = rows.get(keyOf(row))
    if (earlier) gone.push(earlier)
    rows.set(keyOf(row), row)
  }
  const fresh: Fact[] = []
  const changed: { row: Row; fact: Fact }[] = []
  let same = 0
  for (const fact of wanted) {
    const row = rows.get(keyOf(fact))
    rows.delete(keyOf(fact))
    if (!row) fresh.push(fact)
    else if (valueOf(row) === valueOf(fact)) same += 1
    else changed.push({ row, fact })
  }
  return { fresh, changed, gone: [...gone, ...rows.values()], same }
}
