import fs from 'node:fs'
import { type SearchLimit } from './search-limit.js'
import { type TextSearch } from './text-search.js'

/** What is searched at once of a line without end, and how much of it again with what follows: more than any number is long. */
const LONGEST_LINE = 64 * 1024
const OVERLAP = 64

/** Searches a text file, line by line. A character that is not UTF-8 is one of Windows-1252's spaces and dashes where it matters, and counts as a space. */
export async function searchPlain(path: string, limit: SearchLimit, search: TextSearch): Promise<void> {
  const decoder = new TextDecoder('utf-8')
  let line = 1
  let rest = ''
  const look = (text: string): void => search.look(`line ${line}`, text.replaceAll('\ufffd', ' '))
  for await (const chunk of fs.createReadStream(path) as AsyncIterable<Buffer>) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r\n|\n|\r/)
    rest = lines.pop() ?? ''
    for (const text of lines) {
      look(text)
      line += 1
    }
    if (rest.length > LONGEST_LINE) {
      look(rest)
      rest = rest.slice(-OVERLAP)
    }
    limit.spend(chunk.length)
  }
  look(rest + decoder.decode())
}
