import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'
import { type Actor } from '../support/matrix/actors.js'
import { fieldRows, nodeRows } from '../support/matrix/field-rows.js'
import { type Call, Matrix } from '../support/matrix/matrix.js'
import { mixedRows } from '../support/matrix/mixed-rows.js'
import { mutationRows } from '../support/matrix/mutation-rows.js'
import { type Place } from '../support/matrix/place.js'
import { queryRows } from '../support/matrix/query-rows.js'

/** What there is a row for, named as the schema names it. */
const rowNames = [...queryRows, ...fieldRows, ...mutationRows].map(({ field }) => field).concat(nodeRows.map(({ type }) => `node ${type}`))

describe('every field, as everybody, of everybody', () => {
  let test: TestApp
  let matrix: Matrix
  let before: string
  const counted = { calls: 0, unclassified: 0 }
  beforeAll(async () => {
    test = await startApp()
    matrix = await Matrix.of(test)
    before = await matrix.server.digest()
  })
  afterAll(() => test.close())

  /** Makes a call for every row, actor and place, and says which came to something else than the permission table says. */
  async function unexpected<Row>(
    rows: readonly Row[],
    actors: readonly Actor[],
    make: (row: Row, actor: Actor, place: Place) => Promise<Call | undefined>,
  ): Promise<string[]> {
    const wrong: string[] = []
    for (const row of rows) {
      for (const actor of actors) {
        for (const place of matrix.places) {
          const call = await make(row, actor, place)
          if (call && call.actual !== call.expected) wrong.push(`${call.name}: ${call.expected} expected, ${call.actual} found`)
        }
      }
    }
    return wrong
  }

  /** The same of everybody, counted. */
  async function unclassified<Row>(rows: readonly Row[], make: (row: Row, actor: Actor, place: Place) => Promise<Call>): Promise<string[]> {
    const wrong = await unexpected(rows, matrix.actors, (...call) => {
      counted.calls += 1
      return make(...call)
    })
    counted.unclassified += wrong.length
    return wrong
  }

  it('has a row in the matrix, and every row a field', () => {
    expect([...new Set(rowNames)].sort()).toEqual(matrix.server.fields())
  })

  // First of all: what is asked within the server leaves no time to notice that a connection was closed.
  it('comes to the same over HTTP as within the server', async () => {
    const { askOverHttp } = matrix.server
    // What is somebody's own account is told in a browser only, not to a token.
    const some = <Row extends { readonly of: string }>(rows: readonly Row[], every: number) =>
      rows.filter(({ of }) => of !== 'nobody' && of !== 'person').filter((_, index) => index % every === 0)
    expect(await unexpected(some(queryRows, 25), matrix.actors, (...call) => matrix.query(...call, askOverHttp))).toEqual([])
    expect(await unexpected(some(nodeRows, 13), matrix.actors, (...call) => matrix.node(...call, askOverHttp))).toEqual([])
    expect(await unexpected(some(fieldRows, 35), matrix.actors, (...call) => matrix.field(...call, askOverHttp))).toEqual([])
    // Only what must be refused: over HTTP nothing is undone.
    const refused = async (...[row, actor, place]: Parameters<Matrix['mutation']>) =>
      matrix.expectedOfMutation(row, actor, place) === 'let in' ? undefined : matrix.mutation(row, actor, place, askOverHttp)
    expect(await unexpected(some(mutationRows, 55), matrix.actors, refused)).toEqual([])
  })

  it('is answered by a root query as the permission table says', async () => {
    expect(await unclassified(queryRows, (...call) => matrix.query(...call))).toEqual([])
  })

  it('is found by id as the permission table says', async () => {
    expect(await unclassified(nodeRows, (...call) => matrix.node(...call))).toEqual([])
  })

  it('is answered below a node as the permission table says', async () => {
    expect(await unclassified(fieldRows, (...call) => matrix.field(...call))).toEqual([])
  })

  it('is changed by a mutation as the permission table says, and not at all by a refused one', async () => {
    expect(await unclassified(mutationRows, (...call) => matrix.mutation(...call))).toEqual([])
    expect(await matrix.server.digest()).toBe(before)
  })

  it('was asked of everything', () => {
    const [fields, rows, roles, places] = [matrix.server.fields(), rowNames, matrix.actors, matrix.places].map(({ length }) => length)
    expect(counted.calls).toBe((rows ?? 0) * (roles ?? 0) * (places ?? 0))
    const size = `${fields} fields and types in ${rows} rows × ${roles} roles × ${places} relations = ${counted.calls.toLocaleString('en-GB')} calls`
    process.stdout.write(`Shown: permission matrix: ${size}, ${counted.unclassified || 'none'} unclassified\n`)
  })

  it('is withheld below a node also from those who see the node for another reason', async () => {
    expect(await unexpected(fieldRows, matrix.onlookers, (...call) => matrix.field(...call))).toEqual([])
  })

  it('is not reached by naming what is another’s beside what is one’s own', async () => {
    const others = matrix.places.filter(({ relation }) => relation !== 'own')
    const wrong: string[] = []
    for (const row of mixedRows) {
      for (const other of others.filter(({ relation }) => row.at?.includes(relation) ?? true)) {
        const { name, expected, actual } = await matrix.mixed(row, other)
        if (actual !== expected) wrong.push(`${name}: ${expected} expected, ${actual} found`)
      }
    }
    expect(wrong).toEqual([])
  })
})
