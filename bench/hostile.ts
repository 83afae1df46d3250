import fs from 'node:fs'
import { type Seeded } from './england.js'
import { hostile, randomOf } from './hostile-operations.js'
import { ms, percentile, say, sorted, timed } from './measure.js'
import { post, start } from './servers.js'

const OPERATIONS = 10_000
const QUIET_QUESTIONS = 400
/** Hostile requests on their way at the same time. */
const AT_ONCE = 4
const MOST_SLOWER = 3
const MOST_GROWTH_MEGABYTES = 150

const small = JSON.stringify({ query: '{ viewer { person { id } } }' })

/** Ten thousand hostile requests: none may be our mistake, and whoever means well is answered meanwhile. Returns what was broken. */
export async function measureHostile({ env, tokens }: Seeded): Promise<string[]> {
  const server = await start('headroom', env)
  try {
    const ask = () => timed(() => post(server.port, '/graphql', small, tokens.commissioner))
    const askOften = async (while_: () => boolean): Promise<number[]> => {
      const taken: number[] = []
      while (while_()) taken.push(await ask())
      return taken
    }
    await askOften(countdown(50))
    const quiet = sorted(await askOften(countdown(QUIET_QUESTIONS)))
    const before = memoryOf(server.pid)
    const statuses = new Map<number, number>()
    const random = randomOf(20_261_122)
    let [sent, isOver] = [0, false]
    const attack = async (): Promise<void> => {
      while (sent < OPERATIONS) {
        const { path, contentType, body } = hostile(random, sent++)
        const headers = { 'content-type': contentType, authorization: `Bearer ${tokens.manager}` }
        const status = await fetch(`http://127.0.0.1:${server.port}${path}`, { method: 'POST', headers, body }).then(
          async (response) => response.arrayBuffer().then(() => response.status),
          () => 0,
        )
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
      }
    }
    const attacks = Promise.all(Array.from({ length: AT_ONCE }, attack)).then(() => (isOver = true))
    const busy = sorted(await askOften(() => !isOver))
    await attacks
    await askOften(countdown(200))
    const after = memoryOf(server.pid)
    const [still, meanwhile] = [percentile(quiet, 0.99), percentile(busy, 0.99)]
    const answers = [...statuses].sort().map(([status, count]) => `${count} × ${status || 'connection closed'}`)
    say(`\n${OPERATIONS.toLocaleString('en-GB')} hostile requests, ${AT_ONCE} at a time: ${answers.join(', ')}`)
    say(
      `  a small query meanwhile: p99 ${ms(meanwhile)} ms, quiet ${ms(still)} ms: ${(meanwhile / still).toFixed(1)} times; promised: at most ${MOST_SLOWER}`,
    )
    say(`  memory: ${before} MB before, ${after} MB after`)
    const ours = [...statuses].filter(([status]) => status >= 500).map(([status, count]) => `${count} × ${status}`)
    return [
      ...(ours.length === 0 ? [] : [`Hostile requests were answered as our own mistakes: ${ours.join(', ')}`]),
      ...(meanwhile <= still * MOST_SLOWER
        ? []
        : [`A small query takes ${(meanwhile / still).toFixed(1)} times as long under hostile requests`]),
      ...(after - before <= MOST_GROWTH_MEGABYTES ? [] : [`Memory grew from ${before} MB to ${after} MB under hostile requests`]),
    ]
  } finally {
    await server.stop()
  }
}

function countdown(count: number): () => boolean {
  let left = count
  return () => left-- > 0
}

/** Memory a process holds, in whole megabytes; NaN where the machine does not say. */
function memoryOf(pid: number): number {
  const file = `/proc/${pid}/status`
  if (!fs.existsSync(file)) return NaN
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(fs.readFileSync(file, 'utf8')) ?? []
  return Math.round(Number(kilobytes) / 1_000)
}
