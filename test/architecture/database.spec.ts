import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type DataSource } from 'typeorm'
import { WRITER } from '../../src/platform/database/database.js'
import { startApp, type TestApp } from '../support/app.js'

describe('the database after all migrations', () => {
  let test: TestApp
  let writer: DataSource
  beforeAll(async () => {
    test = await startApp()
    writer = test.app.get<DataSource>(WRITER)
  })
  afterAll(() => test.close())

  it('is what the entities say: migrations leave nothing to change', async () => {
    const { upQueries } = await writer.driver.createSchemaBuilder().log()
    expect(upQueries.map(({ query }) => query)).toEqual([])
  })

  it('has the triggers that keep the trail', async () => {
    const names = test.config.isPostgres
      ? await writer.query<{ name: string }[]>(`SELECT DISTINCT trigger_name AS "name" FROM information_schema.triggers ORDER BY 1`)
      : await writer.query<{ name: string }[]>(`SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY 1`)
    const tables = ['audit_entry', 'release', 'release_cell', 'release_line', 'release_median', 'release_place']
    const triggers = test.config.isPostgres ? ['append_only'] : ['no_delete', 'no_update']
    const expected = tables.flatMap((table) => triggers.map((trigger) => `${table}_${trigger}`))
    expected.push(test.config.isPostgres ? 'audit_head_never_deleted' : 'audit_head_no_delete')
    expect(names.map(({ name }) => name).sort()).toEqual(expected.sort())
  })

  it.each([
    ['UPDATE "audit_entry" SET "action" = \'other\'', 'append-only'],
    ['DELETE FROM "audit_entry"', 'append-only'],
    ['DELETE FROM "audit_head"', 'keeps its rows'],
    ['TRUNCATE "audit_entry"', 'append-only'],
    ['TRUNCATE "audit_head"', 'keeps its rows'],
  ])('refuses: %s', async (statement, words) => {
    await test.given.person('network-manager', 'UX9999')
    // SQLite knows no such statement.
    const isKnown = test.config.isPostgres || !statement.startsWith('TRUNCATE')
    await expect(writer.query(statement)).rejects.toThrow(isKnown ? words : 'syntax error')
  })

  it('can be taken down and built up again', async () => {
    for (let left = writer.migrations.length; left > 0; left -= 1) await writer.undoLastMigration()
    const run = await writer.runMigrations()
    expect(run).toHaveLength(writer.migrations.length)
  })
})
