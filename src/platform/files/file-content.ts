import { fileTypeFromFile } from 'file-type'
import fs from 'node:fs'
import { RequestError } from '../request-error.js'
import { extensionOf } from './file-name.js'

const OPEN_XML = 'application/vnd.openxmlformats-officedocument'

/** What may be stored. The extension is what a file claims to be; what browsers send beside it depends on what is installed and is not looked at. */
const mediaTypeOf: ReadonlyMap<string, string> = new Map([
  ['pdf', 'application/pdf'],
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['docx', `${OPEN_XML}.wordprocessingml.document`],
  ['xlsx', `${OPEN_XML}.spreadsheetml.sheet`],
  ['csv', 'text/csv'],
  ['txt', 'text/plain'],
])

const ALLOWED = 'PDF, PNG, JPEG, DOCX, XLSX, CSV and TXT files can be stored'

/** Control characters no text has; tab, line feed, form feed and carriage return it may have. */
const NOT_TEXT = /(?![\t\n\f\r])\p{Cc}/u

/** Bytes that stand for nothing, or for a control character, in Windows-1252: 1 at their place. Looked up for every byte of a file. */
const NOT_WINDOWS_1252 = Uint8Array.from({ length: 256 }, (_, byte) => {
  const isUnused = [0x7f, 0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte)
  return isUnused || (byte < 0x20 && ![9, 10, 12, 13].includes(byte)) ? 1 : 0
})

/** The media type a file of this name has to be. Errors: BAD_USER_INPUT for a name without one of the allowed extensions. */
export function claimedType(name: string): string {
  const claimed = mediaTypeOf.get(extensionOf(name))
  if (!claimed) throw refused(`“${name}” is not of a type that can be stored. ${ALLOWED}.`)
  return claimed
}

/**
 * Whether a file on disk is what its name claims; the one place where files are looked into before they are stored.
 * Errors: BAD_USER_INPUT when it is not, or is empty.
 */
export async function checkContent(path: string, name: string): Promise<void> {
  const claimed = claimedType(name)
  if ((await fs.promises.stat(path)).size === 0) throw refused(`“${name}” is empty.`)
  const found = (await fileTypeFromFile(path))?.mime
  if (!claimed.startsWith('text/')) {
    if (found !== claimed) throw refused(`The content of “${name}” is not what its name says. ${ALLOWED}.`)
    return
  }
  // Plain words may begin like a picture does (“BM”), so only what could be stored under its own name counts against a text.
  const isOther = found !== undefined && [...mediaTypeOf.values()].includes(found)
  if (isOther || !(await isText(path))) throw refused(`“${name}” is not text in UTF-8. Save it again as UTF-8 text or CSV.`)
}

/** Whether all of a file is text in UTF-8, or in Windows-1252 as older programs save it. Read piece by piece. */
async function isText(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const is = { utf8: true, windows1252: true }
  for await (const chunk of fs.createReadStream(path) as AsyncIterable<Buffer>) {
    is.utf8 &&= isTextSoFar(() => decoder.decode(chunk, { stream: true }))
    is.windows1252 &&= isWindows1252(chunk)
    if (!is.utf8 && !is.windows1252) return false
  }
  return (is.utf8 && isTextSoFar(() => decoder.decode())) || is.windows1252
}

function isWindows1252(bytes: Buffer): boolean {
  for (const byte of bytes) if (NOT_WINDOWS_1252[byte] === 1) return false
  return true
}

function isTextSoFar(decode: () => string): boolean {
  try {
    return !NOT_TEXT.test(decode())
  } catch {
    return false
  }
}

function refused(message: string): RequestError {
  return RequestError.badInput([{ field: 'files', message }])
}
