import { type Day } from '../../platform/day.js'
import { type InputProblem } from '../../platform/request-error.js'
import { type FormFields } from '../../platform/web/form.js'
import { isBlank, readDay, typedDay } from '../layout/dates.js'
import { isOwed, type Status } from '../layout/status.js'
import { dayInWords, periodName } from '../layout/words.js'
import { type ChecklistOfItem, type OccurrenceToShow } from './item.data.js'

/** What can be said of an item besides showing it, as addresses name it. */
export const sayings = ['event', 'blocked', 'not-applicable', 'not-met', 'not-pursued'] as const
export type Saying = (typeof sayings)[number]

/** As much of an item as decides what can be said of it. */
export interface ItemToSay {
  readonly requirement: { readonly obligation: string; readonly shownEvery: string }
  readonly occurrences: readonly { readonly standing: { readonly status: Status } }[]
}

/** What the operation of the page answers. */
export interface SayData extends ItemToSay {
  readonly id: string
  readonly code: string
  readonly requirement: ItemToSay['requirement'] & { readonly title: string; readonly perPractice: boolean }
  readonly occurrences: readonly (OccurrenceToShow & { readonly event: { readonly happenedOn: Day; readonly note: string } | null })[]
  readonly checklist: Pick<ChecklistOfItem, 'contractYear' | 'network' | 'integratedCareBoard'>
}

/** The words of one form. */
interface Words {
  /** How the item's page leads to it. */
  readonly link: string
  readonly title: string
  readonly lead: string
  readonly reason: string
  readonly button: string
}

const words: Readonly<Record<Saying, Words>> = {
  event: {
    link: 'Report something that makes it due',
    title: 'Report something that makes it due',
    lead: 'It has to be shown after something happens. The due day counts from the day you give.',
    reason: 'What happened?',
    button: 'Report it',
  },
  blocked: {
    link: 'It waits for a partner',
    title: 'It waits for a partner',
    lead: 'While it waits, it shows as waiting for them and not as overdue. Say who is waited for and for what.',
    reason: 'What are you waiting for?',
    button: 'Save',
  },
  'not-applicable': {
    link: 'It does not concern us',
    title: 'It does not concern us',
    lead: 'It then counts neither as done nor as owed.',
    reason: 'Why does it not concern you?',
    button: 'Save',
  },
  'not-met': {
    link: 'We did not meet it',
    title: 'We did not meet it',
    lead: 'This closes one time it had to be shown, with the reason. Evidence recorded later opens it again.',
    reason: 'Why was it not met?',
    button: 'Save',
  },
  'not-pursued': {
    link: 'We do not go for it',
    title: 'We do not go for it',
    lead: 'Paid work is the network’s choice. It then counts neither as done nor as owed, and no money comes of it.',
    reason: 'Why not?',
    button: 'Save',
  },
}

/** The words of a form. */
export function wordsOf(saying: Saying): Words {
  return words[saying]
}

/** Whether an address names something that can be said. */
export function isSaying(text: string): text is Saying {
  return (sayings as readonly string[]).includes(text)
}

/** What can be said of this item now. */
export function sayable({ requirement, occurrences }: ItemToSay): Saying[] {
  const isSomethingOwed = occurrences.some(({ standing }) => isOwed(standing.status))
  const isDue = occurrences.some(({ standing }) => isOwed(standing.status) && standing.status !== 'NOT_YET_DUE')
  const can: Readonly<Record<Saying, boolean>> = {
    event: requirement.shownEvery === 'EVENT',
    blocked: isSomethingOwed,
    'not-applicable': isSomethingOwed || occurrences.length === 0,
    'not-met': isDue,
    'not-pursued': requirement.obligation === 'PAID' && isSomethingOwed,
  }
  return sayings.filter((saying) => can[saying])
}

/** Said of an item as a whole. */
export const ALL = 'all'

/** A choice of what something is said of. */
export interface OfChoice {
  readonly value: string
  readonly text: string
  readonly hint: { readonly text: string }
}

/** Of what it can be said: all of the item where that makes sense, or one time it is to be shown. */
export function ofChoices(saying: Saying, { occurrences, checklist }: SayData): OfChoice[] {
  if (saying === 'event' || saying === 'not-pursued') return []
  const owed = occurrences.filter(({ standing }) => isOwed(standing.status) && (saying !== 'not-met' || standing.status !== 'NOT_YET_DUE'))
  const each = owed.map(({ id, periodFrom, periodTo, dueOn, event }) => ({
    value: id,
    text: event ? `After ${dayInWords(event.happenedOn)}: ${event.note}` : upper(periodName(periodFrom, periodTo, checklist.contractYear)),
    hint: { text: dueOn ? `Due ${dayInWords(dueOn)}` : 'No deadline' },
  }))
  if (saying === 'not-met') return each
  return each.length > 1 ? [{ value: ALL, text: 'All of it', hint: { text: 'Every time it has to be shown this year' } }, ...each] : []
}

/** The mutation's input, and what has to be put right first. */
export function sayInput(saying: Saying, itemId: string, fields: FormFields, today: Day): { input: object; problems: InputProblem[] } {
  const problems: InputProblem[] = []
  const idempotencyKey = fields.one('idempotencyKey') || null
  const day = (name: string, what: string): Day | null => {
    const read = readDay(fields, name, what)
    problems.push(...read.problems)
    return read.day
  }
  const text = (name: string, message: string): string => {
    if (!fields.one(name)) problems.push({ field: name, message })
    return fields.one(name)
  }
  const asked = fields.one('occurrenceId')
  const of = { itemId, occurrenceId: asked === ALL ? null : asked || null }
  switch (saying) {
    case 'event': {
      const when = fields.one('when')
      const happenedOn = when === 'today' ? today : when === 'day' ? day('happenedOn', 'The day it happened') : null
      if (when !== 'today' && when !== 'day') problems.push({ field: 'when', message: 'Say on which day it happened' })
      return { input: { idempotencyKey, itemId, happenedOn, note: text('reason', 'Say what happened') }, problems }
    }
    case 'blocked': {
      const partner = text('partner', 'Say who is waited for')
      const reason = text('reason', 'Say what you are waiting for')
      const startsOn = day('startsOn', 'The first day')
      const endsOn = isBlank(typedDay(fields, 'endsOn')) ? null : day('endsOn', 'The last day')
      return { input: { idempotencyKey, ...of, partner, reason, startsOn, endsOn }, problems }
    }
    case 'not-applicable':
      return { input: { idempotencyKey, ...of, reason: text('reason', 'Say why it does not concern you') }, problems }
    case 'not-met': {
      const occurrenceId = text('occurrenceId', 'Choose what was not met')
      return { input: { idempotencyKey, occurrenceId, reason: text('reason', 'Say why it was not met') }, problems }
    }
    case 'not-pursued':
      return { input: { idempotencyKey, itemId, pursue: false, reason: text('reason', 'Say why not') }, problems }
  }
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
