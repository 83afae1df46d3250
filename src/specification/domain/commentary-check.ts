import { certainties, rateBases } from './catalogue.js'
import {
  cadences,
  eventChanges,
  type Commentary,
  type ContractEvent,
  type Disagreement,
  type FigureTemplate,
  type Payment,
  type PaymentFigure,
  type Reading,
} from './commentary.js'
import { codeCheck, contractYearCheck, keyCheck, sourceKeyCheck } from './entry-shape.js'
import { refuse, within, type Place } from './problem.js'
import { day, listOf, nullable, oneOf, record, text, wholeNumber, type Check } from './shape.js'
import { sourceCheck } from './specification-check.js'

const keys = listOf(keyCheck, 0)
const sources = listOf(sourceKeyCheck, 0)

const event = record<ContractEvent>({
  code: keyCheck,
  contractYear: contractYearCheck,
  change: oneOf(eventChanges),
  when: text(60),
  startsOn: nullable(day),
  endsOn: nullable(day),
  title: text(120),
  text: text(1000, true),
  requirements: keys,
  indicators: listOf(codeCheck, 0),
  sources,
  certainty: oneOf(certainties),
})

const figure = record<PaymentFigure>({
  contractYear: contractYearCheck,
  says: text(200),
  rateMills: nullable(wholeNumber(0, 1_000_000_000)),
  pence: nullable(wholeNumber(0, 1_000_000_000_000)),
  base: nullable(oneOf(rateBases)),
  sources,
  certainty: oneOf(certainties),
})

const disagreement = record<Disagreement>({ contractYear: contractYearCheck, text: text(500, true), sources: listOf(sourceKeyCheck, 1) })

const payment = record<Payment>(
  {
    key: keyCheck,
    title: text(120),
    text: text(500, true),
    requirements: keys,
    figures: listOf(figure, 1),
    disagreements: listOf(disagreement, 0),
  },
  { defaults: { disagreements: [] } },
)

const reading = record<Reading>({
  code: keyCheck,
  contractYear: contractYearCheck,
  requirements: listOf(keyCheck, 1),
  author: text(120),
  when: text(60),
  publishedOn: nullable(day),
  text: text(1000, true),
  source: sourceKeyCheck,
})

const template = record<FigureTemplate>({
  code: keyCheck,
  title: text(120),
  requirements: listOf(keyCheck, 1),
  numerator: text(200),
  denominator: text(200),
  unit: text(60),
  from: text(300),
  cadence: oneOf(cadences),
  sources: listOf(sourceKeyCheck, 1),
})

/** One check for each file of the commentary, by the field it fills. */
export const commentaryFiles: { readonly [K in keyof Commentary]: { readonly name: string; readonly check: Check<Commentary[K]> } } = {
  sources: { name: 'sources.yaml', check: inside('sources', listOf(sourceCheck, 1)) },
  events: { name: 'timeline.yaml', check: inside('events', listOf(event, 0)) },
  payments: { name: 'payments.yaml', check: inside('payments', listOf(payment, 0)) },
  readings: { name: 'readings.yaml', check: inside('readings', listOf(reading, 0)) },
  figureTemplates: { name: 'figure-templates.yaml', check: inside('templates', listOf(template, 0)) },
}

function inside<T>(field: string, check: Check<T>): Check<T> {
  const file = record<Record<string, T>>({ [field]: check })
  return (value, at) => file(value, at)?.[field]
}

type Placed = { readonly [K in keyof Commentary]: { readonly value: Commentary[K]; readonly at: Place } | undefined }

/** Reports what the files say against each other: a code twice, a source nobody lists, and a sourced fact without a source. */
export function checkCommentary(files: Placed): void {
  const known = files.sources && new Set(files.sources.value.map(({ key }) => key))
  for (const [field, list] of [
    ['events', files.events],
    ['payments', files.payments],
    ['readings', files.readings],
    ['templates', files.figureTemplates],
  ] as const) {
    if (!list) continue
    reportTwice(list.value.map(nameOf), within(list.at, field))
    list.value.forEach((one, index) => reportSources(citedIn(one), known, within(list.at, field, index)))
  }
}

type Row = ContractEvent | Payment | Reading | FigureTemplate

function nameOf(row: Row): string {
  return 'code' in row ? row.code : row.key
}

interface Cited {
  readonly path: readonly (string | number)[]
  readonly keys: readonly string[]
  readonly isSourced: boolean
}

function citedIn(row: Row): Cited[] {
  if ('source' in row) return [{ path: ['source'], keys: [row.source], isSourced: true }]
  if ('sources' in row) return [{ path: ['sources'], keys: row.sources, isSourced: !('certainty' in row) || row.certainty === 'SOURCED' }]
  return [
    ...row.figures.map((one, index) => ({
      ...{ path: ['figures', index, 'sources'], keys: one.sources, isSourced: one.certainty === 'SOURCED' },
    })),
    ...row.disagreements.map((one, index) => ({ path: ['disagreements', index, 'sources'], keys: one.sources, isSourced: true })),
  ]
}

/** Without a list of sources that can be read its own problems are enough. */
function reportSources(cited: readonly Cited[], known: ReadonlySet<string> | undefined, at: Place): void {
  for (const { path, keys: found, isSourced } of cited) {
    const place = within(at, ...path)
    if (isSourced && found.length === 0) refuse(place, 'at least one source, as its certainty is SOURCED', found)
    for (const key of found) if (known && !known.has(key)) refuse(place, 'the key of a source listed in sources.yaml', key)
  }
}

function reportTwice(names: readonly string[], at: Place): void {
  names.forEach((name, index) => {
    if (names.indexOf(name) < index) refuse(within(at, index), 'a code no other has', name)
  })
}
