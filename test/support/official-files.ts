import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import zlib from 'node:zlib'

/** One file of an archive; `declared` is what it says its size is, when that is not true. */
export interface Packed {
  readonly name: string
  readonly content: string | Buffer
  readonly declared?: number
}

/** A zip archive. */
export function zipOf(files: readonly Packed[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, declared } of files) {
    const data = Buffer.from(content)
    const packed = zlib.deflateRawSync(data)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(zlib.crc32(data), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(declared ?? data.length, 18)
    head.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, Buffer.from(name), packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([20, 0]), head, rest, Buffer.from(name)]))
    parts.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06', 'latin1'), end])
}

/** A cell as XML says it, or a plain text, which all sheets share. */
export type CellGiven = string | { readonly xml: string }

/** A cell that holds a number, such as a day. */
export const numberCell = (value: number): CellGiven => ({ xml: `<c%><v>${value}</v></c>` })
/** A cell with a formula and the text it had when it was saved. */
export const formulaCell = (text: string): CellGiven => ({ xml: `<c% t="str"><f>VLOOKUP(E2,Details!A:B,2,FALSE)</f><v>${text}</v></c>` })
export const inlineCell = (text: string): CellGiven => ({ xml: `<c% t="inlineStr"><is><t>${text}</t></is></c>` })
/** A formula that found nothing. */
export const failedCell: CellGiven = { xml: '<c% t="e"><f>VLOOKUP(E3,Details!A:B,2,FALSE)</f><v>#N/A</v></c>' }
export const booleanCell = (value: boolean): CellGiven => ({ xml: `<c% t="b"><v>${value ? 1 : 0}</v></c>` })

/** Rows of a sheet: hidden ones after the heading when asked for. */
export interface SheetGiven {
  readonly rows: readonly (readonly CellGiven[])[]
  readonly isHidden?: boolean
}

/** A workbook with these sheets, saved on a day. */
export function workbookOf(sheets: readonly SheetGiven[], savedOn = '2026-03-02'): Buffer {
  const shared: string[] = []
  const files = sheets.map(({ rows, isHidden = false }, index) => {
    const body = rows.map((cells, row) => {
      const hidden = isHidden && row > 0 ? ' hidden="1"' : ''
      return `<row r="${row + 1}"${hidden}>${cells.map((cell, column) => cellXml(cell, `${letter(column)}${row + 1}`, shared)).join('')}</row>`
    })
    return { name: `xl/worksheets/sheet${index + 1}.xml`, content: `<worksheet><sheetData>${body.join('')}</sheetData></worksheet>` }
  })
  const strings = shared.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')
  return zipOf([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'docProps/core.xml', content: `<cp:p><dcterms:modified>${savedOn}T10:00:00Z</dcterms:modified></cp:p>` },
    { name: 'xl/sharedStrings.xml', content: `<sst>${strings}</sst>` },
    ...files,
  ])
}

function cellXml(cell: CellGiven, reference: string, shared: string[]): string {
  if (typeof cell !== 'string') return cell.xml.replace('%', ` r="${reference}"`)
  if (cell === '') return ''
  return `<c r="${reference}" t="s"><v>${shared.push(cell) - 1}</v></c>`
}

const letter = (column: number) => String.fromCharCode(65 + column)
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** The headings of the ePCN workbook as of 2023, line breaks and spaces as they are in it. */
export const networkHeading = [
  ...['PCN Code', 'PCN Name', 'Current Sub ICB Loc Code', 'Sub ICB Location', 'Open Date', 'Close Date'],
  ...['Address Line 1', 'Address Line 2', 'Address Line 3', 'Address Line 4', 'Address Line 5', 'Postcode'],
]
export const partnerHeading = [
  ...[
    'Partner\r\nOrganisation\r\nCode',
    'Partner\r\nName',
    'Practice\r\nParent\r\nSub ICB Loc Code',
    'Practice\r\nParent\r\nSub ICB Loc Name',
  ],
  ...['PCN Code', 'PCN Name', 'PCN Parent\r\nSub ICB Loc Code', 'PCN Parent\r\nSub ICB Loc Name'],
  ...['Practice to PCN\r\nRelationship\r\nStart Date', 'Practice to PCN\r\nRelationship\r\nEnd Date'],
  'Practice Sub ICB Loc and PCN Sub ICB Loc Match ',
]
/** The same as of 2019. */
export const networkHeading2019 = [
  ...[
    'PCN Code',
    'PCN Name',
    'Current Clinical Commissioning Group Code',
    'Clinical Commissioning Group Name',
    'Open Date (YYYYMMDD)',
    'Close Date',
  ],
  ...networkHeading.slice(6),
]
export const partnerHeading2019 = [
  ...['Partner Organisation Code', 'Partner Name', 'Practice Parent CCG Code', 'Practice Parent CCG Name', 'PCN Code', 'PCN Name'],
  ...['PCN Parent CCG Code', 'PCN Parent CCG Name', 'Practice to PCN Relationship Start Date', 'Practice to PCN Relationship End Date'],
  'Practice CCG and PCN CCG match?',
]

/** A row of networks; a network is open since 2019 and led by 15N unless said otherwise. */
export function networkRow(code: string, { name = `${code} PCN`, lead = '15N', opened = '20190701', closed = '' } = {}): string[] {
  return [code, name, lead, lead && `NHS AREA ICB - ${lead}`, opened, closed, 'A HOUSE', '', '', 'A TOWN', '', 'AB1 2CD']
}

/** A row of core partners. */
export function partnerRow(
  practice: string,
  network: string,
  starts = '20190701',
  ends = '',
  { name = `THE ${practice} SURGERY`, lead = '15N' } = {},
): string[] {
  return [practice, name, lead, `NHS AREA ICB - ${lead}`, network, `${network} PCN`, lead, `NHS AREA ICB - ${lead}`, starts, ends, 'TRUE']
}

/** Rows of a report without a heading: every value quoted. */
export function reportOf(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`).join('')
}

const mapNames = ['PUBLICATION', 'EXTRACT_DATE', 'PRACTICE_CODE', 'PRACTICE_NAME', 'PRACTICE_POSTCODE', 'PCN_CODE', 'PCN_NAME']
export const mapHeading = [
  ...[...mapNames, 'ONS_SUB_ICB_LOCATION_CODE', 'SUB_ICB_LOCATION_CODE', 'SUB_ICB_LOCATION_NAME', 'ONS_ICB_CODE', 'ICB_CODE', 'ICB_NAME'],
  ...['ONS_COMM_REGION_CODE', 'COMM_REGION_CODE', 'COMM_REGION_NAME', 'SUPPLIER_NAME'],
]
export const mapHeading2022 = [
  ...[...mapNames, 'ONS_CCG_CODE', 'CCG_CODE', 'CCG_NAME', 'ONS_STP_CODE', 'STP_CODE', 'STP_NAME'],
  ...['ONS_COMM_REGION_CODE', 'COMM_REGION_CODE', 'COMM_REGION_NAME'],
]

/** A row of the practice map, in 15N of QJK unless said otherwise; `U` is no network. */
export function mapRow(
  practice: string,
  network: string,
  onDay: string,
  { subIcb = '15N', board = 'QJK', networkName = `${network} PCN` } = {},
): string[] {
  const named = network === 'U' ? 'Unallocated' : networkName
  const places = ['E38000001', subIcb, `NHS Area ICB - ${subIcb}`, 'E54000001', board, `NHS ${board} Integrated Care Board`]
  return [
    'GP_PRAC_PAT_LIST',
    onDay,
    practice,
    `THE ${practice} SURGERY`,
    'AB1 2CD',
    network,
    named,
    ...places,
    'E40000006',
    'Y58',
    'South West',
    'TPP',
  ]
}

/** A CSV file with a heading. */
export function csvOf(heading: readonly string[], rows: readonly (readonly string[])[], end = '\n'): string {
  const value = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return [heading, ...rows.map((cells) => cells.slice(0, heading.length))].map((cells) => cells.map(value).join(',') + end).join('')
}

export const listHeading =
  'PUBLICATION,EXTRACT_DATE,TYPE,SUB_ICB_LOCATION_CODE,ONS_SUB_ICB_LOCATION_CODE,CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS'.split(',')
export const listRow = (practice: string, onDay: string, patients: number): string[] =>
  `GP_PRAC_PAT_LIST,${onDay},GP,15N,E38000001,${practice},AB1 2CD,ALL,ALL,${patients}`.split(',')
export const bandHeading = 'PUBLICATION,EXTRACT_DATE,ORG_TYPE,ORG_CODE,ONS_CODE,POSTCODE,SEX,AGE_GROUP_5,NUMBER_OF_PATIENTS'.split(',')
export const bandRow = (level: string, code: string, onDay: string, patients: number, [sex, age] = ['ALL', 'ALL']): string[] => [
  'GP_PRAC_PAT_QUIN_AGE',
  onDay,
  level,
  code,
  '',
  '',
  sex ?? '',
  age ?? '',
  String(patients),
]

/** A folder of files that goes away again. */
export class Folder {
  readonly path = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-official-'))

  /** Writes a file, in a folder of its own where its name says so; its path. */
  write(name: string, content: string | Buffer): string {
    const file = path.join(this.path, name)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, content)
    return file
  }

  remove(): void {
    fs.rmSync(this.path, { recursive: true, force: true })
  }
}
