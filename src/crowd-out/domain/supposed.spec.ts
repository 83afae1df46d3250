import { describe, expect, it } from '@jest/globals'
import { changeOf, nothingSupposed, type Supposed, supposedProblems } from './supposed.js'

const known = {
  inputs: {
    items: [
      { code: 'paid', obligation: 'PAID' },
      { code: 'duty', obligation: 'UNPAID' },
    ],
    indicators: [{ code: 'HI03' }],
    priorities: [{ priorityId: 'p1' }],
    staffGroups: [{ code: 'CLINICIAN' }],
    capacities: [{ staffGroup: 'CLINICIAN', minutes: [9_990] }],
  },
  requests: [{ code: 'R-1' }],
} as unknown as Parameters<typeof supposedProblems>[1]

const fieldsOf = (supposed: Partial<Supposed>): string[] =>
  supposedProblems({ ...nothingSupposed, ...supposed }, known).map(({ field }) => field)
const added = (minutes: number, month = 0) => ({ staffGroup: 'CLINICIAN', month, minutes })

describe('what is supposed', () => {
  it.each<[string, Partial<Supposed>]>([
    ['nothing', {}],
    ['items and requests relaxed', { relaxing: ['duty', 'R-1', 'paid'] }],
    ['paid work pursued, an indicator dropped', { pursuing: ['paid'], dropping: ['HI03'] }],
    [
      'windows of items, requests and priorities moved',
      { moving: ['duty', 'HI03', 'R-1', 'p1'].map((code) => ({ code, firstMonth: 0, lastMonth: 11 })) },
    ],
    ['time up to the most a month can have', { adding: [added(4), added(6), added(10_000, 1)] }],
    ['a priority protected, from March', { protecting: ['p1'], from: 11 }],
  ])('can be %s', (_, supposed) => {
    expect(fieldsOf(supposed)).toEqual([])
  })

  it.each<[string, Partial<Supposed>, string[]]>([
    ['an unknown code', { relaxing: ['no'], pursuing: ['no'], dropping: ['no'] }, ['relaxing.0', 'pursuing.0', 'dropping.0', 'dropping.0']],
    ['a duty dropped', { dropping: ['duty'] }, ['dropping.0']],
    ['a request pursued', { pursuing: ['R-1'] }, ['pursuing.0']],
    ['a priority relaxed', { relaxing: ['p1'] }, ['relaxing.0']],
    ['a window moved twice', { moving: [0, 1].map((firstMonth) => ({ code: 'duty', firstMonth, lastMonth: 11 })) }, ['moving.1']],
    ['time that together is too much', { adding: [added(6), added(5)] }, ['adding.0.minutes', 'adding.1.minutes']],
    ['half a minute', { adding: [added(0.5, 1)] }, ['adding.0.minutes']],
    ['a requirement protected', { protecting: ['duty'] }, ['protecting.0']],
    ['half a month', { from: 0.5 }, ['from']],
  ])('cannot be %s', (_, supposed, fields) => {
    expect(fieldsOf(supposed)).toEqual(fields)
  })

  it('goes to the engine without moved windows, which plans have already', () => {
    const change = changeOf({ ...nothingSupposed, moving: [{ code: 'duty', firstMonth: 0, lastMonth: 1 }], adding: [added(5, 3)] })
    expect(change).not.toHaveProperty('moving')
    expect(change.adding).toEqual([{ staffGroup: 'CLINICIAN', firstMonth: 3, lastMonth: 3, minutesAMonth: 5 }])
  })
})
