import { type Request } from 'express'
import { type Config } from '../../platform/config.js'
import { type Instant } from '../../platform/day.js'
import { momentInWords } from '../layout/words.js'

/** The whole address of a path on this server; null where there is none. */
export function linkOf(request: Request, { PUBLIC_URL }: Pick<Config, 'PUBLIC_URL'>, path: string | null): string | null {
  const origin = PUBLIC_URL?.replace(/\/$/, '') ?? `${request.protocol}://${request.get('host') ?? ''}`
  return path && `${origin}${path}`
}

/** What the page with a link says of it. */
export function linkPage(link: string | null, name: string, expiresAt: Instant) {
  return { link, name, until: momentInWords(expiresAt) }
}
