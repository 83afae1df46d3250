import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { buildSchema, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, parse } from 'graphql'
import { type OperationSize, operationSize } from './operation-size.js'

const schema = buildSchema(/* GraphQL */ `
  interface Node {
    id: ID!
  }
  type Item implements Node {
    id: ID!
    title: String!
    parts: [Item!]!
    page(first: Int! = 50): Page!
    tags: [String!]!
  }
  type Page {
    nodes: [Item!]!
    total: Int!
  }
  type Query {
    node: Node
    item: Item
    items(first: Int! = 50): Page!
  }
  type Mutation {
    change(title: String!): Item
  }
`)

function measured(text: string, variables: Record<string, unknown> = {}): OperationSize {
  const { definitions } = parse(text)
  const operation = definitions.find((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION)
  const fragments = definitions.filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
  if (!operation) throw new Error('No operation')
  return operationSize(schema, operation, new Map(fragments.map((one) => [one.name.value, one])), variables)
}

describe('the size of an operation', () => {
  it.each<[string, string, Partial<OperationSize>]>([
    ['a field', '{ item { title } }', { depth: 2, fields: 2, aliases: 0, changes: 0 }],
    ['a page', '{ items(first: 7) { nodes { title } total } }', { depth: 3, fields: 1 + 7 + 7 + 7 }],
    ['a page of the usual length', '{ items { total } }', { fields: 1 + 50 }],
    ['pages in a page', '{ items(first: 10) { nodes { page(first: 5) { nodes { title } } } } }', { fields: 1 + 10 + 10 + 50 + 50 }],
    ['a list', '{ item { parts { title } } }', { fields: 1 + 1 + 3 }],
    ['a list of words', '{ item { tags } }', { fields: 2 }],
    ['another name', '{ a: item { title } b: item { b: title } item: item { id } }', { aliases: 3 }],
    ['changes', 'mutation { a: change(title: "a") { id } b: change(title: "b") { id } }', { changes: 2, aliases: 2 }],
    ['a fragment', '{ node { ...F } } fragment F on Item { parts { title } }', { depth: 3, fields: 1 + 1 + 3 }],
    ['a fragment in place', '{ node { ... on Item { page(first: 3) { total } } } }', { depth: 3, fields: 1 + 1 + 3 }],
    ['introspection', '{ __schema { types { fields { type { ofType { ofType { ofType { name } } } } } } } }', { depth: 0, fields: 1 }],
  ])('%s', (_, text, expected) => {
    expect(measured(text)).toMatchObject(expected)
  })

  it('takes the length of a page from a variable', () => {
    const text = 'query ($first: Int!) { items(first: $first) { total } }'
    expect(measured(text, { first: 20 }).fields).toBe(21)
    expect(measured(text, {}).fields).toBe(501)
  })

  it('gives up measuring what unfolds to more than anybody could answer', () => {
    const layers = Array.from({ length: 40 }, (_, layer) => `fragment F${layer} on Item { ...F${layer + 1} ...F${layer + 1} }`).join(' ')
    const started = performance.now()
    expect(measured(`{ item { ...F0 } } ${layers} fragment F40 on Item { id }`).fields).toBe(Infinity)
    expect(performance.now() - started).toBeLessThan(1_000)
  })

  it('grows with every page and never shrinks with what is added', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 4 })
    const nested = ([first, ...rest]: number[], root: string): string =>
      first === undefined
        ? '{ total }'
        : `{ ${root}(first: ${first}) ${rest.length > 0 ? `{ nodes ${nested(rest, 'page')} }` : '{ total }'} }`
    fc.assert(
      fc.property(lengths, (all) => {
        const [size, longer] = [
          measured(nested(all, 'items')),
          measured(
            nested(
              all.map((one) => one + 1),
              'items',
            ),
          ),
        ]
        expect(longer.fields).toBeGreaterThan(size.fields)
        expect(longer.depth).toBe(size.depth)
        expect(size.fields).toBeGreaterThanOrEqual(all.reduce((product, one) => product * one, 1))
      }),
    )
  })
})
