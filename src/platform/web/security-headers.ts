import { type NextFunction, type Request, type Response } from 'express'

/** Nothing but our own files may run, style, show or be spoken to; nobody may frame a page; forms go here only. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS = {
  'cache-control': 'private, no-store',
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Not "no-referrer", with which browsers would hide the origin of our own forms.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

/**
 * Allows style elements that carry this nonce, on this answer alone: GraphiQL's menus make one each while they are open. No inline script, no style
 * attribute and no other host is allowed by it.
 */
export function allowStyleOf(response: Response, nonce: string): void {
  response.setHeader('content-security-policy', POLICY.replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`))
}

/** Sets the headers every answer has; a route may set others: our own files may be kept. */
export function setSecurityHeaders(_request: Request, response: Response, next: NextFunction): void {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value)
  response.removeHeader('x-powered-by')
  next()
}
