import net from 'node:net'

/** A server that speaks clamd's INSTREAM and finds the word EICAR. */
export interface FakeScanner {
  readonly address: string
  /** What it got of each file, in full. */
  readonly received: Buffer[]
  /** What it does instead of scanning, when a test says so. */
  instead: 'hang up' | 'too large' | undefined
  close(): Promise<void>
}

export async function startScanner(): Promise<FakeScanner> {
  const sockets = new Set<net.Socket>()
  const scanner = { received: [] as Buffer[], instead: undefined as FakeScanner['instead'] }
  const server = net.createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    let bytes = Buffer.alloc(0)
    socket.on('data', (part) => {
      bytes = Buffer.concat([bytes, part])
      if (scanner.instead === 'hang up') return void socket.destroy()
      if (scanner.instead === 'too large') return void socket.end('INSTREAM size limit exceeded. ERROR\0')
      const content = contentOf(bytes)
      if (!content) return
      scanner.received.push(content)
      socket.end(content.includes('EICAR') ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as net.AddressInfo
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
  return Object.assign(scanner, { address: `127.0.0.1:${port}`, close })
}

/** The content of a command that has arrived in full: pieces, each behind its length, up to one of length nought. */
function contentOf(bytes: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0'
  if (!bytes.subarray(0, command.length).equals(Buffer.from(command))) return undefined
  const pieces: Buffer[] = []
  let at = command.length
  while (at + 4 <= bytes.length) {
    const length = bytes.readUInt32BE(at)
    if (length === 0) return Buffer.concat(pieces)
    pieces.push(bytes.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}
