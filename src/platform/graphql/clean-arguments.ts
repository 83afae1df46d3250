import { MapperKind, mapSchema } from '@graphql-tools/utils'
import { defaultFieldResolver, type GraphQLFieldConfig, type GraphQLSchema } from 'graphql'
import { type RequestContext } from './allow.js'
import { RequestError } from '../request-error.js'

/** Refuses arguments with a NUL character, in any field: nobody types one, PostgreSQL takes none, and SQLite would only look whether it is there. */
export function cleanArguments(schema: GraphQLSchema): GraphQLSchema {
  return mapSchema(schema, { [MapperKind.OBJECT_FIELD]: cleaned, [MapperKind.ROOT_FIELD]: cleaned })
}

function cleaned(field: GraphQLFieldConfig<unknown, RequestContext>): GraphQLFieldConfig<unknown, RequestContext> {
  if (Object.keys(field.args ?? {}).length === 0) return field
  const resolve = field.resolve ?? defaultFieldResolver
  return {
    ...field,
    resolve: (source, args: Record<string, unknown>, context, info) => {
      const unclean = fieldWithNul(args, '')
      if (unclean !== undefined) {
        throw RequestError.badInput([{ field: unclean, message: `${unclean} must not contain control characters.` }])
      }
      return resolve(source, args, context, info)
    },
  }
}

/** The path of the first field that holds a NUL, however deep, as validation names fields; undefined when none does. */
function fieldWithNul(value: unknown, path: string): string | undefined {
  if (typeof value === 'string') return value.includes('\0') ? path : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, part] of Object.entries(value)) {
    const found = fieldWithNul(part, Array.isArray(value) ? path : path === '' || path === 'input' ? key : `${path}.${key}`)
    if (found !== undefined) return found
  }
  return undefined
}
