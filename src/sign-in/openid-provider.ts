import { Injectable } from '@nestjs/common'
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  discovery,
  enableNonRepudiationChecks,
  type IDToken,
  type ServerMetadata,
} from 'openid-client'
import { Config } from '../platform/config.js'
import { isLoopback } from '../platform/sign-in-settings.js'

/** How long what the provider says of itself is believed, in milliseconds. */
const BELIEVED_FOR = 60 * 60 * 1000

/** How long it may take to answer, in seconds. */
const PATIENCE = 10

/** Where the provider sends people back to. */
export const CALLBACK = '/sign-in/openid/callback'

/** The secrets of one way to the provider and back. */
export interface RoundTrip {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** The provider cannot be asked now. */
export class ProviderUnavailable extends Error {}

/** The OpenID provider: the authorization code flow with PKCE, as `openid-client` checks it. */
@Injectable()
export class OpenidProvider {
  private metadata: { readonly server: Promise<ServerMetadata>; readonly until: number } | undefined

  constructor(private readonly config: Config) {}

  /** Whether people sign in at a provider here. */
  get isUsed(): boolean {
    return this.config.SIGN_IN === 'openid'
  }

  /** Where somebody goes to say who they are. Errors: ProviderUnavailable. */
  async addressFor({ state, nonce, verifier }: RoundTrip, isAnew: boolean): Promise<URL> {
    return buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: this.ourAddress(CALLBACK),
      scope: 'openid profile email',
      ...{ state, nonce, code_challenge: await calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
      ...(isAnew && { prompt: 'login' }),
    })
  }

  /**
   * Who came back, from `query`. The token's signature is checked by the provider's keys as they are now: they are fetched each time, so that a key
   * that was taken out of use is refused at once. Errors: ProviderUnavailable; Error of openid-client for whatever does not fit.
   */
  async whoCame(query: string, { state, nonce, verifier }: RoundTrip): Promise<{ claims: IDToken; idToken: string }> {
    const configuration = await this.configuration()
    const came = new URL(this.ourAddress(CALLBACK) + query)
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true }
    const tokens = await authorizationCodeGrant(configuration, came, checks)
    const claims = tokens.claims()
    if (!claims || tokens.id_token === undefined) throw new Error('The provider sent no ID token')
    return { claims, idToken: tokens.id_token }
  }

  /** Where somebody signs out of the provider too; null when it has no such place or cannot be asked. */
  async signOutAddress(idToken: string | null): Promise<URL | null> {
    try {
      const configuration = await this.configuration()
      if (configuration.serverMetadata().end_session_endpoint === undefined) return null
      return buildEndSessionUrl(configuration, {
        post_logout_redirect_uri: this.ourAddress('/sign-in'),
        ...(idToken !== null && { id_token_hint: idToken }),
      })
    } catch (error) {
      if (error instanceof ProviderUnavailable) return null
      throw error
    }
  }

  /** What openid-client works with: new each time, so that it holds no keys from before. */
  private async configuration(): Promise<Configuration> {
    const server = await this.server()
    const { OPENID_CLIENT_ID = '', OPENID_CLIENT_SECRET = '' } = this.config
    const configuration = new Configuration(server, OPENID_CLIENT_ID, undefined, authenticationFor(server, OPENID_CLIENT_SECRET))
    configuration.timeout = PATIENCE
    enableNonRepudiationChecks(configuration)
    if (this.isOnThisMachine) allowInsecureRequests(configuration)
    return configuration
  }

  private async server(): Promise<ServerMetadata> {
    const now = performance.now()
    if (!this.metadata || this.metadata.until < now) this.metadata = { server: this.discover(), until: now + BELIEVED_FOR }
    try {
      return await this.metadata.server
    } catch (cause) {
      // What could not be found out is asked again the next time.
      this.metadata = undefined
      throw new ProviderUnavailable('The OpenID provider does not say what it is', { cause })
    }
  }

  private async discover(): Promise<ServerMetadata> {
    const { OPENID_ISSUER = '', OPENID_CLIENT_ID = '' } = this.config
    const options = { timeout: PATIENCE, ...(this.isOnThisMachine && { execute: [allowInsecureRequests] }) }
    return (await discovery(new URL(OPENID_ISSUER), OPENID_CLIENT_ID, undefined, undefined, options)).serverMetadata()
  }

  /** Without https only where nothing crosses a network, as in our tests. */
  private get isOnThisMachine(): boolean {
    const { protocol, hostname } = new URL(this.config.OPENID_ISSUER ?? '')
    return protocol === 'http:' && isLoopback(hostname)
  }

  private ourAddress(path: string): string {
    return new URL(path, this.config.PUBLIC_URL).href
  }
}

/** How the provider wants our secret: in the form where it says so, else as the standard has it. */
function authenticationFor(server: ServerMetadata, secret: string): ClientAuth {
  const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  return methods.includes('client_secret_basic') ? ClientSecretBasic(secret) : ClientSecretPost(secret)
}
