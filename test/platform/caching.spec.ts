import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'

describe('answers', () => {
  let test: TestApp
  beforeAll(async () => (test = await startApp()))
  afterAll(() => test.close())

  it('over GraphQL are kept by nobody on the way', async () => {
    const response = await test.nobody.post(JSON.stringify({ query: '{ service { today } }' }))
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('private, no-store')
  })
})
