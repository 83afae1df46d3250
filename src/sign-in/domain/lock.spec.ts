import { describe, expect, it } from '@jest/globals'
import { minutesLocked } from './lock.js'

describe('an account after wrong tries', () => {
  it.each([
    [0, null],
    [1, null],
    [4, null],
    [5, 15],
    [6, null],
    [10, 30],
    [15, 60],
    [20, 120],
    [25, 240],
    [30, 240],
    [5000, 240],
  ])('waits, after %i', (failures, minutes) => {
    expect(minutesLocked(failures)).toBe(minutes)
  })
})
