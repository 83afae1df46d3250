import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { type Client } from '../support/client.js'
import { startApp, type TestApp } from '../support/app.js'
import { type NetworkGiven } from '../support/given.js'
import { onDisk, rowsOf, samples, until } from './samples.js'

const MEGABYTE = 1024 * 1024
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex')

describe('POST /files', () => {
  let test: TestApp
  let network: NetworkGiven
  let manager: Client
  beforeAll(async () => {
    test = await startApp()
  })
  afterAll(() => test.close())
  beforeEach(async () => {
    network = await test.given.network()
    manager = await test.given.manager(network)
  })

  /** Sends files that must be refused, and checks that nothing of them is kept. */
  async function refused(files: { name: string; content: Buffer | string }[], by = manager, organisationCode = network.code) {
    const before = onDisk(test)
    const response = await by.upload({ organisationCode, files })
    const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] }
    expect(onDisk(test)).toEqual(before)
    expect(await rowsOf(test, organisationCode)).toEqual([])
    return { status: response.status, code: errors[0]?.extensions.code, message: errors[0]?.message }
  }

  it.each(Object.entries(samples))('stores %s under its digest', async (name, content) => {
    const noPatientIdentifiable = /\.(?:pdf|png|jpeg)$/.test(name)
    const response = await manager.upload({ organisationCode: network.code, files: [{ name, content }], noPatientIdentifiable })
    expect(response.status).toBe(201)
    const digest = sha256(content)
    const [file] = (await response.json()) as object[]
    expect(file).toEqual({ id: expect.any(String), mediaType: expect.any(String), name, bytes: content.length, digest })
    expect(fs.readFileSync(path.join(test.config.DATA_DIR, 'files', digest.slice(0, 2), digest))).toEqual(content)
    const rows = await rowsOf(test, network.code)
    expect(rows).toMatchObject([
      { digest, uploadedBy: manager.personId, attachedAt: null, patientSearch: noPatientIdentifiable ? 'CONFIRMED' : 'SEARCHED' },
    ])
  })

  it('stores several files of one request, and the same content once', async () => {
    const content = Buffer.from('The same twice')
    const files = [
      { name: 'one.txt', content },
      { name: 'two.txt', content },
      { name: 'three.csv', content: 'a,b' },
    ]
    const response = await manager.upload({ organisationCode: network.code, files })
    const stored = (await response.json()) as { id: string; name: string }[]
    expect(stored.map(({ name }) => name)).toEqual(['one.txt', 'two.txt', 'three.csv'])
    expect(new Set(stored.map(({ id }) => id)).size).toBe(3)
    expect(onDisk(test).filter((file) => file.endsWith(sha256(content)))).toHaveLength(1)
  })

  it('leaves only ids, codes and digests on the trail', async () => {
    const id = await test.given.upload(manager, network.code, { name: 'secret-name.txt' })
    const rows: { action: string; subjectId: string }[] = await test.given.database.manager.query(
      `SELECT * FROM "audit_entry" WHERE "organisationCode" = '${network.code}'`,
    )
    expect(rows).toMatchObject([{ action: 'file.upload', subjectId: id }])
    expect(JSON.stringify(rows)).not.toContain('secret-name')
  })

  it.each([
    ['C:\\fakepath\\minutes.txt', 'minutes.txt'],
    ['../../etc/minutes.txt', 'minutes.txt'],
    ['cafe\u0301.txt', 'caf\u00e9.txt'],
    ['a\u202eb.txt', 'ab.txt'],
    [`${'n'.repeat(300)}.txt`, `${'n'.repeat(196)}.txt`],
  ])('keeps %j as %j', async (name, kept) => {
    await test.given.upload(manager, network.code, { name })
    expect(await rowsOf(test, network.code)).toMatchObject([{ name: kept }])
  })

  it('takes a file of 25 MB and refuses one of 26, whatever came with it', async () => {
    const content = Buffer.alloc(26 * MEGABYTE, 'a')
    const small = { name: 'small.txt', content: 'small' }
    expect(await refused([small, { name: 'large.txt', content }])).toMatchObject({ status: 413, code: 'BAD_USER_INPUT' })
    const response = await manager.upload({
      organisationCode: network.code,
      files: [{ name: 'full.txt', content: content.subarray(MEGABYTE) }],
    })
    expect(response.status).toBe(201)
  }, 60_000)

  it('refuses more than ten files', async () => {
    const files = Array.from({ length: 11 }, (_, index) => ({ name: `${index}.txt`, content: `text ${index}` }))
    expect(await refused(files)).toMatchObject({ status: 400, code: 'BAD_USER_INPUT', message: expect.stringContaining('10 files') })
  })

  it.each([
    ['a program called a PDF', 'run.pdf', Buffer.from('4d5a90000300', 'hex')],
    ['a picture called a PDF', 'picture.pdf', samples['photo.png']],
    ['a PDF called text', 'paper.txt', samples['minutes.pdf']],
    ['a spreadsheet called a document', 'sheet.docx', samples['figures.xlsx']],
    ['a web page', 'page.html', Buffer.from('<p>Hello')],
    ['a document with macros', 'macro.docm', samples['plan.docx']],
    ['no extension', 'minutes', Buffer.from('Minutes')],
    ['text with a null', 'null.txt', Buffer.from('a\u0000b')],
    ['text in UTF-16', 'wide.csv', Buffer.from('a,b', 'utf16le')],
    ['text that is none', 'bytes.txt', Buffer.from([0x41, 0x81, 0x42])],
    ['an empty file', 'empty.txt', Buffer.alloc(0)],
  ])('refuses %s', async (_, name, content) => {
    expect(await refused([{ name, content: content ?? '' }])).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' })
  })

  it('takes words that begin like a picture does', async () => {
    expect(await test.given.upload(manager, network.code, { name: 'bma.txt', content: 'BMA guidance on networks' })).not.toBe('')
  })

  it.each(['', 'ux0001', '../../x', 'UX0001\u0000'])('refuses the organisation code %j', async (organisationCode) => {
    const response = await manager.upload({ organisationCode, files: [{ name: 'a.txt', content: 'a' }] })
    expect(response.status).toBe(400)
  })

  it('wants the organisation before the files, and at least one file', async () => {
    const unnamed = await manager.upload({ files: [{ name: 'a.txt', content: 'a' }] })
    expect([unnamed.status, await unnamed.text()]).toEqual([400, expect.stringContaining('organisationCode before')])
    const none = await manager.upload({ organisationCode: network.code, files: [] })
    expect([none.status, await none.text()]).toEqual([400, expect.stringContaining('at least one file')])
  })

  it('refuses what is not multipart, or breaks off', async () => {
    const headers = { ...manager.authorization, 'content-type': 'multipart/form-data; boundary=x' }
    const broken = await fetch(`${test.url}/files`, { method: 'POST', headers, body: '--x\r\nContent-Disposition: form-data; name="a"' })
    expect([broken.status, await broken.text()]).toEqual([400, expect.stringContaining('BAD_USER_INPUT')])
    const json = await fetch(`${test.url}/files`, {
      method: 'POST',
      headers: { ...manager.authorization, 'content-type': 'application/json' },
      body: '{}',
    })
    expect([json.status, await json.text()]).toEqual([400, expect.stringContaining('multipart/form-data')])
  })

  it('outlives a body that is broken in several places', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=b', authorization: `Bearer ${manager.token}` }
    const body = '--b\r\nx\r\n\r\ny\r\n--b\r\nx\r\n\r\ny\r\n--b--'
    const response = await fetch(`${test.url}/files`, { method: 'POST', headers, body })
    expect(response.status).toBe(400)
    expect((await manager.send('{ viewer { person { id } } }')).status).toBe(200)
  })

  it("is closed to nobody, to readers, and to other networks' people", async () => {
    const files = [{ name: 'a.txt', content: 'a' }]
    expect(await refused(files, test.nobody)).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' })
    expect(await refused(files, await test.given.person('national-viewer', 'X24'))).toMatchObject({ status: 403, code: 'FORBIDDEN' })
    expect(await refused(files, await test.given.manager(await test.given.network()))).toMatchObject({ status: 404, code: 'NOT_FOUND' })
    expect(await refused(files, await test.given.commissioner(network))).toMatchObject({ status: 404, code: 'NOT_FOUND' })
    expect(await refused(files, manager, 'UX9999')).toMatchObject({ status: 404, code: 'NOT_FOUND' })
  })

  it('is open to practice staff for their network and to commissioners for their board', async () => {
    const staff = await test.given.person('practice-member', network.practiceCodes[0] ?? '')
    expect(await test.given.upload(staff, network.code)).not.toBe('')
    expect(await test.given.upload(await test.given.commissioner(network), network.boardCode)).not.toBe('')
  })

  it('keeps nothing of an upload whose connection is cut', async () => {
    const before = onDisk(test)
    const head = `--x\r\nContent-Disposition: form-data; name="organisationCode"\r\n\r\n${network.code}\r\n`
    const part = '--x\r\nContent-Disposition: form-data; name="files"; filename="half.txt"\r\n\r\n'
    const headers = { ...manager.authorization, 'content-type': 'multipart/form-data; boundary=x', 'content-length': String(5 * MEGABYTE) }
    const request = http.request(`${test.url}/files`, { method: 'POST', headers })
    request.on('error', () => undefined)
    request.write(head + part + 'a'.repeat(MEGABYTE))
    await until(() => onDisk(test).length > before.length)
    request.destroy()
    await until(() => onDisk(test).length === before.length)
    expect(await rowsOf(test, network.code)).toEqual([])
  })
})
