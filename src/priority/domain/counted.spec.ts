import { describe, expect, it } from '@jest/globals'
import { counted } from './counted.js'

describe('how many', () => {
  it.each([
    [0, 'session', undefined, '0 sessions'],
    [1, 'session', undefined, '1 session'],
    [1.5, 'session', undefined, '1.5 sessions'],
    [1_000, 'patient', undefined, '1,000 patients'],
    [2, 'day at work', 'days at work', '2 days at work'],
  ])('%d %s', (number, one, many, words) => expect(counted(number, one, many)).toBe(words))
})
