import { describe, expect, it } from '@jest/globals'
import { weightedDeprivation } from './weighted-deprivation.js'

describe('weightedDeprivation', () => {
  it.each([
    {
      name: 'weights by patients',
      practices: [
        [10_000, 1000],
        [40_000, 3000],
      ],
      score: 32_500,
      counted: 2,
    },
    {
      name: 'leaves out a practice without a score',
      practices: [
        [10_000, 1000],
        [null, 3000],
      ],
      score: 10_000,
      counted: 1,
    },
    {
      name: 'leaves out a practice without a list size',
      practices: [
        [10_000, null],
        [40_000, 3000],
      ],
      score: 40_000,
      counted: 1,
    },
    { name: 'is not known of none', practices: [[null, 1000]], score: null, counted: 0 },
    { name: 'is not known without patients', practices: [[10_000, 0]], score: null, counted: 0 },
  ])('$name', ({ practices, score, counted }) => {
    const given = practices.map(([scoreThousandths = null, patients = null]) => ({ scoreThousandths, patients }))
    expect(weightedDeprivation(given)).toEqual({ scoreThousandths: score, counted, practices: practices.length })
  })
})
