import { randomBytes, randomUUID } from 'node:crypto'
import { AccessRepository } from '../../src/access/access.repository.js'
import { type InvitationEntity } from '../../src/access/invitation.entity.js'
import { InvitationRepository } from '../../src/access/invitation.repository.js'
import { secretDigest } from '../../src/access/secret.js'
import { addHours } from '../../src/platform/day.js'
import { startApp, type TestApp } from '../support/app.js'
import { type CookieJar } from '../support/cookie-jar.js'
import { freePort } from '../support/free-port.js'
import { CLIENT } from '../support/openid.js'

/** The application as people reach it, so that the provider can send them back. */
export async function startReachable(env: NodeJS.ProcessEnv = {}): Promise<TestApp> {
  const port = await freePort()
  return startApp({ env: { PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}`, ...env } })
}

/** The settings for a provider on a port. */
export function openidOn(port: number): NodeJS.ProcessEnv {
  const { client_id: OPENID_CLIENT_ID, client_secret: OPENID_CLIENT_SECRET } = CLIENT
  return {
    SIGN_IN: 'openid',
    OPENID_ISSUER: `http://127.0.0.1:${port}`,
    OPENID_CLIENT_ID,
    OPENID_CLIENT_SECRET,
    OPENID_LABEL: 'Sign in with your NHS account',
  }
}

/** A one-time link to be a network's manager, unless said otherwise: its secret. */
export async function givenLink({ app, clock, given }: TestApp, row: Partial<InvitationEntity> = {}): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  const createdAt = clock.now()
  const link: InvitationEntity = {
    ...{
      id: randomUUID(),
      kind: 'INVITATION',
      personId: null,
      email: 'asha.ferrow@quillhaven.example',
      name: 'Asha Ferrow',
      role: 'network-manager',
    },
    ...{ organisationCode: 'UX0001', startsOn: clock.today(), endsOn: null, hash: secretDigest(secret), createdAt, createdBy: null },
    ...{ expiresAt: addHours(createdAt, 7 * 24), usedAt: null, usedBy: null, withdrawnAt: null, ...row },
  }
  await given.database.transaction(() => app.get(InvitationRepository).add(link))
  return secret
}

/** A one-time link by which somebody sets up anew how they sign in. */
export function givenReset(test: TestApp, personId: string, email = ''): Promise<string> {
  return givenLink(test, { kind: 'RESET', personId, email, role: null, organisationCode: null, startsOn: null })
}

/** Somebody known by an address, who cannot sign in yet. */
export async function givenKnown({ app, clock, given }: TestApp, email: string | null): Promise<string> {
  const person = { id: randomUUID(), name: 'Tom Okell', email, invented: false, recordedAt: clock.now(), erasedAt: null }
  await given.database.transaction(() => app.get(AccessRepository).addPerson(person, []))
  return person.id
}

/** Who is signed in in a browser, with what they are; null when nobody is. */
export async function viewerIn(jar: CookieJar, { url }: TestApp): Promise<{ id: string; name: string; roles: string[] } | null> {
  const query = '{ viewer { person { id name } memberships { role organisationCode } } }'
  const cookie = [...jar.cookies(url)].map(([name, value]) => `${name}=${value}`).join('; ')
  const headers = { 'content-type': 'application/json', cookie, origin: url }
  const { data } = (await (await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })).json()) as {
    data: any
  }
  if (!data?.viewer) return null
  const { person, memberships } = data.viewer
  return { ...person, roles: memberships.map((one: any) => `${one.role} ${one.organisationCode}`) }
}
