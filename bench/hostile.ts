import { fork } from 'node:child_process'
import path from 'node:path'
import { type Seeded } from './england.js'
import { ms, percentile, say, sorted, timed } from './measure.js'
import { post, start } from './servers.js'

const OPERATIONS = 10_000
/** Asked before memory is looked at for the first time: by then everything has been used once. */
const FIRST_OPERATIONS = 1_000
/** Asked before times are taken: a server that has just started is slower. */
const FIRST_QUESTIONS = 100
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
  const server = await start('measured', env)
  try {
    await attack(server.port, tokens.manager, FIRST_OPERATIONS, 1)
    const before = await server.inUse()
    const statuses = await attack(server.port, tokens.manager, OPERATIONS, 2)
    const after = await server.inUse()
    const answers = Object.entries(statuses).map(([status, count]) => `${count} × ${status === '0' ? 'connection closed' : status}`)
    say(`\n${OPERATIONS.toLocaleString('en-GB')} hostile requests, ${AT_ONCE} at a time: ${answers.join(', ')}`)
    say(`  memory in use, garbage collected: ${before} MB before, ${after} MB after; promised: at most ${MOST_GROWTH_MEGABYTES} MB more`)
    const ours = Object.entries(statuses)
      .filter(([status]) => Number(status) >= 500)
      .map(([status, count]) => `${count} × ${status}`)
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
    // Two who mean well, each with so few that the limit does not hold them up.
    let asked = 0
    const ask = async (): Promise<number> => {
      await new Promise((resolve) => setTimeout(resolve, 30))
      const token = (asked += 1) % 2 === 0 ? tokens.commissioner : tokens.national
      return timed(() => post(server.port, '/graphql', small, token))
    }
    const quiet: number[] = []
    for (let count = 0; count < FIRST_QUESTIONS; count += 1) await ask()
    for (let count = 0; count < QUIET_QUESTIONS; count += 1) quiet.push(await ask())
    let isOver = false
    const attacks = attack(server.port, tokens.manager, OPERATIONS, 3).finally(() => (isOver = true))
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

/** Sends so many, and tells how often each status was the answer; 0 is a connection that was closed. Errors: Error when the sender ends before that. */
function attack(port: number, token: string, count: number, seed: number): Promise<Record<string, number>> {
  const words = [port, token, count, seed, AT_ONCE].map(String)
  const child = fork(path.join(import.meta.dirname, 'hostile-process.js'), words)
  return new Promise((resolve, reject) => {
    child.once('message', (statuses) => resolve(statuses as Record<string, number>))
    child.once('exit', (code) => reject(new Error(`Whoever sends hostile requests ended with ${code}`)))
  })
}
