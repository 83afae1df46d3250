import zlib from 'node:zlib'

/** A zip archive of packed files, as Office documents are. `flags` 1 says that they are encrypted. */
export function zipOf(files: Readonly<Record<string, string | Buffer>>, { flags = 0 } = {}): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const [name, given] of Object.entries(files)) {
    const content = Buffer.from(given)
    const packed = zlib.deflateRawSync(content)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(flags, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(zlib.crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, Buffer.from(name), packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    centrals.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), common, place, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('504b0506', 'hex')
  end.writeUInt16LE(centrals.length, 8)
  end.writeUInt16LE(centrals.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, central, end])
}

const OPEN_XML = 'application/vnd.openxmlformats-officedocument'
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`)
const typesOf = (part: string, type: string): string =>
  `${HEAD}<Types><Override PartName="/${part}" ContentType="${OPEN_XML}.${type}.main+xml"/></Types>`

/** A Word document of paragraphs, each cut into pieces of three characters, as a word processor may do. `more` parts go beside. */
export function docxOf(paragraphs: readonly string[], more: Readonly<Record<string, string | Buffer>> = {}): Buffer {
  const runs = (text: string) =>
    (text.match(/[\s\S]{1,3}/gu) ?? []).map((piece) => `<w:r><w:t xml:space="preserve">${escaped(piece)}</w:t></w:r>`)
  const body = paragraphs.map((text) => `<w:p>${runs(text).join('')}</w:p>`).join('')
  return zipOf({
    '[Content_Types].xml': typesOf('word/document.xml', 'wordprocessingml.document'),
    'word/document.xml': `${HEAD}<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
    ...more,
  })
}

/** A workbook with one sheet, “Visits”, of one column: texts shared, or in the cell; ten digits alone are a number of the sheet. */
export function xlsxOf(cells: readonly string[], more: Readonly<Record<string, string | Buffer>> = {}): Buffer {
  const rows = cells.map((text, index) => {
    const at = `r="A${index + 1}"`
    if (/^\d{10}$/.test(text)) return `<c ${at}><v>${text}</v></c>`
    return index % 2 ? `<c ${at} t="s"><v>${index}</v></c>` : `<c ${at} t="inlineStr"><is><t>${escaped(text)}</t></is></c>`
  })
  return zipOf({
    '[Content_Types].xml': typesOf('xl/workbook.xml', 'spreadsheetml.sheet'),
    'xl/workbook.xml': `${HEAD}<workbook xmlns:r="r"><sheets><sheet name="Visits" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `${HEAD}<sst>${cells.map((text, index) => `<si><t>${index % 2 ? escaped(text) : ''}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `${HEAD}<worksheet><sheetData>${rows.map((cell, index) => `<row r="${index + 1}">${cell}</row>`).join('')}</sheetData></worksheet>`,
    ...more,
  })
}

/** A PDF with a page for each text, in Windows-1252; an empty one is a page without text, as a scan has. `root` goes into its catalogue. */
export function pdfOf(pages: readonly string[], root = ''): Buffer {
  const objects = ['', `<< /Type /Catalog /Pages 2 0 R ${root} >>`]
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ')
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  for (const [index, text] of pages.entries()) {
    const lines = text.split('\n').map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj 0 -14 Td`)
    const content = text === '' ? '' : `BT /F1 10 Tf 40 800 Td ${lines.join(' ')} ET`
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>`,
    )
    objects.push(`<< /Length ${toWindows1252(content).length} >>\nstream\n${content}\nendstream`)
  }
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, number) => {
    const at = file.length
    if (number > 0) file += `${number} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = offsets.map((at, number) => `${String(number === 0 ? 0 : at).padStart(10, '0')} ${number === 0 ? '65535 f' : '00000 n'} \n`)
  const end = `xref\n0 ${objects.length}\n${table.join('')}trailer << /Size ${objects.length} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return toWindows1252(file + end)
}

/** The dashes of Windows-1252, which has them where Unicode has nothing. */
const DASHES: Readonly<Record<string, number>> = { '–': 0x96, '—': 0x97 }

/** A text in Windows-1252, as far as it holds Latin letters, spaces and dashes; anything else becomes a question mark. */
export function toWindows1252(text: string): Buffer {
  return Buffer.from(Array.from(text, (character) => DASHES[character] ?? (character.charCodeAt(0) < 256 ? character.charCodeAt(0) : 0x3f)))
}
