import { type Day } from '../../platform/day.js'
import { natures, shownEveryValues, type Nature, type ShownEvery } from './catalogue.js'
import { refuse, within, type Place } from './problem.js'
import { day, listOf, matching, nullable, oneOf, record, text, wholeNumber, type Check, type Shape } from './shape.js'
import { urlCheck } from './specification-check.js'

/** The groups whose time national work takes. A network may add its own under one of these. */
export const staffGroups = ['CLINICAL_DIRECTOR', 'NETWORK_MANAGER', 'PRACTICE_MANAGER', 'CLINICIAN', 'ADMINISTRATOR'] as const
export type StaffGroup = (typeof staffGroups)[number]

/** Whole minutes in the three estimate cases; low ≤ central ≤ high. */
export interface MinutesRange {
  low: number
  central: number
  high: number
}

/** What one showing of a requirement of this nature and rhythm is assumed to take of each staff group. */
export interface Assumption {
  nature: Exclude<Nature, 'DELIVER'>
  shownEvery: ShownEvery
  minutes: Readonly<Record<StaffGroup, MinutesRange>>
  reason: string
}

export interface Assumptions {
  label: string
  version: number
  assumptions: readonly Assumption[]
}

/** A word of the field: what it means, what else people call it, and the schema type that carries it. */
export interface GlossaryTerm {
  term: string
  meaning: string
  synonyms: readonly string[]
  type: string | null
}

export interface BankHoliday {
  on: Day
  name: string
}

/** England's bank holidays from one day to another. Past `coversTo` a working day is provisional. */
export interface BankHolidays {
  source: { title: string; url: string }
  coversFrom: Day
  coversTo: Day
  holidays: readonly BankHoliday[]
}

const minutes = wholeNumber(0, 10_000)
const range = record<MinutesRange>({ low: minutes, central: minutes, high: minutes })

const orderedRange: Check<MinutesRange> = (value, at) => {
  const read = range(value, at)
  if (read === undefined || (read.low <= read.central && read.central <= read.high)) return read
  return refuse(at, 'low at most central, and central at most high', `${read.low}, ${read.central}, ${read.high}`)
}

const minutesOfGroups: Shape<Record<StaffGroup, MinutesRange>> = {
  CLINICAL_DIRECTOR: orderedRange,
  NETWORK_MANAGER: orderedRange,
  PRACTICE_MANAGER: orderedRange,
  CLINICIAN: orderedRange,
  ADMINISTRATOR: orderedRange,
}

const estimatedNatures = natures.filter((nature) => nature !== 'DELIVER')

const assumptionsFile = record<Assumptions>({
  label: text(300),
  version: wholeNumber(1, 999),
  assumptions: listOf(
    record<Assumption>({
      nature: oneOf(estimatedNatures),
      shownEvery: oneOf(shownEveryValues),
      minutes: record(minutesOfGroups),
      reason: text(300),
    }),
    1,
  ),
})

/** Reads the table of assumed minutes: one row for each nature but DELIVER and each rhythm, none twice, none missing. */
export const checkAssumptions: Check<Assumptions> = (value, at) => {
  const read = assumptionsFile(value, at)
  if (read === undefined) return undefined
  const rows = read.assumptions.map((row) => `${row.nature} ${row.shownEvery}`)
  reportRepeats(rows, 'a nature and rhythm no other row has', within(at, 'assumptions'))
  for (const nature of estimatedNatures) {
    for (const rhythm of shownEveryValues) {
      if (!rows.includes(`${nature} ${rhythm}`)) refuse(within(at, 'assumptions'), `a row for ${nature} shown every ${rhythm}`, undefined)
    }
  }
  return read
}

const glossaryFile = record<{ terms: readonly GlossaryTerm[] }>({
  terms: listOf(
    record<GlossaryTerm>({
      term: text(80),
      meaning: text(400),
      synonyms: listOf(text(80), 0),
      type: nullable(matching(/^[A-Z][A-Za-z]{1,60}$/, 'the name of a schema type, such as ChecklistItem')),
    }),
    1,
  ),
})

/** Reads the glossary: every term once, whatever its capitals. */
export const checkGlossary: Check<readonly GlossaryTerm[]> = (value, at) => {
  const read = glossaryFile(value, at)?.terms
  if (read !== undefined)
    reportRepeats(
      read.map(({ term }) => term.toLowerCase()),
      'a term no other entry has',
      within(at, 'terms'),
    )
  return read
}

const bankHolidaysFile = record<BankHolidays>({
  source: record({ title: text(200), url: urlCheck }),
  coversFrom: day,
  coversTo: day,
  holidays: listOf(record<BankHoliday>({ on: day, name: text(120) }), 1),
})

/** Reads England's bank holidays: in order of day, each once, none outside the days the list covers. */
export const checkBankHolidays: Check<BankHolidays> = (value, at) => {
  const read = bankHolidaysFile(value, at)
  if (read === undefined) return undefined
  if (read.coversTo < read.coversFrom) refuse(within(at, 'coversTo'), `${read.coversFrom} or later`, read.coversTo)
  read.holidays.forEach(({ on }, index) => {
    const place = within(at, 'holidays', index, 'on')
    const before = read.holidays[index - 1]?.on
    if (before !== undefined && on <= before) refuse(place, `a day after ${before}, as the days are in order`, on)
    if (on < read.coversFrom || on > read.coversTo) refuse(place, `a day from ${read.coversFrom} to ${read.coversTo}`, on)
  })
  return read
}

function reportRepeats(values: readonly string[], expected: string, at: Place): void {
  values.forEach((value, index) => {
    if (values.indexOf(value) < index) refuse(within(at, index), expected, value)
  })
}
