import os from 'node:os'
import { askOracle, measureCrowdOut } from './crowd-out.js'
import { seed, type Seeded } from './england.js'
import { measureHostile } from './hostile.js'
import { measureImport } from './import.js'
import { ask, exponent, type Measured, median, ms, percentile, say, sorted, table, type Times } from './measure.js'
import { measurePages } from './pages.js'
import { type Databases, databases } from './postgres.js'
import { profile } from './profile.js'
import { boardProgress, compareAnswers, englandProgress, pageOf, type Question, recording } from './questions.js'
import { measureRelease } from './release.js'
import { start } from './servers.js'

const PARTS = ['england', 'pages', 'import', 'crowd-out', 'oracle']
const STARTS = 7
/** Above the answer's own growth by more than this is faster than the answer: what a busy machine adds to a ratio stays below it. */
const TOLERANCE = 0.15

/** Measures what is asked for, everything when nothing is. Returns the exit code: 1 when a promise is broken. */
export async function bench(asked: readonly string[]): Promise<number> {
  const unknown = asked.find((part) => !PARTS.includes(part))
  if (unknown) {
    say(`There is no part ${unknown}: ${PARTS.join(', ')}`)
    return 1
  }
  const wants = (part: string) => asked.length === 0 || asked.includes(part)
  const processors = os.cpus()
  say(
    `Node ${process.versions.node}, ${processors.length} × ${processors[0]?.model.trim()}, load ${os.loadavg()[0]?.toFixed(1)} at the start`,
  )
  const broken = [
    ...(wants('crowd-out') ? await measureCrowdOut() : []),
    ...(wants('england') ? await measureEngland() : []),
    ...(wants('pages') ? await measurePages() : []),
    ...(wants('import') ? await measureImport() : []),
    ...(wants('oracle') ? await askOracle() : []),
  ]
  say(broken.length === 0 ? '\nEvery promise is kept.' : `\nBroken: ${broken.join('; ')}`)
  return broken.length === 0 ? 0 : 1
}

async function measureEngland(): Promise<string[]> {
  const isPostgres = process.env['BENCH_DATABASE'] === 'postgres'
  const networks = Number(process.env['BENCH_NETWORKS'] ?? 1298)
  say(`\nA generated England on ${isPostgres ? 'PostgreSQL' : 'SQLite'}`)
  const all = await databases(isPostgres)
  try {
    const sizes = [Math.ceil(networks / 16), Math.ceil(networks / 4), networks]
    const seeded: Seeded[] = []
    for (const size of sizes) seeded.push(await seedNext(all, size))
    const whole = seeded.at(-1)!
    await measureAnswers(whole)
    await measureStart(whole)
    const unkept = [...(await measureRelease(whole)), ...(await measureHostile(whole))]
    await profile([pageOf(50), boardProgress, englandProgress, recording], whole, 200)
    return [...unkept, ...(await measureGrowth(seeded))]
  } finally {
    await all.close()
  }
}

async function seedNext(all: Databases, size: number): Promise<Seeded> {
  const seeded = await seed(await all.next(), size)
  const { items, evidence, openSeconds, rebuild } = seeded
  const number = (value: number) => value.toLocaleString('en-GB')
  say(`  ${number(size)} networks: ${number(items)} items, ${number(evidence)} pieces of evidence; opened in ${openSeconds.toFixed(1)} s`)
  say(
    `    standing of all items computed again in ${rebuild.seconds.toFixed(1)} s, ${((rebuild.seconds * 1000) / rebuild.items).toFixed(2)} ms an item`,
  )
  return seeded
}

/** Both servers on the same rows, for as long as something is asked of them. */
async function withServers<T>({ env }: Seeded, work: (ports: { headroom: number; bare: number }) => Promise<T>): Promise<T> {
  const [headroom, bare] = [await start('headroom', env), await start('bare', env)]
  try {
    return await work({ headroom: headroom.port, bare: bare.port })
  } finally {
    await Promise.all([headroom.stop(), bare.stop()])
  }
}

async function measureAnswers(seeded: Seeded): Promise<void> {
  say('\nTimes in milliseconds over HTTP, one request at a time, the two servers in turns\n')
  const rows = await withServers(seeded, async (ports) => {
    const found: (readonly string[])[] = []
    for (const question of [pageOf(50), boardProgress, englandProgress, recording]) {
      await compareAnswers(question, seeded, ports)
      const measured = await ask(question, seeded, ports)
      found.push(rowOf(question.name, measured))
    }
    return found
  })
  say(table([['', 'p50', 'p95', 'bare p50', 'bare p95', 'ratio of medians'], ...rows]))
}

function rowOf(name: string, { headroom, bare }: Measured): string[] {
  const pair = (times: Times) => [ms(median(times)), ms(percentile(times, 0.95))]
  return [name, ...pair(headroom), ...pair(bare), (median(headroom) / median(bare)).toFixed(1)]
}

async function measureStart({ env }: Seeded): Promise<void> {
  const taken = { headroom: [] as number[], bare: [] as number[] }
  for (let count = 0; count < STARTS; count += 1) {
    for (const what of ['headroom', 'bare'] as const) {
      const server = await start(what, env)
      taken[what].push(server.readyAfter)
      await server.stop()
    }
  }
  say('From the start of the process to the first ready answer, on the same database\n')
  const measured = { headroom: sorted(taken.headroom), bare: sorted(taken.bare) }
  say(table([['', 'p50', 'p95', 'bare p50', 'bare p95', 'ratio of medians'], rowOf('start to ready', measured)]))
}

/** What an answer takes when nothing else runs: the fastest tenth. What a machine does beside it must not look like growth. */
const quiet = (times: Times): number => percentile(times, 0.1)

/** Asks the same of an England a sixteenth and a quarter of the size, and pages of other lengths. Returns what grows faster than its answer. */
async function measureGrowth(seeded: readonly Seeded[]): Promise<string[]> {
  say('Growth: the power of the size with which time (of the fastest tenth) and answer grow; time must not grow faster than the answer\n')
  const lines: { name: string; answers: number[]; times: number[] }[] = []
  const add = (name: string, answer: number, time: number) => {
    const line = lines.find((one) => one.name === name)
    if (!line) return void lines.push({ name, answers: [answer], times: [time] })
    line.answers.push(answer)
    line.times.push(time)
  }
  for (const england of seeded) {
    const named: readonly (readonly [string, Question])[] = [
      ['one page, England 16 times as large', pageOf(50, 150)],
      ['one ICB, England 16 times as large', boardProgress],
      ['England, 16 times as large', englandProgress],
    ]
    await withServers(england, async (ports) => {
      for (const [name, question] of named) add(name, question.answer(england), quiet((await ask(question, england, ports)).headroom))
      if (england !== seeded.at(-1)) return
      for (const question of [2, 8, 32].map((length) => pageOf(length, 150))) {
        add('a page 16 times as long', question.answer(england), quiet((await ask(question, england, ports)).headroom))
      }
    })
  }
  const judged = lines.map(({ name, answers, times }) => {
    const grows = (values: readonly number[]) => exponent([1, 16], [values[0] ?? NaN, values.at(-1) ?? NaN])
    return { name, times, answer: grows(answers), time: grows(times), isKept: grows(times) <= grows(answers) + TOLERANCE }
  })
  const cells = judged.map(({ name, times, answer, time, isKept }) => {
    return [name, ...times.map(ms), answer.toFixed(2), time.toFixed(2), isKept ? 'kept' : 'BROKEN']
  })
  say(table([['', 'small', 'middle', 'large', 'answer grows', 'time grows', ''], ...cells]))
  return judged.filter(({ isKept }) => !isKept).map(({ name }) => `${name} grows faster than its answer`)
}
