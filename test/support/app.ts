import { type NestExpressApplication } from '@nestjs/platform-express'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { type DataSource } from 'typeorm'
import { createApp } from '../../src/app.js'
import { Clock } from '../../src/platform/clock.js'
import { Config, type Mode } from '../../src/platform/config.js'
import { WRITER } from '../../src/platform/database/database.js'
import { type Day, type Instant } from '../../src/platform/day.js'
import { Client } from './client.js'
import { Given } from './given.js'

/** A clock that stands at noon of a day, each reading a millisecond after the one before. */
export class FixedClock extends Clock {
  private readings = 0

  constructor(public day: Day) {
    super()
  }

  override now(): Instant {
    this.readings += 1
    return new Date(Date.parse(`${this.day}T12:00:00.000Z`) + this.readings).toISOString()
  }
}

/** The real application on its own real database, listening on a free port. */
export interface TestApp {
  readonly app: NestExpressApplication
  readonly clock: FixedClock
  readonly config: Config
  readonly url: string
  readonly given: Given
  /** A client without a token. */
  readonly nobody: Client
  close(): Promise<void>
}

interface Options {
  readonly today?: Day
  readonly mode?: Mode
  /** Further settings, as the environment would give them. */
  readonly env?: NodeJS.ProcessEnv
  /** A folder of data to begin with a copy of, instead of with nothing. */
  readonly data?: string
}

/** What production does not start without: a key that is nobody's, and an address that is this machine. A demonstration may have it too. */
export const withAccounts = {
  SIGN_IN: 'local',
  SECRET_KEY: Buffer.from('a key for tests, and nothing else').toString('base64'),
  PUBLIC_URL: 'http://127.0.0.1',
}

/** Starts the application for a test file: SQLite in a new folder, or a new database in the run's PostgreSQL. */
export async function startApp({ today = '2026-11-21', mode = 'production', env = {}, data }: Options = {}): Promise<TestApp> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-test-'))
  if (data) fs.cpSync(data, folder, { recursive: true })
  const database = await newDatabase()
  const settings = {
    MODE: mode,
    PORT: '0',
    DATA_DIR: folder,
    REQUESTS_A_MINUTE: '100000',
    ...(mode === 'production' && withAccounts),
    ...env,
  }
  const config = Config.from({ ...settings, ...(database && { DATABASE_URL: database }) }, { isServing: true })
  const clock = new FixedClock(today)
  const app = await createApp(config, clock)
  // Rows of a test need not survive a power cut.
  if (!database) await app.get<DataSource>(WRITER, { strict: false }).query('PRAGMA synchronous = OFF')
  await app.listen(config.PORT, '127.0.0.1')
  const url = await app.getUrl()
  const close = async (): Promise<void> => {
    await app.close()
    fs.rmSync(folder, { recursive: true, force: true })
  }
  return { app, clock, config, url, given: new Given(app, url, clock), nobody: new Client(url), close }
}

async function newDatabase(): Promise<string | undefined> {
  if (process.env['DATABASE'] !== 'postgres') return undefined
  const server = process.env['TEST_POSTGRES']
  if (!server) throw new Error('The PostgreSQL of this run has not started')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const client = new pg.Client({ connectionString: `${server}/postgres` })
  await client.connect()
  await client.query(`CREATE DATABASE "${name}" TEMPLATE "migrated"`)
  await client.end()
  return `${server}/${name}`
}
