import { describe, expect, it } from '@jest/globals'
import { changesBetween } from './changes.js'
import { compare, countsOn } from './comparison.js'

const member = (practiceCode: string, networkCode: string, startsOn = '2019-07-01', endsOn: string | null = null) => {
  return { practiceCode, networkCode, startsOn, endsOn }
}

describe('countsOn', () => {
  it('counts the first and the last day, a spell of one day, and overlapping spells once', () => {
    const memberships = [
      ...[member('A81001', 'U00000', '2020-01-01', '2020-06-30'), member('A81001', 'U41591', '2020-06-01', null)],
      ...[member('A81002', 'U41591', '2020-06-15', '2020-06-15'), member('A81003', 'U41591', '2026-04-01', null)],
    ]
    const counts = (day: string) => Object.values(countsOn(memberships, day)).join(' ')
    expect(['2019-12-31', '2020-01-01', '2020-06-15', '2020-06-30', '2020-07-01', '2026-03-31', '2026-04-01'].map(counts)).toEqual([
      ...['0 0', '1 1', '2 2', '2 1', '1 1', '1 1', '1 2'],
    ])
  })
})

describe('compare', () => {
  it('tells apart who is elsewhere, who only ODS has and who only the map has', () => {
    const memberships = [
      ...[
        member('A81001', 'U00001'),
        member('A81002', 'U00001'),
        member('A81003', 'U00001'),
        member('A81004', 'U00001', '2019-07-01', '2020-01-01'),
      ],
      ...[member('A81006', 'U00001'), member('A81006', 'U00002', '2026-06-01')],
    ]
    const map = [
      ...[
        { practiceCode: 'A81001', networkCode: 'U00001' },
        { practiceCode: 'A81002', networkCode: 'U00002' },
      ],
      ...[
        { practiceCode: 'A81003', networkCode: null },
        { practiceCode: 'A81004', networkCode: 'U00001' },
      ],
      ...[
        { practiceCode: 'A81005', networkCode: null },
        { practiceCode: 'A81006', networkCode: 'U00002' },
      ],
    ]
    expect(compare(memberships, map, '2026-07-01')).toEqual({
      ...{ onDay: '2026-07-01', elsewhere: [{ practiceCode: 'A81002', ods: 'U00001', map: 'U00002' }] },
      ...{ onlyOds: ['A81003'], onlyMap: ['A81004'] },
    })
  })
})

describe('changesBetween', () => {
  it('tells what is new, what is different, what is gone and what is the same', () => {
    interface Row {
      readonly key: string
      readonly value: number
    }
    const row = (key: string, value: number): Row => ({ key, value })
    const standing = [row('a', 1), row('b', 1), row('c', 1), row('c', 2)]
    const wanted = [row('a', 1), row('b', 2), row('d', 1), row('c', 2)]
    expect(
      changesBetween(
        standing,
        wanted,
        ({ key }: Row) => key,
        ({ value }) => value,
      ),
    ).toEqual({
      ...{ fresh: [row('d', 1)], changed: [{ row: row('b', 1), fact: row('b', 2) }], gone: [row('c', 1)], same: 2 },
    })
  })
})
