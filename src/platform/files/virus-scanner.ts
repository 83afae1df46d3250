import { Injectable, Logger } from '@nestjs/common'
import fs from 'node:fs'
import net from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Config } from '../config.js'
import { RequestError } from '../request-error.js'
import { ScannerUnreachable } from './upload-limits.js'

/** The longest one file may be scanned, in milliseconds. */
const LONGEST_SCAN = 60_000

/** No answer of the scanner is longer. */
const LONGEST_ANSWER = 4096

const logger = new Logger('Files')

/** Has files scanned by ClamAV's clamd, when CLAMD says where it is. Once it does, no file is taken without it. */
@Injectable()
export class VirusScanner {
  private readonly address: net.TcpNetConnectOpts | undefined

  constructor(config: Config) {
    const [, host, port] = /^(.+):(\d+)$/.exec(config.CLAMD ?? '') ?? []
    this.address = host === undefined ? undefined : { host: host.replace(/^\[|\]$/g, ''), port: Number(port) }
  }

  /** Errors: BAD_USER_INPUT when the file is infected; ScannerUnreachable when it was not scanned to its end. */
  async scan(path: string, name: string): Promise<void> {
    if (!this.address) return
    const answer = await this.ask(this.address, path).catch((error: unknown) => {
      logger.error(error)
      throw new ScannerUnreachable()
    })
    if (answer === 'stream: OK') return
    logger.warn(`The virus scanner answered: ${answer}`)
    if (!answer.endsWith(' FOUND')) throw new ScannerUnreachable()
    throw RequestError.badInput([{ field: 'files', message: `The virus scanner found something in “${name}”. It was not stored.` }])
  }

  /** The protocol's INSTREAM: the content in pieces, each behind its length in four bytes, an empty one last; one line comes back. */
  private async ask(address: net.TcpNetConnectOpts, path: string): Promise<string> {
    const socket = net.connect(address)
    const timer = setTimeout(() => socket.destroy(new Error('The virus scanner did not answer in time')), LONGEST_SCAN)
    try {
      const answer = answerOf(socket)
      // The scanner may answer, and stop listening, before it has everything: then what it says counts.
      await pipeline(Readable.from(framed(path)), socket, { end: false }).catch(() => undefined)
      return await answer
    } finally {
      clearTimeout(timer)
      socket.destroy()
    }
  }
}

async function* framed(path: string): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0')
  for await (const piece of fs.createReadStream(path) as AsyncIterable<Buffer>) yield Buffer.concat([lengthOf(piece), piece])
  yield Buffer.alloc(4)
}

function lengthOf(piece: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(piece.length)
  return length
}

function answerOf(socket: net.Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    socket.on('data', (part: Buffer) => {
      answer = (answer + part.toString('utf8')).slice(0, LONGEST_ANSWER)
      const end = answer.search(/[\0\n]/)
      if (end >= 0) resolve(answer.slice(0, end))
    })
    socket.once('error', reject)
    socket.once('close', () => reject(new Error('The virus scanner hung up without an answer')))
  })
}
