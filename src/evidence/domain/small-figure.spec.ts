import { describe, expect, it } from '@jest/globals'
import { warnOfSmallFigure } from './small-figure.js'

describe('a figure', () => {
  it.each([
    [0, null, false],
    [1, null, true],
    [4, null, true],
    [5, null, false],
    [0, 200, false],
    [200, 200, false],
    [4, 200, true],
    [196, 200, true],
    [195, 200, false],
    [2, 4, true],
    [4, 4, true],
  ])('of %p out of %p is warned of: %p', (numerator, denominator, isWarned) => {
    expect(warnOfSmallFigure({ numerator, denominator }) !== null).toBe(isWarned)
  })
})
