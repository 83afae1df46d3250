import { type FormFields } from '../../platform/web/form.js'
import { type InputProblem } from '../../platform/request-error.js'
import { hoursInBox, hoursInTable, minutesTyped } from '../layout/hours.js'
import { type EstimateData, type EstimatedItem } from './estimates.data.js'

/** What can be typed into a row, by the part of its field's name. */
const BOXES = ['central', 'low', 'high', 'percent', 'note'] as const

/** A row of the form: one requirement and one staff group. */
export interface EstimateRow {
  /** Part of the names of its fields. */
  readonly at: string
  /** Requirement and staff group. */
  readonly key: string
  /** What stood in the boxes when the page was made: what is typed is compared with that, so that nobody's change is undone unseen. */
  readonly was: string
  readonly code: string
  readonly title: string
  readonly group: string
  readonly href: string
  readonly inUse: string
  readonly basis: string
  readonly why: string
  readonly isUnknown: boolean
  readonly rating: number | null
  readonly boxes: Readonly<Record<(typeof BOXES)[number], string>>
}

/** Rows of requirements for the staff groups that are shown; what was typed stays in its boxes. */
export function estimateRows(
  items: readonly EstimatedItem[],
  groups: readonly { readonly code: string; readonly name: string }[],
  fields: FormFields,
): EstimateRow[] {
  const typedAt = new Map(rowsSent(fields).map(({ key, at }) => [key, at]))
  const rows = items.flatMap((item) =>
    groups.flatMap((group) => {
      const figure = item.minutes?.find(({ staffGroup }) => staffGroup === group.code)
      return figure ? [{ item, group, figure }] : []
    }),
  )
  return rows.map(({ item, group, figure }, index) => {
    const key = `${item.code} ${group.code}`
    const own = ownBoxes(figure)
    const typed = typedAt.get(key)
    const boxes = typed === undefined ? own : boxesOf((box) => fields.one(`${typed}-${box}`))
    return {
      ...{ at: `row-${index}`, key, boxes, was: typed === undefined ? textOf(own) : fields.one(`${typed}-was`) },
      ...{ code: item.code, title: item.requirement.title, group: group.name, href: `/time/estimates/${encodeURIComponent(item.code)}` },
      ...{ inUse: inUse(figure), basis: basisWords(figure), why: figure.note, isUnknown: figure.minutes === null },
      rating: item.rating?.rating ?? null,
    }
  })
}

/** Rows of a form as it was sent, in order. */
export function rowsSent(fields: FormFields): { readonly at: string; readonly key: string }[] {
  const rows: { at: string; key: string }[] = []
  while (fields.one(`row-${rows.length}-key`)) rows.push({ at: `row-${rows.length}`, key: fields.one(`row-${rows.length}-key`) })
  return rows
}

function boxesOf(value: (box: (typeof BOXES)[number]) => string): EstimateRow['boxes'] {
  return Object.fromEntries(BOXES.map((box) => [box, value(box)])) as EstimateRow['boxes']
}

/** The boxes hold the network's own estimate and nothing else: an assumption is shown beside them. */
function ownBoxes({ basis, minutes, businessAsUsualPercent, businessAsUsualBasis, note }: EstimateData): EstimateRow['boxes'] {
  if (basis !== 'NETWORK_ESTIMATE' || !minutes) return boxesOf(() => '')
  const { low, central, high } = minutes
  const isSure = low === central && central === high
  const percent = businessAsUsualBasis === 'NETWORK' ? String(businessAsUsualPercent ?? '') : ''
  const [fewest, most] = isSure ? ['', ''] : [hoursInBox(low), hoursInBox(high)]
  return { central: hoursInBox(central), low: fewest, high: most, percent, note }
}

function textOf(boxes: EstimateRow['boxes']): string {
  return BOXES.map((box) => boxes[box].replace(/\s+/g, ' ').trim()).join('|')
}

function inUse({ minutes }: EstimateData): string {
  if (!minutes) return 'Not known'
  const { low, central, high } = minutes
  return low === high ? hoursInTable(central) : `${hoursInTable(central)} (${hoursInTable(low)} to ${hoursInTable(high)})`
}

/** Where a figure comes from, with how many networks it rests on. */
function basisWords({ basis, networks }: EstimateData): string {
  switch (basis) {
    case 'NETWORK_ESTIMATE':
      return 'Your own'
    case 'RELEASE_MEDIAN':
      return `Median, n = ${networks ?? 0}`
    case 'CATALOGUE_ASSUMPTION':
      return 'Assumption, n = 0'
    case null:
      return 'Nobody has estimated it'
  }
}

/** The estimates that were changed, which row each came from, and what has to be put right first. */
export interface ReadEstimates {
  readonly estimates: readonly object[]
  readonly origin: readonly string[]
  readonly problems: readonly InputProblem[]
}

/** Reads the form: only rows that say something else than when the page was made. An emptied row takes the network's own estimate back. */
export function readEstimates(fields: FormFields): ReadEstimates {
  const problems: InputProblem[] = []
  const changed = rowsSent(fields).filter(({ at }) => textOf(boxesOf((box) => fields.one(`${at}-${box}`))) !== fields.one(`${at}-was`))
  const estimates = changed.map(({ at, key }) => {
    const [requirementCode = '', staffGroup] = key.split(' ')
    return { requirementCode, staffGroup, ...readRow(fields, at, requirementCode, problems) }
  })
  return { estimates, origin: changed.map(({ at }) => at), problems }
}

function readRow(fields: FormFields, at: string, code: string, problems: InputProblem[]) {
  const minutes = (box: string, what: string): number | null => {
    const text = fields.one(`${at}-${box}`)
    const read = text === '' ? null : minutesTyped(text)
    if (text !== '' && read === null) {
      problems.push({ field: `${at}-${box}`, message: `${code}: ${what} must be hours, such as 3, 1.5 or 1:30` })
    }
    return read
  }
  const [central, low, high] = [minutes('central', 'the most likely'), minutes('low', 'the fewest'), minutes('high', 'the most')]
  const percent = fields.one(`${at}-percent`)
  const isPercent = /^\d{1,3}$/.test(percent) && Number(percent) <= 100
  if (percent && !isPercent)
    problems.push({ field: `${at}-percent`, message: `${code}: the percentage must be a whole number from 0 to 100` })
  const hasMore = percent !== '' || fields.one(`${at}-low`) !== '' || fields.one(`${at}-high`) !== ''
  if (fields.one(`${at}-central`) === '' && hasMore) {
    problems.push({ field: `${at}-central`, message: `${code}: the most likely hours are missing` })
  }
  if (central !== null && ((low ?? central) > central || central > (high ?? central))) {
    problems.push({ field: `${at}-central`, message: `${code}: the most likely hours must be between the fewest and the most` })
  }
  return { low, central, high, businessAsUsualPercent: isPercent ? Number(percent) : null, note: fields.one(`${at}-note`) }
}

/** Where on the form a part of the input came from: `estimates.2.central` is a box of the third changed row. */
export function estimateField(field: string, origin: readonly string[]): string {
  const [, list, index = '', part = 'central'] = /^(?:input\.)?(estimates)\.(\d+)(?:\.(\w+))?$/.exec(field) ?? []
  const at = list ? origin[Number(index)] : undefined
  if (at === undefined) return ''
  const box = { businessAsUsualPercent: 'percent', low: 'low', high: 'high', note: 'note' }[part] ?? 'central'
  return `${at}-${box}`
}
