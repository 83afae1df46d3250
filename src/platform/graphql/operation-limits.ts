import { type ApolloServerPlugin } from '@apollo/server'
import { type FragmentDefinitionNode, GraphQLError, Kind } from 'graphql'
import { type OperationSize, operationSize } from './operation-size.js'

/** Words, names and marks of a request's text. GraphiQL's question about the whole schema has some 200, our largest page 250. */
export const MOST_TOKENS = 1_000

/** What one operation may ask for. Pages are ours and ask within the server, where this is not asked. */
export const LIMITS: Readonly<Record<keyof OperationSize, { readonly most: number; readonly what: string; readonly instead: string }>> = {
  depth: { most: 15, what: 'levels of fields within fields', instead: 'Ask in several operations.' },
  aliases: { most: 50, what: 'fields under another name', instead: 'Ask in several operations.' },
  changes: { most: 20, what: 'changes in one operation', instead: 'Send them in several operations.' },
  fields: { most: 100_000, what: 'fields the answer may hold', instead: 'Ask for shorter pages with `first`.' },
}

/** Refuses operations that are too large, before anything of them is carried out; each problem says which limit, and by how much. */
export const operationLimits: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ schema, document, operation, request }) => {
        const fragments = new Map(
          document.definitions
            .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
            .map((fragment) => [fragment.name.value, fragment]),
        )
        const problems = operation ? problemsOf(operationSize(schema, operation, fragments, request.variables ?? {})) : []
        if (problems.length === 0) return Promise.resolve()
        const message = problems.map((problem) => problem.message).join(' ')
        throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', problems, http: { status: 400 } } })
      },
    }),
}

function problemsOf(size: OperationSize): { field: string; message: string; limit: number }[] {
  return (Object.keys(LIMITS) as (keyof OperationSize)[]).flatMap((field) => {
    const { most, what, instead } = LIMITS[field]
    const asked = size[field]
    if (asked <= most) return []
    const found = Number.isFinite(asked) ? asked.toLocaleString('en-GB') : 'more than can be counted'
    return [
      { field, limit: most, message: `This asks for ${found} ${what}; at most ${most.toLocaleString('en-GB')} are allowed. ${instead}` },
    ]
  })
}
