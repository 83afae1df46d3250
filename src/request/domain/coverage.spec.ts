import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Coverage, coverageFrom } from './coverage.js'

const row = (networkCode: string, startsOn: string, endsOn: string | null = null): Coverage => ({ networkCode, startsOn, endsOn })

describe('coverageFrom', () => {
  it.each<[string, [Coverage[], string[], string], { superseded: Coverage[]; added: Coverage[] }]>([
    ['begins', [[], ['UX0001'], '2026-04-01'], { superseded: [], added: [row('UX0001', '2026-04-01')] }],
    ['stays as it is when said again', [[row('UX0001', '2026-04-01')], ['UX0001'], '2026-06-01'], { superseded: [], added: [] }],
    [
      'ends the day before, and keeps what was',
      [[row('UX0001', '2026-04-01')], ['UX0002'], '2026-10-01'],
      { superseded: [row('UX0001', '2026-04-01')], added: [row('UX0001', '2026-04-01', '2026-09-30'), row('UX0002', '2026-10-01')] },
    ],
    [
      'never was when it ends on its first day',
      [[row('UX0001', '2026-04-01')], [], '2026-04-01'],
      { superseded: [row('UX0001', '2026-04-01')], added: [] },
    ],
    [
      'goes on past a last day',
      [[row('UX0001', '2026-04-01', '2026-12-31')], ['UX0001'], '2026-10-01'],
      { superseded: [row('UX0001', '2026-04-01', '2026-12-31')], added: [row('UX0001', '2026-04-01')] },
    ],
    [
      'begins earlier than was said',
      [[row('UX0001', '2027-01-01')], ['UX0001'], '2026-10-01'],
      { superseded: [row('UX0001', '2027-01-01')], added: [row('UX0001', '2026-10-01')] },
    ],
    [
      'begins again after a gap',
      [[row('UX0001', '2025-04-01', '2026-03-31')], ['UX0001'], '2026-10-01'],
      { superseded: [], added: [row('UX0001', '2026-10-01')] },
    ],
  ])('%s', (_, said, change) => {
    expect(coverageFrom(...said)).toEqual(change)
  })

  const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-04-${String(number).padStart(2, '0')}`)
  const codes = fc.subarray(['UX0001', 'UX0002', 'UX0003'])
  const on = (rows: readonly Coverage[], at: string) =>
    rows.filter((one) => one.startsOn <= at && (one.endsOn === null || one.endsOn >= at)).map(({ networkCode }) => networkCode)

  it('covers exactly what is wanted from the day on, each once, and before it what it did', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(day, codes), { maxLength: 6 }), fc.tuple(day, codes), day, (history, [startsOn, wanted], at) => {
        const say = (rows: readonly Coverage[], from: string, codesWanted: readonly string[]): Coverage[] => {
          const { superseded, added } = coverageFrom(rows, codesWanted, from)
          return [...rows.filter((one) => !superseded.includes(one)), ...added]
        }
        const before = history.reduce<Coverage[]>((rows, [from, codesWanted]) => say(rows, from, codesWanted), [])
        const after = say(before, startsOn, wanted)
        expect(on(after, at).sort()).toEqual(at >= startsOn ? [...wanted].sort() : on(before, at).sort())
      }),
    )
  })
})
