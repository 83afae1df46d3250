import { type Tag } from '../layout/status.js'
import { responsibles } from '../layout/requirement-words.js'
import { listInWords } from '../layout/words.js'

/** What somebody chooses from, and how it reads. */
export type Words = Readonly<Record<string, string>>

export const kinds: Words = {
  DUTY: 'Duty',
  CONDITION: 'Condition',
  ENTITLEMENT: 'Entitlement',
  RULE: 'Rule',
  NOTE: 'Note',
}
export const kindHelp: Words = {
  DUTY: 'must be done',
  CONDITION: 'must be true for money to be paid or claimed',
  ENTITLEMENT: 'may be done',
  RULE: 'a limit or a consequence',
  NOTE: 'explains',
}
export const obligations: Words = { GATE: 'No money without it', PAID: 'Paid work', UNPAID: 'Must-do without money' }
export const certainties: Words = {
  SOURCED: 'A source says so',
  CARRIED_UNCONFIRMED: 'Carried over, not confirmed',
  UNSOURCED: 'No source found',
}
export const deciders: Words = {
  NOBODY: 'Nobody: showing it is enough',
  COMMISSIONER: 'The commissioner decides',
  COMMISSIONER_MAY_VERIFY: 'Nobody at first: the commissioner may check later',
  CALCULATED: 'Another system calculates it, such as CQRS',
}
export const bases: Words = {
  REGISTERED_1_JANUARY: 'registered list on 1 January',
  WEIGHTED_1_JANUARY: 'weighted list on 1 January',
  ADJUSTED: 'adjusted population',
  BEDS: 'care home beds',
  POINTS: 'points',
}
export const changes: Words = {
  PUBLISHED: 'Published',
  STARTED: 'Started',
  PHASED: 'Phased in',
  DEFERRED: 'Put off',
  SUSPENDED: 'Suspended',
  REPURPOSED: 'Money used otherwise',
  RETIRED: 'Dropped',
  SUPERSEDED: 'Replaced',
  INCOME_PROTECTED: 'Income protected',
  CHANGED: 'Changed',
  CONFIRMED: 'Confirmed',
  LOCALLY_VARIED: 'Varied locally',
}
export const fields: Words = {
  title: 'Title',
  text: 'What it says',
  responsible: 'Who',
  nature: 'Kind of work',
  obligation: 'Obligation',
  fallsDue: 'Falls due',
  shownEvery: 'Shown',
  standing: 'Stands until it lapses',
  opensOn: 'Opens on',
  dueOn: 'Due on',
  dueDays: 'Days after the event',
  evidence: 'What shows it',
  decidedBy: 'Who decides',
  money: 'Money',
  defaultsToNoOn: 'Counts as “No” on',
}

/** A word as people say it; itself where there is none for it. */
export function word(words: Words, value: string | null): string {
  return value === null ? '' : (words[value] ?? value)
}

/** Who has to act, as a sentence goes on: "the network and each practice". */
export function whoActs(responsible: readonly string[] | null): string {
  return listInWords((responsible ?? []).map((one) => word(responsibles, one)))
}

/** How sure an entry is, as a tag; null where a source says so, which goes without saying. */
export function certaintyTag(certainty: string): Tag | null {
  if (certainty === 'SOURCED') return null
  const classes = certainty === 'UNSOURCED' ? 'nhsuk-tag--red' : 'nhsuk-tag--yellow'
  return { text: word(certainties, certainty), classes }
}

/** With a capital. */
export function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A contract year as addresses have it: 2024-25. */
export function slugOf(contractYear: string): string {
  return contractYear.replace('/', '-')
}

/** What an edition is called: "Edition 2", "Draft". */
export function editionName(edition: number): string {
  return edition === 0 ? 'Draft' : `Edition ${edition}`
}
