import { type Request, type Response } from 'express'

/** A cookie of a request; undefined when it was not sent. */
export function cookieOf(request: Request, name: string): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=')
    if (key === name && value) return value
  }
  return undefined
}

/** Sets a cookie that no script can read and other sites' forms do not send. It ends with the browser; an empty value removes it. */
export function setCookie(request: Request, response: Response, name: string, value: string): void {
  const isSecure = request.secure || request.headers['x-forwarded-proto'] === 'https'
  const parts = [`${name}=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Lax', ...(isSecure ? ['Secure'] : []), ...(value ? [] : ['Max-Age=0'])]
  response.append('set-cookie', parts.join('; '))
}
