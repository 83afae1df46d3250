import { findPatientNumbers } from './patient-number.js'
import { type SearchLimit } from './search-limit.js'
import { type TextSearch } from './text-search.js'
import { readXml, type XmlListener } from './xml-events.js'
import { type ZipPart } from './zip-entries.js'

/** Searches the cells of a workbook; where they stand is told by sheet and cell. Says of a part whether it was searched here. */
export async function searchSheets(
  parts: readonly ZipPart[],
  limit: SearchLimit,
  search: TextSearch,
  within: string,
): Promise<(part: ZipPart) => boolean> {
  const sheets = parts.filter(({ name }) => /^xl\/worksheets\/[^/]+\.xml$/i.test(name))
  const texts = parts.find(({ name }) => /^xl\/sharedStrings\.xml$/i.test(name))
  if (sheets.length === 0) return () => false
  const shared = new SharedTexts()
  if (texts) await readXml(await texts.open(), limit, shared)
  const names = await sheetNames(parts, limit)
  for (const sheet of sheets) {
    const name = names.get(sheet.name) ?? sheet.name
    await readXml(await sheet.open(), limit, new SheetReading(search, `${within}sheet “${name}”`, shared.hits))
  }
  for (const hit of shared.unseen()) search.look(`${within}a text no cell shows`, hit)
  return (part) => part === texts || sheets.includes(part)
}

/** Texts that cells share: only those with a number are kept, by their place in the list. */
class SharedTexts implements XmlListener {
  readonly hits = new Map<number, { readonly text: string; isSeen: boolean }>()
  private index = -1
  private text_ = ''

  opened(name: string): void {
    if (name !== 'si') return
    this.index += 1
    this.text_ = ''
  }

  closed(name: string): void {
    if (name === 'si' && findPatientNumbers(this.text_).length > 0) this.hits.set(this.index, { text: this.text_, isSeen: false })
  }

  text(text: string): void {
    this.text_ += text
  }

  unseen(): string[] {
    return [...this.hits.values()].filter(({ isSeen }) => !isSeen).map(({ text }) => text)
  }
}

class SheetReading implements XmlListener {
  private cell = ''
  private type = ''
  private words = ''

  constructor(
    private readonly search: TextSearch,
    private readonly sheet: string,
    private readonly shared: SharedTexts['hits'],
  ) {}

  opened(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'c') [this.cell, this.type, this.words] = [attributes['r'] ?? '', attributes['t'] ?? '', '']
    if (name === 'hyperlink') this.look(attributes['ref'] ?? '', `${attributes['display'] ?? ''}\n${attributes['tooltip'] ?? ''}`)
  }

  closed(name: string): void {
    if (name === 'v' || name === 'is' || name === 'f') {
      if (name === 'v' && this.type === 's') this.lookAtShared(Number(this.words))
      else this.look(this.cell, this.words)
      this.words = ''
    }
    // Headings and footings of the printed page, and what a rule says when it refuses an entry.
    if (/^(?:odd|even|first)(?:Header|Footer)$|^formula[12]?$/.test(name)) this.look('', this.words)
    if (/(?:Header|Footer|formula[12]?)$/.test(name)) this.words = ''
  }

  text(text: string): void {
    this.words += text
  }

  private lookAtShared(index: number): void {
    const hit = this.shared.get(index)
    if (!hit) return
    hit.isSeen = true
    this.search.look(`${this.sheet}, cell ${this.cell}`, hit.text)
  }

  private look(cell: string, text: string): void {
    const isNumber = this.type === '' || this.type === 'n'
    this.search.look(cell === '' ? this.sheet : `${this.sheet}, cell ${cell}`, isNumber ? wholeNumber(text) : text)
  }
}

/** A number as whoever reads the sheet sees it: 9434765919, not 9.434765919E9. */
function wholeNumber(value: string): string {
  const number = /^[0-9.]+E\+?[0-9]+$/i.test(value) ? Number(value) : NaN
  return Number.isSafeInteger(number) ? String(number) : value
}

/** The names of sheets by the part that holds them. */
async function sheetNames(parts: readonly ZipPart[], limit: SearchLimit): Promise<Map<string, string>> {
  const targets = new Map<string, string>()
  const names = new Map<string, string>()
  const read = async (file: string, opened: XmlListener['opened']): Promise<void> => {
    const part = parts.find(({ name }) => name === file)
    if (part) await readXml(await part.open(), limit, { opened, closed: () => undefined, text: () => undefined })
  }
  await read('xl/_rels/workbook.xml.rels', (_, { Id: id = '', Target: target = '' }) => {
    targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`)
  })
  await read('xl/workbook.xml', (tag, attributes) => {
    const target = targets.get(attributes['r:id'] ?? '')
    if (tag === 'sheet' && target) names.set(target, attributes['name'] ?? target)
  })
  return names
}
