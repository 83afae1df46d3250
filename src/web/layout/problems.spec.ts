import { describe, expect, it } from '@jest/globals'
import { errorsOf, summaryOf } from './problems.js'

const problems = [
  { field: 'happenedOn', message: 'The day must be 2026-11-21 or earlier.' },
  { field: 'figure.source', message: 'Say where the figure comes from' },
  { field: 'happenedOn', message: 'Something else' },
  { field: '', message: 'Sent before' },
]

describe('problems of a form', () => {
  it('lead to their fields, in words', () => {
    expect(summaryOf(problems)).toEqual([
      { text: 'The day must be 21 November 2026 or earlier', href: '#happenedOn-day' },
      { text: 'Say where the figure comes from', href: '#figure-source' },
      { text: 'Something else', href: '#happenedOn-day' },
      { text: 'Sent before', href: '#maincontent' },
    ])
  })

  it('stand once beside each field', () => {
    expect(errorsOf(problems)).toEqual({
      happenedOn: { text: 'The day must be 21 November 2026 or earlier' },
      'figure-source': { text: 'Say where the figure comes from' },
      '': { text: 'Sent before' },
    })
  })
})
