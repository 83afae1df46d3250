import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import fs from 'node:fs'
import path from 'node:path'
import { FilesService } from '../../src/platform/files/files.service.js'
import { startApp, type TestApp } from '../support/app.js'
import { onDisk, rowsOf } from './samples.js'

describe('sweeping files', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp({ today: '2026-11-21' })
  })
  afterAll(() => test.close())
  afterEach(() => {
    test.clock.day = '2026-11-21'
  })

  it('removes an upload that was not attached within a day, and leaves what was', async () => {
    const { network, manager, occurrence } = await test.given.openOccurrence()
    const attached = await test.given.upload(manager, network.code, { content: 'Attached' })
    await test.given.evidence(manager, [occurrence.id], { fileIds: [attached] })
    await test.given.upload(manager, network.code, { content: 'Forgotten' })
    expect(onDisk(test)).toHaveLength(2)
    test.clock.day = '2026-11-23'
    const latest = await test.given.upload(manager, network.code, { content: 'Next' })
    const left = (await rowsOf(test, network.code)).map(({ id }) => id)
    expect(left.sort()).toEqual([attached, latest].sort())
    expect(onDisk(test)).toHaveLength(2)
    expect((await manager.get(`/files/${attached}`)).status).toBe(200)
  })

  it('keeps content that another row still refers to', async () => {
    const { network, manager, occurrence } = await test.given.openOccurrence()
    await test.given.upload(manager, network.code, { content: 'Twice' })
    const attached = await test.given.upload(manager, network.code, { content: 'Twice' })
    await test.given.evidence(manager, [occurrence.id], { fileIds: [attached] })
    test.clock.day = '2026-11-23'
    await test.app.get(FilesService).sweep()
    expect(await rowsOf(test, network.code)).toMatchObject([{ id: attached }])
    expect(await (await manager.get(`/files/${attached}`)).text()).toBe('Twice')
  })

  it('removes content no row refers to, and arrivals of long ago', async () => {
    const { network, manager, occurrence } = await test.given.openOccurrence()
    const attached = await test.given.upload(manager, network.code, { content: 'Referred to' })
    await test.given.evidence(manager, [occurrence.id], { fileIds: [attached] })
    const root = path.join(test.config.DATA_DIR, 'files')
    const orphan = path.join('ab', 'ab'.repeat(32))
    fs.mkdirSync(path.join(root, 'ab'), { recursive: true })
    fs.writeFileSync(path.join(root, orphan), 'Orphan')
    fs.writeFileSync(path.join(root, 'incoming', '20261101T120000000Z-left-over'), 'Half')
    fs.writeFileSync(path.join(root, 'incoming', '20261121T115900000Z-arriving'), 'Half')
    const before = onDisk(test)
    await test.app.get(FilesService).sweep()
    expect(before.filter((file) => !onDisk(test).includes(file))).toEqual([orphan, path.join('incoming', '20261101T120000000Z-left-over')])
    expect((await manager.get(`/files/${attached}`)).status).toBe(200)
  })
})
