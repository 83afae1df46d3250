import busboy, { type Busboy } from 'busboy'
import { type IncomingMessage } from 'node:http'
import { type Readable } from 'node:stream'
import { RequestError } from '../request-error.js'
import { LARGEST_FILE, MOST_FILES } from './upload-limits.js'

/** A file of a request while it arrives; `isTooLarge` is known once it has been read. */
export interface ArrivingFile {
  readonly name: string
  readonly content: Readable
  isTooLarge(): boolean
}

/** What is done with the parts of an upload, in the order they arrive. */
export interface UploadHandler {
  field(name: string, value: string): Promise<void>
  file(file: ArrivingFile): Promise<void>
}

/**
 * Reads a multipart request as it arrives, one part at a time: its size does not matter to memory. After the first thing wrong the rest is read and
 * thrown away, so that the sender gets to hear the answer. Errors: BAD_USER_INPUT, and whatever the handler throws.
 */
export async function readUpload(
  request: IncomingMessage,
  handler: UploadHandler,
  limits = { fields: 10, fieldSize: 1000 },
): Promise<void> {
  const parser = parserOf(request, limits)
  const parts = new PartQueue()
  parser.on('field', (name, value) => parts.then(() => handler.field(name, value)))
  parser.on('file', (_, content, { filename }) => {
    // Cutting the connection fails the content; whoever is reading it then hears of it, and if nobody is there is nothing to hear.
    content.on('error', () => undefined)
    if (!filename) content.resume()
    else parts.then(() => handler.file({ name: filename, content, isTooLarge: () => content.truncated === true }), content)
    // Where content cannot be written (a full disk) the parser would wait for ever for it to be read.
    content.once('close', () => {
      if (!content.readableEnded) parser.destroy(new Error('A part was not read to its end'))
    })
  })
  for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const) {
    parser.on(limit, () => parts.then(() => Promise.reject(wrong(`Send at most ${MOST_FILES} files at once.`))))
  }
  const broken = await readAll(request, parser)
  if (broken) parts.then(() => Promise.reject(broken))
  await parts.finish().catch((error: unknown) => {
    throw error === broken ? wrong('The upload is incomplete or malformed. Send it again.') : error
  })
}

/** Parts are dealt with one after the other; after the first failure the rest only flows by. */
class PartQueue {
  private last: Promise<void> = Promise.resolve()
  private problem: { readonly error: unknown } | undefined

  then(work: () => Promise<void>, content?: Readable): void {
    this.last = this.last.then(async () => {
      try {
        if (!this.problem) await work()
      } catch (error) {
        this.problem = { error }
      } finally {
        content?.resume()
      }
    })
  }

  /** Waits for all parts. Errors: the first failure. */
  async finish(): Promise<void> {
    await this.last
    if (this.problem) throw this.problem.error
  }
}

function parserOf(request: IncomingMessage, { fields, fieldSize }: { fields: number; fieldSize: number }): Busboy {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      // The parser stops at its limit, so a file of exactly the largest size has to stay below it.
      limits: { fileSize: LARGEST_FILE + 1, files: MOST_FILES, fields, fieldSize, parts: MOST_FILES + fields, headerPairs: 20 },
    })
  } catch {
    throw wrong('Send files as multipart/form-data.')
  }
}

/** Reads to the end, or to what broke it. */
function readAll(request: IncomingMessage, parser: Busboy): Promise<Error | undefined> {
  return new Promise((resolve) => {
    parser.once('close', () => resolve(undefined))
    // Of a body broken in several places the parser complains several times: what nobody listens to would end the process.
    parser.on('error', (error) => {
      request.unpipe(parser)
      request.resume()
      resolve(error as Error)
    })
    request.once('close', () => {
      if (!request.complete) parser.destroy(new Error('The connection was cut'))
    })
    request.pipe(parser)
  })
}

function wrong(message: string): RequestError {
  return RequestError.badInput([{ field: 'files', message }])
}
