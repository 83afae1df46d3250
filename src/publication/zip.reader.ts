import { type Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import yauzl, { type Entry, type ZipFile } from 'yauzl'

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
const LARGEST_ENTRY = 512 * MEBI
const LARGEST_TOTAL = 768 * MEBI
const MOST_ENTRIES = 1_000
/** Text packs to a tenth, repetitive sheets to a hundredth; what packs to less is made to burst. */
const MOST_TIMES_PACKED = 250
/** A file inside another is unpacked into memory to be read. */
const LARGEST_INNER = 64 * MEBI

/** One file of an archive. */
export interface ZipEntry {
  readonly name: string
  /** Its content. The stream fails as soon as there is more than the archive declares. */
  open(): Promise<Readable>
}

/** The files of an archive. Errors: Unreadable for what is no whole archive, or is made to fill memory or disk. */
export async function openZip(source: string | Buffer): Promise<{ entries: readonly ZipEntry[]; close(): void }> {
  const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true, decodeStrings: true } as const
  const zip = await (typeof source === 'string' ? yauzl.openPromise(source, options) : yauzl.fromBufferPromise(source, options)).catch(
    (error: unknown) => {
      throw new Unreadable(`it is no whole archive, and may be cut short (${messageOf(error)})`)
    },
  )
  try {
    return { entries: await entriesOf(zip), close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw error instanceof Unreadable ? error : new Unreadable(`it is no whole archive, and may be cut short (${messageOf(error)})`)
  }
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

async function entriesOf(zip: ZipFile): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = []
  let total = 0
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue
    total += entry.uncompressedSize
    refuseSize(entry, total, entries.length)
    entries.push({ name: entry.fileName, open: () => zip.openReadStreamPromise(entry) })
  }
  return entries
}

function refuseSize(entry: Entry, total: number, count: number): void {
  const { fileName, uncompressedSize, compressedSize } = entry
  if (count >= MOST_ENTRIES) throw new Unreadable(`it holds more than ${MOST_ENTRIES} files`)
  if (uncompressedSize > LARGEST_ENTRY || total > LARGEST_TOTAL) {
    throw new Unreadable(`${fileName} would unpack to ${Math.ceil(uncompressedSize / MEBI)} MB, more than any official file`)
  }
  if (uncompressedSize > MEBI && uncompressedSize > compressedSize * MOST_TIMES_PACKED) {
    throw new Unreadable(
      `${fileName} would unpack to ${Math.round(uncompressedSize / Math.max(compressedSize, 1))} times its size, as no official file does`,
    )
  }
  if (!entry.canDecodeFileData()) throw new Unreadable(`${fileName} is encrypted or packed in a way that cannot be read`)
}
