import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { RegionEntity } from '../../src/network/network.entity.js'
import { Database } from '../../src/platform/database/database.js'
import { startApp, type TestApp } from '../support/app.js'

describe('the database', () => {
  let test: TestApp
  let database: Database
  beforeAll(async () => {
    test = await startApp()
    database = test.app.get(Database)
  })
  afterAll(() => test.close())

  const names = async () => (await database.manager.find(RegionEntity)).map(({ name }) => name)
  const add = (code: string) => database.manager.insert(RegionEntity, { code, name: `Region ${code}` })

  it('shows a reader nothing of a write that is still open', async () => {
    let written: () => void = () => undefined
    let finish: () => void = () => undefined
    const isWritten = new Promise<void>((resolve) => (written = resolve))
    const mayFinish = new Promise<void>((resolve) => (finish = resolve))
    const write = database.transaction(async () => {
      await add('A')
      written()
      await mayFinish
    })
    await isWritten
    const seenBefore = await names()
    finish()
    await write
    expect(seenBefore).toEqual([])
    expect(await names()).toEqual(['Region A'])
  })

  it('keeps nothing of a write that failed, whatever ran beside it', async () => {
    const good = (code: string) => database.transaction(() => add(code))
    const bad = (code: string) =>
      database.transaction(async () => {
        await add(code)
        throw new Error('no')
      })
    const outcomes = await Promise.allSettled([good('B'), bad('C'), good('D'), bad('E'), good('F')])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled'])
    expect((await names()).sort()).toEqual(['Region A', 'Region B', 'Region D', 'Region F'])
  })

  it('lets nothing be written outside a transaction', async () => {
    await expect(add('G')).rejects.toThrow(/read-?only/i)
  })

  it('makes an inner transaction part of the outer one', async () => {
    const outer = database.transaction(async () => {
      await database.transaction(() => add('H'))
      throw new Error('no')
    })
    await expect(outer).rejects.toThrow('no')
    expect(await names()).not.toContain('Region H')
  })

  it('commits steps together, or none of them', async () => {
    const seen: string[][] = []
    const tell = (isCutShort: boolean) =>
      database.steps(async () => {
        await database.transaction(() => add('I'))
        seen.push(await names())
        await database.transaction(() => add('J'))
        if (isCutShort) throw new Error('stopped')
      })
    await expect(tell(true)).rejects.toThrow('stopped')
    expect(seen[0]).toContain('Region I')
    expect(await names()).not.toContain('Region I')
    await tell(false)
    expect(await names()).toEqual(expect.arrayContaining(['Region I', 'Region J']))
  })
})
