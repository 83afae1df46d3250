import { addDays, addMonths, firstDayOf, lastDayOf, type ContractYear, type Day } from '../../platform/day.js'
import {
  isRequirement,
  type CarriedFrom,
  type CatalogueEntry,
  type EntryKind,
  type Indicator,
  type SpecificationHead,
} from './catalogue.js'
import { refuse, within, type Place } from './problem.js'
import { type ServiceAreaFile } from './specification-check.js'

/** The checked files of one folder, each with its place. A file that could not be read is left out: its problems are known. */
export interface YearFiles {
  folder: string
  head: { value: SpecificationHead; at: Place } | undefined
  areas: readonly { name: string; value: ServiceAreaFile; at: Place }[]
  indicators: { value: readonly Indicator[]; at: Place } | undefined
}

/** Reports what the files of one contract year say against each other: codes, keys and areas twice, unknown sources, days of other years. */
export function checkYear(files: YearFiles): void {
  reportTwice(files)
  for (const { name, value, at } of files.areas) {
    if (name !== value.area.code) refuse(within(at, 'area', 'code'), `${name}, as the file is called ${name}.yaml`, value.area.code)
  }
  if (files.head === undefined) return
  const { value: head, at } = files.head
  reportHead(head, files.folder, at)
  const known = new Set(head.sources.map((source) => source.key))
  for (const { entry, at: place } of entriesOf(files)) {
    reportSources(entry.sources, known, place)
    reportDays(entry, head.contractYear, place)
    reportOrigin(entry, head.contractYear, place)
  }
  files.indicators?.value.forEach((one, index) => {
    if (files.indicators) reportSources(one.sources, known, within(files.indicators.at, 'indicators', index))
  })
}

/** The name of the folder of an edition: `2024-25`, `2024-25-edition-2` for a second one, `2024-25-draft` for a draft before the first. */
export function folderOf(contractYear: ContractYear, edition: number): string {
  const year = contractYear.replace('/', '-')
  if (edition === 0) return `${year}-draft`
  return edition === 1 ? year : `${year}-edition-${edition}`
}

function entriesOf(files: YearFiles): { entry: CatalogueEntry; at: Place }[] {
  return files.areas.flatMap(({ value, at }) => value.entries.map((entry, index) => ({ entry, at: within(at, 'entries', index) })))
}

function reportTwice(files: YearFiles): void {
  const entries = entriesOf(files)
  const areas = files.areas.map(({ value, at }) => ({ area: value.area, at: within(at, 'area') }))
  reportRepeats(
    entries.map(({ entry, at }) => ({ value: entry.code, at: within(at, 'code') })),
    'a code no other entry of the year has',
  )
  reportRepeats(
    entries.map(({ entry, at }) => ({ value: entry.key, at: within(at, 'key') })),
    'a key no other entry of the year has',
  )
  reportRepeats(
    areas.map(({ area, at }) => ({ value: area.code, at: within(at, 'code') })),
    'a code no other area of the year has',
  )
  reportRepeats(
    areas.map(({ area, at }) => ({ value: String(area.order), at: within(at, 'order') })),
    'an order no other area of the year has',
  )
  const { head, indicators } = files
  if (head) {
    const keys = head.value.sources.map((source, index) => ({ value: source.key, at: within(head.at, 'sources', index, 'key') }))
    reportRepeats(keys, 'a key no other source has')
  }
  if (indicators) {
    const codes = indicators.value.map((one, index) => ({ value: one.code, at: within(indicators.at, 'indicators', index, 'code') }))
    reportRepeats(codes, 'a code no other indicator has')
    // Both are work of a network, and named by their codes.
    const taken = new Set(entries.map(({ entry }) => entry.code))
    for (const { value, at } of codes) if (taken.has(value)) refuse(at, 'a code no entry of the year has', value)
  }
}

function reportRepeats(values: readonly { value: string; at: Place }[], expected: string): void {
  const first = new Map<string, Place>()
  for (const { value, at } of values) {
    const other = first.get(value)
    if (other === undefined) first.set(value, at)
    else refuse(at, `${expected} (it is also in ${other.file})`, value)
  }
}

function reportHead(head: SpecificationHead, folder: string, at: Place): void {
  const { contractYear, edition, effectiveFrom } = head
  const expected = folderOf(contractYear, edition)
  if (edition === 0 && head.status !== 'DRAFT') refuse(within(at, 'edition'), '1 or more, as only a DRAFT comes before the first', edition)
  if (folder !== expected) refuse(within(at, 'contractYear'), `the year and edition of the folder ${folder}`, expected)
  if (effectiveFrom < firstDayOf(contractYear) || effectiveFrom > lastDayOf(contractYear)) {
    refuse(within(at, 'effectiveFrom'), `a day of ${contractYear}`, effectiveFrom)
  }
}

function reportSources(sources: readonly string[], known: ReadonlySet<string>, at: Place): void {
  sources.forEach((key, index) => {
    if (!known.has(key)) refuse(within(at, 'sources', index), 'the key of a source listed in specification.yaml', key)
  })
}

/** A day more than a year outside the contract year is a slip, most often a day that was not moved on with its year. */
function reportDays(entry: CatalogueEntry, year: ContractYear, at: Place): void {
  if (!isRequirement(entry)) return
  const first = addMonths(firstDayOf(year), -12)
  const last = addDays(addMonths(firstDayOf(year), 24), -1)
  const days: [Day | null, Place][] = [
    [entry.window.opensOn, within(at, 'window', 'opensOn')],
    [entry.window.dueOn, within(at, 'window', 'dueOn')],
    [entry.defaultsToNoOn, within(at, 'defaultsToNoOn')],
  ]
  for (const [found, place] of days) {
    if (found !== null && (found < first || found > last)) refuse(place, `a day from ${first} to ${last}, for ${year}`, found)
  }
  const { afterYearEnd, dueOn } = entry.window
  if (afterYearEnd && dueOn !== null && dueOn <= lastDayOf(year)) {
    refuse(within(at, 'window', 'dueOn'), `a day after ${lastDayOf(year)}, as it opens after the year's end`, dueOn)
  }
}

function reportOrigin({ carriedFrom }: CatalogueEntry, year: ContractYear, at: Place): void {
  if (carriedFrom !== null && carriedFrom.contractYear >= year) {
    refuse(within(at, 'carriedFrom', 'contractYear'), `a contract year before ${year}`, carriedFrom.contractYear)
  }
}

/**
 * Reports what several years say against each other: one edition twice, a permanent key with two kinds,
 * and a carried entry whose origin is missing or has another key in a year that is here.
 */
export function checkAcrossYears(years: readonly YearFiles[]): void {
  const editions = years.flatMap(({ head }) =>
    head ? [{ value: folderOf(head.value.contractYear, head.value.edition), at: head.at }] : [],
  )
  reportRepeats(editions, 'an edition no other folder holds')
  const kinds = new Map<string, { kind: EntryKind; file: string }>()
  for (const { entry, at, year } of years.flatMap((files) =>
    entriesOf(files).map((found) => ({ ...found, year: files.head?.value.contractYear })),
  )) {
    const first = kinds.get(entry.key)
    if (first === undefined) kinds.set(entry.key, { kind: entry.kind, file: at.file })
    else if (first.kind !== entry.kind)
      refuse(within(at, 'kind'), `${first.kind}, as the key ${entry.key} has in ${first.file}`, entry.kind)
    if (year !== undefined && entry.carriedFrom && entry.carriedFrom.contractYear < year)
      reportMissingOrigin(entry.key, entry.carriedFrom, years, at)
  }
}

function reportMissingOrigin(key: string, carriedFrom: CarriedFrom, years: readonly YearFiles[], at: Place): void {
  const origins = years.filter(({ head }) => head?.value.contractYear === carriedFrom.contractYear).flatMap(entriesOf)
  if (origins.length === 0) return
  const found = origins.find(({ entry }) => entry.code === carriedFrom.code)
  if (found === undefined) refuse(within(at, 'carriedFrom', 'code'), `a code of ${carriedFrom.contractYear}`, carriedFrom.code)
  else if (found.entry.key !== key) refuse(within(at, 'key'), `${found.entry.key}, the key it has in ${carriedFrom.contractYear}`, key)
}
