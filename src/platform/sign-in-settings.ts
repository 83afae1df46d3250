import net from 'node:net'

/** What has to do with signing in, as the environment gives it. */
export interface SignInSettings {
  readonly mode: 'demonstration' | 'production'
  readonly SIGN_IN?: 'local' | 'openid'
  readonly PUBLIC_URL?: string
  readonly SECRET_KEY?: string
  readonly OPENID_ISSUER?: string
  readonly OPENID_CLIENT_ID?: string
  readonly OPENID_CLIENT_SECRET?: string
  readonly TRUSTED_PROXIES?: string
}

/** The fewest bytes of a key, and the fewest different ones: 32 random bytes with fewer do not happen. */
const KEY_BYTES = 32
const DIFFERENT_BYTES = 16

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** Whether a host is this machine: traffic to it crosses no network. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.has(hostname)
}

/** Whether what a request asked for by name is this machine, whatever the port. */
export function isLoopbackHost(header: string | undefined): boolean {
  return header !== undefined && isLoopback(header.replace(/:\d+$/, ''))
}

/** What is wrong or missing, each as what to set. A production server starts with nothing missing; a demonstration with nothing of it at all. */
export function signInProblems(settings: SignInSettings, isServing: boolean): string[] {
  const isNeeded = isServing && (settings.mode === 'production' || settings.SIGN_IN !== undefined)
  return [
    ...(isNeeded && settings.SIGN_IN === undefined
      ? ['SIGN_IN must say how people sign in: local (accounts kept here) or openid (your organisation’s provider)']
      : []),
    ...keyProblems(settings.SECRET_KEY, isNeeded),
    ...addressProblems('PUBLIC_URL', settings.PUBLIC_URL, isNeeded, 'the address people open, such as https://headroom.example.org'),
    ...openidProblems(settings, isNeeded && settings.SIGN_IN === 'openid'),
    ...(settings.TRUSTED_PROXIES !== undefined && trustedProxies(settings.TRUSTED_PROXIES) === null
      ? ['TRUSTED_PROXIES must be how many proxies there are, such as 1, or their addresses, such as 10.0.0.5, 10.1.0.0/16']
      : []),
  ]
}

/** How many proxies to believe, or which; null when it says neither. */
export function trustedProxies(text: string | undefined): number | string[] | null {
  if (text === undefined) return null
  if (/^[1-9]$/.test(text.trim())) return Number(text)
  const addresses = text.split(',').map((address) => address.trim())
  return addresses.every(isAddress) ? addresses : null
}

function keyProblems(key: string | undefined, isNeeded: boolean): string[] {
  const wanted = 'SECRET_KEY must be 32 random bytes or more in base64 (openssl rand -base64 32 makes one)'
  if (key === undefined) return isNeeded ? [wanted] : []
  const bytes = /^[\w+/-]+=*$/.test(key) ? Buffer.from(key, 'base64') : Buffer.alloc(0)
  return bytes.length < KEY_BYTES || new Set(bytes).size < DIFFERENT_BYTES ? [wanted] : []
}

function addressProblems(name: string, address: string | undefined, isNeeded: boolean, meaning: string): string[] {
  if (address === undefined) return isNeeded ? [`${name} must be ${meaning}`] : []
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.search || url.hash) return [`${name} must be ${meaning}`]
  if (name === 'PUBLIC_URL' && url.pathname !== '/') return ['PUBLIC_URL must be an address without a path']
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) return [`${name} must start with https://`]
  return []
}

function openidProblems({ OPENID_ISSUER, OPENID_CLIENT_ID, OPENID_CLIENT_SECRET }: SignInSettings, isNeeded: boolean): string[] {
  return [
    ...addressProblems('OPENID_ISSUER', OPENID_ISSUER, isNeeded, 'the address of your OpenID provider, such as https://id.example.org'),
    ...(isNeeded && !OPENID_CLIENT_ID ? ['OPENID_CLIENT_ID must be what the provider calls this service'] : []),
    ...(isNeeded && !OPENID_CLIENT_SECRET ? ['OPENID_CLIENT_SECRET must be the secret the provider gave this service'] : []),
  ]
}

function isAddress(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/')
  const version = net.isIP(address)
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true
  return (
    version > 0 && rest.length === 0 && (prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128)))
  )
}
