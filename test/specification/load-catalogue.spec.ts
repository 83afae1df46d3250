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
    expect(await load(shipped)).toEqual({ added: ['2024/25 edition 1', '2026/27 edition 1'], unchanged: [] })
    const loaded = await counts()
    expect(loaded.entries).toBeGreaterThanOrEqual(81)
    expect(await load(shipped)).toEqual({ added: [], unchanged: ['2024/25 edition 1', '2026/27 edition 1'] })
    expect(await counts()).toEqual(loaded)
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
