import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'

describe('GET /files/:id', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp()
  })
  afterAll(() => test.close())

  async function statusOf(by: { get(path: string): Promise<Response> }, id: string): Promise<number> {
    return (await by.get(`/files/${id}`)).status
  }

  it('serves an upload to whoever sent it, as a download that nobody keeps', async () => {
    const network = await test.given.network()
    const manager = await test.given.manager(network)
    const id = await test.given.upload(manager, network.code, { name: 'Café “plan” 100%.txt', content: 'The plan' })
    const response = await manager.get(`/files/${id}`)
    expect([response.status, await response.text()]).toEqual([200, 'The plan'])
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/plain',
      'content-length': '8',
      'content-disposition': `attachment; filename="Caf_ _plan_ 100_.txt"; filename*=UTF-8''Caf%C3%A9%20%E2%80%9Cplan%E2%80%9D%20100%25.txt`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    })
  })

  it('hides an upload from everybody else until it is attached, colleagues included', async () => {
    const network = await test.given.network()
    const id = await test.given.upload(await test.given.manager(network), network.code)
    expect(await statusOf(await test.given.manager(network), id)).toBe(404)
    expect(await statusOf(await test.given.director(network), id)).toBe(404)
    expect(await statusOf(await test.given.commissioner(network), id)).toBe(404)
    expect(await statusOf(test.nobody, id)).toBe(401)
  })

  it('serves what is attached to whoever sees the evidence, and to nobody else', async () => {
    const { network, manager, occurrence } = await test.given.openOccurrence()
    const id = await test.given.upload(manager, network.code)
    await test.given.evidence(manager, [occurrence.id], { fileIds: [id] })
    expect(await statusOf(manager, id)).toBe(200)
    expect(await statusOf(await test.given.director(network), id)).toBe(200)
    expect(await statusOf(await test.given.person('practice-member', network.practiceCodes[0] ?? ''), id)).toBe(200)
    expect(await statusOf(await test.given.manager(await test.given.network()), id)).toBe(404)
    expect(await statusOf(await test.given.person('national-viewer', 'X24'), id)).toBe(404)
    expect(await statusOf(await test.given.commissioner(network), id)).toBe(404)
  })

  it.each(['nothing', '00000000-0000-4000-8000-000000000000', '..%2f..%2fheadroom.sqlite', '%00'])('finds nothing under %s', async (id) => {
    const manager = await test.given.manager(await test.given.network())
    const response = await manager.get(`/files/${id}`)
    expect([response.status, await response.json()]).toMatchObject([404, { errors: [{ extensions: { code: 'NOT_FOUND' } }] }])
  })
})
