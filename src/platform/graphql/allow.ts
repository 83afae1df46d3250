import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import { Extensions, GqlExecutionContext } from '@nestjs/graphql'
import { MapperKind, mapSchema } from '@graphql-tools/utils'
import { defaultFieldResolver, type GraphQLFieldConfig, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql'
import { RequestError } from '../request-error.js'

/** The rows of the permission table. `access/` declares them here, so that a typing slip in `@Allow` does not compile. */
export interface PermissionTable {}
export type Permission = Extract<keyof PermissionTable, string>

/** What a resolver may know of who is calling. */
export interface Caller {
  /** The person calling; null when nobody has signed in. */
  readonly personId: string | null
  /** By what they are known: the session of a browser, or a token; null for nobody, and for what runs without either. */
  readonly through: { readonly kind: 'session' | 'token'; readonly id: string } | null
  /** What they are, as far as it counts for this request. */
  readonly memberships: readonly { readonly role: string; readonly organisationCode: string }[]
  /** Whether the caller holds a permission anywhere, or at the organisation the parent row belongs to. */
  may(permission: Permission): boolean
  /** Where the caller holds a permission: what queries are narrowed to. */
  scopeOf(permission: Permission): unknown
}

/** What every resolver finds as its GraphQL context. */
export interface RequestContext {
  readonly caller: Caller
  /** What the request asked for by name: `Host`. */
  readonly host?: string
  /** When the time for this request is over, by `performance.now()`. */
  readonly endsAt?: number
}

/** Needs a permission. Wrapped around the resolver when the schema is built, so it holds for child fields, `node` and pages alike. */
export const Allow = (permission: Permission) => Extensions({ permission })

/** Needs nothing: only for what says nothing about anybody. */
export const AllowEverybody = () => Extensions({ permission: 'everybody' })

/** The scope the field's permission gives the caller. */
export const Scope = createParamDecorator((_: unknown, context: ExecutionContext): unknown => {
  const graphql = GqlExecutionContext.create(context)
  const { parentType, fieldName } = graphql.getInfo<GraphQLResolveInfo>()
  const permission = permissionOf(parentType.getFields()[fieldName])
  if (!permission || permission === 'everybody') throw new Error(`${parentType.name}.${fieldName} takes a scope but declares no permission`)
  return graphql.getContext<RequestContext>().caller.scopeOf(permission)
})

/** Who is calling. */
export const CurrentCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): unknown => GqlExecutionContext.create(context).getContext<RequestContext>().caller,
)

/** The permission a field declares, if any. */
export function permissionOf(field: { extensions?: unknown } | undefined): Permission | 'everybody' | undefined {
  return (field?.extensions as { permission?: Permission | 'everybody' } | undefined)?.permission
}

/** Closes the schema: a root field without a permission cannot be called, and a field with one only by those who hold it. */
export function enforcePermissions(schema: GraphQLSchema): GraphQLSchema {
  return mapSchema(schema, {
    [MapperKind.ROOT_FIELD]: (field: GraphQLFieldConfig<unknown, RequestContext>) => guarded(field, true),
    [MapperKind.OBJECT_FIELD]: (field: GraphQLFieldConfig<unknown, RequestContext>) => guarded(field, false),
  })
}

function guarded(field: GraphQLFieldConfig<unknown, RequestContext>, isRoot: boolean): GraphQLFieldConfig<unknown, RequestContext> {
  const permission = permissionOf(field)
  if (permission === 'everybody' || (!permission && !isRoot)) return field
  const resolve = field.resolve ?? defaultFieldResolver
  return {
    ...field,
    resolve: (source, args, context, info) => {
      if (!permission) throw new RequestError('FORBIDDEN', `Nobody may use ${info.fieldName}.`)
      if (!context.caller.may(permission)) throw refusal(context.caller, info.fieldName)
      if (context.endsAt !== undefined && performance.now() > context.endsAt) throw tooLong(info.fieldName)
      return resolve(source, args, context, info)
    },
  }
}

/** What has not begun when the time is over is not begun. What has is finished: nothing is half done. */
function tooLong(fieldName: string): RequestError {
  return new RequestError('BAD_USER_INPUT', `The time for this request was over before ${fieldName} was begun. Ask for less at once.`)
}

function refusal(caller: Caller, fieldName: string): RequestError {
  return caller.personId === null
    ? new RequestError('UNAUTHENTICATED', `Sign in to use ${fieldName}.`)
    : new RequestError('FORBIDDEN', `Your role does not allow ${fieldName}.`)
}
