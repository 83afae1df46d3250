import http from 'node:http'
import { exportJWK, generateKeyPair } from 'jose'
import Provider from 'oidc-provider'

/**
 * A real OpenID provider on a port of this machine, at which whoever `test.account` is signs in without being asked. Its keys are new each time it starts. Loaded by Node
 * itself, outside the sandbox of a test, whose plain objects it would not take for such.
 */
export async function startRealProvider(test, port, appUrl, client) {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const key = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: crypto.randomUUID() }
  const provider = new Provider(test.issuer, {
    clients: [
      {
        ...client,
        redirect_uris: [`${appUrl}/sign-in/openid/callback`],
        post_logout_redirect_uris: [`${appUrl}/sign-in`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    jwks: { keys: [key] },
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['of tests'] },
    ttl: { AuthorizationCode: () => test.codeSeconds, Interaction: 60, Session: 600, Grant: 600, IdToken: 600, AccessToken: 600 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...test.account, sub }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  const server = http.createServer((request, response) => {
    if (!request.url.startsWith('/interaction/')) return answer(request, response)
    return provider.interactionFinished(request, response, { login: { accountId: test.account.sub } })
  })
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve))
  return server
}
