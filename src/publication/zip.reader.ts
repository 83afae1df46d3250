import { buffer } from 'node:stream/consumers'
import { openZip, type ZipEntry, type ZipProblem, ZipRefused } from '../platform/zip.js'

/** A file cannot be read at all, or is larger than any official one. */
export class Unreadable extends Error {
  constructor(
    readonly reason: string,
    readonly row: number | null = null,
  ) {
    super(reason)
  }
}

const MEBI = 1024 * 1024
/** The largest official file has 21 MB unpacked. */
const LIMITS = { entries: 1_000, entryBytes: 512 * MEBI, totalBytes: 768 * MEBI }
/** A file inside another is unpacked into memory to be read. */
const LARGEST_INNER = 64 * MEBI

/** The files of an archive. Errors: Unreadable for what is no whole archive, or is made to fill memory or disk. */
export async function openArchive(source: string | Buffer): Promise<{ entries: readonly ZipEntry[]; close(): void }> {
  return openZip(source, LIMITS).catch((error: unknown) => {
    throw error instanceof ZipRefused ? new Unreadable(reasonOf(error.problem)) : error
  })
}

/** The content of a file inside another, in memory. Errors: Unreadable when it is too large for that. */
export async function contentOf(entry: ZipEntry): Promise<Buffer> {
  let size = 0
  const stream = await entry.open()
  stream.on('data', (part: Buffer) => {
    size += part.length
    if (size > LARGEST_INNER) stream.destroy(new Unreadable(`${entry.name} has more than ${LARGEST_INNER / MEBI} MB`))
  })
  return buffer(stream)
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function reasonOf(problem: ZipProblem): string {
  switch (problem.kind) {
    case 'NOT_WHOLE':
      return `it is no whole archive, and may be cut short (${problem.detail})`
    case 'TOO_MANY':
      return `it holds more than ${LIMITS.entries} files`
    case 'TOO_LARGE':
      return `${problem.name} would unpack to ${Math.ceil(problem.bytes / MEBI)} MB, more than any official file`
    case 'BURSTS': {
      const times = Math.round(problem.bytes / Math.max(problem.packedBytes, 1))
      return `${problem.name} would unpack to ${times} times its size, as no official file does`
    }
    case 'NOT_DECODABLE':
      return `${problem.name} is encrypted or packed in a way that cannot be read`
  }
}
