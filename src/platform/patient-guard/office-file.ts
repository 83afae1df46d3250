import { type SearchLimit, Unsearchable } from './search-limit.js'
import { searchSheets } from './sheet-file.js'
import { type TextSearch } from './text-search.js'
import { readXml, type XmlListener } from './xml-events.js'
import { withZip, type ZipPart } from './zip-entries.js'

/** Parts that run, or that only the program which made them can read. */
const RUNS =
  /(?:^|\/)(?:vbaProject|vbaData|activeX)[^/]*|(?:^|\/)macrosheets\/|(?:^|\/)customUI\/|\.(?:bin|exe|dll|js|vbs|ps1|bat|cmd|hta|scr|jar|swf)$/i

/** Binary parts every office program writes: how to print, and how cells depend on each other. */
const HARMLESS = /(?:printerSettings\d*|calcChain)\.bin$/i

/** A document inside another, as charts keep their figures. */
const INNER = /\.(?:docx|xlsx)$/i

/** Attributes that hold words: what a picture shows, where a link leads, who wrote a comment. */
const WORDED = new Set(['descr', 'title', 'alt', 'Target', 'name', 'author', 'tooltip'])

/** What stands inside a paragraph or a text without ending it. */
const INLINE = new Set([
  ...['t', 'r', 'rPr', 'sz', 'color', 'rFont', 'family', 'charset', 'scheme', 'b', 'i', 'u', 'strike', 'vertAlign', 'lang', 'proofErr'],
])

/** How deep a document may lie inside another. */
const DEEPEST = 2

/**
 * Searches a Word or Excel document: every text of it, headers, comments, deleted words, properties and documents inside included. Its pictures cannot be searched.
 * Errors: Unsearchable for what runs, is encrypted, is not whole, or is made to burst.
 */
export async function searchOffice(source: string | Buffer, limit: SearchLimit, search: TextSearch, within = '', depth = 0): Promise<void> {
  if (depth > DEEPEST) throw new Unsearchable('documents lie inside each other in it too deep')
  await withZip(source, async (parts) => {
    const running = parts.find(({ name }) => RUNS.test(name) && !HARMLESS.test(name))
    if (running) throw new Unsearchable('it holds a macro, a script or an embedded object. Save it without, or as PDF')
    const isSheet = await searchSheets(parts, limit, search, within)
    for (const part of parts) {
      if (/\.(?:xml|rels)$/i.test(part.name) && !isSheet(part)) await searchPart(part, limit, search, within)
      if (/\.vml$/i.test(part.name)) search.look(`${within}a drawing`, withoutTags(await part.content()))
      if (INNER.test(part.name)) await searchOffice(await part.content(), limit, search, `${within}document inside it, `, depth + 1)
    }
  })
}

/** Searches one part paragraph by paragraph: a word processor cuts a number into pieces wherever it likes. */
async function searchPart(part: ZipPart, limit: SearchLimit, search: TextSearch, within: string): Promise<void> {
  const isBody = /^word\/document\d*\.xml$/i.test(part.name)
  const reading = new PartReading(search, `${within}${isBody ? '' : placeOf(part.name)}`, /^word\//i.test(part.name))
  await readXml(await part.open(), limit, reading)
  reading.flush()
}

class PartReading implements XmlListener {
  private paragraph = 0
  private words = ''

  constructor(
    private readonly search: TextSearch,
    private readonly within: string,
    private readonly isWord: boolean,
  ) {}

  opened(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'p') this.paragraph += 1
    if (name === 'tab') this.words += '\t'
    if (name === 'br' || name === 'cr') this.words += '\n'
    if (name === 'noBreakHyphen') this.words += '-'
    for (const [key, value] of Object.entries(attributes)) if (WORDED.has(local(key))) this.search.look(this.place(), value)
  }

  closed(name: string): void {
    if (name === 'p' || (!this.isWord && !INLINE.has(name))) this.flush()
  }

  text(text: string): void {
    this.words += text
  }

  flush(): void {
    if (this.words !== '') this.search.look(this.place(), this.words)
    this.words = ''
  }

  private place(): string {
    if (this.paragraph === 0) return this.within.replace(/, $/, '') || 'its properties'
    return `${this.within}paragraph ${this.paragraph}`
  }
}

/** Old drawings are written in a mark-up that need not be whole XML. */
function withoutTags(content: Buffer): string {
  return content.toString('utf8').replace(/<[^>]*>/g, '')
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** A part as whoever made the document knows it. */
function placeOf(name: string): string {
  const kind = /(header|footer|comment|footnote|endnote)/i.exec(name)?.[1]?.toLowerCase()
  return kind ? `a ${kind}, ` : name.startsWith('docProps/') ? 'its properties, ' : ''
}
