import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import http from 'node:http'
import path from 'node:path'

type Handler = (request: http.IncomingMessage, response: http.ServerResponse) => Promise<unknown>

declare const loadNative: (module: string) => Promise<{
  startRealProvider: (test: object, port: number, appUrl: string, client: object) => Promise<http.Server>
}>

/** Somebody with an account at the provider. */
export interface ProviderAccount {
  readonly sub: string
  readonly name?: string
  readonly email?: string
  readonly email_verified?: boolean
}

/** A server of tests that can be stopped and started anew at the same address. */
export interface TestProvider {
  readonly issuer: string
  /** Who sits at the browser. */
  account: ProviderAccount
  close(): Promise<void>
}

export const CLIENT = { client_id: 'headroom', client_secret: 'a secret of tests' }

/** A real OpenID provider, at which whoever `account` is signs in without being asked. Its keys are new each time it starts. */
export async function startProvider(port: number, appUrl: string): Promise<TestProvider & { codeSeconds: number }> {
  const { startRealProvider } = await loadNative(path.resolve('test/support/openid-provider.mjs'))
  const issuer = `http://127.0.0.1:${port}`
  const test = { issuer, account: { sub: 'nobody' } as ProviderAccount, codeSeconds: 60, close: () => Promise.resolve() }
  const server = await startRealProvider(test, port, appUrl, CLIENT)
  test.close = () => stop(server)
  return test
}

/** What a forged answer differs in. */
export interface Forgery {
  readonly claims?: JWTPayload
  /** Signed with a key that was taken out of use. */
  readonly isOldKey?: boolean
  /** What the way back says of who it comes from. */
  readonly iss?: string
  readonly state?: string
}

/** A provider that says whatever a test wants, properly signed: what a real one never does wrong. */
export async function startForger(port: number): Promise<TestProvider & { forge: Forgery; rotate(): Promise<void> }> {
  const issuer = `http://127.0.0.1:${port}`
  const pairs = [await newPair()]
  const nonces = new Map<string, string>()
  const test = {
    ...{ issuer, account: { sub: 'nobody' } as ProviderAccount, forge: {} as Forgery, close: () => Promise.resolve() },
    rotate: async () => void pairs.push(await newPair()),
  }
  const routes: Record<string, Handler> = {
    '/.well-known/openid-configuration': (_, response) => send(response, discoveryOf(issuer)),
    '/jwks': (_, response) => send(response, { keys: [pairs.at(-1)?.jwk] }),
    '/authorize': (request, response) => {
      const { searchParams } = new URL(request.url ?? '', issuer)
      const back = new URL(searchParams.get('redirect_uri') ?? '')
      const code = String(nonces.size)
      nonces.set(code, searchParams.get('nonce') ?? '')
      back.search = new URLSearchParams({
        code,
        state: test.forge.state ?? searchParams.get('state') ?? '',
        iss: test.forge.iss ?? issuer,
      }).toString()
      return Promise.resolve(response.writeHead(303, { location: back.href }).end())
    },
    '/token': async (request, response) => {
      const code = new URLSearchParams(await textOf(request)).get('code') ?? ''
      const pair = (test.forge.isOldKey ? pairs.at(-2) : pairs.at(-1)) ?? pairs[0]
      if (!pair) throw new Error('no key')
      const now = Math.floor(Date.now() / 1000)
      const right = { iss: issuer, aud: CLIENT.client_id, iat: now, exp: now + 600, nonce: nonces.get(code), ...test.account }
      const token = new SignJWT({ ...right, ...test.forge.claims }).setProtectedHeader({ alg: 'ES256', kid: pair.jwk.kid })
      return send(response, { access_token: 'none', token_type: 'Bearer', id_token: await token.sign(pair.privateKey) })
    },
  }
  const server = http.createServer((request, response) => {
    const route = routes[new URL(request.url ?? '', issuer).pathname]
    if (route) void route(request, response)
    else response.writeHead(404).end()
  })
  await listen(server, port)
  test.close = () => stop(server)
  return test
}

function discoveryOf(issuer: string): object {
  return {
    ...{ issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks` },
    ...{ response_types_supported: ['code'], subject_types_supported: ['public'], code_challenge_methods_supported: ['S256'] },
    ...{ id_token_signing_alg_values_supported: ['ES256'], authorization_response_iss_parameter_supported: true },
  }
}

async function newPair() {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  return { privateKey, jwk: { ...(await exportJWK(publicKey)), alg: 'ES256', use: 'sig', kid: crypto.randomUUID() } }
}

async function textOf(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function send(response: http.ServerResponse, body: object): Promise<unknown> {
  return Promise.resolve(response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body)))
}

function listen(server: http.Server, port: number): Promise<void> {
  return new Promise((resolve) => server.listen(port, '127.0.0.1', resolve))
}

function stop(server: http.Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
