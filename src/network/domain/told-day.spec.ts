import { describe, expect, it } from '@jest/globals'
import { toldDay } from './told-day.js'

describe('toldDay', () => {
  it.each([
    { text: '2019-07-01', today: '2026-11-21', day: '2019-07-01' },
    { text: '1 day ago', today: '2026-04-01', day: '2026-03-31' },
    { text: '45 days ago', today: '2026-11-21', day: '2026-10-07' },
    { text: 'in 75 days', today: '2026-11-21', day: '2027-02-04' },
    { text: '1 April this year', today: '2026-11-21', day: '2026-04-01' },
    { text: '1 April this year', today: '2027-03-31', day: '2026-04-01' },
    { text: '1 January this year', today: '2026-04-01', day: '2027-01-01' },
    { text: '1 January last year', today: '2026-11-21', day: '2026-01-01' },
    { text: '31 March this year', today: '2026-11-21', day: '2027-03-31' },
    { text: '29 February this year', today: '2027-06-01', day: '2028-02-29' },
  ])('tells "$text" on $today as $day', ({ text, today, day }) => {
    expect(toldDay(text, today)).toBe(day)
  })

  it.each([
    '',
    'soon',
    '2026-02-30',
    '0 July this year',
    '32 July this year',
    '29 February this year',
    '1 july this year',
    '1 July next year',
    '-3 days ago',
    '3 days',
  ])('tells no day from "%s"', (text) => {
    expect(toldDay(text, '2026-11-21')).toBeUndefined()
  })
})
