import 'reflect-metadata'
import { Session } from 'node:inspector/promises'
import { type DataSource } from 'typeorm'

/*
 * The server with a profiler, told by its parent: "start" begins a profile, "stop" answers with the CPU time by owner and the statements sent.
 * Says first how long each step of starting took.
 */
// As `main.ts` does.
process.env['NODE_ENV'] ??= 'production'
const steps: [step: string, milliseconds: number][] = []
let since = 0
const step = (name: string): void => {
  const now = performance.now()
  steps.push([name, now - since])
  since = now
}
step('Node itself')
const [{ createApp }, { Config }, { clockFor, load }, { READER, WRITER }] = await Promise.all([
  import('../src/app.js'),
  import('../src/platform/config.js'),
  import('../src/loading.js'),
  import('../src/platform/database/database.js'),
])
step('reading modules')
const config = Config.from(process.env)
const app = await createApp(config, clockFor(config))
step('opening the database, wiring')
await app.init()
step('building the schema')
await load(app, config)
step('comparing the catalogue')
await app.listen(config.PORT, config.HOST)
step('listening')

const session = new Session()
session.connect()
await session.post('Profiler.enable')
await session.post('Profiler.setSamplingInterval', { interval: 500 })

let statements = 0
const count = () => void (statements += 1)
const nothing = () => undefined
const logger = {
  logQuery: count,
  logQueryError: nothing,
  logQuerySlow: nothing,
  logSchemaBuild: nothing,
  logMigration: nothing,
  log: nothing,
}
for (const token of [READER, WRITER]) app.get<DataSource>(token, { strict: false }).setOptions({ logging: true }).logger = logger

process.on('message', (message) => {
  if (message === 'start') void session.post('Profiler.start').then(() => ((statements = 0), process.send?.('started')))
  if (message === 'stop')
    void session.post('Profiler.stop').then(({ profile }) => process.send?.({ shares: sharesOf(profile), statements }))
})
process.send?.({ steps })

interface Frame {
  readonly functionName: string
  readonly url: string
}

/** Milliseconds of CPU by whose code ran: the innermost frame that belongs to somebody. */
function sharesOf(profile: {
  nodes: { id: number; callFrame: Frame; children?: number[] }[]
  samples?: number[]
  timeDeltas?: number[]
}): Record<string, number> {
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]))
  const parents = new Map(profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)))
  const shares: Record<string, number> = {}
  profile.samples?.forEach((sample, index) => {
    const owner = ownerOf(sample, frames, parents)
    if (owner) shares[owner] = (shares[owner] ?? 0) + (profile.timeDeltas?.[index] ?? 0) / 1000
  })
  return shares
}

function ownerOf(sample: number, frames: ReadonlyMap<number, Frame>, parents: ReadonlyMap<number, number>): string | undefined {
  const own = frames.get(sample)?.functionName ?? ''
  if (own === '(idle)') return undefined
  if (own === '(garbage collector)') return 'collecting garbage'
  for (let id: number | undefined = sample; id !== undefined; id = parents.get(id)) {
    const { url = '' } = frames.get(id) ?? {}
    if (url === '') continue
    if (frames.get(sample)?.url === '' && /BetterSqlite3QueryRunner|better-sqlite3/.test(url)) return 'SQL (in SQLite)'
    return owners.find(([, pattern]) => pattern.test(url))?.[0] ?? 'other packages'
  }
  return 'Node.js: HTTP, streams, timers'
}

const owners: readonly (readonly [string, RegExp])[] = [
  ['TypeORM', /node_modules\/typeorm/],
  ['PostgreSQL driver', /node_modules\/(pg|pg-)/],
  ['GraphQL execution', /node_modules\/(graphql|@graphql-tools|graphql-scalars|dataloader)\//],
  ['Apollo Server', /node_modules\/(@apollo|@as-integrations)\//],
  ['checking inputs', /node_modules\/(class-validator|class-transformer|validator)\//],
  ['Nest', /node_modules\/(@nestjs|rxjs)\//],
  ['Express', /node_modules\/(express|body-parser|router|finalhandler|raw-body|send|cors)\//],
  ['days (temporal)', /node_modules\/temporal/],
  ['our own code', /\/dist\//],
  ['Node.js following promises', /^node:(internal\/)?async_hooks/],
  ['Node.js: HTTP, streams, timers', /^node:/],
]
