import {
  certainties,
  indicatorDirections,
  indicatorUses,
  specificationStatuses,
  type CatalogueEntry,
  type Indicator,
  type ServiceArea,
  type Source,
  type SpecificationHead,
} from './catalogue.js'
import { checkEntry, codeCheck, contractYearCheck, keyCheck, sourceKeyCheck } from './entry-shape.js'
import { refuse, within, type Place } from './problem.js'
import { day, listOf, matching, nullable, oneOf, record, text, wholeNumber, type Check } from './shape.js'

/** A service-area file: one part of the specification and its entries, in reading order. */
export interface ServiceAreaFile {
  area: ServiceArea
  entries: readonly CatalogueEntry[]
}

/** An address of a page. */
export const urlCheck = matching(/^(?=.{1,300}$)https?:\/\/[^\s"'<>]+$/, 'an address that starts with http:// or https://')

/** A publication: its key, title and address. */
export const sourceCheck = record<Source>({ key: sourceKeyCheck, title: text(200), url: urlCheck })

/** Reads `specification.yaml`: which year and edition it is, how much it covers, and its sources. */
export const checkSpecificationFile: Check<SpecificationHead> = record<SpecificationHead>({
  contractYear: contractYearCheck,
  edition: wholeNumber(0, 99),
  status: oneOf(specificationStatuses),
  title: text(120),
  version: nullable(text(120)),
  publishedOn: nullable(day),
  effectiveFrom: day,
  coverage: text(4000, true),
  sources: listOf(sourceCheck, 1),
})

const area = record<ServiceArea>({ code: keyCheck, title: text(120), order: wholeNumber(0, 999) })

/** Reads a service-area file. Every problem of every entry is reported; undefined when there is any. */
export const checkServiceAreaFile: Check<ServiceAreaFile> = record<ServiceAreaFile>({ area, entries: listOf(checkEntry, 1) })

const indicatorShape = record<Indicator>(
  {
    code: codeCheck,
    title: text(120),
    use: oneOf(indicatorUses),
    direction: nullable(oneOf(indicatorDirections)),
    numerator: nullable(text(400)),
    denominator: nullable(text(400)),
    lowerThreshold: nullable(text(40)),
    upperThreshold: nullable(text(40)),
    thresholdCertainty: nullable(oneOf(certainties)),
    points: nullable(wholeNumber(0, 10_000)),
    pointsCertainty: nullable(oneOf(certainties)),
    penceAPoint: nullable(wholeNumber(0, 1_000_000)),
    aliases: listOf(codeCheck, 0),
    startsOn: nullable(day),
    endsOn: nullable(day),
    note: nullable(text(600, true)),
    sources: listOf(sourceKeyCheck, 0),
    certainty: oneOf(certainties),
  },
  { defaults: { aliases: [], startsOn: null, endsOn: null, note: null } },
)

/** An indicator whose thresholds and points say how sure they are, and nothing says so of what is not there. */
const indicator: Check<Indicator> = (value, at) => {
  const read = indicatorShape(value, at)
  if (read === undefined) return undefined
  const hasThreshold = read.lowerThreshold !== null || read.upperThreshold?.includes('%') === true
  if (hasThreshold && read.thresholdCertainty === null) refuse(within(at, 'thresholdCertainty'), 'how sure the thresholds are', null)
  if (read.points !== null && read.pointsCertainty === null) refuse(within(at, 'pointsCertainty'), 'how sure the points are', null)
  if (read.points === null && read.pointsCertainty !== null) {
    refuse(within(at, 'pointsCertainty'), 'null, as no points are stated', read.pointsCertainty)
  }
  return read
}

/** Reads `indicators.yaml`: what the Investment and Impact Fund measures. Indicators are shown and never due. */
export const checkIndicatorsFile = (value: unknown, at: Place): readonly Indicator[] | undefined => indicatorsFile(value, at)?.indicators

const indicatorsFile = record<{ indicators: readonly Indicator[] }>({ indicators: listOf(indicator, 0) })
