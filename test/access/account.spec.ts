import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { TokenEntity } from '../../src/access/token.entity.js'
import { TokenService } from '../../src/access/token.service.js'
import { startApp, type TestApp } from '../support/app.js'
import { Client } from '../support/client.js'
import { type NetworkGiven } from '../support/given.js'
import { trailOf } from '../support/trail.js'

const CREATE = `mutation ($input: CreateTokenInput!) { createToken(input: $input) {
  ... on TokenCreated { secret token { id name hint organisationCodes permissions lastUsedAt } } ... on Refusal { __typename message field } } }`
const REVOKE = 'mutation ($input: RevokeTokenInput!) { revokeToken(input: $input) { ... on TokenRevoked { tokenId } } }'
const ACT_AS = `mutation ($input: ActAsInput!) { actAs(input: $input) {
  ... on ActingAsChanged { actingAs { role organisationCode } } ... on Refusal { __typename message field } } }`
const VIEWER = '{ viewer { person { id } memberships { role organisationCode } } }'
const NETWORK = 'query ($code: String!) { network(odsCode: $code) { odsCode } }'

describe('what somebody does with their own account', () => {
  let test: TestApp
  let network: NetworkGiven
  let manager: Client
  let browser: Client
  const expiresOn = '2026-12-31'
  beforeAll(async () => {
    test = await startApp()
    network = await test.given.network()
    manager = await test.given.manager(network)
    browser = await test.given.browser(manager, 'Firefox')
  })
  afterAll(() => test.close())

  const token = (input: object = {}) =>
    browser.mutate(CREATE, {
      ...{ name: 'Monthly figures', organisationCodes: [network.code], permissions: ['NETWORK_READ', 'VIEWER_READ'], expiresOn, ...input },
    })
  const withToken = async (input: object = {}) => new Client(test.url, String((await token(input))['secret']))

  describe('tokens', () => {
    it('shows the secret once, starts it with a prefix that scanners know, and keeps only its end', async () => {
      const { secret, token: made } = await token()
      expect(secret).toMatch(/^headroom_[\w-]{43}$/)
      expect(made).toMatchObject({
        name: 'Monthly figures',
        hint: String(secret).slice(-4),
        organisationCodes: [network.code],
        lastUsedAt: null,
      })
      const rows = await test.given.database.manager.find(TokenEntity)
      expect(JSON.stringify(rows)).not.toContain(secret)
    })

    it('answers a request that was sent again without the secret, and makes no second token', async () => {
      const first = await token({ idempotencyKey: 'once' })
      const again = await token({ idempotencyKey: 'once' })
      expect(first['secret']).not.toBeNull()
      expect(again).toMatchObject({ secret: null, token: { id: first['token'].id } })
    })

    it('may be used for what it was made for, and nothing else', async () => {
      const program = await withToken()
      expect(await program.query(NETWORK, { code: network.code })).toMatchObject({ network: { odsCode: network.code } })
      expect(await program.codeOf('{ reviewQueue { nodes { id } } }')).toBe('FORBIDDEN')
      const priorities = await program.send(`{ network(odsCode: "${network.code}") { priorities { id } } }`)
      expect(priorities.errors[0]?.extensions['code']).toBe('FORBIDDEN')
    })

    it('reaches the organisations it was made for, and no other that its person is in', async () => {
      const other = await test.given.network()
      await test.given.membership(manager, 'clinical-director', other.code)
      const program = await withToken()
      expect(await manager.query(NETWORK, { code: other.code })).toMatchObject({ network: { odsCode: other.code } })
      expect(await program.codeOf(NETWORK, { code: other.code })).toBe('NOT_FOUND')
      expect((await program.query(VIEWER))['viewer'].memberships).toEqual([{ role: 'NETWORK_MANAGER', organisationCode: network.code }])
    })

    it('is refused with the very next request after it was revoked', async () => {
      const { secret, token: made } = await token()
      const program = new Client(test.url, String(secret))
      await program.query(VIEWER)
      await browser.mutate(REVOKE, { tokenId: made.id })
      expect(await program.codeOf(VIEWER)).toBe('UNAUTHENTICATED')
      expect(await browser.codeOf(REVOKE, { input: { tokenId: made.id } })).toBe('NOT_FOUND')
    })

    it('is over after its last day', async () => {
      const program = await withToken({ expiresOn: '2026-11-22' })
      test.clock.day = '2026-11-22'
      await program.query(VIEWER)
      test.clock.day = '2026-11-23'
      expect(await program.codeOf(VIEWER)).toBe('UNAUTHENTICATED')
      test.clock.day = '2026-11-21'
    })

    it('is told with when it was last used', async () => {
      const { secret, token: made } = await token()
      await new Client(test.url, String(secret)).query(VIEWER)
      const { viewer } = await browser.query('{ viewer { tokens { id lastUsedAt } } }')
      expect(viewer.tokens.find(({ id }: { id: string }) => id === made.id).lastUsedAt).toMatch(/^2026-11-21/)
    })

    it.each([
      [
        'an organisation one is not in',
        { organisationCodes: ['UX9999'] },
        'TokenBeyondPerson',
        'organisationCodes',
        /You are not in UX9999/,
      ],
      [
        'what one may not do',
        { permissions: ['OCCURRENCE_DECIDE'] },
        'TokenBeyondPerson',
        'permissions',
        /occurrence\.decide is not yours/,
      ],
      ['what only people do', { permissions: ['ACCOUNT_MANAGE'] }, 'TokenBeyondPerson', 'permissions', /for people in a browser only/],
      ['a day that is over', { expiresOn: '2026-11-20' }, 'TokenTooLong', 'expiresOn', /from today, 2026-11-21, to 2027-11-22/],
      ['more than a year', { expiresOn: '2027-11-23' }, 'TokenTooLong', 'expiresOn', /2027-11-23 is outside/],
    ])('cannot be made for %s', async (_, input, kind, field, message) => {
      expect(await token(input)).toEqual({ __typename: kind, field, message: expect.stringMatching(message) })
    })

    it('cannot make, see or end tokens and sessions by a token, so that a leaked one ends', async () => {
      const input = { name: 'More', organisationCodes: [network.code], permissions: ['NETWORK_READ'], expiresOn }
      expect(await manager.codeOf(CREATE, { input })).toBe('FORBIDDEN')
      const { data, errors } = await manager.send('{ viewer { sessions { id } tokens { id } canActAs { role } } }')
      expect(data).toEqual({ viewer: { sessions: null, tokens: null, canActAs: null } })
      expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'])
    })

    it('lets people in only where it was made for that, never because it is for everything', async () => {
      const email = `${manager.personId}@headroom.example`
      const people = `{ memberships(organisationCode: "${network.code}") { nodes { id } } }`
      const invite = 'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { __typename } }'
      const input = { organisationCode: network.code, role: 'NETWORK_MANAGER', name: 'A thief', email: 'thief@example.org' }
      const everything = new Client(test.url, await test.app.get(TokenService).createFor(email))
      expect((await everything.query(people))['memberships'].nodes.length).toBeGreaterThan(0)
      expect(await everything.codeOf(invite, { input })).toBe('FORBIDDEN')
      const named = await withToken({ permissions: ['MEMBERSHIP_MANAGE'] })
      expect(await named.mutate(invite, input)).toEqual({ __typename: 'MemberInvited' })
    })

    it('is on the trail of the organisations it was made for', async () => {
      const { token: made } = await token()
      const trail = await manager.query(`{ auditTrail(first: 5) { nodes { action subjectId } } }`)
      expect(trail['auditTrail'].nodes).toContainEqual({ action: 'token.create', subjectId: made.id })
    })

    it('is said there to be the server’s doing where the command line made it, and not its person’s', async () => {
      const email = `${manager.personId}@headroom.example`
      await test.app.get(TokenService).createFor(email, { organisationCodes: [network.code] })
      expect((await trailOf(test, network.code, 'token.create')).at(-1)?.actorId).toBeNull()
    })
  })

  describe('sessions', () => {
    it('lists where one is signed in, and signs out one or all the others', async () => {
      const [here, there, elsewhere] = [
        await test.given.browser(manager, 'Here'),
        await test.given.browser(manager, 'There'),
        await test.given.browser(manager, 'Else'),
      ]
      const { viewer } = await here.query('{ viewer { sessions { id browser method isThisOne endsAt } } }')
      const found = viewer.sessions as { id: string; browser: string; isThisOne: boolean; method: string }[]
      expect(found.find(({ browser: name }) => name === 'Here')).toMatchObject({ isThisOne: true, method: 'PASSWORD' })
      const sessionId = found.find(({ browser: name }) => name === 'There')?.id
      await here.mutate('mutation ($input: EndSessionInput!) { endSession(input: $input) { __typename } }', { sessionId })
      expect(await there.codeOf(VIEWER)).toBe('UNAUTHENTICATED')
      await elsewhere.query(VIEWER)
      await here.mutate('mutation ($input: EndOtherSessionsInput!) { endOtherSessions(input: $input) { __typename } }', {})
      expect(await elsewhere.codeOf(VIEWER)).toBe('UNAUTHENTICATED')
      await here.query(VIEWER)
      browser = await test.given.browser(manager, 'Firefox')
    })

    it('does not end, or tell of, somebody else’s', async () => {
      const other = await test.given.browser(await test.given.manager(network), 'Other')
      const { viewer } = await other.query('{ viewer { sessions { id } } }')
      const input = { sessionId: viewer.sessions[0].id }
      expect(await browser.codeOf('mutation ($input: EndSessionInput!) { endSession(input: $input) { __typename } }', { input })).toBe(
        'NOT_FOUND',
      )
      await other.query(VIEWER)
    })

    it('refuses what another site’s page sends with the cookie', async () => {
      const response = await fetch(`${test.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: browser.cookie ?? '', origin: 'https://elsewhere.example' },
        body: JSON.stringify({ query: VIEWER }),
      })
      expect(response.status).toBe(403)
    })
  })

  describe('acting as one', () => {
    it('narrows this browser to one of several things, and widens it again', async () => {
      const other = await test.given.network()
      const person = await test.given.person('network-manager', network.code)
      await test.given.membership(person, 'network-manager', other.code)
      const here = await test.given.browser(person)
      const chosen = { role: 'NETWORK_MANAGER', organisationCode: other.code }
      expect(await here.mutate(ACT_AS, chosen)).toEqual({ actingAs: chosen })
      const { viewer } = await here.query('{ viewer { memberships { role organisationCode } canActAs { organisationCode } } }')
      expect(viewer.memberships).toEqual([chosen])
      expect(viewer.canActAs).toHaveLength(2)
      expect(await here.codeOf(NETWORK, { code: network.code })).toBe('NOT_FOUND')
      expect(await here.mutate(ACT_AS, {})).toEqual({ actingAs: null })
      await here.query(NETWORK, { code: network.code })
    })

    it('refuses what one is not', async () => {
      expect(await browser.mutate(ACT_AS, { role: 'COMMISSIONER', organisationCode: network.boardCode })).toMatchObject({
        __typename: 'NotOneOfYours',
        field: 'role',
      })
    })
  })
})
