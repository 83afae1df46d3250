import {
  certainties,
  specificationStatuses,
  type CatalogueEntry,
  type Indicator,
  type ServiceArea,
  type Source,
  type SpecificationHead,
} from './catalogue.js'
import { checkEntry, codeCheck, contractYearCheck, keyCheck, sourceKeyCheck } from './entry-shape.js'
import { type Place } from './problem.js'
import { day, listOf, matching, nullable, oneOf, record, text, wholeNumber, type Check } from './shape.js'

/** A service-area file: one part of the specification and its entries, in reading order. */
export interface ServiceAreaFile {
  area: ServiceArea
  entries: readonly CatalogueEntry[]
}

/** An address of a page. */
export const urlCheck = matching(/^(?=.{1,300}$)https?:\/\/[^\s"'<>]+$/, 'an address that starts with http:// or https://')

const source = record<Source>({ key: sourceKeyCheck, title: text(200), url: urlCheck })

/** Reads `specification.yaml`: which year and edition it is, how much it covers, and its sources. */
export const checkSpecificationFile: Check<SpecificationHead> = record<SpecificationHead>({
  contractYear: contractYearCheck,
  edition: wholeNumber(1, 99),
  status: oneOf(specificationStatuses),
  title: text(120),
  version: nullable(text(120)),
  publishedOn: nullable(day),
  effectiveFrom: day,
  coverage: text(4000, true),
  sources: listOf(source, 1),
})

const area = record<ServiceArea>({ code: keyCheck, title: text(120), order: wholeNumber(0, 999) })

/** Reads a service-area file. Every problem of every entry is reported; undefined when there is any. */
export const checkServiceAreaFile: Check<ServiceAreaFile> = record<ServiceAreaFile>({ area, entries: listOf(checkEntry, 1) })

const indicator = record<Indicator>({
  code: codeCheck,
  title: text(120),
  numerator: nullable(text(400)),
  denominator: nullable(text(400)),
  lowerThreshold: nullable(text(40)),
  upperThreshold: nullable(text(40)),
  points: nullable(wholeNumber(0, 10_000)),
  sources: listOf(sourceKeyCheck, 0),
  certainty: oneOf(certainties),
})

/** Reads `indicators.yaml`: what the Investment and Impact Fund measures. Indicators are shown and never due. */
export const checkIndicatorsFile = (value: unknown, at: Place): readonly Indicator[] | undefined => indicatorsFile(value, at)?.indicators

const indicatorsFile = record<{ indicators: readonly Indicator[] }>({ indicators: listOf(indicator, 0) })
