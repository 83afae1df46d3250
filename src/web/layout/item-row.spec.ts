import { describe, expect, it } from '@jest/globals'
import { type ItemData, itemRow } from './item-row.js'
import { progressFigure } from './progress.js'

const item: ItemData = {
  ...{ id: 'i', code: 'A-1', status: 'NOT_YET_DUE', nextDueOn: null, localDueOn: null, daysLate: 0, pastLocalDay: false, late: null },
  ...{ hazardOn: null, assignee: null, declarationOnly: { verdict: null } },
  requirement: { title: 'Meet', obligation: 'UNPAID', perPractice: false, shownEvery: 'EVENT' },
}

describe('when an item is due', () => {
  it.each([
    ['of what follows an event is said as such', {}, 'Only if something happens'],
    ['is not said while nothing can be shown yet', { requirement: { ...item.requirement, shownEvery: 'YEAR' } }, null],
    ['may be never, though it is open', { status: 'OPEN' }, 'No deadline'],
    ['is a day', { nextDueOn: '2026-12-01' }, 'Due 1 December 2026 (in 10 days)'],
  ] as const)('%s', (_, given, due) => {
    expect(itemRow({ ...item, ...given }, '2026-11-21').due).toBe(due)
  })
})

it.each([
  [0, 'Nothing has fallen due yet, and nothing is open.'],
  [1, 'Nothing has fallen due yet, and 1 item is open.'],
])('before anything is due, %d open is said in words', (open, words) => {
  const none = { total: 3, due: 0, accepted: 0, evidenced: 0, returned: 0, lapsed: 0, overdue: 0, notMet: 0, notYetDue: 3, blocked: 0 }
  expect(progressFigure({ ...none, open, share: null })).toEqual({ words, bar: null })
})
