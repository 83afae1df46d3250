import { type Readable } from 'node:stream'
import yauzl, { type Entry, type ZipFile } from 'yauzl'

const MEBI = 1024 * 1024
/** Text packs to a tenth, repetitive sheets to a hundredth; what packs to less is made to burst. */
const MOST_TIMES_PACKED = 250

/** How much an archive may hold, unpacked. */
export interface ZipLimits {
  readonly entries: number
  readonly entryBytes: number
  readonly totalBytes: number
}

/** One file of an archive. */
export interface ZipEntry {
  readonly name: string
  /** Unpacked, as the archive declares. */
  readonly bytes: number
  /** Its content. The stream fails as soon as there is more than the archive declares. */
  open(): Promise<Readable>
}

/** What is wrong with an archive. */
export type ZipProblem =
  | { readonly kind: 'NOT_WHOLE'; readonly detail: string }
  | { readonly kind: 'TOO_MANY' }
  | { readonly kind: 'TOO_LARGE' | 'BURSTS' | 'NOT_DECODABLE'; readonly name: string; readonly bytes: number; readonly packedBytes: number }

/** An archive cannot be read. Whoever asked says it in their own words. */
export class ZipRefused extends Error {
  constructor(readonly problem: ZipProblem) {
    super(problem.kind)
  }
}

/** The files of an archive. Errors: ZipRefused for what is no whole archive, is encrypted, or is made to fill memory or disk. */
export async function openZip(source: string | Buffer, limits: ZipLimits): Promise<{ entries: readonly ZipEntry[]; close(): void }> {
  const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true } as const
  const opened = typeof source === 'string' ? yauzl.openPromise(source, options) : yauzl.fromBufferPromise(source, options)
  const zip = await opened.catch((error: unknown) => {
    throw notWhole(error)
  })
  try {
    return { entries: await entriesOf(zip, limits), close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw error instanceof ZipRefused ? error : notWhole(error)
  }
}

function notWhole(error: unknown): ZipRefused {
  return new ZipRefused({ kind: 'NOT_WHOLE', detail: error instanceof Error ? error.message : String(error) })
}

async function entriesOf(zip: ZipFile, limits: ZipLimits): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = []
  let total = 0
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue
    total += entry.uncompressedSize
    if (entries.length >= limits.entries) throw new ZipRefused({ kind: 'TOO_MANY' })
    const kind = problemOf(entry, total, limits)
    const { fileName: name, uncompressedSize: bytes, compressedSize: packedBytes } = entry
    if (kind) throw new ZipRefused({ kind, name, bytes, packedBytes })
    entries.push({ name, bytes, open: () => zip.openReadStreamPromise(entry) })
  }
  return entries
}

function problemOf(entry: Entry, total: number, limits: ZipLimits): 'TOO_LARGE' | 'BURSTS' | 'NOT_DECODABLE' | undefined {
  const { uncompressedSize, compressedSize } = entry
  if (uncompressedSize > limits.entryBytes || total > limits.totalBytes) return 'TOO_LARGE'
  if (uncompressedSize > MEBI && uncompressedSize > compressedSize * MOST_TIMES_PACKED) return 'BURSTS'
  return entry.canDecodeFileData() ? undefined : 'NOT_DECODABLE'
}
