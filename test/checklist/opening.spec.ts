import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { fileURLToPath } from 'node:url'
import { ChecklistEntity, ChecklistItemEntity, OccurrenceEntity } from '../../src/checklist/checklist.entity.js'
import { ChecklistService } from '../../src/checklist/checklist.service.js'
import { SpecificationImporter } from '../../src/specification/specification.importer.js'
import { startApp, type TestApp } from '../support/app.js'
import { trailOf } from '../support/trail.js'

const catalogue = fileURLToPath(new URL('../../data/specifications', import.meta.url))

describe('opening checklists', () => {
  let test: TestApp
  let service: ChecklistService
  beforeAll(async () => {
    test = await startApp()
    service = test.app.get(ChecklistService)
    await test.app.get(SpecificationImporter).load(catalogue)
  })
  afterAll(() => test.close())

  it.each(['2024/25', '2026/27'])('makes items of every requirement of %s, the ICB’s own apart', async (contractYear) => {
    const network = await test.given.network()
    expect(await service.open([network.code, network.boardCode], contractYear)).toEqual({ opened: 2 })
    const { manager } = test.given.database
    const itemsOf = async (ownerCode: string) => {
      const { id } = await manager.findOneByOrFail(ChecklistEntity, { ownerCode, contractYear })
      return manager.findBy(ChecklistItemEntity, { checklistId: id })
    }
    const own = await itemsOf(network.code)
    const boards = await itemsOf(network.boardCode)
    const specificationId = (await manager.findOneByOrFail(ChecklistEntity, { ownerCode: network.code, contractYear })).specificationId
    const requirements = await manager.query(
      `SELECT "id", "responsible" FROM "catalogue_entry" WHERE "specificationId" = '${specificationId}' AND "kind" IN ('DUTY', 'CONDITION')`,
    )
    expect(own.length).toBeGreaterThan(25)
    expect([...own, ...boards].map(({ entryId }) => entryId).sort()).toEqual(requirements.map((row: { id: string }) => row.id).sort())
    const boardsOwn = requirements.filter((row: { responsible: string }) => row.responsible === '["COMMISSIONER"]')
    expect(boards.map(({ entryId }) => entryId).sort()).toEqual(boardsOwn.map((row: { id: string }) => row.id).sort())
    expect(await trailOf(test, network.code, 'checklist.open')).toMatchObject([
      { actorId: null, details: { contractYear, items: own.length } },
    ])
  })

  it('asks for no more pieces a year than twelve of anything, and opens nothing twice', async () => {
    const network = await test.given.network()
    await service.open([network.code], '2026/27')
    expect(await service.open([network.code, 'UX9999'], '2026/27')).toEqual({ opened: 0 })
    const { manager } = test.given.database
    expect(await manager.countBy(ChecklistEntity, { ownerCode: network.code })).toBe(1)
    const occurrences = await manager.find(OccurrenceEntity)
    expect(Math.max(...occurrences.map(({ ordinal }) => ordinal))).toBe(12)
  })

  it('refuses a year the catalogue has not, changing nothing', async () => {
    const network = await test.given.network()
    await expect(service.open([network.code], '2031/32')).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } })
  })
})
