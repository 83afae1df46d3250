import { folded } from './cell.js'

/** What an official file can be. */
export const publicationKinds = [
  'NETWORKS',
  'MEMBERSHIPS',
  'PRACTICES',
  'PRACTICE_MAP',
  'LIST_SIZES',
  'AGE_BANDS',
  'RESULTS',
  'DEPRIVATION',
] as const
export type PublicationKind = (typeof publicationKinds)[number]

/** Each kind in words. */
export const kindWords: Readonly<Record<PublicationKind, string>> = {
  NETWORKS: 'ODS: networks',
  MEMBERSHIPS: 'ODS: core partners',
  PRACTICES: 'ODS: prescribing cost centres',
  PRACTICE_MAP: 'practice map',
  LIST_SIZES: 'list sizes',
  AGE_BANDS: 'list sizes by age band',
  RESULTS: 'published results',
  DEPRIVATION: 'deprivation scores',
}

/** Where the columns of a table are. */
export interface Layout {
  readonly kind: PublicationKind
  /** The position of each column that is there, by its own short name. */
  readonly places: Readonly<Record<string, number>>
  /** Cells a record must have; null where a table may have more or fewer at its end, as a sheet does. */
  readonly width: number | null
  /** Whether the first record is a heading and no data. */
  readonly hasHeading: boolean
  /** Columns the file has to have and has not, by their official names. */
  readonly missing: readonly string[]
  /** Official names of columns that are there twice. */
  readonly doubled: readonly string[]
}

interface Column {
  readonly key: string
  /** Its official name, for messages. */
  readonly name: string
  /** What its folded, lower-case heading looks like, where that is not its name. */
  readonly heading?: RegExp
  readonly optional?: true
}

interface Kind {
  readonly kind: PublicationKind
  /** Whether a heading is of this kind, though columns may be missing. */
  isLike(heading: ReadonlySet<string>): boolean
  readonly columns: readonly Column[]
}

const any = (heading: ReadonlySet<string>, ...names: string[]) => names.some((name) => heading.has(name))
const starts = (heading: ReadonlySet<string>, text: string) => [...heading].some((name) => name.startsWith(text))
const holdsDay = (cells: readonly string[]) => cells.some((cell) => /^(?:19|20)\d{6}$/.test(cell))
const location = '(?:clinical commissioning group|ccg|sub icb loc(?:ation)?)'

const kinds: readonly Kind[] = [
  {
    kind: 'MEMBERSHIPS',
    isLike: (heading) => any(heading, 'partner organisation code') || starts(heading, 'practice to pcn relationship'),
    columns: [
      { key: 'practiceCode', name: 'Partner Organisation Code' },
      { key: 'practiceName', name: 'Partner Name' },
      { key: 'networkCode', name: 'PCN Code' },
      { key: 'networkName', name: 'PCN Name' },
      { key: 'subIcbCode', name: 'PCN Parent Sub ICB Loc Code', heading: new RegExp(`^pcn parent ${location} code$`) },
      { key: 'startsOn', name: 'Practice to PCN Relationship Start Date', heading: /^practice to pcn relationship start date/ },
      { key: 'endsOn', name: 'Practice to PCN Relationship End Date', heading: /^practice to pcn relationship end date/ },
    ],
  },
  {
    kind: 'NETWORKS',
    isLike: (heading) =>
      any(heading, 'pcn code', 'pcn name') &&
      (starts(heading, 'open date') || starts(heading, 'close date') || starts(heading, 'current ')),
    columns: [
      { key: 'networkCode', name: 'PCN Code' },
      { key: 'networkName', name: 'PCN Name' },
      { key: 'subIcbCode', name: 'Current Sub ICB Loc Code', heading: new RegExp(`^(?:current )?${location} code$`) },
      { key: 'openedOn', name: 'Open Date', heading: /^open date/ },
      { key: 'closedOn', name: 'Close Date', heading: /^close date/ },
    ],
  },
  {
    kind: 'PRACTICE_MAP',
    isLike: (heading) => any(heading, 'publication', 'extract_date') && any(heading, 'practice_code', 'pcn_code', 'practice_name'),
    columns: [
      { key: 'onDay', name: 'EXTRACT_DATE' },
      { key: 'practiceCode', name: 'PRACTICE_CODE' },
      { key: 'practiceName', name: 'PRACTICE_NAME' },
      { key: 'networkCode', name: 'PCN_CODE' },
      { key: 'networkName', name: 'PCN_NAME' },
      { key: 'subIcbCode', name: 'SUB_ICB_LOCATION_CODE', heading: /^(?:sub_icb_location|ccg)_code$/ },
      { key: 'subIcbName', name: 'SUB_ICB_LOCATION_NAME', heading: /^(?:sub_icb_location|ccg)_name$/ },
      { key: 'boardCode', name: 'ICB_CODE', heading: /^(?:icb|stp)_code$/ },
      { key: 'boardName', name: 'ICB_NAME', heading: /^(?:icb|stp)_name$/ },
      { key: 'regionCode', name: 'COMM_REGION_CODE' },
      { key: 'regionName', name: 'COMM_REGION_NAME' },
    ],
  },
  {
    kind: 'AGE_BANDS',
    isLike: (heading) => any(heading, 'org_type', 'age_group_5') && any(heading, 'publication', 'extract_date', 'number_of_patients'),
    columns: ['EXTRACT_DATE', 'ORG_TYPE', 'ORG_CODE', 'SEX', 'AGE_GROUP_5', 'NUMBER_OF_PATIENTS'].map((name) => ({ key: name, name })),
  },
  {
    kind: 'LIST_SIZES',
    isLike: (heading) =>
      any(heading, 'publication', 'extract_date') && any(heading, 'type', 'code') && !any(heading, 'org_type', 'org_code', 'age_group_5'),
    columns: ['EXTRACT_DATE', 'TYPE', 'CODE', 'SEX', 'AGE', 'NUMBER_OF_PATIENTS'].map((name) => ({ key: name, name })),
  },
  {
    kind: 'RESULTS',
    // The form in which practices send figures in names the measure FIELD_NAME; those are no results.
    isLike: (heading) =>
      !any(heading, 'field_name') &&
      ['quality_service', 'ach_date', 'ind_code', 'measure', 'value'].filter((name) => heading.has(name)).length > 3,
    columns: [
      { key: 'organisationCode', name: 'ORGANISATION_CODE', heading: /^(?:organisation|practice)_code$/ },
      { key: 'organisationType', name: 'ORGANISATION_TYPE', optional: true },
      { key: 'service', name: 'QUALITY_SERVICE' },
      { key: 'achievedOn', name: 'ACH_DATE' },
      { key: 'indicatorCode', name: 'IND_CODE' },
      { key: 'measure', name: 'MEASURE' },
      { key: 'value', name: 'VALUE' },
    ],
  },
  {
    kind: 'DEPRIVATION',
    isLike: (heading) => any(heading, 'imd_score', 'imd_year', 'imd_decile'),
    columns: [
      { key: 'organisationCode', name: 'PRACTICE_CODE or PCN_CODE', heading: /^(?:practice|pcn)_code$/ },
      { key: 'score', name: 'IMD_SCORE' },
      { key: 'decile', name: 'IMD_DECILE', optional: true },
      { key: 'indexYear', name: 'IMD_YEAR', optional: true },
    ],
  },
]

/** Reports without a heading: what tells them, and where their columns are. */
const bare: readonly {
  kind: PublicationKind
  width: number
  isLike(cells: readonly string[]): boolean
  keys: Readonly<Record<string, number>>
}[] = [
  {
    ...{ kind: 'MEMBERSHIPS', width: 11 },
    isLike: (cells) =>
      cells.length < 20 &&
      /^[A-TV-Z]\d{5}$/.test(cells[0] ?? '') &&
      cells.slice(1, 6).some((cell) => /^U\d{5}$/.test(cell)) &&
      holdsDay(cells),
    keys: {
      ...{ practiceCode: 0, practiceName: 1, networkCode: 4, networkName: 5, subIcbCode: 6 },
      ...{ startsOn: 8, endsOn: 9 },
    },
  },
  {
    ...{ kind: 'NETWORKS', width: 12 },
    isLike: (cells) => /^U\d{5}$/.test(cells[0] ?? '') && cells.length > 6 && cells.length < 20 && holdsDay(cells),
    keys: { networkCode: 0, networkName: 1, subIcbCode: 2, openedOn: 4, closedOn: 5 },
  },
  {
    ...{ kind: 'PRACTICES', width: 27 },
    isLike: (cells) => /^[A-Z0-9]{5,6}$/.test(cells[0] ?? '') && cells.length > 20 && cells.length < 40 && holdsDay(cells),
    keys: { practiceCode: 0, practiceName: 1, openedOn: 10, closedOn: 11, status: 12, setting: 25 },
  },
]

/** The official name of a column, for messages. */
export function columnName(kind: PublicationKind, key: string): string {
  return kinds.find((one) => one.kind === kind)?.columns.find((column) => column.key === key)?.name ?? key
}

/**
 * What a table is, told by its first record: a heading, or the shape of the data where a report has none. Null for what is no official table.
 * Headings are matched after every run of white space has become one space, without regard to case.
 */
export function recognise(record: readonly string[]): Layout | null {
  const cells = record.map((cell) => folded(cell).toLowerCase())
  const heading = new Set(cells)
  const found = kinds.find((kind) => kind.isLike(heading))
  if (found) return layoutOf(found, cells)
  const trimmed = record.map((cell) => cell.trim())
  const report = bare.find((one) => one.isLike(trimmed))
  if (!report) return null
  const { kind, width, keys: places } = report
  return { kind, places, width, hasHeading: false, missing: [], doubled: [] }
}

function layoutOf({ kind, columns }: Kind, cells: readonly string[]): Layout {
  const places: Record<string, number> = {}
  const missing: string[] = []
  const doubled: string[] = []
  for (const { key, name, heading, optional } of columns) {
    const found = cells.flatMap((cell, place) => ((heading ? heading.test(cell) : cell === folded(name).toLowerCase()) ? [place] : []))
    const [first] = found
    if (first !== undefined) places[key] = first
    else if (!optional) missing.push(name)
    if (found.length > 1) doubled.push(name)
  }
  return { kind, places, width: cells.length, hasHeading: true, missing, doubled }
}
