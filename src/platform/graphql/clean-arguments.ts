import { MapperKind, mapSchema } from '@graphql-tools/utils'
import { Extensions } from '@nestjs/graphql'
import { defaultFieldResolver, type GraphQLFieldConfig, type GraphQLSchema } from 'graphql'
import { type PatientGuard, typedNumbers } from '../patient-guard/patient-guard.js'
import { RequestError } from '../request-error.js'
import { type RequestContext } from './allow.js'

/** Lets one argument of a field hold a patient's number: for the field that is told what is none. */
export const TakesNumber = (argument: string) => Extensions({ takesNumber: argument })

/**
 * Looks at every argument of every field before anything is done with it, and refuses a NUL character (nobody types one, PostgreSQL takes none, and SQLite would only look whether it is there)
 * and whatever looks like a patient's NHS number.
 */
export function cleanArguments(schema: GraphQLSchema, guard: PatientGuard): GraphQLSchema {
  const cleaned = (field: GraphQLFieldConfig<unknown, RequestContext>) => cleanedField(field, guard)
  return mapSchema(schema, { [MapperKind.OBJECT_FIELD]: cleaned, [MapperKind.ROOT_FIELD]: cleaned })
}

function cleanedField(
  field: GraphQLFieldConfig<unknown, RequestContext>,
  guard: PatientGuard,
): GraphQLFieldConfig<unknown, RequestContext> {
  if (Object.keys(field.args ?? {}).length === 0) return field
  const resolve = field.resolve ?? defaultFieldResolver
  const { takesNumber } = (field.extensions ?? {}) as { takesNumber?: string }
  return {
    ...field,
    resolve: (source, args: Record<string, unknown>, context, info) => {
      const unclean = fieldWithNul(args, '')
      if (unclean !== undefined) {
        throw RequestError.badInput([{ field: unclean, message: `${unclean} must not contain control characters.` }])
      }
      const numbers = typedNumbers(args).filter((number) => number.field !== takesNumber)
      if (numbers.length === 0) return resolve(source, args, context, info)
      return guard.refuseTyped(context.caller.personId, numbers).then(() => resolve(source, args, context, info))
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
