import { type ExecutionResult } from 'graphql'
import { type TestApp } from '../app.js'
import { type Actor, eachOnlooker, eachRole } from './actors.js'
import { expectedOf, expectedOfNode } from './expected.js'
import { furnishedPlaces, mutationOf } from './furnish.js'
import { type MixedRow } from './mixed-rows.js'
import { type Place } from './place.js'
import { type FieldRow, type MutationRow, type NodeRow, type Outcome, type QueryRow } from './row.js'
import { type Ask, Server } from './server.js'

/** One call of the matrix: what the permission table says of it, and what it came to. */
export interface Call {
  readonly name: string
  readonly expected: string
  readonly actual: string
}

/** Calls what there is as somebody, of a place, and says what became of it. */
export class Matrix {
  private constructor(
    readonly server: Server,
    readonly places: readonly Place[],
    /** One for each role, and nobody. */
    readonly actors: readonly Actor[],
    readonly onlookers: readonly Actor[],
  ) {}

  static async of(test: TestApp): Promise<Matrix> {
    const places = await furnishedPlaces(test)
    const [own] = places
    if (!own) throw new Error('There is no place')
    return new Matrix(new Server(test), places, await eachRole(test, own), await eachOnlooker(test, own))
  }

  /** Asks a root query field, or one that is below no node. */
  async query(row: QueryRow, actor: Actor, place: Place, ask: Ask = this.server.ask): Promise<Call> {
    const result = await ask(actor, `{ ${row.ask(place)} }`)
    const expected = expectedOf(this.server.permission(row.field), row, actor.hats, place.relation)
    const actual = codeOf(result, 1) ?? (tells(result, row.mark?.(place)) ? 'let in' : 'left out')
    return { name: nameOf(row.field, row, actor, place), expected, actual }
  }

  /** Finds something by its id. */
  async node(row: NodeRow, actor: Actor, place: Place, ask: Ask = this.server.ask): Promise<Call> {
    const result = await ask(actor, 'query ($id: ID!) { node(id: $id) { __typename id } }', { id: row.id(place) })
    const expected = expectedOfNode(this.server.nodePermission(row.type), row, actor.hats, place.relation)
    const actual = codeOf(result, 1) ?? (tells(result, `"${row.type}"`) ? 'let in' : 'another type')
    return { name: nameOf(`node ${row.type}`, row, actor, place), expected, actual }
  }

  /** Asks a field below a node. */
  async field(row: FieldRow, actor: Actor, place: Place, ask: Ask = this.server.ask): Promise<Call> {
    const [type = ''] = row.field.split('.')
    const result = await ask(actor, `query ($id: ID!) { node(id: $id) { ... on ${type} { asked: ${row.ask} } } }`, { id: row.id(place) })
    const node = result.data?.['node'] as Record<string, unknown> | null | undefined
    const parent = expectedOfNode(this.server.nodePermission(type), { of: row.of }, actor.hats, place.relation)
    const expected = parent === 'let in' ? expectedOf(this.server.permission(row.field), row, actor.hats, place.relation) : parent
    const actual = codeOf(result, node ? 2 : 1) ?? (isEmpty(node?.['asked']) ? 'left out' : 'let in')
    return { name: nameOf(row.field, row, actor, place), expected, actual }
  }

  /** Calls a mutation: for real where it must be refused, and undone where it must be let in, so that none depends on another. */
  async mutation(row: MutationRow, actor: Actor, place: Place, ask: Ask = this.server.ask): Promise<Call> {
    const [, name = ''] = row.field.split('.')
    const [role] = actor.hats
    const expected = this.expectedOfMutation(row, actor, place)
    const work = () => ask(actor, mutationOf(name, this.server.refusalOf(name)), { input: row.input(place, role) })
    const result = expected === 'let in' ? await this.server.undone(work) : await work()
    const answer = result.data?.[name] as { __typename: string; message?: string } | null | undefined
    const met = row.refused?.find(
      ({ roles, at }) => (role ? roles.includes(role) : roles.length === 0) && (at?.includes(place.relation) ?? true),
    )
    const isAnswered = met ? answer?.__typename === met.as : answer?.message === undefined
    const actual = codeOf(result, 1) ?? (isAnswered ? 'let in' : `${answer?.__typename}: ${answer?.message}`)
    return { name: nameOf(row.field, row, actor, place), expected, actual }
  }

  /** Calls a mutation that names one's own thing and another's; undone, so that one that goes wrong spoils no other. */
  async mixed({ field, by, input, is: expected }: MixedRow, other: Place): Promise<Call> {
    const [own] = this.places
    const actor = this.actors.find(({ name }) => name === by)
    if (!own || !actor) throw new Error(`Nobody is a ${by}`)
    const ask = () => this.server.ask(actor, mutationOf(field, this.server.refusalOf(field)), { input: input(own, other) })
    const result = await this.server.undone(ask)
    const answer = result.data?.[field] as { __typename: string } | null | undefined
    return { name: `${field} as ${by} with what is ${other.relation}`, expected, actual: codeOf(result, 1) ?? String(answer?.__typename) }
  }

  expectedOfMutation(row: MutationRow, { hats }: Actor, { relation }: Place): Outcome {
    return expectedOf(this.server.permission(row.field), row, hats, relation)
  }
}

function nameOf(what: string, { of }: { readonly of: string }, { name }: Actor, { relation }: Place): string {
  return `${what} of ${relation} ${of} as ${name}`
}

/** The code an answer ends in: one error, at the root or one level below it; undefined when there is none. */
function codeOf({ errors = [], data }: ExecutionResult, depth: number): string | undefined {
  const [error, ...others] = errors
  if (!error) return undefined
  const isAlone = others.length === 0 && error.path?.length === depth
  return isAlone ? String(error.extensions['code']) : `${errors.map(({ message }) => message).join('; ')} beside ${JSON.stringify(data)}`
}

/** Whether an answer tells of a place: by the mark it leaves, or by there being any. */
function tells({ data }: ExecutionResult, mark: string | undefined): boolean {
  if (mark !== undefined) return JSON.stringify(data).includes(mark)
  return Object.values(data ?? {}).every((value) => value !== null)
}

/** Whether a field holds nothing: null, or a list or page with nothing in it. */
function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && 'nodes' in value && isEmpty(value.nodes)
}
