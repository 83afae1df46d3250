import { describe, expect, it } from '@jest/globals'
import { FormFields } from '../../platform/web/form.js'
import { atGroup, hoursRows, minutesOf, rowsOf } from './hours.form.js'

const groups = [
  { code: 'CLINICAL_DIRECTOR', name: 'Clinical director' },
  { code: 'NETWORK_MANAGER', name: 'Network manager' },
]
const entered = (typed: Record<string, string>) =>
  minutesOf(hoursRows(FormFields.of(Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, [value]]))), groups))

describe('hours that are typed', () => {
  it.each([
    ['nothing', {}, null],
    [
      'whole hours',
      { 'likely-NETWORK_MANAGER': '4' },
      [{ staffGroup: 'NETWORK_MANAGER', minutes: { low: null, central: 240, high: null } }],
    ],
    [
      'parts of hours with a span',
      { 'least-CLINICAL_DIRECTOR': '0.25', 'likely-CLINICAL_DIRECTOR': '1,5', 'most-CLINICAL_DIRECTOR': '3' },
      [{ staffGroup: 'CLINICAL_DIRECTOR', minutes: { low: 15, central: 90, high: 180 } }],
    ],
    ['what nobody knows', { 'likely-CLINICAL_DIRECTOR': '?' }, [{ staffGroup: 'CLINICAL_DIRECTOR', minutes: null }]],
    ['none', { 'likely-CLINICAL_DIRECTOR': '0' }, [{ staffGroup: 'CLINICAL_DIRECTOR', minutes: { low: null, central: 0, high: null } }]],
  ])('are minutes: %s', (_, typed, minutes) => {
    expect(entered(typed)).toEqual({ minutes, problems: [] })
  })

  it.each([
    [{ 'likely-CLINICAL_DIRECTOR': 'a few' }, 'Hours for clinical director must be numbers, such as 4 or 2.5'],
    [{ 'likely-CLINICAL_DIRECTOR': '-1' }, 'Hours for clinical director must be numbers, such as 4 or 2.5'],
    [{ 'most-CLINICAL_DIRECTOR': '4' }, 'Enter the most likely hours for clinical director, or ? where nobody knows'],
  ])('are refused: %j', (typed, message) => {
    expect(entered(typed).problems).toEqual([{ field: 'likely-CLINICAL_DIRECTOR', message }])
  })

  it('come back as they were', () => {
    const minutes = [
      { staffGroup: 'CLINICAL_DIRECTOR', minutes: { low: 15, central: 90, high: 180 } },
      { staffGroup: 'NETWORK_MANAGER', minutes: null },
    ]
    expect(rowsOf(minutes, groups)).toEqual([
      { ...groups[0], least: '0.25', likely: '1.5', most: '3' },
      { ...groups[1], least: '', likely: '?', most: '' },
    ])
    expect(minutesOf(rowsOf(minutes, groups)).minutes).toEqual(minutes)
  })

  it('lead to the staff group a problem is about', () => {
    const { minutes } = entered({ 'likely-NETWORK_MANAGER': '4' })
    expect(atGroup({ field: 'minutes.0.minutes', message: 'Too many' }, minutes).field).toBe('likely-NETWORK_MANAGER')
    expect(atGroup({ field: 'reason', message: 'Say why' }, minutes).field).toBe('reason')
  })
})
