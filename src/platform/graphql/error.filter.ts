import { type ArgumentsHost, Catch, HttpException, type HttpServer } from '@nestjs/common'
import { BaseExceptionFilter } from '@nestjs/core'
import { type Request, type Response } from 'express'
import { RequestError } from '../request-error.js'
import { type ErrorPage } from '../web/error-page.js'
import { concealed } from './answerable-error.js'

const statuses: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  CONFLICT: 409,
  TOO_MANY_REQUESTS: 429,
}

/** The HTTP status that says the same as an error's code. */
export function statusOf({ extensions }: RequestError): number {
  return statuses[String(extensions['code'])] ?? 400
}

/**
 * Hands errors of resolvers to GraphQL, which answers and logs them, shows errors to people in a browser as a page, and answers errors about other
 * requests with the same codes.
 */
@Catch()
export class ErrorFilter extends BaseExceptionFilter {
  constructor(
    server: HttpServer,
    private readonly pages: ErrorPage,
  ) {
    super(server)
  }

  override catch(exception: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() === 'graphql') return exception
    const http = host.switchToHttp()
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()]
    if (this.pages.isWanted(request)) return this.pages.show(exception, request, response)
    if (exception instanceof HttpException || this.isHttpError(exception)) return super.catch(exception, host)
    if (!(exception instanceof RequestError)) {
      response.status(500).json({ errors: [concealed(exception)] })
      return undefined
    }
    const { message, extensions } = exception
    response.status(statusOf(exception)).json({ errors: [{ message, extensions }] })
    return undefined
  }
}
