import { type Application, type Request, type Response } from 'express'

/** A cookie of a request; undefined when it was not sent. */
export function cookieOf(request: Request, name: string): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=')
    if (key === name && value) return value
  }
  return undefined
}

/** Set on the application whose public address is https: its cookies are secure, whatever a proxy before it says or does not say. */
export const PUBLIC_BY_HTTPS = 'public by https'

/** Whether the browser came by https: to us, or to the proxy before us. */
function isSecure(request: Request): boolean {
  return (
    (request.app as Application | undefined)?.get(PUBLIC_BY_HTTPS) === true ||
    request.secure ||
    request.headers['x-forwarded-proto'] === 'https'
  )
}

/**
 * What a cookie of ours is called: over https with the prefix by which browsers take it from this host alone, for all of it, and never from an
 * insecure page or a neighbour's.
 */
export function hostCookie(request: Request, name: string): string {
  return isSecure(request) ? `__Host-${name}` : name
}

/** Sets a cookie that no script can read and other sites' forms do not send. It ends with the browser; an empty value removes it. */
export function setCookie(request: Request, response: Response, name: string, value: string): void {
  const secure = isSecure(request) ? ['Secure'] : []
  const parts = [`${name}=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Lax', ...secure, ...(value ? [] : ['Max-Age=0'])]
  response.append('set-cookie', parts.join('; '))
}
