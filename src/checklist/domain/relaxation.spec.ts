import { describe, expect, it } from '@jest/globals'
import { type Day } from '../../platform/day.js'
import { dueOnAfter, isSuspended, type Relaxation } from './relaxation.js'

const deferred: Relaxation = { kind: 'DEFERRED', startsOn: '2026-05-01', endsOn: '2026-08-31', newDueOn: '2026-07-31' }
const further: Relaxation = { kind: 'DEFERRED', startsOn: '2026-06-01', endsOn: null, newDueOn: '2026-09-30' }
const suspended: Relaxation = { kind: 'SUSPENDED', startsOn: '2026-05-01', endsOn: '2026-06-30' }
const varied: Relaxation = { kind: 'VARIED', startsOn: '2026-05-01', endsOn: null }

describe('a deferral', () => {
  const cases: { name: string; dueOn: Day | null; relaxations: Relaxation[]; on: Day; expected: Day | null }[] = [
    { name: 'moves the due day', dueOn: '2026-06-30', relaxations: [deferred], on: '2026-05-01', expected: '2026-07-31' },
    { name: 'moves nothing before it is in force', dueOn: '2026-06-30', relaxations: [deferred], on: '2026-04-30', expected: '2026-06-30' },
    { name: 'holds on its last day', dueOn: '2026-06-30', relaxations: [deferred], on: '2026-08-31', expected: '2026-07-31' },
    { name: 'moves nothing once over', dueOn: '2026-06-30', relaxations: [deferred], on: '2026-09-01', expected: '2026-06-30' },
    { name: 'gives way to a longer one', dueOn: '2026-06-30', relaxations: [further, deferred], on: '2026-06-01', expected: '2026-09-30' },
    { name: 'never brings a day forward', dueOn: '2026-12-31', relaxations: [deferred], on: '2026-06-01', expected: '2026-12-31' },
    { name: 'makes no deadline', dueOn: null, relaxations: [deferred], on: '2026-06-01', expected: null },
    {
      name: 'is neither suspension nor variation',
      dueOn: '2026-06-30',
      relaxations: [suspended, varied],
      on: '2026-06-01',
      expected: '2026-06-30',
    },
  ]
  it.each(cases)('$name', ({ dueOn, relaxations, on, expected }) => {
    expect(dueOnAfter(dueOn, relaxations, on)).toBe(expected)
  })
})

describe('a suspension', () => {
  const cases: { name: string; dueOn: Day | null; relaxations?: Relaxation[]; on: Day; expected: boolean }[] = [
    { name: 'has not begun', dueOn: '2026-06-15', on: '2026-04-30', expected: false },
    { name: 'holds from its first day', dueOn: '2026-12-31', on: '2026-05-01', expected: true },
    { name: 'holds on its last day', dueOn: '2026-12-31', on: '2026-06-30', expected: true },
    { name: 'is over', dueOn: '2026-12-31', on: '2026-07-01', expected: false },
    { name: 'excuses for good what fell due on its last day', dueOn: '2026-06-30', on: '2027-03-31', expected: true },
    { name: 'excuses nothing that fell due the day before', dueOn: '2026-04-30', on: '2026-07-01', expected: false },
    { name: 'excuses nothing that falls due the day after', dueOn: '2026-07-01', on: '2026-07-02', expected: false },
    { name: 'is over for what has no deadline', dueOn: null, on: '2026-07-01', expected: false },
    { name: 'is neither deferral nor variation', dueOn: '2026-06-15', relaxations: [deferred, varied], on: '2026-06-01', expected: false },
  ]
  it.each(cases)('$name', ({ dueOn, relaxations = [suspended], on, expected }) => {
    expect(isSuspended(relaxations, dueOn, on)).toBe(expected)
  })
})
