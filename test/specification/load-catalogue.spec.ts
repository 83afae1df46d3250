import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { DATA_FOLDER } from '../../src/data-folder.js'
import { CatalogueEntryEntity, SpecificationEntity } from '../../src/specification/specification.entity.js'
import { SpecificationImporter } from '../../src/specification/specification.importer.js'
import { startApp, type TestApp } from '../support/app.js'

const shipped = path.join(DATA_FOLDER, 'specifications')

describe('loading the catalogue', () => {
  let test: TestApp
  let folder: string
  beforeAll(async () => {
    test = await startApp()
  })
  afterAll(() => test.close())

  const load = (from: string) => test.app.get(SpecificationImporter).load(from)
  const counts = async () => {
    const { manager } = test.given.database
    return { specifications: await manager.count(SpecificationEntity), entries: await manager.count(CatalogueEntryEntity) }
  }
  const copy = (): string => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-catalogue-'))
    fs.cpSync(shipped, folder, { recursive: true })
    return folder
  }
  const change = (file: string, from: string | RegExp, to: string): void => {
    const target = path.join(folder, file)
    fs.writeFileSync(target, fs.readFileSync(target, 'utf8').replace(from, to))
  }

  it('loads nothing of a catalogue with problems, and names each with file and line', async () => {
    copy()
    change('2024-25/sign-up.yaml', /nature: \w+/, 'nature: DECLAR')
    change('2026-27/care-homes.yaml', /kind: DUTY/, 'kind: DUTTY')
    const refused = await load(folder).catch((error: Error) => error.message)
    expect(refused).toMatch(/2024-25\/sign-up\.yaml:\d+ .*nature: expected one of DECLARE, REPORT, GOVERN, DELIVER; found "DECLAR"/)
    expect(refused).toMatch(/2026-27\/care-homes\.yaml:\d+ .*kind: expected one of DUTY, .*found "DUTTY"/)
    expect(await counts()).toEqual({ specifications: 0, entries: 0 })
  })

  it('loads every entry of what is shipped, and nothing twice', async () => {
    const first = await load(shipped)
    expect(first.unchanged).toEqual([])
    expect(first.added).toEqual([
      ...['2019/20 edition 1', '2020/21 draft', '2020/21 edition 1', '2020/21 edition 2', '2021/22 edition 1', '2022/23 edition 1'],
      ...['2023/24 edition 1', '2024/25 edition 1', '2025/26 edition 1', '2026/27 edition 1'],
    ])
    const loaded = await counts()
    expect(loaded.entries).toBeGreaterThanOrEqual(470)
    expect(await load(shipped)).toEqual({ added: [], unchanged: first.added })
    expect(await counts()).toEqual(loaded)
  })

  it('does not read files again whose bytes it knows, and takes in a remark without another edition', async () => {
    copy()
    change('2019-20/sign-up.yaml', /^/, '# A remark for whoever edits this file.\n')
    const remarked = await load(folder)
    expect(remarked.added).toEqual([])
    const row = await test.given.database.manager.findOneByOrFail(SpecificationEntity, { contractYear: '2019/20' })
    expect((await load(folder)).unchanged).toEqual(remarked.unchanged)
    expect(await test.given.database.manager.findOneByOrFail(SpecificationEntity, { contractYear: '2019/20' })).toEqual(row)
    await load(shipped)
  })

  it('adds a later edition beside the one that is loaded', async () => {
    copy()
    fs.cpSync(path.join(folder, '2026-27'), path.join(folder, '2026-27-edition-2'), { recursive: true })
    change('2026-27-edition-2/specification.yaml', 'edition: 1', 'edition: 2')
    expect((await load(folder)).added).toEqual(['2026/27 edition 2'])
    expect((await load(folder)).added).toEqual([])
  })

  it('does not change an edition that is loaded', async () => {
    const before = await counts()
    copy()
    change('2026-27/specification.yaml', /^title: .*/m, 'title: Another title')
    await expect(load(folder)).rejects.toThrow(
      '2026-27/specification.yaml edition: edition 1 is loaded and reads differently; expected a new edition number',
    )
    expect(await counts()).toEqual(before)
  })
})
