import { describe, expect, it } from '@jest/globals'
import { fitView } from './figures.js'
import { movedOrder, prioritiesView, viewsInWords } from './priorities.view.js'

const minutes = (wanted: number | null, fits: number | null, displaced: number | null, beyond: number | null) => ({
  ...{ wantedMinutes: wanted, possibleMinutes: fits, displacedMinutes: displaced, beyondCapacityMinutes: beyond },
})

describe('fitView', () => {
  it.each([
    [minutes(600, 600, 0, 0), '10 hours asked for: all of it fits.'],
    [minutes(600, 0, 600, 0), '10 hours asked for: none of it fits and 10 hours are displaced by national work.'],
    [minutes(600, 300, 60, 240), '10 hours asked for: 5 hours fit, 1 hour is displaced by national work and 4 hours would not fit anyway.'],
    [minutes(0, 0, 0, 0), 'Nobody has said how much time it takes.'],
    [minutes(null, null, null, null), '2 hours asked for. What of it fits is not known.'],
  ])('says what of %j fits', (figures, words) => {
    expect(fitView(figures, 120).words).toBe(words)
  })

  it('draws the same, and nothing of what is not known', () => {
    expect(fitView(minutes(600, 300, 60, 240), 600).bar).toEqual([
      { kind: 'fits', from: 0, width: 50 },
      { kind: 'displaced', from: 50, width: 10 },
      { kind: 'beyond', from: 60, width: 40 },
    ])
    expect(fitView(minutes(null, null, null, null), 0)).toEqual({ words: 'Nobody has said how much time it takes.', bar: [] })
  })
})

describe('movedOrder', () => {
  it.each([
    ['b', 'up', ['b', 'a', 'c']],
    ['b', 'down', ['a', 'c', 'b']],
    ['a', 'up', ['a', 'b', 'c']],
    ['c', 'down', ['a', 'b', 'c']],
    ['x', 'up', ['a', 'b', 'c']],
  ])('puts %s %s', (id, way, order) => {
    expect(movedOrder(['a', 'b', 'c'], id, way)).toEqual(order)
  })
})

describe('viewsInWords', () => {
  it.each([
    [[null, null], 'No practice has said yet whether it stands behind it'],
    [[true, null], '1 of 2 practices stands behind it'],
    [[true, true, false], '2 of 3 practices stand behind it, 1 does not'],
  ])('counts %j', (said, words) => {
    expect(viewsInWords(said.map((endorses) => ({ endorses })))).toBe(words)
  })
})

describe('prioritiesView', () => {
  const priority = {
    ...{ id: 'p', title: 'Warm homes', rank: 1, status: 'OPEN' as const, opensOn: '2026-04-01', closesOn: '2027-03-31', owner: null },
    ...{ closing: null, minutes: [{ central: 120 }], serves: [], endorsements: [] },
    milestones: [
      { title: 'Later', dueOn: '2026-12-24', doneOn: null },
      { title: 'Soon', dueOn: '2026-11-01', doneOn: null },
      { title: 'Begun', dueOn: '2026-06-01', doneOn: '2026-06-03' },
    ],
  }
  const view = (change: object = {}) =>
    prioritiesView(
      { name: 'Network', priorities: [{ ...priority, ...change }], capacity: [{ minutes: null }], crowdOut: null },
      '2026-11-21',
    )

  it('says the next milestone, and that it is past its day', () => {
    expect(view().open[0]?.facts).toContain('Next: Soon, 1 Nov, past its day (1 of 3 milestones done)')
  })

  it('sets ended ones apart, with the reason', () => {
    const ended = view({ rank: null, status: 'STOPPED', closing: { reason: 'The nurse left.', recordedAt: '2026-11-01T12:00:00Z' } })
    expect(ended).toMatchObject({ open: [], ended: [{ tag: { text: 'Stopped' } }], hasStarted: true })
    expect(ended.ended[0]?.facts).toContain('The nurse left.')
  })
})
