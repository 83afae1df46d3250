import { describe, expect, it } from '@jest/globals'
import { observedCrowdOut } from './displacement.js'

const log = [
  { minutes: 3_000, cause: 'REQUIREMENT' as const },
  { minutes: 1_200, cause: 'REQUEST' as const },
  { minutes: 1_800, cause: 'STAFFING' as const },
  { minutes: 1_200, cause: 'UNKNOWN' as const },
]
const year = { plannedMinutes: 12_000, doneMinutes: 4_800, log }

describe('observed crowd-out', () => {
  it('is a range, with how much of the undone the log explains', () => {
    expect(observedCrowdOut([year])).toEqual({
      plannedMinutes: 12_000,
      doneMinutes: 4_800,
      loggedMinutes: 7_200,
      nationalMinutes: 4_200,
      unknownMinutes: 1_200,
      lowShare: 0.35,
      highShare: 0.45,
      coverageShare: 1,
    })
  })

  it('adds up several priorities before dividing', () => {
    const quiet = { plannedMinutes: 12_000, doneMinutes: 12_000, log: [] }
    expect(observedCrowdOut([year, quiet])).toMatchObject({ lowShare: 0.175, highShare: 0.225, coverageShare: 1 })
  })

  it('is not known where nothing was planned, and explains nothing where all is done', () => {
    expect(observedCrowdOut([])).toMatchObject({ lowShare: null, highShare: null, coverageShare: null })
    expect(observedCrowdOut([{ plannedMinutes: 60, doneMinutes: 90, log: [] }])).toMatchObject({ lowShare: 0, coverageShare: null })
  })

  it.each([
    { ...year, plannedMinutes: -1 },
    { ...year, doneMinutes: 0.5 },
    { ...year, log: [{ minutes: -60, cause: 'OTHER' as const }] },
  ])('minutes that cannot be are a RangeError', (input) => expect(() => observedCrowdOut([input])).toThrow(RangeError))
})
