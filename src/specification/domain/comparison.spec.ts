import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { compareEditions, type ComparedEntry, type ComparedField } from './comparison.js'

const plain: ComparedEntry = {
  ...{ key: 'one', title: 'One', text: 'By 30 April 2024 each practice says so.', responsible: ['PRACTICE'], nature: 'DECLARE' },
  ...{ obligation: 'GATE', fallsDue: 'ANNUAL', shownEvery: 'YEAR', standing: false, opensOn: null, dueOn: '2024-04-30', dueDays: null },
  ...{ evidence: [{ what: 'Notice', per: 'PRACTICE' }], decidedBy: 'NOBODY', money: null, defaultsToNoOn: null },
}

function between(after: Partial<ComparedEntry>): ComparedField[] {
  const next = { ...plain, text: plain.text.replace('2024', '2025'), dueOn: '2025-04-30', ...after }
  const { changed } = compareEditions({ contractYear: '2024/25', entries: [plain] }, { contractYear: '2025/26', entries: [next] })
  return changed.flatMap(({ changes }) => changes.map(({ field }) => field))
}

describe('what changed from one year to another', () => {
  it.each<[string, Partial<ComparedEntry>, ComparedField[]]>([
    ['a day that moved with its year', {}, []],
    ['a day of another month', { dueOn: '2025-05-31' }, ['dueOn']],
    ['a day that is a year late', { dueOn: '2026-04-30' }, ['dueOn']],
    [
      'the remark that it was carried',
      { text: 'By 30 April 2025 each practice says so. Carried from 2024/25; not confirmed for 2025/26.' },
      [],
    ],
    ['other words', { text: 'By 30 April 2025 each practice declares it.' }, ['text']],
    ['somebody else', { responsible: ['PRACTICE', 'NETWORK'] }, ['responsible']],
    ['evidence of another holder', { evidence: [{ what: 'Notice', per: 'NETWORK' }] }, ['evidence']],
    ['money where there was none', { money: { text: '£1', pence: null, rateMills: null, base: null } }, ['money']],
    ['several at once', { nature: 'GOVERN', standing: true, defaultsToNoOn: '2026-03-31' }, ['nature', 'standing', 'defaultsToNoOn']],
  ])('%s', (_, after, fields) => {
    expect(between(after)).toEqual(fields)
  })

  it('puts every entry in exactly one place', () => {
    const entries = fc.uniqueArray(
      fc
        .record({ key: fc.constantFrom('a', 'b', 'c', 'd', 'e'), title: fc.constantFrom('One', 'Two') })
        .map((one) => ({ ...plain, ...one })),
      { selector: ({ key }) => key },
    )
    fc.assert(
      fc.property(entries, entries, (before, after) => {
        const found = compareEditions({ contractYear: '2024/25', entries: before }, { contractYear: '2025/26', entries: after })
        const { added, gone, changed, unchanged } = found
        const keys = (list: readonly ComparedEntry[]) => list.map(({ key }) => key).sort()
        expect(keys([...added, ...changed.map((one) => one.after), ...unchanged])).toEqual(keys(after))
        expect(keys([...gone, ...changed.map((one) => one.before), ...unchanged])).toEqual(keys(before))
      }),
    )
  })
})
