import { type Request } from 'express'
import { RequestError } from '../request-error.js'

/**
 * Whether a request was made by a page of ours, as far as browsers say: by `Origin`, else by `Sec-Fetch-Site`. A browser that says neither is not
 * believed. Reading is not asked about: what it answers cannot be read from elsewhere.
 */
export function isSameOrigin(request: Request): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true
  const { origin, host } = request.headers
  if (origin !== undefined) return hostOf(origin) === host
  return request.headers['sec-fetch-site'] === 'same-origin'
}

/** Errors: FORBIDDEN when a form or script of another site sent it. */
export function requireSameOrigin(request: Request): void {
  if (!isSameOrigin(request))
    throw new RequestError('FORBIDDEN', 'This was not sent by a page of this service. Open the page here and send it again.')
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host
  } catch {
    return undefined
  }
}
