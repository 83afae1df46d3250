import { type Seeded } from './england.js'
import { hostile, randomOf } from './hostile-operations.js'
import { ms, percentile, say, sorted, timed } from './measure.js'
import { post, start } from './servers.js'

const OPERATIONS = 10_000
/** Asked before memory is looked at for the first time: by then everything has been used once. */
const FIRST_OPERATIONS = 1_000
const QUIET_QUESTIONS = 400
/** Hostile requests on their way at the same time. */
const AT_ONCE = 4
const MOST_SLOWER = 3
const MOST_GROWTH_MEGABYTES = 50

const small = JSON.stringify({ query: '{ viewer { person { id } } }' })

/**
 * Ten thousand hostile requests of one person: none may be answered as our mistake, and memory comes back, also where nobody is held to a number of
 * requests a minute; where everybody is, as a server starts, whoever means well is answered meanwhile. Returns what was broken.
 */
export async function measureHostile(seeded: Seeded): Promise<string[]> {
  return [...(await unlimited(seeded)), ...(await limited(seeded))]
}

async function unlimited({ env, tokens }: Seeded): Promise<string[]> {
  const server = await start('headroom', env)
  try {
    await attack(server.port, tokens.manager, FIRST_OPERATIONS, 1)
    const before = await heapOf(server.port)
    const statuses = await attack(server.port, tokens.manager, OPERATIONS, 2)
    const after = await heapOf(server.port)
    const answers = [...statuses].sort().map(([status, count]) => `${count} × ${status || 'connection closed'}`)
    say(`\n${OPERATIONS.toLocaleString('en-GB')} hostile requests, ${AT_ONCE} at a time: ${answers.join(', ')}`)
    say(`  memory in use: ${before} MB before, ${after} MB after; promised: at most ${MOST_GROWTH_MEGABYTES} MB more`)
    const ours = [...statuses].filter(([status]) => status >= 500).map(([status, count]) => `${count} × ${status}`)
    return [
      ...(ours.length === 0 ? [] : [`Hostile requests were answered as our own mistakes: ${ours.join(', ')}`]),
      ...(after - before <= MOST_GROWTH_MEGABYTES ? [] : [`Memory grew from ${before} MB to ${after} MB under hostile requests`]),
    ]
  } finally {
    await server.stop()
  }
}

async function limited({ env, tokens }: Seeded): Promise<string[]> {
  const server = await start('headroom', { ...env, REQUESTS_A_MINUTE: '1200' })
  try {
    // So few of its own that the limit does not hold them up.
    const ask = async (): Promise<number> => {
      await new Promise((resolve) => setTimeout(resolve, 60))
      return timed(() => post(server.port, '/graphql', small, tokens.commissioner))
    }
    const quiet: number[] = []
    for (let count = 0; count < QUIET_QUESTIONS; count += 1) quiet.push(await ask())
    let isOver = false
    const attacks = attack(server.port, tokens.manager, OPERATIONS, 3).then(() => (isOver = true))
    const busy: number[] = []
    while (!isOver) busy.push(await ask())
    await attacks
    const [still, meanwhile] = [percentile(sorted(quiet), 0.99), percentile(sorted(busy), 0.99)]
    say(
      `  a small query meanwhile: p99 ${ms(meanwhile)} ms, quiet ${ms(still)} ms: ${(meanwhile / still).toFixed(1)} times; promised: at most ${MOST_SLOWER}`,
    )
    return meanwhile <= still * MOST_SLOWER
      ? []
      : [`A small query takes ${(meanwhile / still).toFixed(1)} times as long under hostile requests`]
  } finally {
    await server.stop()
  }
}

/** Sends so many, and counts what they are answered with; 0 is a connection that was closed. */
async function attack(port: number, token: string, count: number, seed: number): Promise<Map<number, number>> {
  const statuses = new Map<number, number>()
  const random = randomOf(seed)
  let sent = 0
  const one = async (): Promise<void> => {
    while (sent < count) {
      const { path, contentType, body } = hostile(random, sent++)
      const headers = { 'content-type': contentType, authorization: `Bearer ${token}` }
      const status = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body }).then(
        async (response) => response.arrayBuffer().then(() => response.status),
        () => 0,
      )
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
  return statuses
}

/** Megabytes of objects in use: the least of several readings, as what is thrown away is not collected at once. */
async function heapOf(port: number): Promise<number> {
  let least = Infinity
  for (let reading = 0; reading < 40; reading += 1) {
    const text = await fetch(`http://127.0.0.1:${port}/metrics`).then((response) => response.text())
    const [, bytes] = /^nodejs_heap_size_used_bytes (\S+)/m.exec(text) ?? []
    least = Math.min(least, Number(bytes))
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return Math.round(least / 1_000_000)
}
