import { expect, it } from '@jest/globals'
import { spanOf } from './year-span.js'

it('a contract year is reached from a year before it to a year after it', () => {
  expect(spanOf('2026/27')).toEqual({ earliestDay: '2025-04-01', latestDay: '2028-03-31' })
})
