import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import http from 'node:http'
import { startApp, type TestApp } from '../support/app.js'

const viewer = JSON.stringify({ query: '{ viewer { person { id } } }' })

describe('signing in with a browser', () => {
  let test: TestApp
  let personId: string
  beforeAll(async () => {
    test = await startApp({ mode: 'demonstration' })
    personId = (await test.given.manager(await test.given.network())).personId ?? ''
  })
  afterAll(() => test.close())

  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = { origin: test.url }) =>
    fetch(`${test.url}${path}`, { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' })
  const cookieOf = (response: Response): string => response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const signIn = async (next = '/'): Promise<Response> => post('/sign-in', { personId, next })
  const ask = async (cookie: string, headers: Record<string, string> = { origin: test.url }) => {
    const sent = { method: 'POST', body: viewer, headers: { 'content-type': 'application/json', cookie, ...headers } }
    return (await (await fetch(`${test.url}/graphql`, sent)).json()) as { data?: { viewer?: { person: { id: string } } | null } }
  }
  const isSignedIn = async (cookie: string): Promise<boolean> => (await ask(cookie)).data?.viewer?.person.id === personId

  it('starts a session known by a cookie that scripts cannot read', async () => {
    const response = await signIn('/checklist?area=a')
    expect([response.status, response.headers.get('location')]).toEqual([303, '/checklist?area=a'])
    expect(response.headers.getSetCookie()[0]).toMatch(/^headroom_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(await isSignedIn(cookieOf(response))).toBe(true)
  })

  it('marks the cookie as secure where the service is reached over TLS', async () => {
    const response = await post('/sign-in', { personId, next: '/' }, { origin: test.url, 'x-forwarded-proto': 'https' })
    expect(response.headers.getSetCookie()[0]).toContain('; Secure')
  })

  it('changes the session at every sign-in, and ends the one before', async () => {
    const before = cookieOf(await signIn())
    const after = cookieOf(await post('/sign-in', { personId, next: '/' }, { origin: test.url, cookie: before }))
    expect(after).not.toBe(before)
    expect([await isSignedIn(before), await isSignedIn(after)]).toEqual([false, true])
  })

  it('ends a session on signing out', async () => {
    const cookie = cookieOf(await signIn())
    const response = await post('/sign-out', {}, { origin: test.url, cookie })
    expect(response.headers.getSetCookie()[0]).toContain('Max-Age=0')
    expect(await isSignedIn(cookie)).toBe(false)
  })

  it('ends a session that lies idle, and the busiest after twelve hours', async () => {
    const { clock } = test
    const real = clock.now.bind(clock)
    try {
      const at = (minutes: number) => {
        clock.now = () => new Date(Date.parse('2026-11-21T09:00:00.000Z') + minutes * 60_000).toISOString()
      }
      at(0)
      const idle = cookieOf(await signIn())
      const busy = cookieOf(await signIn())
      for (let minutes = 0; minutes < 720; minutes += 29) {
        at(minutes)
        expect(await isSignedIn(busy)).toBe(true)
      }
      expect(await isSignedIn(idle)).toBe(false)
      at(720)
      expect(await isSignedIn(busy)).toBe(false)
    } finally {
      clock.now = real
    }
  })

  it.each([
    ['another site', { origin: 'https://elsewhere.example' }],
    ['no site at all', {}],
    ['a site of the same name on another port', { origin: 'http://127.0.0.1:1' }],
    ['a page without an origin', { origin: 'null' }],
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
  ])('takes no form from %s', async (_, headers) => {
    expect((await post('/sign-in', { personId, next: '/' }, headers)).status).toBe(403)
    const cookie = cookieOf(await signIn())
    expect((await post('/sign-out', {}, { ...headers, cookie })).status).toBe(403)
    expect(await isSignedIn(cookie)).toBe(true)
  })

  it('believes a session over GraphQL only from a page of its own', async () => {
    const cookie = cookieOf(await signIn())
    expect((await ask(cookie, { origin: 'https://elsewhere.example' })).data?.viewer).toBeUndefined()
    expect((await ask(cookie, {})).data?.viewer).toBeUndefined()
    expect((await ask(cookie, { 'sec-fetch-site': 'same-origin' })).data?.viewer?.person.id).toBe(personId)
  })

  it.each(['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example', '/sign-out'])(
    'does not lead on to %s',
    async (next) => {
      expect((await signIn(next)).headers.get('location')).toBe('/')
    },
  )

  it.each(['headroom.attacker.example', '127.0.0.1.attacker.example', 'attacker.example:3000'])(
    'offers and signs in nobody by the name %s',
    async (host) => {
      // As a page elsewhere reaches this machine whose name leads to it: fetch would not send such a Host.
      const asked = (method: string, path: string, type: string, body: string): Promise<{ status?: number; text: string }> =>
        new Promise((resolve, reject) => {
          const headers = { host, origin: `http://${host}`, 'content-type': type }
          const request = http.request(`${test.url}${path}`, { method, headers }, (response) => {
            response.setEncoding('utf8')
            let text = ''
            response.on('data', (part: string) => (text += part)).on('end', () => resolve({ status: response.statusCode, text }))
          })
          request.on('error', reject).end(body)
        })
      const personas = JSON.stringify({ query: '{ personas { person { id } } }' })
      expect((await asked('POST', '/graphql', 'application/json', personas)).text).toBe('{"data":{"personas":[]}}\n')
      expect((await asked('GET', '/sign-in', 'text/plain', '')).text).not.toContain(personId)
      const form = new URLSearchParams({ personId, next: '/' }).toString()
      expect((await asked('POST', '/sign-in', 'application/x-www-form-urlencoded', form)).status).toBe(404)
    },
  )

  it('signs nobody in who was not invented', async () => {
    expect((await post('/sign-in', { personId: 'nobody', next: '/' })).status).toBe(404)
  })

  it('takes whoever is not signed in to sign in and back', async () => {
    const response = await fetch(`${test.url}/checklist?status=OPEN`, { headers: { accept: 'text/html' }, redirect: 'manual' })
    expect([response.status, response.headers.get('location')]).toEqual([303, '/sign-in?next=%2Fchecklist%3Fstatus%3DOPEN'])
  })
})

describe('signing in in production', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp({ env: { PUBLIC_URL: 'https://headroom.example.org' } })
  })
  afterAll(() => test.close())

  it('has cookies that browsers take by https alone, and from nobody else', async () => {
    const response = await fetch(`${test.url}/invitation?secret=${'x'.repeat(40)}`, { redirect: 'manual' })
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-headroom_link=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax; Secure$/),
    ])
    expect(response.headers.get('location')).toBe('/invitation')
  })

  it('offers no invented people and signs none in', async () => {
    const { personId = '' } = await test.given.manager(await test.given.network())
    expect(await (await fetch(`${test.url}/sign-in`)).text()).not.toContain(personId)
    expect(await test.nobody.query('{ personas { person { id } } }')).toEqual({ personas: [] })
    const body = new URLSearchParams({ personId, next: '/' })
    const response = await fetch(`${test.url}/sign-in`, { method: 'POST', body, headers: { origin: test.url }, redirect: 'manual' })
    expect([response.status, response.headers.getSetCookie()]).toEqual([404, []])
  })
})
