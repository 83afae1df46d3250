import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { type Readable } from 'node:stream'
import { type Day, isDay } from '../platform/day.js'
import { csvRecords, type TableRecord } from './csv.reader.js'
import { type Layout, recognise } from './domain/official-kind.js'
import { type FileProblem, type ReadTable, TableReading } from './domain/table.js'
import { encodingOf } from './text.reader.js'
import { isWorkbook, savedOn, sharedTexts, sheetRecords, sheetsOf } from './workbook.reader.js'
import { type ZipEntry } from '../platform/zip.js'
import { contentOf, messageOf, openArchive, Unreadable } from './zip.reader.js'

/** A table with the content it was read from. */
export type ReadPublication = ReadTable & { readonly digest: string }

/** A file that is none of the official ones, and why. */
export interface UnknownFile {
  readonly file: string
  readonly why: string
}

/** What was read from files: all of it, with what stands in the way of importing it. */
export interface ReadFiles {
  readonly tables: readonly ReadPublication[]
  readonly problems: readonly FileProblem[]
  readonly unknown: readonly UnknownFile[]
}

/** Says how far the reading is. */
export type Progress = (line: string) => void

/** A table begins within its first rows. */
const FIRST_ROWS = 20
const MOST_FILES = 1_000
/** How many rows go by between two words of progress. */
const PROGRESS_ROWS = 100_000

interface Source {
  /** What to call it: a path, and after a colon what is inside. */
  readonly name: string
  /** What its day may be told by, besides its rows. */
  readonly day: Day | null
  open(): Promise<Readable>
}

/** How to read. */
export interface ReadOptions {
  readonly progress?: Progress
  /** The day of files whose rows do not say one, when it is known. */
  readonly releasedOn?: Day | null
}

/** Reads files and folders, whatever their names: what a file is, its content tells. A file that is asked for by its name has to be an official one. */
export async function readPublications(
  places: readonly string[],
  { progress = () => undefined, releasedOn = null }: ReadOptions = {},
): Promise<ReadFiles> {
  const found = places.flatMap((place) => filesIn(place))
  if (found.length > MOST_FILES) throw new Unreadable(`there are more than ${MOST_FILES} files`)
  const tables: ReadPublication[] = []
  const problems: FileProblem[] = []
  const unknown: UnknownFile[] = []
  for (const { file, name, isNamed } of found) {
    const before = tables.length
    const reading = new FileReading(file, name, progress, releasedOn)
    await reading.read()
    tables.push(...reading.tables)
    problems.push(...reading.problems)
    if (reading.tables.length + reading.problems.length > 0) progress(`read ${name}: ${describe(tables.slice(before), reading.problems)}`)
    else if (isNamed) problems.push({ file: name, row: null, column: null, reason: reading.unknown })
    else unknown.push({ file: name, why: reading.unknown })
  }
  return { tables, problems, unknown }
}

function describe(tables: readonly ReadTable[], problems: readonly FileProblem[]): string {
  if (problems.length > 0) return `${problems.length} to put right`
  return tables.map(({ read }) => `${read.toLocaleString('en-GB')} rows`).join(' and ')
}

/** The files of a place, in the order of their paths. Errors: Unreadable when there is none. */
function filesIn(place: string): { file: string; name: string; isNamed: boolean }[] {
  if (!fs.existsSync(place)) throw new Unreadable(`There is no file or folder ${place}`)
  if (!fs.statSync(place).isDirectory())
    return [{ file: place, name: path.join(path.basename(path.dirname(path.resolve(place))), path.basename(place)), isNamed: true }]
  return fs
    .readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ file, name: path.relative(place, file), isNamed: false }))
}

class FileReading {
  readonly tables: ReadPublication[] = []
  readonly problems: FileProblem[] = []
  unknown = 'none of the official files this reads'
  private digest = ''

  constructor(
    private readonly file: string,
    private readonly name: string,
    private readonly progress: Progress,
    private readonly releasedOn: Day | null,
  ) {}

  async read(): Promise<void> {
    try {
      const { digest, start } = await digestOf(this.file)
      this.digest = digest
      const day = dayIn(path.resolve(this.file))
      if (start.startsWith('PK')) await this.readZip(this.file, this.name, day, 0)
      else await this.readText({ name: this.name, day, open: () => Promise.resolve(fs.createReadStream(this.file)) })
    } catch (error) {
      const { reason, row } = error instanceof Unreadable ? error : new Unreadable(`it cannot be read (${messageOf(error)})`)
      this.problems.push({ file: this.name, row, column: null, reason })
    }
  }

  private async readZip(source: string | Buffer, name: string, day: Day | null, depth: number): Promise<void> {
    const zip = await openArchive(source)
    try {
      if (isWorkbook(zip.entries)) return await this.readWorkbook(zip.entries, name, day)
      for (const entry of zip.entries) {
        const inner = `${name}: ${entry.name}`
        if (/\.(xlsx|zip)$/i.test(entry.name) && depth === 0) await this.readZip(await contentOf(entry), inner, day, 1)
        else await this.readText({ name: inner, day: dayIn(entry.name) ?? day, open: () => entry.open() })
      }
    } finally {
      zip.close()
    }
  }

  private async readWorkbook(entries: readonly ZipEntry[], name: string, nameDay: Day | null): Promise<void> {
    const day = (await savedOn(entries)) ?? nameDay
    const shared = await sharedTexts(entries)
    const before = new Set(this.tables)
    const problemsBefore = this.problems.length
    for (const sheet of sheetsOf(entries))
      await this.readTable(`${name}: ${path.basename(sheet.name, '.xml')}`, day, sheetRecords(sheet, shared), true)
    const kinds = this.tables.filter((table) => !before.has(table)).map(({ kind }) => kind)
    const half = kinds.includes('NETWORKS') !== kinds.includes('MEMBERSHIPS')
    if (half && this.problems.length === problemsBefore) {
      const missing = kinds.includes('NETWORKS') ? 'core partners' : 'networks'
      this.problems.push({ file: name, row: null, column: null, reason: `it has no sheet of ${missing}: the heading of none says so` })
    }
  }

  private async readText(source: Source): Promise<void> {
    const encoding = await encodingOf(await source.open())
    if (encoding === 'binary') return
    await this.readTable(source.name, source.day, csvRecords(await source.open(), encoding), false)
  }

  private async readTable(name: string, day: Day | null, records: AsyncGenerator<TableRecord>, isSheet: boolean): Promise<void> {
    const first: TableRecord[] = []
    let reading: TableReading | null = null
    try {
      for await (const record of records) {
        if (record.row % PROGRESS_ROWS === 0) this.progress(`reading ${name}: ${record.row.toLocaleString('en-GB')} rows so far`)
        if (reading) reading.take(record.row, record.cells)
        else reading = this.begin(name, first, record, isSheet)
        if (reading?.isHopeless || (!reading && first.length >= FIRST_ROWS)) break
      }
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      if (!reading && !isSheet && !/\.csv$/i.test(name)) {
        // What may be anything and breaks before it looks official is none of ours.
        this.unknown = error.reason
        return
      }
      this.problems.push(...(reading?.problems ?? []), { file: name, row: error.row, column: null, reason: error.reason })
      return
    }
    if (!reading) return
    const table = reading.finish(this.releasedOn ?? day)
    if (table) this.tables.push({ ...table, digest: this.digest })
    this.problems.push(...reading.problems)
  }

  /** Looks for the beginning of a table among its first rows; null as long as there is none. */
  private begin(name: string, first: TableRecord[], record: TableRecord, isSheet: boolean): TableReading | null {
    const found = recognise(record.cells)
    if (!found) {
      first.push(record)
      return null
    }
    const layout: Layout = isSheet ? { ...found, width: null } : found
    const reading = new TableReading(name, layout)
    // Where a report has no heading, what came before is data in which something is wrong.
    if (!layout.hasHeading) for (const { row, cells } of first) reading.take(row, cells)
    if (!layout.hasHeading) reading.take(record.row, record.cells)
    return reading
  }
}

/** The day a file or its folder is named after, such as `2026-03-02/report.csv`; a month stands for its first day. */
function dayIn(file: string): Day | null {
  for (const part of [path.basename(file), path.basename(path.dirname(file))]) {
    const [, year, month, day = '01'] = /(?<!\d)(20\d{2})-?(0[1-9]|1[0-2])(?:-?([0-3]\d))?(?!\d)/.exec(part) ?? []
    if (year !== undefined && isDay(`${year}-${month}-${day}`)) return `${year}-${month}-${day}`
  }
  return null
}

async function digestOf(file: string): Promise<{ digest: string; start: string }> {
  const hash = createHash('sha256')
  let start = ''
  for await (const part of fs.createReadStream(file) as AsyncIterable<Buffer>) {
    if (start === '') start = part.subarray(0, 4).toString('latin1')
    hash.update(part)
  }
  return { digest: hash.digest('hex'), start }
}
