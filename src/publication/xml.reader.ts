import { TextDecoder } from 'node:util'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { type Readable } from 'node:stream'
import { Unreadable } from './zip.reader.js'

/** Text between two tags: a cell holds at most 32,767 characters. */
const LONGEST_TEXT = 1024 * 1024

/** What to do with the parts of an XML file. Names come without their prefix. */
export interface XmlListener {
  opened(name: string, attributes: SaxesTagPlain['attributes']): void
  closed(name: string): void
  text(text: string): void
}

/** Reads an XML file piece by piece, and says after each piece that it did. Errors: Unreadable for what is no whole XML. */
export async function* xmlParts(stream: Readable, name: string, listener: XmlListener): AsyncGenerator<void> {
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false })
  const decoder = new TextDecoder('utf-8')
  let sinceTag = 0
  const problems: string[] = []
  parser.on('error', (error) => problems.push(error.message))
  parser.on('opentag', ({ name: tag, attributes }) => {
    sinceTag = 0
    listener.opened(local(tag), attributes)
  })
  parser.on('closetag', ({ name: tag }) => {
    sinceTag = 0
    listener.closed(local(tag))
  })
  parser.on('text', (text) => listener.text(text))
  parser.on('cdata', (text) => listener.text(text))
  // An entity of the file's own could stand for any amount of text.
  parser.on('doctype', () => problems.push('it has a document type'))
  for await (const part of stream as AsyncIterable<Buffer>) {
    const text = decoder.decode(part, { stream: true })
    parser.write(text)
    sinceTag += text.length
    if (sinceTag > LONGEST_TEXT) problems.push('a text in it is longer than any cell')
    if (problems[0] !== undefined) throw new Unreadable(`${name} is no sheet that can be read (${problems[0]})`)
    yield
  }
  parser.close()
  if (problems[0] !== undefined) throw new Unreadable(`${name} is not whole, and may be cut short (${problems[0]})`)
  yield
}

function local(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1)
}
