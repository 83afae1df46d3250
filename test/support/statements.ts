import { type DataSource } from 'typeorm'
import { READER, WRITER } from '../../src/platform/database/database.js'
import { type TestApp } from './app.js'

/** How many SQL statements something takes, on both connections. */
export async function statementsOf(test: TestApp, work: () => Promise<unknown>): Promise<number> {
  let count = 0
  const sources = [READER, WRITER].map((token) => test.app.get<DataSource>(token))
  const before = sources.map(({ logger, options }) => ({ logger, logging: options.logging }))
  const logger = {
    logQuery: () => void count++,
    logQueryError: () => {},
    logQuerySlow: () => {},
    logSchemaBuild: () => {},
    logMigration: () => {},
    log: () => {},
  }
  for (const source of sources) source.setOptions({ logging: true }).logger = logger
  await work()
  sources.forEach((source, index) => {
    source.setOptions({ logging: before[index]?.logging ?? false })
    if (before[index]) source.logger = before[index].logger
  })
  return count
}
