import { type Readable } from 'node:stream'
import { TextDecoder } from 'node:util'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { type SearchLimit, Unsearchable } from './search-limit.js'

/** What to do with the parts of an XML file. Names come without their prefix. */
export interface XmlListener {
  opened(name: string, attributes: SaxesTagPlain['attributes']): void
  closed(name: string): void
  text(text: string): void
}

/** Text between two tags in any document: a cell holds at most 32,767 characters. */
const LONGEST_TEXT = 1024 * 1024

/** Reads an XML file piece by piece. Errors: Unsearchable for what is no whole XML, or declares entities, which could stand for any amount of text. */
export async function readXml(stream: Readable, limit: SearchLimit, listener: XmlListener): Promise<void> {
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false })
  const decoder = new TextDecoder('utf-8')
  let sinceTag = 0
  let isBroken = false
  const local = (tag: string): string => tag.slice(tag.indexOf(':') + 1)
  parser.on('error', () => (isBroken = true))
  parser.on('doctype', () => (isBroken = true))
  parser.on('opentag', ({ name, attributes }) => {
    sinceTag = 0
    listener.opened(local(name), attributes)
  })
  parser.on('closetag', ({ name }) => listener.closed(local(name)))
  parser.on('text', (text) => listener.text(text))
  parser.on('cdata', (text) => listener.text(text))
  const take = (text: string): void => {
    parser.write(text)
    sinceTag += text.length
    if (isBroken || sinceTag > LONGEST_TEXT) throw new Unsearchable('a part of it is not whole')
    limit.spend(text.length)
  }
  for await (const part of stream as AsyncIterable<Buffer>) take(decoder.decode(part, { stream: true }))
  take(decoder.decode())
  parser.close()
  if (isBroken) throw new Unsearchable('a part of it is not whole')
}
