import { type Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { Unsearchable } from './search-limit.js'

const MEBI = 1024 * 1024
const LARGEST_TOTAL = 256 * MEBI
const MOST_ENTRIES = 2_000
/** Text packs to a tenth, repetitive sheets to a hundredth; what packs to less is made to burst. */
const MOST_TIMES_PACKED = 250
/** A document inside another is unpacked into memory. */
const LARGEST_INNER = 25 * MEBI

/** One file of an archive. */
export interface ZipPart {
  readonly name: string
  /** Its content. The stream fails as soon as there is more than the archive declares. */
  open(): Promise<Readable>
  content(): Promise<Buffer>
}

/** Works with the files of an archive. Errors: Unsearchable for what is no whole archive, is encrypted, or is made to fill memory. */
export async function withZip<T>(source: string | Buffer, work: (parts: readonly ZipPart[]) => Promise<T>): Promise<T> {
  const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true } as const
  const opened = typeof source === 'string' ? yauzl.openPromise(source, options) : yauzl.fromBufferPromise(source, options)
  const zip = await opened.catch(() => undefined)
  if (!zip) throw new Unsearchable('it is not whole')
  try {
    return await work(await partsOf(zip))
  } catch (error) {
    throw error instanceof Unsearchable ? error : new Unsearchable('it is not whole')
  } finally {
    zip.close()
  }
}

async function partsOf(zip: ZipFile): Promise<ZipPart[]> {
  const parts: ZipPart[] = []
  let total = 0
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue
    total += entry.uncompressedSize
    refuseSize(entry, total, parts.length)
    const open = () => zip.openReadStreamPromise(entry)
    parts.push({ name: entry.fileName, open, content: () => contentOf(entry, open) })
  }
  return parts
}

function refuseSize(entry: Entry, total: number, count: number): void {
  const { uncompressedSize, compressedSize } = entry
  if (count >= MOST_ENTRIES) throw new Unsearchable(`it holds more than ${MOST_ENTRIES} parts`)
  const isBomb = uncompressedSize > MEBI && uncompressedSize > compressedSize * MOST_TIMES_PACKED
  if (total > LARGEST_TOTAL || isBomb) throw new Unsearchable('it would unpack to more than a document can hold')
  if (!entry.canDecodeFileData()) throw new Unsearchable('it is encrypted, or packed in a way that cannot be read')
}

async function contentOf(entry: Entry, open: () => Promise<Readable>): Promise<Buffer> {
  if (entry.uncompressedSize > LARGEST_INNER) throw new Unsearchable('it holds another document that is too large')
  return buffer(await open())
}
