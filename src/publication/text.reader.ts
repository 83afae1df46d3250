import { TextDecoder } from 'node:util'
import { type Readable, Transform, type TransformCallback } from 'node:stream'

/** What the text of a file is written in. */
export type Encoding = 'utf-8' | 'utf-16le' | 'windows-1252' | 'binary'

/** Of Windows-1252, the characters that ISO 8859-1 has not, from 0x80 on. */
const SPECIAL = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Finds out what a text is written in, by reading all of it once. Nothing of it is kept. */
export async function encodingOf(stream: Readable): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let isFirst = true
  let isUtf8 = true
  for await (const part of stream as AsyncIterable<Buffer>) {
    if (isFirst && part[0] === 0xff && part[1] === 0xfe) return 'utf-16le'
    isFirst = false
    if (part.includes(0)) return 'binary'
    if (isUtf8) isUtf8 = decodes(decoder, part)
  }
  return isUtf8 && decodes(decoder) ? 'utf-8' : 'windows-1252'
}

/** The same text in UTF-8. */
export function toUtf8(encoding: Encoding): Transform[] {
  if (encoding === 'utf-8' || encoding === 'binary') return []
  const decoder = encoding === 'utf-16le' ? new TextDecoder('utf-16le') : null
  const decode = (part: Buffer | undefined, isLast: boolean): string =>
    decoder ? decoder.decode(part, { stream: !isLast }) : (part?.toString('latin1') ?? '').replace(/[\x80-\x9f]/g, special)
  return [
    new Transform({
      transform(part: Buffer, _encoding, done: TransformCallback) {
        done(null, Buffer.from(decode(part, false)))
      },
      flush(done: TransformCallback) {
        done(null, Buffer.from(decode(undefined, true)))
      },
    }),
  ]
}

function special(character: string): string {
  return SPECIAL[character.charCodeAt(0) - 0x80] ?? character
}

function decodes(decoder: TextDecoder, part?: Buffer): boolean {
  try {
    decoder.decode(part, { stream: part !== undefined })
    return true
  } catch {
    return false
  }
}
