import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import fs from 'node:fs'
import path from 'node:path'
import { type DataSource } from 'typeorm'
import { readRoots, writeRoots } from '../../src/audit/audit-file.reader.js'
import { ChainCheckService } from '../../src/audit/chain-check.service.js'
import { linesOf } from '../../src/audit/domain/chain-report.js'
import { AuditLog } from '../../src/platform/audit-log/audit-log.js'
import { WRITER } from '../../src/platform/database/database.js'
import { startApp, type TestApp } from '../support/app.js'
import { type NetworkGiven } from '../support/given.js'
import { statementsOf } from '../support/statements.js'

const recordEvidence = /* GraphQL */ `
  mutation ($input: RecordEvidenceInput!) {
    recordEvidence(input: $input) {
      __typename
    }
  }
`

describe('the chained trail', () => {
  let test: TestApp
  let writer: DataSource
  let network: NetworkGiven
  beforeAll(async () => {
    test = await startApp()
    writer = test.app.get<DataSource>(WRITER)
  })
  beforeEach(async () => {
    network = await test.given.network()
  })
  afterAll(() => test.close())

  const check = (...roots: Parameters<ChainCheckService['check']>) => test.app.get(ChainCheckService).check(...roots)
  const own = async (...roots: Parameters<ChainCheckService['check']>) =>
    (await check(...roots)).broken.filter(({ organisationCode }) => organisationCode === network.code)
  const record = async (subjectIds: readonly string[], organisationCode: string | null = network.code) =>
    test.app
      .get(AuditLog)
      .record(...subjectIds.map((subjectId) => ({ action: 'test', actorId: null, organisationCode, subjectType: 'Test', subjectId })))
  const recorded = (...subjectIds: string[]) => test.given.database.transaction(() => record(subjectIds))

  /** What the check says of the network after statements of somebody who can write to the database, and so can take its triggers away. */
  async function tampered(...statements: string[]): Promise<string> {
    await withoutTriggers((statement) => writer.query(statement))
    for (const statement of statements) await writer.query(statement.replaceAll('$network', `'${network.code}'`))
    return linesOf({ chains: 0, entries: 0, roots: 0, broken: await own() }).join()
  }

  async function withoutTriggers(run: (statement: string) => Promise<unknown>): Promise<void> {
    if (test.config.isPostgres) {
      for (const table of ['audit_entry', 'audit_head']) await run(`ALTER TABLE "${table}" DISABLE TRIGGER USER`)
      return
    }
    for (const name of ['audit_entry_no_update', 'audit_entry_no_delete', 'audit_head_no_delete'])
      await run(`DROP TRIGGER IF EXISTS "${name}"`)
  }

  it('leaves one unbroken chain behind twenty writers at once, for each organisation', async () => {
    const other = await test.given.network()
    const before = (await check()).entries
    const write = (index: number) =>
      test.given.database.transaction(async () => {
        // In one order and in the other: whoever waits for the second must not hold what the first waits for.
        for (const code of index % 2 ? [network.code, other.code, null] : [null, other.code, network.code]) await record([`${index}`], code)
      })
    await Promise.all(Array.from({ length: 20 }, (_, index) => write(index)))
    const report = await check()
    expect(report).toMatchObject({ broken: [], entries: before + 60 })
    const roots = await test.app.get(ChainCheckService).roots([network.code, other.code])
    expect(roots.map(({ sequence }) => sequence)).toEqual([20, 20])
  })

  it('is checked while others write, and fits', async () => {
    const writing = Promise.all(Array.from({ length: 40 }, (_, index) => recorded(`${index}`)))
    const reports = [await check(), await check(), await check()]
    await writing
    expect([...reports, await check()].flatMap(({ broken }) => broken)).toEqual([])
  })

  it('keeps nothing of a transaction that fails, and goes on without a gap', async () => {
    await recorded('a')
    const failing = test.given.database.transaction(async () => {
      await record(['b'])
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    await expect(record(['c'])).rejects.toThrow('outside a transaction')
    await recorded('d')
    expect(await test.app.get(ChainCheckService).roots([network.code])).toMatchObject([{ sequence: 2 }])
    expect((await check()).broken).toEqual([])
  })

  it('is chained once for many transactions committed together', async () => {
    await test.given.database.steps(async () => {
      for (const step of ['a', 'b', 'c']) await recorded(step)
    })
    expect(await test.app.get(ChainCheckService).roots([network.code])).toMatchObject([{ sequence: 3 }])
    expect((await check()).broken).toEqual([])
  })

  it('takes two statements more than the entries themselves, however many there are', async () => {
    await recorded('first')
    const one = await statementsOf(test, () => recorded('a'))
    expect(await statementsOf(test, () => recorded('a', 'b', 'c', 'd'))).toBe(one)
    expect(one).toBeLessThanOrEqual(5)
    process.stdout.write(`Shown: a transaction with entries takes ${one} statements, BEGIN and COMMIT counted\n`)
  })

  it.each([
    [
      'a change',
      `UPDATE "audit_entry" SET "details" = '{"count":2}' WHERE "chain" = $network AND "sequence" = 2`,
      /entry 2 \(.{36}\) is not what was recorded/,
    ],
    [
      'another actor',
      `UPDATE "audit_entry" SET "actorId" = 'somebody' WHERE "chain" = $network AND "sequence" = 3`,
      /entry 3 \(.{36}\) is not what was recorded/,
    ],
    ['a deletion', `DELETE FROM "audit_entry" WHERE "chain" = $network AND "sequence" = 2`, /entry 2 is missing, later ones are there/],
    ['a cut tail', `DELETE FROM "audit_entry" WHERE "chain" = $network AND "sequence" > 2`, /entry 3 and all after it are missing/],
    ['the loss of all', `DELETE FROM "audit_entry" WHERE "chain" = $network`, /entry 1 and all after it are missing/],
    ['an entry of its own', copied('4'), /entry 5 \(copy-.*\) is not what was recorded/],
    ['an entry in front', copied('-1'), /entry 0 .* was never recorded/],
    [
      'a new order',
      [
        `UPDATE "audit_entry" SET "sequence" = 9 WHERE "chain" = $network AND "sequence" = 1`,
        `UPDATE "audit_entry" SET "sequence" = 1 WHERE "chain" = $network AND "sequence" = 2`,
        `UPDATE "audit_entry" SET "sequence" = 2 WHERE "chain" = $network AND "sequence" = 9`,
      ],
      /entry 1 \(.{36}\) is not what was recorded/,
    ],
    [
      'a move to another organisation',
      `UPDATE "audit_entry" SET "chain" = 'UX0000', "organisationCode" = 'UX0000' WHERE "chain" = $network AND "sequence" = 1`,
      /entry 1 is missing/,
    ],
    ['a shorter head', `UPDATE "audit_head" SET "sequence" = 3 WHERE "chain" = $network`, /entry 4 was never recorded/],
    ['another head', `UPDATE "audit_head" SET "hash" = 'x' WHERE "chain" = $network`, /the head is not what entry 4 says/],
    ['the loss of the head', `DELETE FROM "audit_head" WHERE "chain" = $network`, /entry 1 was never recorded/],
  ])('shows %s made in the database itself', async (_, statements, words) => {
    await recorded('a', 'b')
    await recorded('c', 'd')
    expect(await tampered(...[statements].flat())).toMatch(words)
  })

  it("tells the organisation's own people by auditCheck", async () => {
    await recorded('a', 'b', 'c')
    await tampered(`DELETE FROM "audit_entry" WHERE "chain" = $network AND "sequence" = 2`)
    const query = `{ auditCheck(organisationCode: "${network.code}") { entries problem } }`
    const { auditCheck } = await (await test.given.manager(network)).query(query)
    expect(auditCheck).toEqual({ entries: 1, problem: `${network.code}: entry 2 is missing, later ones are there.` })
  })

  it('shows a chain written anew to whoever kept its root, and to nobody else', async () => {
    await recorded('a', 'b')
    const file = path.join(test.config.DATA_DIR, `roots-${network.code}.json`)
    fs.writeFileSync(file, writeRoots(await test.app.get(ChainCheckService).roots([network.code])))
    await recorded('c')
    const kept = readRoots(file)
    expect(await own(kept)).toEqual([])
    await tampered(`DELETE FROM "audit_entry" WHERE "chain" = $network`, `DELETE FROM "audit_head" WHERE "chain" = $network`)
    await recorded('a', 'other', 'c')
    expect(await own()).toEqual([])
    expect(await own(kept)).toMatchObject([{ kind: 'REWRITTEN', sequence: 2 }])
  })

  it('says nothing of people but an id: their name can go, and the chain still fits', async () => {
    const manager = await test.given.manager(network)
    const { item } = await test.given.item({}, { network })
    await manager.mutate(recordEvidence, { occurrenceIds: [item.occurrences[0]?.id], happenedOn: '2026-11-01', note: 'Minutes' })
    const name = `UPDATE "person" SET "name" = 'Erased', "email" = 'erased' WHERE "id" = '${manager.personId}'`
    await test.given.database.transaction(() => test.given.database.manager.query(name))
    const { auditTrail } = await (await test.given.director(network)).query('{ auditTrail { nodes { actor { name } } } }')
    expect(auditTrail.nodes[0].actor).toEqual({ name: 'Erased' })
    expect(await own()).toEqual([])
  })
})

/** A copy of the last of four entries, put somewhere behind or before it. */
function copied(by: string): string {
  const columns = '"occurredAt", "organisationCode", "actorId", "action", "subjectType", "subjectId", "details"'
  return `INSERT INTO "audit_entry" ("id", "chain", "sequence", "hash", ${columns})
    SELECT 'copy-' || "chain" || '${by}', "chain", ${by} + 1, "hash", ${columns} FROM "audit_entry" WHERE "chain" = $network AND "sequence" = 4`
}
