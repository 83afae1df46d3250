import { describe, expect, it, jest } from '@jest/globals'
import { DemonstrationClock } from './clock.js'

describe('the demonstration clock', () => {
  it.each([
    ['2026-11-21T10:00:00.000Z', '2026-11-21', null],
    ['2027-03-31T10:00:00.000Z', '2027-03-31', null],
    ['2027-04-01T10:00:00.000Z', '2026-04-01', 'pretends that it is 2026-04-01'],
    ['2030-02-01T10:00:00.000Z', '2027-02-01', 'in 2026/27, the last year its catalogue has'],
    ['2028-02-29T10:00:00.000Z', '2027-02-28', 'pretends'],
  ])('at %s takes today to be %s', (real, today, note) => {
    jest.useFakeTimers({ now: Date.parse(real) })
    const clock = new DemonstrationClock('2026/27')
    expect(clock.today()).toBe(today)
    if (note === null) expect(clock.note).toBeNull()
    else expect(clock.note).toContain(note)
    jest.useRealTimers()
  })
})
