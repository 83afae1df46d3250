import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { addProgress, progressOf, progressOfCounts } from './progress.js'
import { type Status, statuses } from './status-words.js'

describe('progress', () => {
  it.each([
    { status: 'NOT_APPLICABLE', counted: { notApplicable: 1, due: 0, share: null } },
    { status: 'ACCEPTED', counted: { accepted: 1, due: 1, share: 1 } },
    { status: 'SUSPENDED', counted: { suspended: 1, due: 0, share: null } },
    { status: 'NOT_PURSUED', counted: { notPursued: 1, due: 0, share: null } },
    { status: 'NOT_MET', counted: { notMet: 1, due: 1, share: 0 } },
    { status: 'RETURNED', counted: { returned: 1, due: 1, share: 0 } },
    { status: 'EVIDENCED', counted: { evidenced: 1, due: 1, share: 1 } },
    { status: 'LAPSED', counted: { lapsed: 1, due: 1, share: 0 } },
    { status: 'BLOCKED_BY_PARTNER', counted: { blocked: 1, due: 0, share: null } },
    { status: 'OVERDUE', counted: { overdue: 1, due: 1, share: 0 } },
    { status: 'OPEN', counted: { open: 1, due: 0, share: null } },
    { status: 'NOT_YET_DUE', counted: { notYetDue: 1, due: 0, share: null } },
  ] as const)('$status', ({ status, counted }) => {
    expect(progressOf([status])).toEqual({ ...progressOf([]), total: 1, ...counted })
  })

  it('shares out what was due only', () => {
    expect(progressOf(['ACCEPTED', 'EVIDENCED', 'OVERDUE', 'NOT_MET', 'OPEN', 'NOT_APPLICABLE'])).toMatchObject({
      total: 6,
      due: 4,
      share: 0.5,
    })
  })

  it.each([{ OPEN: -1 }, { OPEN: 0.5 }, { OPEN: Number.NaN }])('takes whole counts only: %p', (counts) => {
    expect(() => progressOfCounts(counts)).toThrow(RangeError)
  })

  const items = fc.array(fc.constantFrom<Status>(...statuses))

  it('keeps both sums', () => {
    fc.assert(
      fc.property(items, (all) => {
        const p = progressOf(all)
        expect(p.total).toBe(all.length)
        expect(p.due + p.open + p.notYetDue + p.blocked + p.suspended + p.notPursued + p.notApplicable).toBe(p.total)
        expect(p.accepted + p.evidenced + p.returned + p.lapsed + p.overdue + p.notMet).toBe(p.due)
        expect(p.share).toBe(p.due === 0 ? null : (p.accepted + p.evidenced) / p.due)
      }),
    )
  })

  it('adds up, whatever the order', () => {
    fc.assert(
      fc.property(items, items, (one, other) => {
        const together = progressOf([...other, ...one])
        expect(addProgress(progressOf(one), progressOf(other))).toEqual(together)
        expect(addProgress(progressOf(other), progressOf(one))).toEqual(together)
      }),
    )
  })
})
