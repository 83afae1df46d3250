import { type NextFunction, type Request, type Response } from 'express'

/** Answers a body that could not be read (too large, cut short, not JSON) the way GraphQL answers: with a listed code. */
export function answerBadBodies(error: Error & { status?: number }, _request: Request, response: Response, next: NextFunction): void {
  const status = error.status ?? 500
  if (status < 400 || status >= 500) {
    next(error)
    return
  }
  const message = status === 413 ? 'The request is larger than 1 MB. Send files by the file route.' : 'The request is not readable JSON.'
  response.status(status).json({ errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] })
}
