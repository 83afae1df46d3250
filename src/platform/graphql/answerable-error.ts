import { unwrapResolverError } from '@apollo/server/errors'
import { Logger } from '@nestjs/common'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { randomUUID } from 'node:crypto'
import { type RequestErrorCode } from '../request-error.js'

const logger = new Logger('GraphQL')

/** Codes that are answered as they are: the closed list, and what went wrong here. */
const LISTED: ReadonlySet<string> = new Set<RequestErrorCode | 'INTERNAL_SERVER_ERROR'>([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'TOO_MANY_REQUESTS',
  'INTERNAL_SERVER_ERROR',
])

/** What may be said of an error: ours and GraphQL's own as they are; anything else only as an id, under which the log has the rest. */
export function answerableError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = unwrapResolverError(error)
  if (original instanceof GraphQLError) return withoutTrace(formatted)
  return { ...concealed(original), path: formatted.path, locations: formatted.locations }
}

/** What may be said of an error of ours: an id, under which the log has the rest. */
export function concealed(error: unknown) {
  const id = randomUUID()
  logger.error(`${id} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  const message = `Something went wrong on our side. Quote ${id} when you report it.`
  return { message, extensions: { code: 'INTERNAL_SERVER_ERROR', id } }
}

function withoutTrace({ extensions = {}, ...rest }: GraphQLFormattedError): GraphQLFormattedError {
  const code = isListed(extensions['code']) ? extensions['code'] : 'BAD_USER_INPUT'
  return { ...rest, extensions: { ...extensions, code, stacktrace: undefined } }
}

/** What the server behind the schema calls a bad request by many names is one of ours here. */
function isListed(code: unknown): boolean {
  return typeof code === 'string' && LISTED.has(code)
}
