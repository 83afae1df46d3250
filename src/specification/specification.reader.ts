import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type Node } from 'yaml'
import { type CatalogueEntry, type Indicator, type ServiceArea, type SpecificationHead } from './domain/catalogue.js'
import { canonical, meaningOf } from './domain/meaning.js'
import { formatProblem, refuse, type Path, type Place, type Problem } from './domain/problem.js'
import {
  checkAssumptions,
  checkBankHolidays,
  checkGlossary,
  type Assumptions,
  type BankHolidays,
  type GlossaryTerm,
} from './domain/reference-data.js'
import { type Check } from './domain/shape.js'
import { checkIndicatorsFile, checkServiceAreaFile, checkSpecificationFile } from './domain/specification-check.js'
import { checkAcrossYears, checkYear, type YearFiles } from './domain/year-check.js'

/** A problem with the line it is on; null where a file could not be read at all. */
export interface LocatedProblem extends Problem {
  line: number | null
  /** `2024-25/sign-up.yaml:14 entries[3].nature: expected …; found …` */
  message: string
}

/** An entry with the area it belongs to, its place in reading order, and the digest of what it asks. */
export type ReadEntry = CatalogueEntry & { areaCode: string; position: number; textDigest: string }

/** One edition of a contract year, complete and checked. `digest` covers everything in it, sources and wording included. */
export interface CatalogueYear {
  specification: SpecificationHead
  areas: readonly ServiceArea[]
  entries: readonly ReadEntry[]
  indicators: readonly Indicator[]
  digest: string
}

/** What was read, or every problem that stands in the way. Never both. */
export type Reading<T> = { value: T; problems: readonly [] } | { value: null; problems: readonly LocatedProblem[] }

/** No file of the catalogue comes near this; a larger one is a slip or an attack. */
const largestFileBytes = 1_048_576
/** A broken file can give thousands of syntax errors; the first ones tell where it breaks. */
const mostSyntaxErrors = 20

/** Syntax errors whose own message speaks to programmers. */
const plainWords: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'the same field twice in one group',
  MULTIPLE_DOCS: 'a second document: take out the line ---',
  TAB_AS_INDENT: 'a tab: indent with spaces',
  BAD_INDENT: 'a line indented differently from its neighbours, or a bracket that is not closed',
  RESOURCE_EXHAUSTION: 'too many groups inside each other',
}

/** Reads every contract year under a folder such as `data/specifications`: all of them, or every problem of all of them. */
export function readCatalogue(root: string): Reading<readonly CatalogueYear[]> {
  const reader = new FileReader()
  const at = reader.place(basename(root))
  const folders = listFolder(root, at).filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
  if (folders.length === 0) refuse(at, 'a folder for each contract year, such as 2024-25', undefined)
  const years = folders.map(({ name }) => readFiles(reader, join(root, name)))
  checkAcrossYears(years)
  return reader.reading(() => years.map(yearOf))
}

/** Reads one contract year's folder, such as `data/specifications/2024-25`: the whole year, or every problem in it. */
export function readYear(folder: string): Reading<CatalogueYear> {
  const reader = new FileReader()
  const files = readFiles(reader, folder)
  return reader.reading(() => yearOf(files))
}

/** Reads `data/assumptions.yaml`: assumed minutes, used only where a network or a release states none. */
export function readAssumptions(path: string): Reading<Assumptions> {
  return readOne(path, checkAssumptions)
}

/** Reads `data/glossary.yaml`: the words of the field and their synonyms. */
export function readGlossary(path: string): Reading<readonly GlossaryTerm[]> {
  return readOne(path, checkGlossary)
}

/** Reads `data/bank-holidays.yaml`: England's bank holidays. */
export function readBankHolidays(path: string): Reading<BankHolidays> {
  return readOne(path, checkBankHolidays)
}

function readOne<T>(path: string, check: Check<T>): Reading<T> {
  const reader = new FileReader()
  const file = reader.read(path, basename(path), check)
  return reader.reading(() => present(file).value)
}

function readFiles(reader: FileReader, folder: string): YearFiles {
  const name = basename(folder)
  const files: { -readonly [K in keyof YearFiles]: YearFiles[K] } = { folder: name, head: undefined, areas: [], indicators: undefined }
  const areas: YearFiles['areas'][number][] = []
  const found = listFolder(folder, reader.place(name)).filter((entry) => !entry.name.startsWith('.'))
  if (!found.some((entry) => entry.name === 'specification.yaml'))
    refuse(reader.place(`${name}/specification.yaml`), 'this file', undefined)
  for (const entry of found) {
    const label = `${name}/${entry.name}`
    const path = join(folder, entry.name)
    if (!entry.isFile() || !entry.name.endsWith('.yaml')) refuse(reader.place(label), 'only files that end in .yaml', entry.name)
    else if (entry.name === 'specification.yaml') files.head = reader.read(path, label, checkSpecificationFile)
    else if (entry.name === 'indicators.yaml') files.indicators = reader.read(path, label, checkIndicatorsFile)
    else {
      const area = reader.read(path, label, checkServiceAreaFile)
      if (area) areas.push({ name: basename(entry.name, '.yaml'), ...area })
    }
  }
  files.areas = areas.sort((one, other) => one.value.area.order - other.value.area.order)
  checkYear(files)
  return files
}

function listFolder(folder: string, at: Place) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1))
  } catch (error) {
    refuse(at, 'a folder that can be read', reasonOf(error))
    return []
  }
}

function yearOf(files: YearFiles): CatalogueYear {
  const specification = present(files.head).value
  const areas = files.areas.map(({ value }) => value.area)
  const indicators = files.indicators?.value ?? []
  const inOrder = files.areas.flatMap(({ value }) => value.entries.map((entry) => ({ entry, areaCode: value.area.code })))
  const entries = inOrder.map(({ entry, areaCode }, position) => ({ ...entry, areaCode, position, textDigest: digestOf(meaningOf(entry)) }))
  return { specification, areas, entries, indicators, digest: digestOf(canonical({ specification, areas, entries, indicators })) }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('A file without problems gave no value')
  return value
}

function reasonOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'an unknown error'
}

/** Reads YAML files, gathers their problems and knows the line of every field. */
export class FileReader {
  private readonly problems: Problem[] = []
  private readonly documents = new Map<string, { document: Document; lines: LineCounter }>()
  private readonly syntax: LocatedProblem[] = []

  place(file: string): Place {
    return { file, path: [], report: (problem) => this.problems.push(problem) }
  }

  read<T>(path: string, file: string, check: Check<T>): { value: T; at: Place } | undefined {
    const at = this.place(file)
    const text = readText(path, at)
    if (text === undefined) return undefined
    const parsed = this.parse(text, file, at)
    if (parsed === undefined) return undefined
    const value = check(parsed.toJS({ maxAliasCount: 0 }), at)
    return value === undefined ? undefined : { value, at }
  }

  reading<T>(value: () => T): Reading<T> {
    const located = this.problems.map((problem) => this.locate(problem))
    const problems = [...this.syntax, ...located].sort((one, other) => compare(one.file, other.file) || (one.line ?? 0) - (other.line ?? 0))
    return problems.length === 0 ? { value: value(), problems: [] } : { value: null, problems }
  }

  private parse(text: string, file: string, at: Place): Document | undefined {
    const lines = new LineCounter()
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2', schema: 'core', logLevel: 'error' })
    const errors = [...document.errors, ...document.warnings].map(({ pos, code, message }) => ({
      offset: pos[0],
      found: plainWords[code] ?? message,
    }))
    const found = [...errors, ...shorthands(document)]
    for (const { offset, found: what } of found.slice(0, mostSyntaxErrors)) {
      const problem = { file, path: [], field: 'the file', expected: 'plain YAML', found: what, line: lines.linePos(offset).line }
      this.syntax.push({ ...problem, message: formatProblem(problem) })
    }
    if (found.length > mostSyntaxErrors) refuse(at, 'plain YAML', `${found.length - mostSyntaxErrors} more problems of this kind`)
    if (found.length > 0) return undefined
    this.documents.set(file, { document, lines })
    return document
  }

  private locate(problem: Problem): LocatedProblem {
    const read = this.documents.get(problem.file)
    const line = read ? read.lines.linePos(offsetOf(read.document, problem.path)).line : null
    return { ...problem, line, message: formatProblem({ ...problem, line }) }
  }
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}

/** The text of a file that is small enough and UTF-8. */
function readText(path: string, at: Place): string | undefined {
  try {
    const { size } = statSync(path)
    if (size > largestFileBytes) return refuse(at, `at most ${largestFileBytes} bytes`, size)
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (error) {
    return refuse(at, 'a readable file in UTF-8', reasonOf(error))
  }
}

/** Anchors, references and tags: they hide what a file says from its reader, and references can grow without bound. */
function shorthands(document: Document): { offset: number; found: string }[] {
  const found: { offset: number; found: string }[] = []
  if (document.errors.length > 0) return found
  visit(document, {
    Node: (_key, node) => {
      const offset = node.range?.[0] ?? 0
      if (isAlias(node)) found.push({ offset, found: `the reference *${node.source}: write the value out` })
      else if (node.anchor) found.push({ offset, found: `the anchor &${node.anchor}: write the value out` })
      else if (node.tag) found.push({ offset, found: `the tag ${node.tag}` })
    },
  })
  return found
}

/** Where in the text a field is; where it is missing, the nearest group or list that should hold it. */
function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents
  let offset = startOf(document.contents)
  for (const step of path) {
    const key = isMap(node) ? node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === step) : undefined
    const next: unknown = isSeq(node) && typeof step === 'number' ? node.items[step] : key?.value
    if (key && isScalar(key.key)) offset = startOf(key.key)
    else if (isNode(next)) offset = startOf(next)
    if (next === undefined || next === null) return offset
    node = next
  }
  return offset
}

function isNode(value: unknown): value is Node {
  return isMap(value) || isSeq(value) || isScalar(value)
}

function startOf(node: Node | null): number {
  return node?.range?.[0] ?? 0
}
