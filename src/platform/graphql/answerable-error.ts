import { unwrapResolverError } from '@apollo/server/errors'
import { Logger } from '@nestjs/common'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { randomUUID } from 'node:crypto'

const logger = new Logger('GraphQL')

/** What may be said of an error: ours and GraphQL's own as they are; anything else only as an id, under which the log has the rest. */
export function answerableError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = unwrapResolverError(error)
  if (original instanceof GraphQLError) return withoutTrace(formatted)
  const id = randomUUID()
  logger.error(`${id} ${original instanceof Error ? (original.stack ?? original.message) : String(original)}`)
  return {
    message: `Something went wrong on our side. Quote ${id} when you report it.`,
    path: formatted.path,
    locations: formatted.locations,
    extensions: { code: 'INTERNAL_SERVER_ERROR', id },
  }
}

function withoutTrace({ extensions = {}, ...rest }: GraphQLFormattedError): GraphQLFormattedError {
  const code =
    extensions['code'] === 'GRAPHQL_VALIDATION_FAILED' || extensions['code'] === 'GRAPHQL_PARSE_FAILED'
      ? 'BAD_USER_INPUT'
      : extensions['code']
  return { ...rest, extensions: { ...extensions, code, stacktrace: undefined } }
}
