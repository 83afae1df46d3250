import { buffer } from 'node:stream/consumers'
import { openZip, type ZipEntry, type ZipProblem, ZipRefused } from '../zip.js'
import { Unsearchable } from './search-limit.js'

const MEBI = 1024 * 1024
const LIMITS = { entries: 2_000, entryBytes: 256 * MEBI, totalBytes: 256 * MEBI }
/** A document inside another is unpacked into memory. */
const LARGEST_INNER = 25 * MEBI

/** One file of an archive. */
export interface ZipPart extends ZipEntry {
  content(): Promise<Buffer>
}

/** Works with the files of an archive. Errors: Unsearchable for what is no whole archive, is encrypted, or is made to fill memory. */
export async function withZip<T>(source: string | Buffer, work: (parts: readonly ZipPart[]) => Promise<T>): Promise<T> {
  const zip = await openZip(source, LIMITS).catch((error: unknown) => {
    throw new Unsearchable(error instanceof ZipRefused ? reasonOf(error.problem) : 'it is not whole')
  })
  try {
    return await work(zip.entries.map((entry) => ({ ...entry, content: () => contentOf(entry) })))
  } catch (error) {
    throw error instanceof Unsearchable ? error : new Unsearchable('it is not whole')
  } finally {
    zip.close()
  }
}

function reasonOf({ kind }: ZipProblem): string {
  switch (kind) {
    case 'NOT_WHOLE':
      return 'it is not whole'
    case 'TOO_MANY':
      return `it holds more than ${LIMITS.entries} parts`
    case 'TOO_LARGE':
    case 'BURSTS':
      return 'it would unpack to more than a document can hold'
    case 'NOT_DECODABLE':
      return 'it is encrypted, or packed in a way that cannot be read'
  }
}

async function contentOf(entry: ZipEntry): Promise<Buffer> {
  if (entry.bytes > LARGEST_INNER) throw new Unsearchable('it holds another document that is too large')
  return buffer(await entry.open())
}
