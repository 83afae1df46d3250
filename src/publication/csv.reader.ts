import { CsvError, parse } from 'csv-parse'
import { type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Encoding, toUtf8 } from './text.reader.js'
import { messageOf, Unreadable } from './zip.reader.js'

/** A row of a table, as a spreadsheet counts it. */
export interface TableRecord {
  readonly row: number
  readonly cells: readonly string[]
}

/** The longest row of an official file has under 1,000 characters. */
const LONGEST_ROW = 64 * 1024

const words: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark is opened and never closed: cut short?',
  CSV_MAX_RECORD_SIZE: `the row is longer than ${LONGEST_ROW / 1024} KB, as no row of an official file is`,
  CSV_INVALID_CLOSING_QUOTE: 'something stands between a closing quotation mark and the next comma',
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: 'something stands between a closing quotation mark and the next comma',
  INVALID_OPENING_QUOTE: 'a quotation mark stands inside a value that does not begin with one',
}

/** The rows of a CSV file, one after another: no more than one row is ever in memory. Errors: Unreadable with the row. */
export async function* csvRecords(stream: Readable, encoding: Encoding): AsyncGenerator<TableRecord> {
  const parser = parse({ bom: true, relax_column_count: true, max_record_size: LONGEST_ROW, skip_empty_lines: false })
  // What goes wrong before the parser reaches whoever reads from it.
  const flow = pipeline([stream, ...toUtf8(encoding), parser])
  flow.catch(() => undefined)
  let row = 0
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1
      yield { row, cells }
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error
    const reason = error instanceof CsvError ? words[error.code] : undefined
    throw new Unreadable(reason ?? `it cannot be read to its end (${messageOf(error)})`, row + 1)
  } finally {
    parser.destroy()
    stream.destroy()
  }
}
