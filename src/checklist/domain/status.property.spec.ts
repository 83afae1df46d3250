import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { addDays, type Day } from '../../platform/day.js'
import { type ItemFacts, itemOn, statusOfItem } from './item-status.js'
import { type OccurrenceFacts } from './occurrence-facts.js'
import { occurrenceOn, statusOfOccurrence } from './status.js'
import { itemStatuses, type Status } from './status-words.js'

const calendar = Array.from({ length: 1200 }, (_, index) => addDays('2025-06-01', index))
const horizon = 500
const dayAt = (index: number): Day => calendar[index] ?? '2999-01-01'

// Arbitraries. Days crowd around the same year, so that windows, lapses and terms often meet on one day.
const index = fc.oneof(fc.integer({ min: 200, max: 260 }), fc.integer({ min: 0, max: 700 }))
const day = index.map(dayAt)
const maybeDay = fc.option(day, { freq: 2 })
const instant = fc.tuple(day, fc.constantFrom('09', '17')).map(([on, hour]) => `${on}T${hour}:00:00.000Z`)
const term = fc.tuple(index, fc.option(fc.nat(120))).map(([start, length]) => ({
  startsOn: dayAt(start),
  endsOn: length === null ? null : dayAt(start + length),
}))
const few = <T>(one: fc.Arbitrary<T>, maxLength = 3) => fc.array(one, { maxLength })
const practiceCode = fc.constantFrom('PX0001', 'PX0002')
const dates = fc.tuple(index, fc.option(fc.nat(60)), fc.option(fc.nat(200))).map(([start, length, lapse]) => ({
  happenedOn: length === null ? dayAt(start) : null,
  coversFrom: length === null ? null : dayAt(start),
  coversTo: length === null ? null : dayAt(start + length),
  lapsesOn: lapse === null ? null : dayAt(start + (length ?? 0) + 1 + lapse),
}))
const evidence = few(
  fc.record({
    dates,
    receivedAt: instant,
    practiceCodes: fc.uniqueArray(practiceCode),
    linkedAt: instant,
    endedAt: fc.option(instant, { freq: 4, nil: null }),
  }),
  4,
).map((all) => all.map(({ dates: given, ...rest }, at) => ({ ...rest, ...given, id: `e${at}` })))
const decisions = few(
  fc.record({
    verdict: fc.constantFrom('ACCEPTED' as const, 'RETURNED' as const),
    decidedAt: instant,
    evidenceIds: few(fc.constantFrom('e0', 'e1'), 1),
  }),
  2,
).map((all) => all.map((one, at) => ({ ...one, id: `d${at}` })))
const mark = fc.record({
  kind: fc.constantFrom('NOT_APPLICABLE' as const, 'NOT_PURSUED' as const, 'NOT_MET' as const, 'BLOCKED_BY_PARTNER' as const),
  term,
  recordedAt: instant,
})
const marks = few(mark, 1).map((all) => all.map(({ term: when, ...rest }) => ({ ...rest, ...when })))
const relaxations = few(
  fc.record({ kind: fc.constantFrom('SUSPENDED' as const, 'DEFERRED' as const, 'VARIED' as const), term, newDueOn: day }),
  2,
).map((all) => all.map(({ kind, term: when, newDueOn }) => (kind === 'DEFERRED' ? { kind, ...when, newDueOn } : { kind, ...when })))
const memberships = few(fc.record({ practiceCode, term }), 4).map((all) => all.map(({ term: when, ...rest }) => ({ ...rest, ...when })))
const requirement = fc.record({
  obligation: fc.constantFrom('GATE' as const, 'PAID' as const, 'UNPAID' as const),
  standing: fc.boolean(),
  perPractice: fc.constantFrom(false, false, true),
})
const occurrence = fc
  .record({
    from: index,
    opens: fc.nat(60),
    due: fc.option(fc.nat(120)),
    ends: fc.option(fc.nat(200)),
    countsFrom: day,
    countsTo: maybeDay,
  })
  .map(({ from, opens, due, ends, countsFrom, countsTo }) => ({
    ordinal: 1,
    periodFrom: dayAt(from),
    periodTo: ends === null ? null : dayAt(from + ends),
    countsFrom,
    countsTo,
    opensOn: dayAt(from + opens),
    dueOn: due === null ? null : dayAt(from + opens + due),
    dueBasis: due === null ? ('NO_DEADLINE' as const) : ('STATED' as const),
  }))
const record = fc.record({ occurrence, localDueOn: maybeDay, evidence, decisions, submittedAt: few(instant, 1), marks })
const occurrenceFacts: fc.Arbitrary<OccurrenceFacts> = fc
  .tuple(record, fc.record({ requirement, memberships, relaxations }))
  .map(([own, shared]) => ({ ...own, ...shared }))
const itemFacts: fc.Arbitrary<ItemFacts> = fc
  .tuple(
    fc.oneof({ weight: 9, arbitrary: fc.array(record, { minLength: 1, maxLength: 3 }) }, fc.constant([])),
    fc.record({ requirement, memberships, relaxations, marks, defaultsToNoOn: maybeDay }),
  )
  .map(([records, shared]) => ({
    ...shared,
    occurrences: records.map((one, at) => ({ ...one, occurrence: { ...one.occurrence, ordinal: at + 1 } })),
  }))

/** The rules once more, read off docs/method/status.md the slow way and sharing no code with what is tested. */
function byTheBook({ requirement: asked, occurrence: window, ...facts }: OccurrenceFacts, on: Day): Status {
  const during = (one: { startsOn: Day; endsOn: Day | null }, when: Day) => !(when < one.startsOn) && !(when > (one.endsOn ?? '9999-12-31'))
  const has = (kind: string) => facts.marks.filter((one) => one.kind === kind && during(one, on))
  let due = window.dueOn
  for (const one of facts.relaxations)
    if (due !== null && one.kind === 'DEFERRED' && during(one, on) && one.newDueOn > due) due = one.newDueOn
  const end =
    window.periodTo ??
    (window.periodFrom.slice(5) < '04-01' ? `${window.periodFrom.slice(0, 4)}-03-31` : `${Number(window.periodFrom.slice(0, 4)) + 1}-03-31`)

  // What must be covered, and by which evidence, first as it stands and then as it would had nothing lapsed.
  const memberOn = due ?? (on < end ? on : end)
  const members = [...new Set(facts.memberships.filter((one) => during(one, memberOn)).map((one) => one.practiceCode))]
  const current = facts.evidence.filter((one) => one.endedAt === null)
  const inWindow = current.filter((one) => {
    const [first, last] = one.happenedOn === null ? [one.coversFrom ?? '', one.coversTo ?? ''] : [one.happenedOn, one.happenedOn]
    return asked.standing || (last >= window.countsFrom && first <= (window.countsTo ?? '9999-12-31'))
  })
  const needed: Day[] = asked.standing ? [on < end ? on : end] : []
  if (due !== null) needed.push(due)
  else if (!asked.standing) needed.push(on)
  const stands = inWindow.filter((one) => needed.every((when) => one.lapsesOn === null || when < one.lapsesOn))
  const stoodOrStands = inWindow.filter((one) => stands.includes(one) || (one.lapsesOn !== null && one.lapsesOn <= on))
  const full = (having: typeof current) =>
    asked.perPractice ? members.every((code) => having.some((one) => one.practiceCodes.includes(code))) : having.length > 0

  const last = [...facts.decisions].sort((a, b) => (a.decidedAt + a.id < b.decidedAt + b.id ? 1 : -1))[0]
  const binds = last?.evidenceIds.every((id) => current.some((one) => one.id === id))
  const verdict = binds === true ? last?.verdict : undefined
  const resubmitted = facts.submittedAt.filter((at) => last !== undefined && at > last.decidedAt).length > 0

  if (has('NOT_APPLICABLE').length > 0) return 'NOT_APPLICABLE'
  if (asked.perPractice && members.length === 0) return 'NOT_APPLICABLE'
  if (verdict === 'ACCEPTED') return 'ACCEPTED'
  for (const one of facts.relaxations) {
    if (one.kind === 'SUSPENDED' && during(one, on)) return 'SUSPENDED'
    if (one.kind === 'SUSPENDED' && one.startsOn <= on && due !== null && during(one, due)) return 'SUSPENDED'
  }
  if (asked.obligation === 'PAID' && has('NOT_PURSUED').length > 0) return 'NOT_PURSUED'
  if (has('NOT_MET').some((one) => facts.evidence.every((piece) => piece.linkedAt <= one.recordedAt))) return 'NOT_MET'
  if (verdict === 'RETURNED' && !resubmitted) return 'RETURNED'
  if (full(stands)) return 'EVIDENCED'
  if (full(stoodOrStands)) return 'LAPSED'
  if (has('BLOCKED_BY_PARTNER').length > 0) return 'BLOCKED_BY_PARTNER'
  if (due !== null && due < on) return 'OVERDUE'
  return window.opensOn <= on ? 'OPEN' : 'NOT_YET_DUE'
}

function itemByTheBook(facts: ItemFacts, on: Day): Status {
  const all = facts.occurrences.map((one) => ({
    opensOn: one.occurrence.opensOn,
    status: byTheBook({ ...facts, ...one, marks: [...facts.marks, ...one.marks] }, on),
  }))
  for (const status of itemStatuses) if (all.some((one) => one.opensOn <= on && one.status === status)) return status
  const held = facts.marks.filter((one) => one.startsOn <= on && on <= (one.endsOn ?? '9999-12-31')).map(({ kind }) => kind)
  if (held.includes('NOT_APPLICABLE')) return 'NOT_APPLICABLE'
  return held.includes('NOT_PURSUED') && facts.requirement.obligation === 'PAID' ? 'NOT_PURSUED' : 'NOT_YET_DUE'
}

/** The first day after the first of `days` on which something reads differently, found by living through them all. */
function firstChange(days: readonly Day[], read: (on: Day) => string): Day | null {
  const [today = '', ...ahead] = days
  const now = read(today)
  return ahead.find((on) => read(on) !== now) ?? null
}

const startIndex = fc.integer({ min: 150, max: 600 })
const beyond = (changesOn: Day | null, days: readonly Day[]) => (changesOn !== null && changesOn > (days.at(-1) ?? '') ? null : changesOn)

describe('status of an occurrence, lived through day by day', () => {
  it('is what the rules say on every day, and changes on the day foretold', () => {
    fc.assert(
      fc.property(occurrenceFacts, startIndex, (facts, start) => {
        const days = calendar.slice(start, start + horizon + 1)
        expect(days.find((on) => occurrenceOn(facts, on).status !== byTheBook(facts, on))).toBeUndefined()
        const { changesOn } = statusOfOccurrence(facts, dayAt(start))
        expect(beyond(changesOn, days)).toBe(firstChange(days, (on) => byTheBook(facts, on)))
      }),
      { numRuns: 120 },
    )
  })

  it('does not depend on the order in which facts are given', () => {
    fc.assert(
      fc.property(occurrenceFacts, day, (facts, today) => {
        expect(statusOfOccurrence(turned(facts), today)).toEqual(statusOfOccurrence(facts, today))
      }),
    )
  })
})

describe('status of an item, lived through day by day', () => {
  it('is what the rules say on every day, and anything it says changes on the day foretold', () => {
    fc.assert(
      fc.property(itemFacts, startIndex, (facts, start) => {
        const days = calendar.slice(start, start + horizon + 1)
        expect(days.find((on) => itemOn(facts, on).status !== itemByTheBook(facts, on))).toBeUndefined()
        const { changesOn } = statusOfItem(facts, dayAt(start))
        expect(beyond(changesOn, days)).toBe(firstChange(days, (on) => JSON.stringify(itemOn(facts, on))))
      }),
      { numRuns: 60 },
    )
  })

  it('does not depend on the order in which facts are given', () => {
    fc.assert(
      fc.property(itemFacts, day, (facts, today) => {
        const reordered = { ...turned(facts), occurrences: facts.occurrences.toReversed().map(turned) }
        expect(statusOfItem(reordered, today)).toEqual(statusOfItem(facts, today))
      }),
    )
  })
})

/** The same facts with every list the other way round. */
function turned<F extends object>(facts: F): F {
  const entries = Object.entries(facts).map(([name, value]) => [
    name,
    Array.isArray(value) && name !== 'occurrences' ? value.toReversed() : value,
  ])
  return Object.fromEntries(entries) as F
}
