import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { StandingService } from '../../src/standing/standing.service.js'
import { startApp, type TestApp } from '../support/app.js'

describe('rebuilding the stored standing', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp()
  })
  afterAll(() => test.close())

  it('puts right what is wrong, and says how much that was', async () => {
    const checklist = await test.given.checklist(await test.given.network(), { entries: [{}, {}, {}] })
    const wrong = `UPDATE "checklist_item" SET "status" = 'ACCEPTED' WHERE "id" = '${checklist.items[0]?.id}'`
    await test.given.database.transaction(() => test.given.database.manager.query(wrong))
    const standing = test.app.get(StandingService)
    expect(await standing.rebuild()).toEqual({ items: 3, differing: 1 })
    expect(await standing.rebuild()).toEqual({ items: 3, differing: 0 })
  })
})
