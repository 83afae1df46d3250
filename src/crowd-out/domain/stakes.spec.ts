import { describe, expect, it } from '@jest/globals'
import type { Money } from '../../specification/domain/catalogue.js'
import { type BaseSources, basesOf, stakesOf } from './stakes.js'

const indicator = (code: string, points: number | null, pointsCertainty = 'SOURCED', penceAPoint: number | null = null) => ({
  ...{ code, points, pointsCertainty, penceAPoint },
})
const sources = (given: Partial<Record<keyof BaseSources, unknown>> = {}): BaseSources => {
  const money = new Map<string, Money>([
    ['homes', { text: 'Per bed.', pence: null, rateMills: 127_200, base: 'BEDS' }],
    ['declare', { text: 'Per point.', pence: null, rateMills: 198_000, base: 'POINTS' }],
    ['core', { text: 'Per patient.', pence: null, rateMills: 2_218, base: 'REGISTERED_1_JANUARY' }],
  ])
  const items = [...money.keys(), 'duty'].map((code) => ({ code, entryId: code }))
  const inputs = {
    contractYear: '2026/27',
    items,
    indicators: [indicator('CAN04', null), indicator('HI03', 36), indicator('X1', 5, 'UNSOURCED', 11_100)],
  }
  return { inputs, moneyOf: (entryId: string) => money.get(entryId) ?? null, patients: null, own: [], ...given } as unknown as BaseSources
}
const beds = { base: 'BEDS', indicatorCode: null, size: 420, basis: 'ICB letter' }

describe('bases of payment', () => {
  it('are the five, then the points of each indicator, with what needs them', () => {
    expect(basesOf(sources({ own: [beds] })).map(({ base, size, entered, usedBy }) => [base, size, entered, usedBy])).toEqual([
      ['REGISTERED_1_JANUARY', null, false, ['core']],
      ['WEIGHTED_1_JANUARY', null, false, []],
      ['ADJUSTED', null, false, []],
      ['BEDS', 420, true, ['homes']],
      ['POINTS', null, false, ['declare']],
      ['POINTS', null, false, ['CAN04']],
      ['POINTS', 36, false, ['HI03']],
      ['POINTS', 5, false, ['X1']],
    ])
  })

  it('say where they come from, or why they are not known', () => {
    const bases = basesOf(sources({ patients: 36_000 }))
    expect(bases.map(({ basis }) => basis)).toMatchObject([
      'The list sizes of the member practices on 1 January 2026, added up.',
      ...['Weighted list on 1 January', 'Adjusted list', 'Care-home beds', 'Points', 'Points of CAN04'].map((title) =>
        expect.stringContaining(`${title}: nobody has entered it`),
      ),
      'The catalogue, from its sources.',
      'The catalogue; no source was found that states it.',
    ])
    expect(basesOf(sources())[0]?.basis).toMatch(/^Not known/)
  })

  it('make the pounds of what needs them, and of nothing else', () => {
    const own = [beds, { base: 'POINTS', indicatorCode: 'HI03', size: 40, basis: 'CQRS' }]
    const pence = (given: Parameters<typeof sources>[0]) =>
      Object.fromEntries([...stakesOf(sources(given))].map(([code, one]) => [code, one.pence]))
    expect(pence({})).toEqual({ homes: null, declare: null, core: null, duty: null, CAN04: null, HI03: 712_800, X1: 55_500 })
    expect(pence({ own, patients: 36_000 })).toMatchObject({ homes: 5_342_400, declare: null, core: 7_984_800, CAN04: null, HI03: 792_000 })
  })
})
