import {
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLSchema,
  isCompositeType,
  isListType,
  isObjectType,
  isInterfaceType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql'

/** How large an operation is. */
export interface OperationSize {
  /** Fields within fields, introspection aside. */
  readonly depth: number
  /** Fields asked for under another name. */
  readonly aliases: number
  /** Fields at the root of a mutation. */
  readonly changes: number
  /** Fields the answer may hold: each as often as the lists it is in may be long. */
  readonly fields: number
}

/** What a list without a stated length is taken to hold. */
const USUAL_LENGTH = 3

/** What a `first` that cannot be read as a number is taken to be: the longest page there is. */
const LONGEST_PAGE = 500

/** What sizes are measured by. */
interface Asked {
  readonly schema: GraphQLSchema
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly variables: Readonly<Record<string, unknown>>
  /** Selections looked at so far. */
  counted: number
}

/** Selections looked at while measuring: fragments within fragments can unfold to more than anybody could answer. */
const MOST_SELECTIONS = 20_000

/**
 * Measures an operation that is valid against the schema, fragments unfolded. Infinity where measuring was given up because the text unfolds to too
 * much.
 */
export function operationSize(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  variables: Readonly<Record<string, unknown>>,
): OperationSize {
  const asked: Asked = { schema, fragments, variables, counted: 0 }
  const root = schema.getRootType(operation.operation)?.name ?? ''
  const size = sizeOf(asked, operation.selectionSet, root, 1)
  if (asked.counted > MOST_SELECTIONS) return { depth: size.depth, aliases: Infinity, changes: Infinity, fields: Infinity }
  return { ...size, changes: operation.operation === OperationTypeNode.MUTATION ? fieldsIn(asked, operation.selectionSet).length : 0 }
}

function sizeOf(asked: Asked, selections: SelectionSetNode, typeName: string, length: number): Omit<OperationSize, 'changes'> {
  let [depth, aliases, fields] = [0, 0, 0]
  for (const { node, onType } of fieldsIn(asked, selections, typeName)) {
    aliases += node.alias && node.alias.value !== node.name.value ? 1 : 0
    fields += length
    if (node.name.value.startsWith('__')) continue
    const field = fieldOf(asked.schema, onType, node.name.value)
    if (!field || !node.selectionSet) {
      depth = Math.max(depth, 1)
      continue
    }
    const inner = sizeOf(asked, node.selectionSet, getNamedType(field.type).name, length * lengthOf(asked, field, node))
    depth = Math.max(depth, 1 + inner.depth)
    aliases += inner.aliases
    fields += inner.fields
  }
  return { depth, aliases, fields }
}

interface SelectedField {
  readonly node: FieldNode
  readonly onType: string
}

/** The fields of a selection, those of its fragments included. */
function fieldsIn(asked: Asked, selections: SelectionSetNode, typeName = '', found: SelectedField[] = []): SelectedField[] {
  for (const node of selections.selections) {
    asked.counted += 1
    // Nothing more is looked at: what was found so far is thrown away with the measure.
    if (asked.counted > MOST_SELECTIONS) break
    if (node.kind === Kind.FIELD) {
      found.push({ node, onType: typeName })
      continue
    }
    const part = node.kind === Kind.FRAGMENT_SPREAD ? asked.fragments.get(node.name.value) : node
    if (part) fieldsIn(asked, part.selectionSet, part.typeCondition?.name.value ?? typeName, found)
  }
  return found
}

function fieldOf(schema: GraphQLSchema, typeName: string, name: string): GraphQLField<unknown, unknown> | undefined {
  const type = schema.getType(typeName)
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined
}

/** How often what is inside a field may come: the page asked for, the usual length of another list, else once. */
function lengthOf(asked: Asked, field: GraphQLField<unknown, unknown>, node: FieldNode): number {
  const paging = field.args.find(({ name }) => name === 'first')
  if (paging) {
    const given = node.arguments?.find(({ name }) => name.value === 'first')
    const first: unknown = given ? valueFromASTUntyped(given.value, asked.variables) : paging.defaultValue
    return typeof first === 'number' && first >= 0 ? first : LONGEST_PAGE
  }
  // Of a page's own parts, `first` has counted already.
  const isOfPage = ['nodes', 'edges'].includes(field.name)
  return isListType(getNullableType(field.type)) && isCompositeType(getNamedType(field.type)) && !isOfPage ? USUAL_LENGTH : 1
}
