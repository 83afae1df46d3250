import { createRequire } from 'node:module'
import pg from 'pg'

export type Row = Record<string, any>
export type Values = readonly unknown[]

/** A statement prepared once. */
export type Statement = (values: Values) => Promise<Row[]> | Row[]

/** The shortest way to a database: prepared statements and nothing between. */
export interface Sql {
  prepare(name: string, text: string): Statement
  /** Runs statements as one durable change. */
  change(work: (run: (statement: Statement, values: Values) => Promise<Row[]> | Row[]) => Promise<void>): Promise<void>
  close(): Promise<void>
}

interface SqliteStatement {
  readonly reader: boolean
  all(...values: unknown[]): Row[]
  run(...values: unknown[]): unknown
}

interface Sqlite {
  pragma(text: string): unknown
  prepare(text: string): SqliteStatement
  exec(text: string): unknown
  close(): unknown
}

/** Opens the same database the server writes to, with the same promises to the disk. */
export function openSql(env: Readonly<Record<string, string | undefined>>): Sql {
  return env['DATABASE_URL'] ? postgres(env['DATABASE_URL']) : sqlite(`${env['DATA_DIR']}/headroom.sqlite`)
}

function sqlite(file: string): Sql {
  const Driver = createRequire(import.meta.url)('better-sqlite3') as new (file: string) => Sqlite
  const database = new Driver(file)
  for (const setting of ['journal_mode = WAL', 'synchronous = FULL', 'busy_timeout = 5000', 'cache_size = -65536']) database.pragma(setting)
  const run = (statement: Statement, values: Values) => statement(values)
  return {
    prepare: (_, text) => {
      const statement = database.prepare(text)
      return (values) => (statement.reader ? statement.all(...values) : (statement.run(...values), []))
    },
    change: async (work) => {
      database.exec('BEGIN IMMEDIATE')
      await work(run)
      database.exec('COMMIT')
    },
    close: () => Promise.resolve(void database.close()),
  }
}

function postgres(url: string): Sql {
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  const prepared = new Map<Statement, { name: string; text: string }>()
  return {
    prepare: (name, text) => {
      let place = 0
      const query = { name, text: text.replaceAll('?', () => `$${(place += 1)}`) }
      const statement: Statement = async (values) => (await pool.query({ ...query, values: [...values] })).rows as Row[]
      prepared.set(statement, query)
      return statement
    },
    change: async (work) => {
      const client = await pool.connect()
      await client.query('BEGIN')
      await work((statement, values) =>
        client.query({ ...prepared.get(statement)!, values: [...values] }).then(({ rows }) => rows as Row[]),
      )
      await client.query('COMMIT')
      client.release()
    },
    close: () => pool.end(),
  }
}
