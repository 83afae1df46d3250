import { type IncomingMessage } from 'node:http'
import { type InputProblem } from '../request-error.js'
import { type ArrivingFile, readUpload, type UploadHandler } from './upload-reader.js'

/** The largest file that is read as text, in bytes. */
const LARGEST_TEXT = 1_000_000
const LIMITS = { fields: 100, fieldSize: 50_000 }

/** A form whose one file is read and not kept. */
export interface TextForm {
  readonly fields: ReadonlyMap<string, readonly string[]>
  /** What the file says; null when none came or it cannot be read. */
  readonly text: string | null
  readonly problems: readonly InputProblem[]
}

/** Reads a form with a file of text, such as a table: nothing of it is stored. Errors: BAD_USER_INPUT when the form cannot be read. */
export async function readTextForm(request: IncomingMessage): Promise<TextForm> {
  const handler = new TextHandler()
  await readUpload(request, handler, LIMITS)
  return handler
}

class TextHandler implements UploadHandler, TextForm {
  readonly fields = new Map<string, string[]>()
  readonly problems: InputProblem[] = []
  text: string | null = null

  field(name: string, value: string): Promise<void> {
    this.fields.set(name, [...(this.fields.get(name) ?? []), value])
    return Promise.resolve()
  }

  async file({ content }: ArrivingFile): Promise<void> {
    const chunks: Buffer[] = []
    let bytes = 0
    for await (const chunk of content) {
      bytes += (chunk as Buffer).length
      if (bytes <= LARGEST_TEXT) chunks.push(chunk as Buffer)
    }
    if (bytes > LARGEST_TEXT) {
      this.problems.push({ field: 'file', message: 'The file is larger than 1 MB' })
      return
    }
    try {
      this.text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
    } catch {
      this.problems.push({ field: 'file', message: 'The file is no text in UTF-8: save it as “CSV UTF-8”' })
    }
  }
}
