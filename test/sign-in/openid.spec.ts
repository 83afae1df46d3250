import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { CredentialRepository } from '../../src/sign-in/credential.repository.js'
import { type TestApp } from '../support/app.js'
import { type Arrival, CookieJar } from '../support/cookie-jar.js'
import { freePort } from '../support/free-port.js'
import { type Forgery, startForger, startProvider } from '../support/openid.js'
import { givenKnown, givenLink, givenReset, openidOn, startReachable, viewerIn } from './situation.js'

const asha = { sub: 'asha', name: 'Asha Ferrow', email: 'asha.ferrow@quillhaven.example', email_verified: true }
const isCallback = (url: URL): boolean => url.pathname === '/sign-in/openid/callback'
const headingOf = ({ text }: Arrival): string => /<h1[^>]*>([^<]*)</.exec(text)?.[1] ?? ''
const REFUSED = 'We could not check who you are'
let wrongAnswers = 0

describe('signing in at a real OpenID provider', () => {
  let test: TestApp
  let provider: Awaited<ReturnType<typeof startProvider>>
  let port: number
  beforeAll(async () => {
    port = await freePort()
    test = await startReachable(openidOn(port))
    provider = await startProvider(port, test.url)
  })
  afterAll(async () => {
    await provider?.close()
    await test?.close()
  })

  const signIn = (jar: CookieJar, next = '/'): Promise<Arrival> => jar.open(`${test.url}/sign-in/openid?next=${encodeURIComponent(next)}`)
  const accept = async (jar: CookieJar, secret: string): Promise<Arrival> => {
    await jar.open(`${test.url}/invitation?secret=${secret}`)
    const { text } = await jar.open(`${test.url}/invitation`, { form: { way: 'provider' } })
    const onward = /content="0; url=([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    return jar.open(onward)
  }

  it('knows whoever accepted an invitation by it from then on, and signs out there too', async () => {
    const { code } = await test.given.network()
    provider.account = { ...asha, sub: 'first' }
    const jar = new CookieJar()
    expect((await accept(jar, await givenLink(test, { organisationCode: code }))).url.href).toBe(`${test.url}/`)
    const viewer = await viewerIn(jar, test)
    expect(viewer).toEqual({ id: expect.any(String), name: 'Asha Ferrow', roles: [`NETWORK_MANAGER ${code}`] })

    const elsewhere = new CookieJar()
    const arrival = await signIn(elsewhere, '/checklist?area=a')
    expect([arrival.status, arrival.url.pathname + arrival.url.search]).toEqual([200, '/checklist?area=a'])
    expect(await viewerIn(elsewhere, test)).toEqual(viewer)
    const { text } = await elsewhere.open(`${test.url}/sign-out`, { form: {} })
    expect(await viewerIn(elsewhere, test)).toBeNull()
    const onward = new URL(/content="0; url=([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '')
    expect(onward.href).toContain(`http://127.0.0.1:${port}/session/end?`)
    expect(onward.searchParams.get('post_logout_redirect_uri')).toBe(`${test.url}/sign-in`)
    expect(onward.searchParams.get('id_token_hint')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/)
    expect((await elsewhere.open(onward.href)).status).toBe(200)
  })

  it('tells somebody whom nobody invited what to do', async () => {
    provider.account = { sub: 'stranger', name: 'A Stranger', email: 'stranger@elsewhere.example', email_verified: true }
    const jar = new CookieJar()
    const arrival = await signIn(jar)
    expect([arrival.status, headingOf(arrival)]).toEqual([403, 'Headroom does not know you yet'])
    expect(arrival.text).toContain('for an invitation')
    expect(await viewerIn(jar, test)).toBeNull()
  })

  it('knows somebody by an address only when it is theirs for certain and they have no other way in', async () => {
    const personId = await givenKnown(test, 'tom.okell@quillhaven.example')
    const tom = { sub: 'tom', email: 'Tom.Okell@quillhaven.example' }
    provider.account = { ...tom, email_verified: false }
    expect(headingOf(await signIn(new CookieJar()))).toBe('Headroom does not know you yet')
    provider.account = { ...tom, email_verified: true }
    const jar = new CookieJar()
    await signIn(jar)
    const sessions = await test.given.database.manager.query<{ personId: string }[]>('SELECT "personId" FROM "session"')
    expect(sessions.map((session) => session.personId)).toContain(personId)
    // Whoever gets the address after him is somebody else.
    provider.account = { ...tom, sub: 'another tom', email_verified: true }
    expect(headingOf(await signIn(new CookieJar()))).toBe('Headroom does not know you yet')

    const withPassword = await givenKnown(test, 'pat@quillhaven.example')
    await test.given.database.transaction(() =>
      test.app.get(CredentialRepository).replace({
        ...{ personId: withPassword, passwordHash: '', authenticator: '', lastStep: 0, recoveryCodes: [], failures: 0, lockedUntil: null },
        changedAt: test.clock.now(),
      }),
    )
    provider.account = { sub: 'pat', email: 'pat@quillhaven.example', email_verified: true }
    expect(headingOf(await signIn(new CookieJar()))).toBe('Headroom does not know you yet')
  })

  it('gives nobody the address of an invitation: whose it is, the provider says', async () => {
    const { code } = await test.given.network()
    const secret = await givenLink(test, { organisationCode: code, email: 'victim@quillhaven.example' })
    provider.account = { sub: 'squatter', name: 'A Squatter', email: 'squatter@elsewhere.example', email_verified: true }
    await accept(new CookieJar(), secret)
    const rows = await test.given.database.manager.query<{ email: string }[]>('SELECT "email" FROM "person"')
    expect(rows.map(({ email }) => email)).toEqual(expect.arrayContaining(['squatter@elsewhere.example']))
    expect(rows.map(({ email }) => email)).not.toContain('victim@quillhaven.example')
    expect(headingOf(await accept(new CookieJar(), secret))).toBe('This invitation cannot be used any more')
  })

  it('believes no name that hides something: the invitation has one', async () => {
    const { code } = await test.given.network()
    provider.account = { sub: 'mirrored', name: 'Asha\u202EworreF' }
    const jar = new CookieJar()
    await accept(jar, await givenLink(test, { organisationCode: code }))
    expect((await viewerIn(jar, test))?.name).toBe('Asha Ferrow')
  })

  it('lets another account take the place of a lost one, and never somebody else’s', async () => {
    const personId = await givenKnown(test, null)
    provider.account = { sub: 'old' }
    await accept(new CookieJar(), await givenReset(test, personId))
    provider.account = { sub: 'new' }
    await accept(new CookieJar(), await givenReset(test, personId))
    provider.account = { sub: 'old' }
    expect(headingOf(await signIn(new CookieJar()))).toBe('Headroom does not know you yet')
    const other = await givenKnown(test, null)
    provider.account = { sub: 'new' }
    expect(headingOf(await accept(new CookieJar(), await givenReset(test, other)))).toBe('That account is somebody else’s here')
  })

  it('takes a way back once, in the browser that set out, and within ten minutes', async () => {
    provider.account = { ...asha, sub: 'first' }
    const jar = new CookieJar()
    const back = await jar.open(`${test.url}/sign-in/openid`, { stopAt: isCallback })
    const [thief, other] = [jar.copy(), new CookieJar()]
    expect(headingOf(await other.open(back.url.href))).toBe(REFUSED)
    await jar.open(back.url.href)
    expect(await viewerIn(jar, test)).not.toBeNull()
    expect(headingOf(await thief.open(back.url.href))).toBe(REFUSED)
    expect([await viewerIn(thief, test), await viewerIn(other, test)]).toEqual([null, null])

    const slow = new CookieJar()
    const late = await slow.open(`${test.url}/sign-in/openid`, { stopAt: isCallback })
    const day = test.clock.day
    test.clock.day = '2026-11-22'
    expect(headingOf(await slow.open(late.url.href))).toBe(REFUSED)
    test.clock.day = day
    wrongAnswers += 3
  })

  it('takes no code that was used or has expired', async () => {
    provider.account = { ...asha, sub: 'first' }
    const first = await new CookieJar().open(`${test.url}/sign-in/openid`, { stopAt: isCallback })
    const jar = new CookieJar()
    const back = await jar.open(`${test.url}/sign-in/openid`, { stopAt: isCallback })
    back.url.searchParams.set('code', first.url.searchParams.get('code') ?? '')
    expect(headingOf(await jar.open(back.url.href))).toBe(REFUSED)

    provider.codeSeconds = 1
    const slow = new CookieJar()
    const late = await slow.open(`${test.url}/sign-in/openid`, { stopAt: isCallback })
    provider.codeSeconds = 60
    await new Promise((resolve) => setTimeout(resolve, 2_100))
    expect(headingOf(await slow.open(late.url.href))).toBe(REFUSED)
    expect([await viewerIn(jar, test), await viewerIn(slow, test)]).toEqual([null, null])
    wrongAnswers += 2
  })

  it('starts a new session: a cookie known before is worth nothing after', async () => {
    provider.account = { ...asha, sub: 'first' }
    const victim = new CookieJar()
    victim.cookies(test.url).set('headroom_session', 'known-to-an-attacker')
    await signIn(victim)
    const first = victim.cookies(test.url).get('headroom_session')
    expect(first).toMatch(/^[\w-]{43}$/)
    const before = victim.copy()
    await signIn(victim)
    expect(victim.cookies(test.url).get('headroom_session')).not.toBe(first)
    const attacker = new CookieJar()
    attacker.cookies(test.url).set('headroom_session', 'known-to-an-attacker')
    expect([await viewerIn(attacker, test), await viewerIn(before, test)]).toEqual([null, null])
    expect(await viewerIn(victim, test)).not.toBeNull()
  })

  it('says so when somebody turns back, and goes on with new keys and after the provider was away', async () => {
    provider.account = { ...asha, sub: 'first' }
    const jar = new CookieJar()
    const back = await jar.open(`${test.url}/sign-in/openid`, { stopAt: isCallback })
    const state = back.url.searchParams.get('state') ?? ''
    const turned = new URLSearchParams({ error: 'access_denied', state, iss: provider.issuer })
    expect(headingOf(await jar.open(`${test.url}/sign-in/openid/callback?${turned.toString()}`))).toBe('You did not sign in')
    await provider.close()
    const away = await jar.open(back.url.href)
    expect(headingOf(away)).toBe(REFUSED)
    provider = await startProvider(port, test.url)
    provider.account = { ...asha, sub: 'first' }
    await signIn(jar)
    expect(await viewerIn(jar, test)).not.toBeNull()
  })
})

describe('a provider that says what is not so', () => {
  let test: TestApp
  let forger: Awaited<ReturnType<typeof startForger>>
  let port: number
  beforeAll(async () => {
    port = await freePort()
    test = await startReachable(openidOn(port))
  })
  afterAll(async () => {
    await forger?.close()
    await test?.close()
    process.stdout.write(`Shown: an OpenID provider’s answer was wrong, late or another’s in ${wrongAnswers} ways, and let nobody in\n`)
  })
  afterEach(() => {
    forger.forge = {}
  })

  it('is waited for: while it does not answer a page says so, and later it is asked again', async () => {
    const jar = new CookieJar()
    const arrival = await jar.open(`${test.url}/sign-in/openid`)
    expect([arrival.status, headingOf(arrival)]).toEqual([503, 'Your organisation’s sign-in does not answer'])
    forger = await startForger(port)
    forger.account = { sub: 'tom', email: 'tom.okell@quillhaven.example', email_verified: true }
    const personId = await givenKnown(test, 'tom.okell@quillhaven.example')
    await test.given.membership({ personId }, 'network-manager', (await test.given.network()).code)
    await jar.open(`${test.url}/sign-in/openid`)
    expect((await viewerIn(jar, test))?.name).toBe('Tom Okell')
  })

  const now = Math.floor(Date.now() / 1000)
  it.each<[string, Forgery]>([
    ['another issuer', { claims: { iss: 'https://elsewhere.example' } }],
    ['another audience', { claims: { aud: 'somebody else' } }],
    ['several audiences and another authorised party', { claims: { aud: ['headroom', 'other'], azp: 'other' } }],
    ['another nonce', { claims: { nonce: 'of another sign-in' } }],
    ['no nonce', { claims: { nonce: undefined } }],
    ['another state', { state: 'of another sign-in' }],
    ['a token that has expired', { claims: { iat: now - 900, exp: now - 300 } }],
    ['no subject', { claims: { sub: undefined } }],
    ['that another provider answered (mix-up)', { iss: 'https://elsewhere.example' }],
  ])('is not believed: %s', async (_, forge) => {
    forger.forge = forge
    const jar = new CookieJar()
    expect(headingOf(await jar.open(`${test.url}/sign-in/openid`))).toBe(REFUSED)
    expect(await viewerIn(jar, test)).toBeNull()
    wrongAnswers += 1
  })

  it('is believed by a new key at once, and by the one before no more', async () => {
    await forger.rotate()
    forger.forge = { isOldKey: true }
    const jar = new CookieJar()
    expect(headingOf(await jar.open(`${test.url}/sign-in/openid`))).toBe(REFUSED)
    forger.forge = {}
    await jar.open(`${test.url}/sign-in/openid`)
    expect((await viewerIn(jar, test))?.name).toBe('Tom Okell')
    wrongAnswers += 1
  })
})
