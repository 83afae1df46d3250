import { describe, expect, it } from '@jest/globals'
import { evidenceStatusOf } from './evidence-status.js'

describe('the status of evidence', () => {
  it.each([
    [null, null, 'STANDS'],
    ['2026-11-22', null, 'STANDS'],
    ['2026-11-21', null, 'LAPSED'],
    ['2020-01-01', null, 'LAPSED'],
    [null, 'WITHDRAWN', 'WITHDRAWN'],
    ['2020-01-01', 'SUPERSEDED', 'SUPERSEDED'],
  ] as const)('that lapses on %s and was ended as %s is %s', (lapsesOn, ended, status) => {
    expect(evidenceStatusOf(lapsesOn, ended, '2026-11-21')).toBe(status)
  })
})
