import { type Day } from '../platform/day.js'
import { type TableRecord } from './csv.reader.js'
import { xmlParts } from './xml.reader.js'
import { type ZipEntry } from '../platform/zip.js'
import { Unreadable } from './zip.reader.js'

/** Texts that cells share: an official workbook has 30,000, with 600,000 characters. */
const MOST_SHARED = 2_000_000
const MOST_SHARED_CHARACTERS = 64 * 1024 * 1024
/** The last column a sheet can have is XFD. */
const MOST_COLUMNS = 16_384

/** Whether the files of an archive are those of a workbook. */
export function isWorkbook(entries: readonly ZipEntry[]): boolean {
  return sheetsOf(entries).length > 0
}

/** The sheets of a workbook, in the order of their files. What is in them is told by their headings, never by their names. */
export function sheetsOf(entries: readonly ZipEntry[]): ZipEntry[] {
  const number = ({ name }: ZipEntry) => Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0)
  return entries.filter(({ name }) => /^xl\/worksheets\/[^/]+\.xml$/i.test(name)).sort((one, other) => number(one) - number(other))
}

/** The day a workbook was last saved, by its own properties; null when it does not say. */
export async function savedOn(entries: readonly ZipEntry[]): Promise<Day | null> {
  const properties = entries.find(({ name }) => /^docProps\/core\.xml$/i.test(name))
  if (!properties) return null
  let inModified = false
  let found: Day | null = null
  const listener = {
    opened: (name: string) => void (inModified = name === 'modified'),
    closed: () => void (inModified = false),
    text: (text: string) => {
      if (inModified) found = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? null
    },
  }
  for await (const _part of xmlParts(await properties.open(), properties.name, listener)) void _part
  return found
}

/** The texts that cells of all sheets share. Errors: Unreadable when there are more than any official file has. */
export async function sharedTexts(entries: readonly ZipEntry[]): Promise<readonly string[]> {
  const file = entries.find(({ name }) => /^xl\/sharedStrings\.xml$/i.test(name))
  if (!file) return []
  const texts: string[] = []
  let characters = 0
  let text = ''
  let isText = false
  // A reading aid (rPh) is no part of the text it stands over.
  let isAid = false
  const listener = {
    opened: (name: string) => {
      if (name === 'si') text = ''
      if (name === 'rPh') isAid = true
      isText = name === 't' && !isAid
    },
    closed: (name: string) => {
      isText = false
      if (name === 'rPh') isAid = false
      if (name === 'si') texts.push(plain(text))
    },
    text: (part: string) => {
      if (isText) text += part
      characters += part.length
    },
  }
  for await (const _part of xmlParts(await file.open(), file.name, listener)) {
    void _part
    if (texts.length > MOST_SHARED || characters > MOST_SHARED_CHARACTERS)
      throw new Unreadable('it holds more text than any official workbook')
  }
  return texts
}

/** The rows of a sheet, hidden ones too: of a formula the value it had, of a yes or no the words TRUE and FALSE. Errors: Unreadable. */
export async function* sheetRecords(sheet: ZipEntry, shared: readonly string[]): AsyncGenerator<TableRecord> {
  const reading = new SheetReading(sheet.name, shared)
  for await (const _part of xmlParts(await sheet.open(), sheet.name, reading)) {
    void _part
    yield* reading.takeRows()
  }
}

class SheetReading {
  private done: TableRecord[] = []
  private row = 0
  private cells: string[] = []
  private column = -1
  private type = ''
  private value = ''
  private isValue = false
  private isAid = false

  constructor(
    private readonly name: string,
    private readonly shared: readonly string[],
  ) {}

  takeRows(): TableRecord[] {
    const rows = this.done
    this.done = []
    return rows
  }

  opened(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.row = Number(attributes['r'] ?? this.row + 1)
      this.cells = []
      this.column = -1
    } else if (name === 'c') {
      this.column = attributes['r'] === undefined ? this.column + 1 : columnOf(attributes['r'])
      if (!(this.column < MOST_COLUMNS)) throw new Unreadable(`${this.name} has a cell ${attributes['r']}`, this.row)
      this.type = attributes['t'] ?? ''
      this.value = ''
    } else if (name === 'rPh') this.isAid = true
    this.isValue = (name === 'v' || name === 't') && !this.isAid
  }

  closed(name: string): void {
    this.isValue = false
    if (name === 'rPh') this.isAid = false
    if (name === 'c') {
      while (this.cells.length < this.column) this.cells.push('')
      this.cells[this.column] = this.cell()
    }
    if (name === 'row') this.done.push({ row: this.row, cells: this.cells })
  }

  text(text: string): void {
    if (this.isValue) this.value += text
  }

  private cell(): string {
    switch (this.type) {
      case 's': {
        const text = this.shared[Number(this.value)]
        if (text === undefined && this.value !== '') throw new Unreadable(`${this.name} names a text that is not there`, this.row)
        return text ?? ''
      }
      case 'b':
        return this.value === '1' ? 'TRUE' : this.value === '0' ? 'FALSE' : this.value
      case 'str':
      case 'inlineStr':
        return plain(this.value)
      case 'e':
        // A formula that failed says nothing.
        return ''
      case 'd':
        return this.value
      default:
        return numeral(this.value)
    }
  }
}

/** The number of a column from a cell's name: 0 for A1. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0]
  if (letters === undefined) return Infinity
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** A number as whoever reads the sheet sees it: 20191001, not 2.0191001E7. */
function numeral(value: string): string {
  if (/^\d+$/.test(value)) return value
  const number = Number(value)
  return value.trim() !== '' && Number.isSafeInteger(number) ? String(number) : value
}

/** Characters XML has no place for are written as `_x000D_` in a workbook. */
function plain(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text
}
