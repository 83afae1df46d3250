import { addDays, type Day, daysBetween, earlier, firstDayOf, later } from './platform/day.js'

/** Something an invented person did on a day, as a mutation and its input. */
export interface DemonstrationAction {
  readonly day: Day
  readonly role: string
  readonly organisationCode: string
  readonly mutation: string
  readonly input: object
}

interface DemonstrationOccurrence {
  readonly id: string
  readonly ordinal: number
  readonly periodFrom: Day
  readonly periodTo: Day | null
  readonly countsFrom: Day
  readonly countsTo: Day | null
  readonly opensOn: Day
  readonly dueOn: Day | null
}

interface DemonstrationItem {
  readonly id: string
  readonly code: string
  readonly requirement: {
    readonly title: string
    readonly nature: string
    readonly perPractice: boolean
    readonly standing: boolean
    readonly shownEvery: string
    readonly decidedBy: string
  }
  readonly occurrences: readonly DemonstrationOccurrence[]
}

/** One network's checklist, as the API tells it. */
export interface DemonstrationChecklist {
  readonly odsCode: string
  readonly practices: readonly { readonly practice: { readonly odsCode: string } }[]
  readonly checklist: { readonly contractYear: string; readonly items: { readonly nodes: readonly DemonstrationItem[] } }
}

/** A mutation of which only the kind of its answer matters. */
export const mutationOf = (name: string): string =>
  `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { __typename } }`

/** How an invented network treated one occurrence. Most is shown in time; the rest is what a tracker is for. */
type Treatment = 'SHOWN' | 'SHOWN_LATE' | 'LEFT' | 'SHOWN_IN_PART'

/** The same for the same network and occurrence on every start: a hash in place of chance. */
function chance(text: string): number {
  let hash = 2166136261
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 16777619) >>> 0
  return (hash >>> 7) % 100
}

function treatmentOf(seed: string, { dueOn }: DemonstrationOccurrence, perPractice: boolean, today: Day): Treatment {
  const number = chance(seed)
  // What is not due yet has mostly not been done yet.
  if (dueOn === null || dueOn >= today) return number < 30 ? 'SHOWN' : 'LEFT'
  if (number < 3) return 'LEFT'
  if (number < 7) return perPractice ? 'SHOWN_IN_PART' : 'LEFT'
  return number < 16 ? 'SHOWN_LATE' : 'SHOWN'
}

/** What a network did with its checklist up to today. Nothing is done before it opens, and nothing after today. */
export function actionsOf(network: DemonstrationChecklist, today: Day): DemonstrationAction[] {
  const codes = network.practices.map(({ practice }) => practice.odsCode)
  const { contractYear, items } = network.checklist
  const recorded = items.nodes.flatMap((item) =>
    item.occurrences.flatMap((occurrence) => evidenceOf(network.odsCode, item, occurrence, codes, today)),
  )
  return [...recorded, ...(contractYear === '2024/25' ? [] : asidesOf(network, today))]
}

function evidenceOf(
  code: string,
  item: DemonstrationItem,
  occurrence: DemonstrationOccurrence,
  practices: readonly string[],
  today: Day,
): DemonstrationAction[] {
  const { requirement } = item
  if (occurrence.opensOn > today) return []
  const seed = `${code} ${item.code} ${occurrence.ordinal} ${occurrence.periodFrom}`
  const treatment = treatmentOf(seed, occurrence, requirement.perPractice, today)
  if (treatment === 'LEFT') return []
  const lastDay = occurrence.countsTo ?? today
  const inTime = earlier(earlier(occurrence.dueOn ?? today, lastDay), today)
  const firstDay = later(occurrence.opensOn, occurrence.countsFrom)
  if (firstDay > inTime) return []
  const happenedOn =
    treatment === 'SHOWN_LATE' && occurrence.dueOn
      ? earlier(earlier(addDays(occurrence.dueOn, 5 + (chance(seed) % 20)), lastDay), today)
      : between(firstDay, inTime, chance(`${seed} day`))
  const named = requirement.perPractice
    ? practices.slice(0, treatment === 'SHOWN_IN_PART' ? Math.max(1, practices.length - 1) : undefined)
    : []
  // A data sharing agreement of some networks is about to lapse: a hazard to be met in time.
  const lapses = requirement.standing && chance(`${code} lapse`) < 40 ? { lapsesOn: addDays(today, 12) } : {}
  const input = { occurrenceIds: [occurrence.id], happenedOn, note: noteOf(requirement.title, treatment), practiceCodes: named, ...lapses }
  const day = earlier(addDays(happenedOn, chance(`${seed} typed`) % 6), today)
  return [{ day, role: 'network-manager', organisationCode: code, mutation: mutationOf('recordEvidence'), input }]
}

function between(first: Day, last: Day, part: number): Day {
  return addDays(first, Math.floor((daysBetween(first, last) * (40 + part * 0.6)) / 100))
}

function noteOf(title: string, treatment: Treatment): string {
  const written = `Invented for the demonstration: what the network keeps on “${title}”.`
  return treatment === 'SHOWN_IN_PART' ? `${written} One practice has still to send its part.` : written
}

/** One of each of the other things that happen: an event, a partner waited for, something closed as not met, work not pursued, an owner, a question. */
function asidesOf({ odsCode: organisationCode, checklist }: DemonstrationChecklist, today: Day): DemonstrationAction[] {
  const items = checklist.items.nodes
  const manager = (name: string, day: Day, input: object): DemonstrationAction => {
    return { day, role: 'network-manager', organisationCode, mutation: mutationOf(name), input: { ...input } }
  }
  const yearFrom = firstDayOf(checklist.contractYear)
  const asides: DemonstrationAction[] = []
  const onEvent = items.find(({ requirement }) => requirement.shownEvery === 'EVENT')
  if (onEvent) {
    const happenedOn = later(yearFrom, addDays(today, -20))
    asides.push(manager('reportEvent', happenedOn, { itemId: onEvent.id, happenedOn, note: 'An invented appointment.' }))
  }
  const waiting = items.find(({ code }) => chance(`${organisationCode} ${code} partner`) < 6)
  if (waiting) {
    const startsOn = later(yearFrom, addDays(today, -30))
    const reason = 'Waiting for the other organisation’s signature.'
    asides.push(manager('markBlocked', startsOn, { itemId: waiting.id, partner: 'Merrowshire Community Services', reason, startsOn }))
  }
  const missed = items
    .flatMap(({ occurrences }) => occurrences)
    .find(
      ({ id, dueOn }) => dueOn !== null && dueOn < addDays(today, -60) && chance(`${organisationCode} ${id.length} missed ${dueOn}`) < 10,
    )
  if (missed)
    asides.push(manager('recordNotMet', addDays(today, -15), { occurrenceId: missed.id, reason: 'The post was vacant all quarter.' }))
  const asked = items[items.length - 2]
  if (asked) {
    asides.push(manager('ask', addDays(today, -4), { itemId: asked.id, text: 'Is one plan for both services enough here?' }))
  }
  return asides
}

/** A row of a commissioner’s review queue. */
export interface QueueRow {
  readonly occurrence: { readonly id: string; readonly ordinal: number }
  readonly network: { readonly odsCode: string }
}

/** What a commissioner decides on her queue: the first quarter is accepted, of the second some is returned, the rest waits. */
export function verdictsOf(queue: readonly QueueRow[]): object[] {
  const returned = queue.filter(({ occurrence, network }) => occurrence.ordinal === 2 && chance(network.odsCode) < 50)
  const accepted = queue.filter((row) => row.occurrence.ordinal <= 2 && !returned.includes(row))
  const reason = 'The counts are of one month only. Please add the other two.'
  return [
    ...(accepted.length > 0 ? [{ occurrenceIds: accepted.map(({ occurrence }) => occurrence.id), verdict: 'ACCEPTED' }] : []),
    ...(returned.length > 0 ? [{ occurrenceIds: returned.map(({ occurrence }) => occurrence.id), verdict: 'RETURNED', reason }] : []),
  ]
}

/** What commissioners say, as operations. */
export const commissioning = {
  decide: mutationOf('decide'),
  setLocalDay: mutationOf('setLocalDay'),
  reviewQuery: '{ reviewQueue(first: 100) { nodes { occurrence { id ordinal } network { odsCode } } } }',
}
