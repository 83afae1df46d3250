import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { GraphQLSchemaHost } from '@nestjs/graphql'
import { getNamedType, graphql, type GraphQLField, type GraphQLSchema, isLeafType, isObjectType, isRequiredArgument } from 'graphql'
import { AccessRepository } from '../../src/access/access.repository.js'
import { callerWith } from '../../src/access/access.service.js'
import { type Role } from '../../src/access/domain/permission.js'
import { startApp, type TestApp } from '../support/app.js'
import { type Client } from '../support/client.js'
import { type NetworkGiven } from '../support/given.js'

/** What each kind of private text starts with. */
const PRIVATE = /(DRAFT|SUBMITTED|PARTNER|EVENT|ASSIGNMENT|QUESTION|PRIORITY|REQUEST)-TEXT|@headroom\.example/g

const spanOf: Readonly<Record<string, string>> = { deadlines: '(from: "2020-01-01", to: "2030-01-01")' }

/** Everything that can be asked of a type without knowing anything, so many levels deep; no type inside itself. */
function selection(schema: GraphQLSchema, typeName: string, depth: number, within: readonly string[] = []): string {
  const type = schema.getType(typeName)
  if (!isObjectType(type)) return '{ __typename }'
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const given = argumentsOf(field)
    const named = getNamedType(field.type)
    if (given === undefined || (!isLeafType(named) && (depth === 0 || within.includes(named.name)))) return []
    return [`${field.name}${given} ${isLeafType(named) ? '' : selection(schema, named.name, depth - 1, [...within, typeName])}`]
  })
  return `{ __typename ${fields.join(' ')} }`
}

/** Undefined where a field asks for something only its caller knows. */
function argumentsOf({ name, args }: GraphQLField<unknown, unknown>): string | undefined {
  const required = args.filter(isRequiredArgument)
  if (required.length === 0) return ''
  return spanOf[name] ?? (required.every((one) => one.name === 'contractYear') ? '(contractYear: "2026/27")' : undefined)
}

/** A network with something private of every kind. */
async function privateNetwork(test: TestApp): Promise<NetworkGiven> {
  const network = await test.given.network()
  const entries = [{ decidedBy: 'COMMISSIONER' as const }, {}, { shownEvery: 'EVENT' as const, dueOn: null, dueDays: 3 }]
  const [decided, ordinary, onEvent] = (await test.given.checklist(network, { entries })).items
  const manager = await test.given.manager(network)
  const change = (name: string, input: object) =>
    manager.mutate(`mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { __typename } }`, input)
  await test.given.evidence(manager, [decided?.occurrences[0]?.id ?? ''], { note: 'SUBMITTED-TEXT' })
  await test.given.evidence(manager, [ordinary?.occurrences[0]?.id ?? ''], { note: 'DRAFT-TEXT' })
  const itemId = ordinary?.id
  await change('markBlocked', { itemId, partner: 'PARTNER-TEXT', reason: 'PARTNER-TEXT', startsOn: '2026-11-01' })
  await change('reportEvent', { itemId: onEvent?.id, happenedOn: '2026-11-10', note: 'EVENT-TEXT' })
  await change('assignItem', { itemId, personId: manager.personId, note: 'ASSIGNMENT-TEXT' })
  await change('ask', { itemId, text: 'QUESTION-TEXT' })
  await test.given.priority(manager, network, { title: 'PRIORITY-TEXT' })
  const request = { contractYear: '2026/27', title: 'REQUEST-TEXT', what: 'REQUEST-TEXT', askedBy: 'The ICB', askerKind: 'ICB' }
  await change('recordRequest', { networkCodes: [network.code], ...request, receivedOn: '2026-11-02', nature: 'REPORT' })
  return network
}

describe('what is private to a network', () => {
  let test: TestApp
  let network: NetworkGiven
  let elsewhere: NetworkGiven
  let schema: GraphQLSchema
  beforeAll(async () => {
    test = await startApp()
    network = await privateNetwork(test)
    elsewhere = await test.given.network()
    schema = test.app.get(GraphQLSchemaHost).schema
  })
  afterAll(() => test.close())

  /** Asks within the server: all there is at once is more than a request may ask for. */
  async function answerTo(client: Client, source: string) {
    const personId = client.personId ?? ''
    const caller = callerWith(personId, await test.app.get(AccessRepository).membershipsOf(personId))
    return graphql({ schema, source, contextValue: { caller } })
  }

  /** The kinds of private text somebody finds in all of a network's fields together. */
  async function found(client: Client): Promise<string[]> {
    const type = schema.getType('Network')
    if (!isObjectType(type)) throw new Error('There is no network in the schema')
    const kinds = new Set<string>()
    for (const field of Object.values(type.getFields())) {
      const [given, named] = [argumentsOf(field), getNamedType(field.type)]
      if (given === undefined) continue
      const inner = isLeafType(named) ? '' : selection(schema, named.name, 4, ['Network'])
      const { data, errors = [] } = await answerTo(client, `{ network(odsCode: "${network.code}") { ${field.name}${given} ${inner} } }`)
      const codes = errors.map(({ extensions }) => String(extensions['code']))
      expect(codes.filter((code) => code !== 'FORBIDDEN' && code !== 'NOT_FOUND')).toEqual([])
      for (const [text] of JSON.stringify(data).matchAll(PRIVATE)) kinds.add(text)
    }
    return [...kinds].sort()
  }

  const all = [
    ...['@headroom.example', 'ASSIGNMENT-TEXT', 'DRAFT-TEXT', 'EVENT-TEXT', 'PARTNER-TEXT'],
    ...['PRIORITY-TEXT', 'QUESTION-TEXT', 'REQUEST-TEXT', 'SUBMITTED-TEXT'],
  ]
  const commissioners = ['EVENT-TEXT', 'PARTNER-TEXT', 'QUESTION-TEXT', 'SUBMITTED-TEXT']

  it('is all found by its own people', async () => {
    expect(await found(await test.given.director(network))).toEqual(all)
    expect(await found(await test.given.person('practice-member', network.practiceCodes[1] ?? ''))).toEqual(all)
  })

  it('is found by its commissioner as far as it was submitted, asked or marked, whatever else they are elsewhere', async () => {
    const commissioner = await test.given.commissioner(network)
    expect(await found(commissioner)).toEqual(commissioners)
    await test.given.membership(commissioner, 'network-manager', elsewhere.code)
    expect(await found(commissioner)).toEqual(commissioners)
  })

  it.each<Role>(['network-manager', 'clinical-director', 'practice-member', 'commissioner', 'operator'])(
    'is not found by a national viewer who is a %s elsewhere',
    async (role) => {
      const viewer = await test.given.person('national-viewer', 'ENGLAND')
      expect(await found(viewer)).toEqual([])
      const places: Partial<Record<Role, string>> = { 'practice-member': elsewhere.practiceCodes[0], commissioner: elsewhere.boardCode }
      await test.given.membership(viewer, role, places[role] ?? elsewhere.code)
      expect(await found(viewer)).toEqual([])
    },
  )
})
