import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { addDays } from '../../platform/day.js'
import { changed, ended, isOver } from './change.js'
import { firstDayWithoutAdministrator, type Held, isAdministered } from './last-administrator.js'

const today = '2026-11-21'
const now = `${today}T12:00:00.000Z`
/** Days around today; everything a membership here begins or ends on, and a while after. */
const calendar = Array.from({ length: 40 }, (_, index) => addDays('2026-11-11', index))
const coming = calendar.filter((day) => day >= today)
const day = fc.integer({ min: 0, max: 25 }).map((index) => calendar[index] ?? today)
const role = fc.constantFrom('network-manager' as const, 'clinical-director' as const, 'practice-member' as const)
const membership: fc.Arbitrary<Held> = fc
  .record({ role, startsOn: day, endsOn: fc.option(day, { freq: 2 }), isEnded: fc.integer({ min: 0, max: 9 }).map((one) => one === 0) })
  .map(({ isEnded, ...rest }) => ({ ...rest, endedAt: isEnded ? now : null }))
const organisation = fc.array(membership, { maxLength: 5 })

/** What administrators do to one another and themselves. `whose` counts round those that stand. */
const act = fc.record({
  whose: fc.nat(9),
  isEnding: fc.boolean(),
  role: fc.option(role),
  startsOn: fc.option(day, { freq: 2 }),
  endsOn: fc.option(day, { freq: 3, nil: undefined }),
})

describe('the rule of the last administrator', () => {
  it('finds the first day a change takes the last administrator from, and no other', () => {
    fc.assert(
      fc.property(organisation, organisation, (before, after) => {
        const lost = coming.filter((one) => isAdministered(before, one) && !isAdministered(after, one))
        expect(firstDayWithoutAdministrator(before, after, today)).toBe(lost[0] ?? null)
      }),
    )
  })

  it('leaves every day an administrator, whatever administrators do one after another', () => {
    fc.assert(
      fc.property(organisation, fc.array(act, { maxLength: 12 }), (start, acts) => {
        const administered = coming.filter((one) => isAdministered(start, one))
        let rows = start
        for (const { whose, isEnding, ...change } of acts) {
          const standing = rows.filter((row) => !isOver(row, today))
          const held = standing[whose % Math.max(standing.length, 1)]
          if (!held) continue
          const replacing = isEnding ? [ended(held, today, now)] : changed(held, change, today, now)
          const next = [...rows.filter((row) => row !== held), ...replacing]
          if (firstDayWithoutAdministrator(rows, next, today) === null) rows = next
        }
        expect(coming.filter((one) => isAdministered(rows, one))).toEqual(expect.arrayContaining(administered))
      }),
    )
  })

  it('never stands in the way where somebody else administers without a last day', () => {
    const other: Held = { role: 'clinical-director', startsOn: '2019-07-01', endsOn: null, endedAt: null }
    fc.assert(
      fc.property(organisation, organisation, (before, after) => {
        expect(firstDayWithoutAdministrator([...before, other], [...after, other], today)).toBeNull()
      }),
    )
  })
})
