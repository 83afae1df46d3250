import { GraphQLSchemaHost } from '@nestjs/graphql'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fs from 'node:fs'
import { permissions } from '../../src/access/domain/permission.js'
import { permissionOf } from '../../src/platform/graphql/allow.js'
import { generatedFiles } from '../../src/generated-files.js'
import { startApp, type TestApp } from '../support/app.js'

/** Fields that are open to everybody on purpose, because what they say is about nobody, or they ask by themselves. */
const open = [
  'Mutation.acceptInvitation',
  'Query.glossary',
  'Query.invitation',
  'Query.node',
  'Query.permissions',
  'Query.personas',
  'Query.service',
]

describe('the schema', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp()
  })
  afterAll(() => test.close())

  const rootFields = () => {
    const { schema } = test.app.get(GraphQLSchemaHost)
    return [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.values(type?.getFields() ?? {}).map((field) => ({ name: `${type?.name}.${field.name}`, field })),
    )
  }

  it.each(['schema/schema.graphql', 'docs/glossary.md', 'docs/permissions.md'])(
    'is what is committed as %s (else: npm run generate)',
    (file) => {
      expect(fs.readFileSync(file, 'utf8')).toBe(generatedFiles(test.app)[file])
    },
  )

  it('has a permission on every root field', () => {
    const without = rootFields().filter(({ field }) => permissionOf(field) === undefined)
    expect(without.map(({ name }) => name)).toEqual([])
  })

  it('is open to everybody only where that is meant', () => {
    const everybody = rootFields().filter(({ field }) => permissionOf(field) === 'everybody')
    expect(everybody.map(({ name }) => name).sort()).toEqual(open)
  })

  it('names only permissions of the table', () => {
    const names = Object.values(test.app.get(GraphQLSchemaHost).schema.getTypeMap()).flatMap((type) =>
      'getFields' in type ? Object.values(type.getFields()).map((field) => permissionOf(field)) : [],
    )
    const unknown = names.filter((name) => name !== undefined && name !== 'everybody' && !Object.hasOwn(permissions, name))
    expect(unknown).toEqual([])
  })

  it('describes every type and every root field', () => {
    const { schema } = test.app.get(GraphQLSchemaHost)
    // An input is what its mutation says; edges are what connections are made of.
    const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {}).map((name) => `${name}Input`.toLowerCase())
    const types = Object.values(schema.getTypeMap()).filter(
      ({ name }) => !name.startsWith('__') && !name.endsWith('Edge') && !mutations.includes(name.toLowerCase()),
    )
    const undescribed = [
      ...types.filter((type) => !type.description && !['Query', 'Mutation'].includes(type.name)).map((type) => type.name),
      ...rootFields().flatMap(({ name, field }) => (field.description ? [] : [name])),
    ]
    expect(undescribed).toEqual([])
  })
})
