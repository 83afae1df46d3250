import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Secret, TOTP } from 'otpauth'
import { type TestApp } from '../support/app.js'
import { type Arrival, CookieJar } from '../support/cookie-jar.js'
import { givenKnown, givenLink, givenReset, startReachable, viewerIn } from './situation.js'

const PASSWORD = 'lantern gravel otter'
const SEED = 'a-seed-that-only-we-know'
const offered = `query ($secret: String!, $seed: String!) { invitation(secret: $secret) {
  name email acceptance invitedBy membership { role organisationCode } authenticator(seed: $seed) { secret uri } } }`
const acceptance = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename
  ... on InvitationAccepted { person { id name } membership { role organisationCode } recoveryCodes } ... on Refusal { field message } } }`

interface Account {
  readonly email: string
  readonly personId: string
  readonly secret: string
  readonly recoveryCodes: readonly string[]
}

describe('an account kept here', () => {
  let test: TestApp
  let made = 0
  /** Minutes after noon: the codes of an app depend on them. */
  let minutes = 0
  beforeAll(async () => {
    test = await startReachable({ TRUSTED_PROXIES: '1' })
    test.clock.now = () => new Date(Date.parse('2026-11-21T12:00:00.000Z') + minutes * 60_000).toISOString()
  })
  afterAll(() => test?.close())

  const later = (by = 1): void => void (minutes += by)
  const codeOf = (secret: string, stepsAgo = 0): string => {
    const timestamp = Date.parse(test.clock.now()) - stepsAgo * 30_000
    return new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 }).generate({ timestamp })
  }
  const setUp = async (secret: string, input: object = {}, seed = SEED): Promise<any> => {
    const { invitation } = await test.nobody.query(offered, { secret, seed })
    const code = invitation?.authenticator ? codeOf(invitation.authenticator.secret) : '000000'
    const answer = await test.nobody.mutate(acceptance, { secret, seed, password: PASSWORD, code, ...input })
    return { ...answer, secret: invitation?.authenticator?.secret }
  }
  const account = async (): Promise<Account> => {
    const { code } = await test.given.network()
    const email = `person${(made += 1)}@quillhaven.example`
    const { person, secret, recoveryCodes } = await setUp(await givenLink(test, { email, organisationCode: code }))
    later()
    return { email, personId: person.id, secret, recoveryCodes }
  }
  const signIn = (jar: CookieJar, typed: { email: string; password?: string; code: string }): Promise<Arrival> =>
    jar.open(`${test.url}/sign-in`, { form: { password: PASSWORD, next: '/', ...typed } })
  const tryWith = async (typed: { email: string; password?: string; code: string }): Promise<boolean> => {
    const form = { password: PASSWORD, next: '/', ...typed }
    const jar = new CookieJar()
    await jar.open(`${test.url}/sign-in`, { form, stopAt: () => true })
    return jar.cookies(test.url).has('headroom_session')
  }
  const fail = async ({ email }: Account, times: number): Promise<void> => {
    for (let left = times; left > 0; left -= 1) await tryWith({ email, password: 'not the password', code: '000000' })
  }

  it('is set up by an invitation, which it takes to be used', async () => {
    const network = await test.given.network()
    const [code = ''] = network.practiceCodes
    const manager = await test.given.manager(network)
    const link = {
      email: 'new@quillhaven.example',
      role: 'practice-member' as const,
      organisationCode: code,
      createdBy: manager.personId ?? null,
    }
    const secret = await givenLink(test, link)
    const { invitation } = await test.nobody.query(offered, { secret, seed: SEED })
    expect(invitation).toMatchObject({
      name: 'Asha Ferrow',
      acceptance: 'NEW_ACCOUNT',
      membership: { role: 'PRACTICE_MEMBER', organisationCode: code },
    })
    expect(invitation.invitedBy).toMatch(/^Person /)
    expect(invitation.authenticator.uri).toMatch(
      /^otpauth:\/\/totp\/Headroom:new%40quillhaven.example\?issuer=Headroom&secret=[A-Z2-7]{32}/,
    )

    // Whoever made the link may have looked at it: what they saw is not what the app of its person gets.
    expect((await test.nobody.query(offered, { secret, seed: 'a-seed-of-somebody-else' })).invitation.authenticator.secret).not.toBe(
      invitation.authenticator.secret,
    )
    expect(await setUp(secret, { password: 'too short' })).toMatchObject({ __typename: 'PasswordNotAllowed', field: 'password' })
    expect(await setUp(secret, { password: 'Asha Ferrow 2026' })).toMatchObject({ __typename: 'PasswordNotAllowed' })
    expect(await setUp(secret, { code: '000000' })).toMatchObject({ __typename: 'CodeWrong', field: 'code' })
    const accepted = await setUp(secret, { name: 'Asha Ferrow-Lund' })
    expect(accepted).toMatchObject({ __typename: 'InvitationAccepted', person: { name: 'Asha Ferrow-Lund' } })
    expect(new Set(accepted.recoveryCodes).size).toBe(10)
    expect((await test.nobody.query(offered, { secret, seed: SEED })).invitation).toBeNull()
    expect(await setUp(secret)).toMatchObject({ __typename: 'LinkClosed', field: 'secret' })
    const { auditTrail } = await manager.query('{ auditTrail { nodes { action } } }')
    expect(auditTrail.nodes).toContainEqual({ action: 'invitation.accept' })
    later()
    const jar = new CookieJar()
    await signIn(jar, { email: 'NEW@quillhaven.example', code: codeOf(accepted.secret) })
    expect(await viewerIn(jar, test)).toMatchObject({ name: 'Asha Ferrow-Lund', roles: [`PRACTICE_MEMBER ${code}`] })
  })

  it('is made by no link that was withdrawn or has expired, nor twice by one', async () => {
    const at = test.clock.now()
    for (const row of [{ withdrawnAt: at }, { expiresAt: at }]) {
      expect(await setUp(await givenLink(test, { email: 'late@quillhaven.example', ...row }))).toMatchObject({ __typename: 'LinkClosed' })
    }
    const secret = await givenLink(test, { email: 'twice@quillhaven.example' })
    const kinds = (await Promise.all([setUp(secret), setUp(secret)])).map(({ __typename }) => __typename)
    expect(kinds.sort()).toEqual(['InvitationAccepted', 'LinkClosed'])
  })

  it('is taken over by nobody who has a link for its address', async () => {
    const { email, personId, secret: app } = await account()
    const { code } = await test.given.network()
    const secret = await givenLink(test, { email, organisationCode: code })
    expect((await test.nobody.query(offered, { secret, seed: SEED })).invitation).toMatchObject({
      acceptance: 'SIGN_IN_FIRST',
      authenticator: null,
    })
    expect(await setUp(secret)).toMatchObject({ __typename: 'AcceptedAnotherWay' })
    // Its person signs in and accepts; somebody else who is signed in cannot.
    const [other, jar] = [new CookieJar(), new CookieJar()]
    const stranger = await account()
    await signIn(other, { email: stranger.email, code: codeOf(stranger.secret) })
    await other.open(`${test.url}/invitation?secret=${secret}`)
    const refused = await other.open(`${test.url}/invitation`, { form: {} })
    expect([refused.status, refused.text.includes('This is for another address than yours')]).toEqual([422, true])
    await signIn(jar, { email, code: codeOf(app) })
    const reset = await givenReset(test, personId, email)
    await jar.open(`${test.url}/invitation?secret=${secret}`)
    await jar.open(`${test.url}/invitation`, { form: {} })
    // Whoever made the link to sign in anew as them did not administer this network.
    expect(await setUp(reset)).toMatchObject({ __typename: 'LinkClosed' })
    expect((await viewerIn(jar, test))?.roles).toContain(`NETWORK_MANAGER ${code}`)
  })

  it('is entered by a password and a code, each code once, and by a new session', async () => {
    const { email, secret, recoveryCodes } = await account()
    const jar = new CookieJar()
    jar.cookies(test.url).set('headroom_session', 'known-to-an-attacker')
    await signIn(jar, { email, code: codeOf(secret) })
    expect(jar.cookies(test.url).get('headroom_session')).toMatch(/^[\w-]{43}$/)
    expect(await viewerIn(jar, test)).not.toBeNull()
    expect(await tryWith({ email, code: codeOf(secret) })).toBe(false)
    later()
    const code = codeOf(secret, 1)
    expect(await tryWith({ email, code: codeOf(secret, 2) })).toBe(false)
    expect((await Promise.all([1, 2, 3].map(() => tryWith({ email, code })))).filter(Boolean)).toHaveLength(1)
    expect(await tryWith({ email, code: ` ${recoveryCodes[0]?.toLowerCase().replaceAll('-', ' ')} ` })).toBe(true)
    expect(await tryWith({ email, code: recoveryCodes[0] ?? '' })).toBe(false)
    expect(await tryWith({ email, code: recoveryCodes[1] ?? '' })).toBe(true)
  })

  it('waits after five wrong tries, works again a quarter of an hour later, and says that there were tries', async () => {
    const given = await account()
    const { email, secret } = given
    await fail(given, 5)
    expect(await tryWith({ email, code: codeOf(secret) })).toBe(false)
    later(14)
    expect(await tryWith({ email, code: codeOf(secret) })).toBe(false)
    later(1)
    const jar = new CookieJar()
    const arrival = await signIn(jar, { email, code: codeOf(secret) })
    expect([arrival.url.pathname, arrival.text.includes('There were 5 wrong tries')]).toEqual(['/sign-in/noticed', true])
    expect(await viewerIn(jar, test)).not.toBeNull()
    later()
    expect((await signIn(new CookieJar(), { email, code: codeOf(secret) })).url.pathname).not.toBe('/sign-in/noticed')
  })

  it('counts tries that arrive together one by one', async () => {
    const { email, personId } = await account()
    await Promise.all(Array.from({ length: 12 }, () => tryWith({ email, password: 'not the password', code: '000000' })))
    const [row] = await test.given.database.manager.query<{ failures: number }[]>(
      `SELECT "failures" FROM "credential" WHERE "personId" = '${personId}'`,
    )
    expect(row?.failures).toBe(5)
  })

  it('is set up anew by an administrator’s link, which ends every way in there was', async () => {
    const given = await account()
    const { email, secret, personId } = given
    const jar = new CookieJar()
    await signIn(jar, { email, code: codeOf(secret) })
    await fail(given, 5)
    const link = await givenReset(test, personId, email)
    const accepted = await setUp(link, { password: 'pebble harbour thistle' })
    expect(accepted).toMatchObject({ __typename: 'InvitationAccepted', person: { id: personId }, membership: null })
    later()
    expect(await viewerIn(jar, test)).toBeNull()
    expect(await tryWith({ email, code: codeOf(secret) })).toBe(false)
    expect(await tryWith({ email, password: 'pebble harbour thistle', code: codeOf(secret) })).toBe(false)
    expect(await tryWith({ email, password: 'pebble harbour thistle', code: codeOf(accepted.secret) })).toBe(true)
  })

  it('tells nobody whether there is one: not by words, nor by the time it takes', async () => {
    const [right, locked] = [await account(), await account()]
    await fail(locked, 5)
    const kinds = {
      unknown: { email: 'nobody@quillhaven.example', code: '000000' },
      password: { email: right.email, password: 'not the password', code: codeOf(right.secret) },
      code: { email: right.email, code: '000000' },
      locked: { email: locked.email, code: codeOf(locked.secret) },
    }
    const told = new Set<string>()
    const fastest: Record<string, number> = {}
    for (let left = 4; left > 0; left -= 1) {
      for (const [kind, typed] of Object.entries(kinds)) {
        const before = performance.now()
        const { status, text } = await signIn(new CookieJar(), typed)
        fastest[kind] = Math.min(fastest[kind] ?? Infinity, performance.now() - before)
        told.add(`${status} ${text.replaceAll(typed.email, '')}`)
      }
    }
    expect(told.size).toBe(1)
    const times = Object.values(fastest)
    const said = Object.entries(fastest).map(([kind, time]) => `${kind} ${Math.round(time)} ms`)
    process.stdout.write(`Shown: wrong sign-ins are told in the same words after ${said.join(', ')}\n`)
    expect(Math.min(...times) / Math.max(...times)).toBeGreaterThan(1 / 3)
  })

  it('slows whoever tries many accounts from one address, and nobody at another', async () => {
    const from = (addressOf: (index: number) => string, tries: number): Promise<number[]> => {
      const body = () => new URLSearchParams({ email: `${Math.random()}@x.example`, password: 'x', code: '1' })
      const headers = (index: number) => ({ origin: test.url, 'x-forwarded-for': `198.51.100.9, ${addressOf(index)}` })
      return Promise.all(
        Array.from({ length: tries }, async (_, index) => {
          return (await fetch(`${test.url}/sign-in`, { method: 'POST', body: body(), headers: headers(index) })).status
        }),
      )
    }
    // One line has as many of these as it likes.
    const statuses = await from((index) => `2001:db8:7:1::${index.toString(16)}`, 62)
    expect([statuses.filter((status) => status === 422).length, statuses.filter((status) => status === 429).length]).toEqual([60, 2])
    expect(await from(() => '2001:db8:7:2::1', 1)).toEqual([422])
    expect(await from(() => '203.0.113.2', 1)).toEqual([422])
  })

  it('has its password and recovery codes changed by whoever knows the password', async () => {
    const { email, personId, secret, recoveryCodes } = await account()
    const jar = new CookieJar()
    await signIn(jar, { email, code: codeOf(secret) })
    const mutate = async (mutation: string, input: object): Promise<any> => {
      const headers = {
        'content-type': 'application/json',
        origin: test.url,
        cookie: `headroom_session=${jar.cookies(test.url).get('headroom_session')}`,
      }
      const body = JSON.stringify({ query: mutation, variables: { input } })
      const { data } = (await (await fetch(`${test.url}/graphql`, { method: 'POST', headers, body })).json()) as { data: any }
      return Object.values(data)[0]
    }
    const renew =
      'mutation ($input: NewRecoveryCodesInput!) { newRecoveryCodes(input: $input) { __typename ... on RecoveryCodesMade { recoveryCodes } } }'
    const change = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { __typename ... on Refusal { field } } }'
    expect(await mutate(renew, { password: 'not the password' })).toEqual({ __typename: 'PasswordWrong' })
    const renewed = await mutate(renew, { password: PASSWORD })
    expect(renewed.recoveryCodes).toHaveLength(10)
    expect(await tryWith({ email, code: recoveryCodes[0] ?? '' })).toBe(false)
    expect(await mutate(change, { currentPassword: 'not the password', newPassword: 'pebble harbour thistle' })).toEqual({
      ...{ __typename: 'PasswordWrong', field: 'currentPassword' },
    })
    expect(await mutate(change, { currentPassword: PASSWORD, newPassword: 'Password2026!' })).toEqual({
      __typename: 'PasswordNotAllowed',
      field: 'newPassword',
    })
    const forgotten = await givenReset(test, personId, email)
    expect(await mutate(change, { currentPassword: PASSWORD, newPassword: 'pebble harbour thistle' })).toEqual({
      __typename: 'PasswordChanged',
    })
    expect(await setUp(forgotten)).toMatchObject({ __typename: 'LinkClosed' })
    expect(await viewerIn(jar, test)).toBeNull()
    expect(await tryWith({ email, code: renewed.recoveryCodes[0] })).toBe(false)
    expect(await tryWith({ email, password: 'pebble harbour thistle', code: renewed.recoveryCodes[0] })).toBe(true)
  })

  it('is kept so that whoever reads the database cannot enter it', async () => {
    const { secret, personId, recoveryCodes } = await account()
    const [row] = await test.given.database.manager.query<Record<string, unknown>[]>(
      `SELECT * FROM "credential" WHERE "personId" = '${personId}'`,
    )
    const kept = JSON.stringify(row)
    for (const told of [PASSWORD, secret, ...recoveryCodes]) expect(kept).not.toContain(told)
    expect(row?.['passwordHash']).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  it('is not what a token can change, and nobody becomes known without a link', async () => {
    const network = await test.given.network()
    const manager = await test.given.manager(network)
    const change = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }'
    expect(await manager.codeOf(change, { input: { currentPassword: PASSWORD, newPassword: PASSWORD } })).toBe('FORBIDDEN')
    expect((await test.nobody.query(offered, { secret: 'a-secret-that-no-link-has', seed: SEED })).invitation).toBeNull()
    expect(
      await tryWith({ email: (await givenKnown(test, 'known@quillhaven.example')) && 'known@quillhaven.example', code: '000000' }),
    ).toBe(false)
  })
})
