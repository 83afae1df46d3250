import { Injectable } from '@nestjs/common'
import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Clock } from '../clock.js'
import { Config } from '../config.js'
import { type Instant } from '../day.js'

/** Content that has arrived in full and is on disk, but not yet in its place. */
export interface ReceivedContent {
  readonly path: string
  /** SHA-256 in hexadecimal. */
  readonly digest: string
  readonly bytes: number
}

/** The files folder: content under its SHA-256 digest, `files/<first two digits>/<digest>`, and what is arriving under `files/incoming`. */
@Injectable()
export class FileStore {
  private readonly root: string
  private readonly incoming: string

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    this.root = path.resolve(config.DATA_DIR, 'files')
    this.incoming = path.join(this.root, 'incoming')
  }

  /** Writes content to disk as it arrives. When it does not arrive in full nothing remains. */
  async receive(content: Readable): Promise<ReceivedContent> {
    await fs.promises.mkdir(this.incoming, { recursive: true, mode: 0o700 })
    const arriving = path.join(this.incoming, `${stampOf(this.clock.now())}-${randomUUID()}`)
    const hash = createHash('sha256')
    let bytes = 0
    async function* measured(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      for await (const chunk of chunks) {
        hash.update(chunk)
        bytes += chunk.length
        yield chunk
      }
    }
    try {
      await pipeline(content, measured, fs.createWriteStream(arriving, { flags: 'wx', mode: 0o600, flush: true }))
    } catch (error) {
      await this.discard(arriving)
      throw error
    }
    return { path: arriving, digest: hash.digest('hex'), bytes }
  }

  /** Puts received content in its place, where a power cut no longer loses it. */
  async keep({ path: received, digest }: ReceivedContent): Promise<void> {
    const place = this.placeOf(digest)
    const isNew = (await fs.promises.mkdir(path.dirname(place), { recursive: true, mode: 0o700 })) !== undefined
    await fs.promises.rename(received, place)
    await syncFolder(path.dirname(place))
    if (isNew) await syncFolder(this.root)
  }

  discard(received: string): Promise<void> {
    return fs.promises.rm(received, { force: true })
  }

  /** Opens content for reading. */
  open(digest: string): Promise<fs.promises.FileHandle> {
    return fs.promises.open(this.placeOf(digest), 'r')
  }

  remove(digest: string): Promise<void> {
    return fs.promises.rm(this.placeOf(digest), { force: true })
  }

  /** Removes what began to arrive before a moment and never did in full, as after a power cut. */
  async discardArrivals(before: Instant): Promise<void> {
    const stamp = stampOf(before)
    for (const name of await namesIn(this.incoming)) if (name < stamp) await this.discard(path.join(this.incoming, name))
  }

  /** Digests of all content in place, folder by folder. */
  async *digests(): AsyncGenerator<string[]> {
    for (const folder of await namesIn(this.root)) {
      if (/^[0-9a-f]{2}$/.test(folder)) yield (await namesIn(path.join(this.root, folder))).filter((name) => /^[0-9a-f]{64}$/.test(name))
    }
  }

  private placeOf(digest: string): string {
    return path.join(this.root, digest.slice(0, 2), digest)
  }
}

/** A moment as file names can hold it; sorts like the moment. */
function stampOf(instant: Instant): string {
  return instant.replace(/[^0-9TZ]/g, '')
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await fs.promises.readdir(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** Makes a rename survive a power cut. Windows has no such call for folders, and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await fs.promises.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
