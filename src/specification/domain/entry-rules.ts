import { type EntryBase, type EntryKind, type FallsDue, type Requirement, type ShownEvery } from './catalogue.js'
import { refuse, within, type Place } from './problem.js'

type Read = Partial<Omit<Requirement, 'kind'>> & { kind?: EntryKind }

/** How often a duty may have to be shown, by how often it falls: never more often. */
const shownAtMost: Readonly<Record<FallsDue, readonly ShownEvery[]>> = {
  ONCE: ['YEAR'],
  ANNUAL: ['YEAR'],
  QUARTERLY: ['YEAR', 'QUARTER'],
  MONTHLY: ['YEAR', 'QUARTER', 'MONTH'],
  WEEKLY: ['YEAR', 'QUARTER', 'MONTH'],
  CONTINUOUS: ['YEAR', 'QUARTER', 'MONTH'],
  ON_EVENT: ['EVENT'],
}

/** Times a year each holder would be asked; 0 for events, which nobody can count ahead. */
const timesAYear: Readonly<Record<ShownEvery, number>> = { YEAR: 1, QUARTER: 4, MONTH: 12, EVENT: 0 }

/** Reports fields of one entry that contradict each other. Fields that could not be read are left out, as they are reported already. */
export function reportInconsistent(entry: Read, at: Place): void {
  for (const rule of rules) rule(entry, at)
}

const rules: readonly ((entry: Read, at: Place) => void)[] = [
  reportOrigin,
  reportSources,
  reportRhythm,
  reportMonthly,
  reportWindowOrder,
  reportWindowOfEvent,
  reportWindowOfYear,
  reportHolders,
  reportPaperwork,
  reportMoney,
]

function reportOrigin({ certainty, carriedFrom }: Partial<EntryBase>, at: Place): void {
  if (certainty === undefined || carriedFrom === undefined) return
  const place = within(at, 'carriedFrom')
  if (certainty === 'CARRIED_UNCONFIRMED' && carriedFrom === null) {
    refuse(place, 'the contract year and code of the entry it was carried from, as its certainty is CARRIED_UNCONFIRMED', null)
  }
  if (certainty !== 'CARRIED_UNCONFIRMED' && carriedFrom !== null) refuse(place, `null, as its certainty is ${certainty}`, carriedFrom)
}

function reportSources({ certainty, sources }: Partial<EntryBase>, at: Place): void {
  if (certainty === 'SOURCED' && sources?.length === 0)
    refuse(within(at, 'sources'), 'at least one source, as its certainty is SOURCED', sources)
}

function reportRhythm({ fallsDue, shownEvery }: Read, at: Place): void {
  if (fallsDue === undefined || shownEvery === undefined) return
  const allowed = shownAtMost[fallsDue]
  if (!allowed.includes(shownEvery))
    refuse(within(at, 'shownEvery'), `${allowed.join(' or ')} for a duty that falls ${fallsDue}`, shownEvery)
}

function reportMonthly({ shownEvery, monthlyBecause }: Read, at: Place): void {
  if (shownEvery === undefined || monthlyBecause === undefined) return
  const place = within(at, 'monthlyBecause')
  if (shownEvery === 'MONTH' && monthlyBecause === null) refuse(place, 'the reason why it is shown every month', null)
  if (shownEvery !== 'MONTH' && monthlyBecause !== null) refuse(place, `nothing, as it is shown every ${shownEvery}`, monthlyBecause)
}

function reportWindowOrder({ window }: Read, at: Place): void {
  if (!window?.opensOn || !window.dueOn) return
  if (window.dueOn < window.opensOn) refuse(within(at, 'window', 'dueOn'), `${window.opensOn} or later, when it opens`, window.dueOn)
}

function reportWindowOfEvent({ window, shownEvery }: Read, at: Place): void {
  if (!window || shownEvery === undefined) return
  if (shownEvery !== 'EVENT' && window.dueDays !== null) {
    refuse(within(at, 'window', 'dueDays'), 'nothing, as days are counted from an event only', window.dueDays)
  }
}

function reportWindowOfYear({ window, shownEvery }: Read, at: Place): void {
  if (!window || shownEvery === undefined) return
  const once = shownEvery === 'YEAR'
  if (!once && window.dueOn !== null)
    refuse(within(at, 'window', 'dueOn'), 'nothing, as only what is shown once a YEAR has one due day', window.dueOn)
  if (!once && window.afterYearEnd)
    refuse(within(at, 'window', 'afterYearEnd'), 'false, as only what is shown once a YEAR waits for its end', true)
  if (window.afterYearEnd && window.opensOn !== null) {
    refuse(within(at, 'window', 'opensOn'), 'nothing, as afterYearEnd already says when it opens', window.opensOn)
  }
}

function reportHolders({ responsible, evidence }: Read, at: Place): void {
  if (!responsible || !evidence) return
  const perPractice = evidence.some((piece) => piece.per === 'PRACTICE')
  if (responsible.includes('PRACTICE') && !perPractice) {
    refuse(within(at, 'evidence'), 'at least one piece per PRACTICE, as practices are responsible', 'none')
  }
  if (!responsible.includes('PRACTICE') && perPractice)
    refuse(within(at, 'responsible'), 'PRACTICE among them, as evidence is per PRACTICE', responsible)
}

function reportPaperwork({ shownEvery, evidence }: Read, at: Place): void {
  if (shownEvery === undefined || !evidence) return
  const most = shownEvery === 'MONTH' ? 12 : 4
  for (const holder of ['NETWORK', 'PRACTICE'] as const) {
    const pieces = evidence.filter((piece) => piece.per === holder).length * timesAYear[shownEvery]
    if (pieces > most) refuse(within(at, 'evidence'), `at most ${most} pieces a year for each ${holder}`, pieces)
  }
}

function reportMoney({ money, certainty }: Read, at: Place): void {
  if (!money) return
  const place = within(at, 'money')
  if (money.rateMills !== null && money.base === null) refuse(within(place, 'base'), 'what the rate is multiplied with', null)
  if (certainty === undefined || certainty === 'SOURCED') return
  for (const field of ['pence', 'rateMills'] as const) {
    if (money[field] !== null)
      refuse(within(place, field), `null, as only sourced amounts are stated and its certainty is ${certainty}`, money[field])
  }
}
