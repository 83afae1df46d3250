import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { chained, emptyChain, hashOf, type StoredEntry, type UnchainedEntry } from '../../platform/audit-log/audit-chain.js'
import { type ChainBreak, type ChainEnd, ChainWalk } from './chain-walk.js'

type Row = StoredEntry & { readonly hash: string }

/** A chain as it lies in the database. */
interface Chain {
  readonly rows: readonly Row[]
  readonly head: ChainEnd | undefined
}

const word = fc.string({ unit: 'grapheme', maxLength: 12 })

const entry: fc.Arbitrary<UnchainedEntry> = fc.record({
  ...{
    id: fc.uuid(),
    occurredAt: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    organisationCode: fc.constant('UX0001'),
  },
  ...{ actorId: fc.option(fc.uuid()), action: word, subjectType: word, subjectId: word },
  details: fc.dictionary(word, fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(null), fc.array(word, { maxLength: 3 })), {
    maxKeys: 3,
  }),
})

/** One to twelve entries, added in one to twelve transactions. */
const chain: fc.Arbitrary<Chain> = fc
  .uniqueArray(entry, { minLength: 1, maxLength: 12, selector: ({ id }) => id })
  .chain((entries) => fc.tuple(fc.constant(entries), fc.integer({ min: 1, max: entries.length })))
  .map(([entries, size]) => {
    let head = emptyChain('UX0001')
    const rows: Row[] = []
    for (let from = 0; from < entries.length; from += size) {
      const added = chained([head], entries.slice(from, from + size))
      rows.push(...added.entries.map((row) => ({ ...row, details: JSON.stringify(row.details) })))
      head = added.heads[0] ?? head
    }
    return { rows, head }
  })

/** What the check says of rows in any order, read as the database hands them out. */
function check({ rows, head }: Chain, roots: readonly ChainEnd[] = []): ChainBreak | undefined {
  const walk = new ChainWalk<Row>(emptyChain('UX0001'), hashOf, roots)
  const inOrder = [...rows].sort((one, other) => one.sequence - other.sequence || (one.id < other.id ? -1 : 1))
  for (const row of inOrder) {
    const found = walk.next(row)
    if (found) return found
  }
  return walk.finish(head)
}

/** A chain and one of its rows. */
const withRow = chain.chain((whole) => fc.tuple(fc.constant(whole), fc.integer({ min: 0, max: whole.rows.length - 1 })))

const columns = [
  'id',
  'chain',
  'sequence',
  'hash',
  'occurredAt',
  'organisationCode',
  'actorId',
  'action',
  'subjectType',
  'subjectId',
  'details',
] as const
const value = fc.oneof(word, fc.uuid(), fc.integer(), fc.constant(null), fc.constant('{}'))

const RUNS = { numRuns: 2000 }

describe('a chain of entries', () => {
  it('fits as it was recorded', () => {
    fc.assert(
      fc.property(chain, (whole) => expect(check(whole, [whole.head as ChainEnd])).toBeUndefined()),
      RUNS,
    )
  })

  it('shows any change of any column of any row, and names that row or the gap it leaves', () => {
    fc.assert(
      fc.property(withRow, fc.constantFrom(...columns), value, ([whole, at], column, to) => {
        const row = whole.rows[at] as Row
        fc.pre(row[column] !== to)
        const found = check({ ...whole, rows: whole.rows.with(at, { ...row, [column]: to }) })
        expect(found).toBeDefined()
        if (column !== 'sequence') expect(found).toMatchObject({ kind: 'CHANGED', sequence: at + 1 })
      }),
      RUNS,
    )
  })

  it('shows any text of the details that is not the one stored, even when it means the same', () => {
    fc.assert(
      fc.property(withRow, ([whole, at]) => {
        const row = whole.rows[at] as Row
        const found = check({ ...whole, rows: whole.rows.with(at, { ...row, details: ` ${row.details}` }) })
        expect(found).toEqual({ kind: 'CHANGED', sequence: at + 1, id: row.id })
      }),
    )
  })

  it('shows that a row is gone: a gap, or the last ones cut off', () => {
    fc.assert(
      fc.property(withRow, ([whole, at]) => {
        const isLast = at === whole.rows.length - 1
        const found = check({ ...whole, rows: whole.rows.toSpliced(at, 1) })
        expect(found).toEqual({ kind: isLast ? 'CUT' : 'MISSING', sequence: at + 1, id: null })
        expect(check({ ...whole, rows: whole.rows.slice(0, at) })).toEqual({ kind: 'CUT', sequence: at + 1, id: null })
      }),
      RUNS,
    )
  })

  it('shows a row put in anywhere, with or without room made for it, with any hash or the right one', () => {
    fc.assert(
      fc.property(withRow, entry, fc.boolean(), fc.boolean(), ([whole, at], added, makesRoom, isRight) => {
        const before = at === 0 ? emptyChain('UX0001') : (whole.rows[at - 1] as Row)
        const right = chained([{ ...before, chain: 'UX0001' }], [added]).entries[0]
        if (!right) throw new Error('It has a place')
        const row = { ...right, details: JSON.stringify(right.details), ...(!isRight && { hash: 'f'.repeat(64) }) }
        const rest = makesRoom ? whole.rows.slice(at).map((one) => ({ ...one, sequence: one.sequence + 1 })) : whole.rows.slice(at)
        const found = check({ ...whole, rows: [...whole.rows.slice(0, at), row, ...rest] })
        expect(found?.sequence).toBeGreaterThanOrEqual(at + 1)
        expect(found?.sequence).toBeLessThanOrEqual(at + 2)
      }),
      RUNS,
    )
  })

  it('shows rows added at its end without its head', () => {
    fc.assert(
      fc.property(chain, entry, (whole, added) => {
        const head = { ...(whole.head as ChainEnd), chain: 'UX0001' }
        const [row] = chained([head], [added]).entries.map((one) => ({ ...one, details: JSON.stringify(one.details) }))
        const rows = [...whole.rows, row as Row]
        expect(check({ ...whole, rows })).toEqual({ kind: 'ADDED', sequence: rows.length, id: null })
      }),
    )
  })

  it('shows rows that changed places', () => {
    fc.assert(
      fc.property(withRow, fc.nat(), ([whole, one], seed) => {
        const other = seed % whole.rows.length
        fc.pre(one !== other)
        const [first, second] = [whole.rows[one] as Row, whole.rows[other] as Row]
        const rows = whole.rows.with(one, { ...second, sequence: first.sequence }).with(other, { ...first, sequence: second.sequence })
        expect(check({ ...whole, rows })).toMatchObject({ kind: 'CHANGED', sequence: Math.min(one, other) + 1 })
      }),
      RUNS,
    )
  })

  it('shows a head that is gone, moved or changed', () => {
    fc.assert(
      fc.property(chain, fc.integer({ min: 0, max: 20 }), (whole, sequence) => {
        const head = whole.head as ChainEnd
        fc.pre(sequence !== head.sequence)
        expect(check({ ...whole, head: undefined })).toEqual({ kind: 'ADDED', sequence: 1, id: null })
        expect(check({ ...whole, head: { ...head, sequence } })).toBeDefined()
        expect(check({ ...whole, head: { ...head, hash: 'f'.repeat(64) } })).toEqual({ kind: 'CHANGED', sequence: head.sequence, id: null })
      }),
    )
  })

  it('fits when all of it was computed again, and only a root kept elsewhere shows it', () => {
    fc.assert(
      fc.property(withRow, word, ([whole, at], action) => {
        fc.pre(whole.rows[at]?.action !== action)
        const changed = whole.rows.map((row, index) => ({ ...row, details: JSON.parse(row.details), ...(index === at && { action }) }))
        const again = chained([emptyChain('UX0001')], changed)
        const rewritten = { rows: again.entries.map((row) => ({ ...row, details: JSON.stringify(row.details) })), head: again.heads[0] }
        expect(check(rewritten)).toBeUndefined()
        expect(check(rewritten, [whole.head as ChainEnd])).toMatchObject({ kind: 'REWRITTEN', sequence: whole.rows.length })
      }),
      RUNS,
    )
  })

  it('fits when the last entries and the head went together, and only a root kept elsewhere shows it', () => {
    fc.assert(
      fc.property(withRow, ([whole, at]) => {
        const rows = whole.rows.slice(0, at)
        const shortened = { rows, head: rows.at(-1) }
        expect(check(shortened)).toBeUndefined()
        expect(check(shortened, [whole.head as ChainEnd])).toEqual({ kind: 'CUT', sequence: at + 1, id: null })
      }),
    )
  })
})
