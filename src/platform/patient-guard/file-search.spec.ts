import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { docxOf, pdfOf, toWindows1252, xlsxOf, zipOf } from '../../../test/support/made-files.js'
import { oldSpellings, organisationRow, patientNumber, spellings } from '../../../test/support/patient-numbers.js'
import { searchFile } from './file-search.js'

const OPEN_XML = 'application/vnd.openxmlformats-officedocument'
const types = {
  ...{ txt: 'text/plain', csv: 'text/csv', pdf: 'application/pdf', png: 'image/png' },
  ...{ docx: `${OPEN_XML}.wordprocessingml.document`, xlsx: `${OPEN_XML}.spreadsheetml.sheet` },
} as const

const old = Object.values(oldSpellings)
const all = Object.values(spellings)

/** How each container holds texts, and which spellings it can. */
const containers = {
  'TXT in UTF-8': { type: 'txt', spell: all, make: (texts: readonly string[]) => Buffer.from(texts.join('\n')) },
  'TXT in Windows-1252': { type: 'txt', spell: old, make: (texts: readonly string[]) => toWindows1252(texts.join('\r\n')) },
  CSV: {
    type: 'csv',
    spell: all,
    make: (texts: readonly string[]) => Buffer.from(`who,text\n${texts.map((text) => `UX0001,"${text}"`).join('\n')}`),
  },
  'XLSX, cells': { type: 'xlsx', spell: all, make: (texts: readonly string[]) => xlsxOf(texts) },
  'DOCX, cut into pieces': { type: 'docx', spell: all, make: (texts: readonly string[]) => docxOf(texts) },
  'PDF with text': { type: 'pdf', spell: old, make: (texts: readonly string[]) => pdfOf(texts) },
} as const

describe('the text of a file', () => {
  let folder: string
  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-search-'))
  })
  afterAll(() => fs.rmSync(folder, { recursive: true }))

  async function search(type: keyof typeof types, content: Buffer | string) {
    const file = path.join(folder, `file.${type}`)
    fs.writeFileSync(file, content)
    const { found, isComplete } = await searchFile(file, types[type])
    return { isComplete, digits: found.map(({ digits }) => digits), places: found.map(({ place }) => place) }
  }

  it.each(Object.entries(containers))('is searched in %s, however a number is written', async (name, { type, spell, make }) => {
    const numbers = [...new Set(fc.sample(patientNumber, { numRuns: spell.length * 5, seed: 7 }))]
    const written = numbers.map((digits, index) => (spell[index % spell.length] ?? String)(digits))
    // A search names ten places at most.
    for (let from = 0; from < numbers.length; from += 10) {
      const { digits } = await search(type, make(['Minutes', ...written.slice(from, from + 10), 'End']))
      expect(new Set(digits)).toEqual(new Set(numbers.slice(from, from + 10)))
    }
    process.stdout.write(
      `Shown: ${numbers.length} of ${numbers.length} generated numbers in ${spell.length} spellings are found in ${name}\n`,
    )
  })

  it.each(Object.entries(containers))('raises no alarm over rows about organisations in %s', async (_, { type, make }) => {
    const rows = fc.sample(organisationRow, { numRuns: 300, seed: 11 })
    const texts = type === 'pdf' ? [rows.slice(0, 50).join('\n'), rows.slice(50, 100).join('\n')] : rows
    expect(await search(type, make(texts))).toEqual({ isComplete: true, digits: [], places: [] })
  })

  it.each([
    ['txt', 'a\nb\nNHS 401 023 2137', 'line 3'],
    ['csv', 'a,b\r\n1,4010232137\r\n', 'line 2'],
    ['xlsx', xlsxOf(['Name', 'text 401-023-2137']), 'sheet “Visits”, cell A2'],
    ['xlsx', xlsxOf(['4010232137']), 'sheet “Visits”, cell A1'],
    ['docx', docxOf(['One', 'Two', 'Seen 401 023 2137']), 'paragraph 3'],
    ['pdf', pdfOf(['One', 'Seen 401 023 2137']), 'page 2'],
  ] as const)('says where a number stands in %s', async (type, content, place) => {
    expect(await search(type, content)).toMatchObject({ digits: ['4010232137'], places: expect.arrayContaining([place]) })
  })

  const part = (words: string): string => `<?xml version="1.0"?><x xmlns:w="w"><w:p><w:r><w:t>${words}</w:t></w:r></w:p></x>`
  it.each([
    ['a header', 'docx', docxOf(['a'], { 'word/header1.xml': part('401 023 2137') }), 'a header, paragraph 1'],
    ['a comment', 'docx', docxOf(['a'], { 'word/comments.xml': part('401 023 2137') }), 'a comment, paragraph 1'],
    [
      'words deleted with a mark',
      'docx',
      docxOf(['a'], { 'word/document.xml': part('<w:del><w:delText>4010232137</w:delText></w:del>') }),
      'paragraph 1',
    ],
    ['the words of a picture', 'docx', docxOf(['a'], { 'word/footer1.xml': '<x><docPr id="1" descr="401 023 2137"/></x>' }), 'a footer'],
    ['its properties', 'docx', docxOf(['a'], { 'docProps/core.xml': '<x><title>Letter 401 023 2137</title></x>' }), 'its properties'],
    [
      'a workbook inside',
      'docx',
      docxOf(['a'], { 'word/embeddings/chart.xlsx': xlsxOf(['4010232137']) }),
      'document inside it, sheet “Visits”, cell A1',
    ],
    [
      'a text no cell shows',
      'xlsx',
      xlsxOf(['a'], { 'xl/sharedStrings.xml': '<sst><si><t>a</t></si><si><t>401 023 2137</t></si></sst>' }),
      'a text no cell shows',
    ],
    [
      'a number written as a power',
      'xlsx',
      xlsxOf(['a'], { 'xl/worksheets/sheet1.xml': '<w><c r="B7"><v>4.010232137E9</v></c></w>' }),
      'sheet “Visits”, cell B7',
    ],
    [
      'a comment in pieces',
      'xlsx',
      xlsxOf(['a'], { 'xl/comments1.xml': '<c><text><r><t>401 02</t></r><r><t>3 2137</t></r></text></c>' }),
      'a comment',
    ],
    [
      'the name of a sheet',
      'xlsx',
      xlsxOf(['a'], { 'xl/workbook.xml': '<w><sheets><sheet name="4010232137"/></sheets></w>' }),
      'its properties',
    ],
  ] as const)('is searched in %s', async (_, type, content, place) => {
    const { digits, places } = await search(type, content)
    expect(new Set(digits)).toEqual(new Set(['4010232137']))
    expect(places[0]).toBe(place)
  })

  it.each([
    ['a picture', 'png', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['a PDF with a page that is a picture', 'pdf', pdfOf(['One', ''])],
    ['a PDF that cannot be read', 'pdf', '%PDF-1.4\n'],
  ] as const)('of %s cannot be searched', async (_, type, content) => {
    expect(await search(type, content)).toEqual({ isComplete: false, digits: [], places: [] })
  })

  const bomb = (name: string) => zipOf({ [name]: Buffer.alloc(40 * 1024 * 1024, 'a') })
  it.each([
    ['a document with macros', 'docx', docxOf(['a'], { 'word/vbaProject.bin': 'x' }), 'macro'],
    ['a document with an embedded object', 'docx', docxOf(['a'], { 'word/embeddings/oleObject1.bin': 'x' }), 'embedded object'],
    ['a workbook with macros of the old kind', 'xlsx', xlsxOf(['a'], { 'xl/macrosheets/sheet1.xml': '<x/>' }), 'macro'],
    ['an encrypted archive', 'docx', zipOf({ 'word/document.xml': '<x/>' }, { flags: 1 }), 'encrypted'],
    ['half an archive', 'docx', docxOf(['a']).subarray(0, 200), 'not whole'],
    ['an archive that bursts', 'xlsx', bomb('xl/sharedStrings.xml'), 'unpack'],
    [
      'an archive of too many parts',
      'docx',
      zipOf(Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`${index}.xml`, '<x/>']))),
      'parts',
    ],
    ['documents inside each other', 'docx', nested(4), 'too deep'],
    [
      'entities that stand for much text',
      'docx',
      docxOf(['a'], { 'word/a.xml': '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>' }),
      'not whole',
    ],
    ['XML that ends half-way', 'docx', docxOf(['a'], { 'word/a.xml': '<x><y>' }), 'not whole'],
    ['a PDF with a script', 'pdf', pdfOf(['One'], '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>'), 'script'],
  ] as const)('of %s is not looked for: the file is refused', async (_, type, content, words) => {
    const before = performance.now()
    await expect(search(type, content)).rejects.toThrow(words)
    expect(performance.now() - before).toBeLessThan(15_000)
  })
})

function nested(depth: number): Buffer {
  return depth === 0 ? docxOf(['a']) : docxOf(['a'], { 'word/embeddings/inner.docx': nested(depth - 1) })
}
