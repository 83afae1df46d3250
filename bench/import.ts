import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { AccessRepository } from '../src/access/access.repository.js'
import { TokenService } from '../src/access/token.service.js'
import { createApp } from '../src/app.js'
import { clockFor } from '../src/loading.js'
import { Clock } from '../src/platform/clock.js'
import { Config } from '../src/platform/config.js'
import { Database } from '../src/platform/database/database.js'
import { ms, percentile, say, sorted, table, timed } from './measure.js'
import { writeEngland } from './official-files.js'
import { databases } from './postgres.js'
import { post, start } from './servers.js'

/** How often the server is asked beside an import: every so many milliseconds. */
const EVERY = 10
/** Quiet questions before and after. */
const QUIET = 400
/** By how much the slowest hundredth may be slower while an import runs. */
const MOST_TIMES = 3

interface Imported {
  readonly seconds: number
  readonly peakBytes: number
}

interface Step {
  readonly what: string
  readonly done: Imported
  readonly times: readonly number[]
  readonly still: number
}

/** Imports a generated England on either database while a server answers from it. Returns the promises that are broken. */
export async function measureImport(): Promise<string[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-bench-files-'))
  const months = ['july', 'august'].map((name) => path.join(folder, name))
  const [first] = months.map((month, index) => writeEngland(month, index > 0))
  say(
    `\nImport of a generated England: ${first?.files} files, ${Math.round((first?.bytes ?? 0) / 1e6)} MB, 1,298 networks, 6,139 practices, while a server answers\n`,
  )
  try {
    const broken: string[] = []
    for (const isPostgres of [false, true]) broken.push(...(await measureOn(isPostgres, months)))
    return broken
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

async function measureOn(isPostgres: boolean, months: readonly string[]): Promise<string[]> {
  const name = isPostgres ? 'PostgreSQL' : 'SQLite'
  const all = await databases(isPostgres)
  try {
    const env = { ...(await all.next()), MODE: 'production' }
    const token = await viewer(env)
    const server = await start('headroom', env)
    const ask = () =>
      timed(() => post(server.port, '/graphql', JSON.stringify({ query: '{ networks(first: 1) { nodes { odsCode name } } }' }), token))
    try {
      const steps: Step[] = []
      let before = await quiet(ask)
      for (const [what, month = ''] of [
        ['first', months[0]],
        ['the same again', months[0]],
        ['a month later', months[1]],
      ] as const) {
        const { done, times } = await asking(ask, () => run(env, 'import', month))
        const after = await quiet(ask)
        // What else the machine does changes from minute to minute: quiet is what it was just before and just after.
        steps.push({ what, done, times, still: Math.max(percentile(before, 0.99), percentile(after, 0.99)) })
        before = after
      }
      say(
        table([
          [name, 'seconds', 'peak MB', 'asked', 'p50 ms', 'p99 ms', 'quiet p99 ms', 'of quiet'],
          ...steps.map(({ what, done, times, still }) => [
            ...[what, done.seconds.toFixed(1), String(Math.round(done.peakBytes / 2 ** 20)), String(times.length)],
            ...[ms(percentile(times, 0.5)), ms(percentile(times, 0.99)), ms(still), (percentile(times, 0.99) / still).toFixed(1)],
          ]),
        ]),
      )
      const slow = steps.filter(({ times, still }) => percentile(times, 0.99) > still * MOST_TIMES)
      return slow.map(({ what }) => `while an import (${what}) runs on ${name}, a small query takes more than ${MOST_TIMES} times as long`)
    } finally {
      await server.stop()
    }
  } finally {
    await all.close()
  }
}

/** Somebody who may ask. */
async function viewer(env: Readonly<Record<string, string>>): Promise<string> {
  const config = Config.from(env)
  const app = await createApp(config, clockFor(config))
  await app.init()
  const recordedAt = app.get(Clock).now()
  const person = { id: randomUUID(), name: 'Bench viewer', email: 'bench@headroom.example', invented: true, recordedAt, erasedAt: null }
  const role = { id: randomUUID(), personId: person.id, role: 'national-viewer' as const, organisationCode: 'ENGLAND' }
  const times = { startsOn: '2019-07-01', endsOn: null, endedAt: null, recordedAt, supersededAt: null }
  const membership = { ...role, ...times, recordedBy: null }
  await app.get(Database).transaction(() => app.get(AccessRepository).addPerson(person, [membership]))
  const token = await app.get(TokenService).createFor(person.email, { name: 'bench' })
  await app.close()
  return token
}

async function quiet(ask: () => Promise<number>): Promise<readonly number[]> {
  const times: number[] = []
  for (let count = 0; count < QUIET; count += 1) {
    times.push(await ask())
    await pause()
  }
  return sorted(times)
}

/** Asks as often as when it is quiet, for as long as something runs. */
async function asking(ask: () => Promise<number>, work: () => Promise<Imported>): Promise<{ done: Imported; times: readonly number[] }> {
  const times: number[] = []
  let isDone = false
  const done = work().finally(() => (isDone = true))
  while (!isDone) {
    times.push(await ask())
    await pause()
  }
  return { done: await done, times: sorted(times) }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, EVERY))
}

/** A command in a process of its own. */
function run(env: Readonly<Record<string, string>>, ...words: string[]): Promise<Imported> {
  return new Promise((resolve, reject) => {
    let told: Imported | undefined
    const child = fork(path.join(import.meta.dirname, 'import-process.js'), words, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    let said = ''
    child.stderr?.on('data', (text: Buffer) => (said += text.toString()))
    child.on('message', (message) => (told = message as Imported))
    child.on('error', reject)
    child.on('exit', (code) =>
      told && code === 0 ? resolve(told) : reject(new Error(`The import ended with ${code}: ${said.slice(-500)}`)),
    )
  })
}
