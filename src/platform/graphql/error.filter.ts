import { type ArgumentsHost, Catch } from '@nestjs/common'
import { BaseExceptionFilter } from '@nestjs/core'
import { type Response } from 'express'
import { RequestError } from '../request-error.js'

const statusOf: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  CONFLICT: 409,
}

/** Hands errors of resolvers to GraphQL, which answers and logs them, and answers errors about other requests with the same codes. */
@Catch()
export class ErrorFilter extends BaseExceptionFilter {
  override catch(exception: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() === 'graphql') return exception
    if (!(exception instanceof RequestError)) return super.catch(exception, host)
    const { message, extensions } = exception
    const response = host.switchToHttp().getResponse<Response>()
    response.status(statusOf[String(extensions['code'])] ?? 400).json({ errors: [{ message, extensions }] })
    return undefined
  }
}
