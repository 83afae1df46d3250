import { type NestExpressApplication } from '@nestjs/platform-express'
import http from 'node:http'
import { type DataSource } from 'typeorm'
import { TokenService } from '../src/access/token.service.js'
import { createApp } from '../src/app.js'
import { clockFor, load } from '../src/loading.js'
import { Config } from '../src/platform/config.js'
import { READER, WRITER } from '../src/platform/database/database.js'
import { seed, type Seeded } from './england.js'
import { median, ms, percentile, say, sorted, table, timed, type Times } from './measure.js'
import { submitSome } from './page-rows.js'
import { type Databases, databases } from './postgres.js'
import { post } from './servers.js'

/** Times each page is asked for, after a tenth as many to warm up. */
const TIMES = 50
/** An ICB of this many networks, beside one a tenth of its size: how many statements a page sends must not depend on it. */
const NETWORKS = { few: 4, many: 40 }

/** A page somebody opens. */
interface Page {
  readonly name: string
  readonly address: string
  readonly token: string
}

interface MeasuredPage {
  readonly name: string
  readonly times: Times
  readonly statements: number
  readonly kilobytes: number
}

/** A running server, and how many statements it has sent. */
interface Running {
  readonly app: NestExpressApplication
  readonly port: number
  readonly statements: () => number
}

/** Measures pages on demonstration data, and a commissioner's with many networks. Returns what sends more statements for more rows. */
export async function measurePages(): Promise<string[]> {
  const isPostgres = process.env['BENCH_DATABASE'] === 'postgres'
  const all = await databases(isPostgres)
  try {
    say(
      `\nPages on ${isPostgres ? 'PostgreSQL' : 'SQLite'}: milliseconds from the request to the whole answer, ${TIMES} requests, one at a time`,
    )
    say('\nThe demonstration\n')
    printPages(await withServer(await all.next(), async (server) => measureAll(server, await demonstrationPages(server))))
    return await measureGrowingBoard(all)
  } finally {
    await all.close()
  }
}

async function measureGrowingBoard(all: Databases): Promise<string[]> {
  const [few = [], many = []] = [await boardOf(all, NETWORKS.few), await boardOf(all, NETWORKS.many)]
  say(`\nA commissioner whose ICB has ${NETWORKS.many} generated networks; statements beside those of an ICB of ${NETWORKS.few}\n`)
  const rows = many.map((page, index) => {
    const before = few[index]?.statements ?? NaN
    return [...rowOf(page), String(before), page.statements === before ? 'kept' : 'BROKEN']
  })
  say(table([['', 'p50', 'p95', 'KB', 'statements', `of ${NETWORKS.few} networks`, ''], ...rows]))
  return many
    .filter(({ statements }, index) => statements !== few[index]?.statements)
    .map(({ name }) => `${name} sends more statements for more networks`)
}

async function boardOf(all: Databases, networks: number): Promise<MeasuredPage[]> {
  const env = await all.next()
  const seeded = await seed(env, networks, { networks, practices: networks * 4, boards: 1 })
  return withServer(env, async (server) => {
    await submitSome(server.port, seeded)
    return measureAll(server, boardPages(seeded))
  })
}

async function withServer<T>(env: Readonly<Record<string, string>>, work: (server: Running) => Promise<T>): Promise<T> {
  const config = Config.from({ ...env, PORT: '0' })
  const app = await createApp(config, clockFor(config))
  await app.init()
  await load(app, config)
  await app.listen(0, '127.0.0.1')
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
  try {
    return await work({ app, port: Number(new URL(await app.getUrl()).port), statements: () => statements })
  } finally {
    await app.close()
  }
}

async function measureAll(server: Running, pages: readonly Page[]): Promise<MeasuredPage[]> {
  const measured: MeasuredPage[] = []
  for (const page of pages) measured.push(await measureOne(server, page))
  return measured
}

async function measureOne({ port, statements }: Running, page: Page): Promise<MeasuredPage> {
  let bytes = 0
  const ask = async () => void (bytes = await open(port, page))
  for (let turn = 0; turn < TIMES / 10; turn += 1) await ask()
  const before = statements()
  const times: number[] = []
  for (let turn = 0; turn < TIMES; turn += 1) times.push(await timed(ask))
  return { name: page.name, times: sorted(times), statements: (statements() - before) / TIMES, kilobytes: bytes / 1000 }
}

const agent = new http.Agent({ keepAlive: true })

/** Opens a page as a browser does; how many bytes came. Errors: Error when it is anything but a page. */
function open(port: number, { name, address, token }: Page): Promise<number> {
  const headers = { accept: 'text/html', 'accept-encoding': 'br', authorization: `Bearer ${token}` }
  return new Promise((resolve, reject) => {
    const request = http.get({ host: '127.0.0.1', port, path: address, agent, headers }, (response) => {
      let bytes = 0
      response.on('data', (part: Buffer) => (bytes += part.length))
      response.on('end', () => (response.statusCode === 200 ? resolve(bytes) : reject(new Error(`${name}: ${response.statusCode}`))))
    })
    request.on('error', reject)
  })
}

function boardPages({ tokens, networkCodes }: Seeded): Page[] {
  const addresses = {
    home: '/',
    review: '/review',
    'review several': '/review/several',
    'requirements and days': '/requirements',
    'one requirement': '/requirements/24-17',
    'one network': `/networks/${networkCodes[0] ?? ''}`,
    'own duties': '/checklist',
  }
  return Object.entries(addresses).map(([name, address]) => ({ name, address, token: tokens.commissioner }))
}

/** Each page of the demonstration as somebody opens it who comes for it. */
async function demonstrationPages({ app, port }: Running): Promise<Page[]> {
  const token = (address: string) => app.get(TokenService).createFor(`${address}@headroom.example`, { name: 'bench' })
  const manager = await token('manager.ux0001')
  const query = '{ network(odsCode: "UX0001") { checklist { items(filter: { search: "24-17" }, first: 1) { nodes { id } } } } }'
  const answer = JSON.parse(await post(port, '/graphql', JSON.stringify({ query }), manager)) as {
    data: { network: { checklist: { items: { nodes: readonly { id: string }[] } } } }
  }
  const item = `/items/${answer.data.network.checklist.items.nodes[0]?.id ?? ''}`
  const pages: Readonly<Record<string, readonly string[]>> = {
    'manager.ux0001': ['/', '/checklist', '/checklist?status=OVERDUE', item, `${item}/reuse`, `${item}/declare`, `${item}/say/blocked`],
    'director.ux0001': ['/', '/crowd-out', '/crowd-out?relax=24-30', '/priorities', '/time', '/requests'],
    'practice.px0001': ['/'],
    'commissioner.qx01': ['/', '/review', '/requirements', '/requirements/24-17', '/networks/UX0001'],
    lmc: ['/'],
    national: ['/'],
    operator: ['/', '/glossary', '/graphiql'],
  }
  const found: Page[] = []
  for (const [who, addresses] of Object.entries(pages)) {
    const own = await token(who)
    found.push(
      ...addresses.map((address) => ({ name: `${who.split('.')[0]} ${address.replace(/[0-9a-f-]{36}/, '…')}`, address, token: own })),
    )
  }
  return found
}

function rowOf({ name, times, kilobytes, statements }: MeasuredPage): string[] {
  return [name, ms(median(times)), ms(percentile(times, 0.95)), kilobytes.toFixed(1), String(statements)]
}

function printPages(pages: readonly MeasuredPage[]): void {
  say(table([['', 'p50', 'p95', 'KB', 'statements'], ...pages.map(rowOf)]))
}
