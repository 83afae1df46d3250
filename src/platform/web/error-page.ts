import { HttpException, Injectable, Logger } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { randomUUID } from 'node:crypto'
import { RequestError } from '../request-error.js'
import { Templates } from './templates.js'

const logger = new Logger('Pages')

const statusOf: Readonly<Record<string, number>> = {
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  CONFLICT: 409,
  TOO_MANY_REQUESTS: 429,
}

/** Tells people in a browser what went wrong, in a page; whoever is not signed in is taken to sign in and back. */
@Injectable()
export class ErrorPage {
  constructor(private readonly templates: Templates) {}

  /** Whether whoever asks would rather read a page than JSON. */
  isWanted(request: Request): boolean {
    return request.accepts(['json', 'html']) === 'html'
  }

  async show(error: unknown, request: Request, response: Response): Promise<void> {
    const code = error instanceof RequestError ? String(error.extensions['code']) : ''
    if (code === 'UNAUTHENTICATED') {
      response.redirect(303, `/sign-in?next=${encodeURIComponent(request.method === 'GET' ? request.originalUrl : '/')}`)
      return
    }
    const status = error instanceof HttpException ? error.getStatus() : (statusOf[code] ?? sendersMistake(error) ?? 500)
    const id = status >= 500 ? randomUUID() : null
    if (id) logger.error(`${id} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    response.status(status)
    const message = error instanceof RequestError ? error.message : null
    await this.templates.send(request, response, 'layout/error.page.njk', { ...wordsOf(status), status, message, id })
  }
}

/** The status of what could not be read before it reached us, such as too large a body. */
function sendersMistake(error: unknown): number | undefined {
  const status = (error as { readonly statusCode?: unknown } | null)?.statusCode
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined
}

function wordsOf(status: number): { title: string } {
  switch (status) {
    case 403:
      return { title: 'You cannot see or do this' }
    case 404:
      return { title: 'Page not found' }
    case 400:
    case 409:
      return { title: 'This could not be done' }
    default:
      return status >= 500 ? { title: 'Sorry, there is a problem' } : { title: 'This could not be done' }
  }
}
