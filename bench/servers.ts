import { type ChildProcess, fork } from 'node:child_process'
import http from 'node:http'
import net from 'node:net'
import path from 'node:path'

const compiled = path.resolve(import.meta.dirname)

/** What is started: the server itself, the yardstick, or the server that tells what it keeps in memory. */
const programs = {
  headroom: path.join(compiled, '..', 'main.js'),
  bare: path.join(compiled, 'bare-server.js'),
  measured: path.join(compiled, 'measured-server.js'),
}

/** A server in its own process. */
export interface Server {
  readonly port: number
  /** From the start of the process to the first ready answer, in milliseconds. */
  readonly readyAfter: number
  /** Megabytes of objects in use, once what is thrown away has been collected. Only the measured server tells. */
  inUse(): Promise<number>
  stop(): Promise<void>
}

/** Starts a server on a free port and waits until it says that it is ready. */
export async function start(what: keyof typeof programs, env: Readonly<Record<string, string>>): Promise<Server> {
  const port = await freePort()
  const began = performance.now()
  const child = fork(programs[what], [], {
    env: { REQUESTS_A_MINUTE: '1000000', ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: what === 'measured' ? ['--expose-gc'] : [],
  })
  while (!(await isReady(port))) {
    if (child.exitCode !== null) throw new Error(`The ${what} server ended with ${child.exitCode}`)
    await new Promise((resolve) => setTimeout(resolve, 3))
  }
  return { port, readyAfter: performance.now() - began, inUse: () => inUse(child), stop: () => stop(child) }
}

function inUse(child: ChildProcess): Promise<number> {
  const told = new Promise<number>((resolve) => child.once('message', (bytes) => resolve(Math.round(Number(bytes) / 1_000_000))))
  child.send('in use')
  return told
}

/** Ends a process and waits for it. */
export function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve()
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const last = setTimeout(() => child.kill('SIGKILL'), 5_000)
  return ended.finally(() => clearTimeout(last))
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

const agent = new http.Agent({ keepAlive: true })

/** Posts JSON and returns the whole answer. */
export function post(port: number, route: string, body: string, token?: string): Promise<string> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
  return send({ port, path: route, method: 'POST', headers, agent }, body)
}

function send(options: http.RequestOptions, body?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', ...options }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        const text = Buffer.concat(parts).toString()
        if (response.statusCode === 200) resolve(text)
        else reject(new Error(`${response.statusCode}: ${text.slice(0, 500)}`))
      })
    })
    request.on('error', reject)
    request.end(body)
  })
}

function isReady(port: number): Promise<boolean> {
  return send({ port, path: '/health/ready' }).then(
    () => true,
    () => false,
  )
}
