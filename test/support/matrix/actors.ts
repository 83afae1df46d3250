import { AccessRepository } from '../../../src/access/access.repository.js'
import { AccessService, callerWith } from '../../../src/access/access.service.js'
import { type Role, roles } from '../../../src/access/domain/permission.js'
import { SessionEntity } from '../../../src/access/session.entity.js'
import { type Caller } from '../../../src/platform/graphql/allow.js'
import { type TestApp } from '../app.js'
import { type Client } from '../client.js'
import { homeOf } from './people.js'
import { ENGLAND, type Place } from './place.js'

/** Somebody who asks: with one role, with another beside it, or nobody. */
export interface Actor {
  readonly name: string
  readonly hats: readonly Role[]
  /** How they ask over HTTP, and within the server. */
  readonly client: Client
  readonly caller: Caller
}

/** One of each role, from the caller's own place, and nobody. */
export async function eachRole(test: TestApp, { people }: Place): Promise<Actor[]> {
  const actors = await Promise.all(roles.map((role) => actorOf(test, role, [role], people[role])))
  const caller = await test.app.get(AccessService).callerOf({ headers: {} } as never)
  return [...actors, { name: 'nobody', hats: [], client: test.nobody, caller }]
}

/** The same roles in people who see all of England besides: what is below what they see must still be narrowed to what is theirs. */
export async function eachOnlooker(test: TestApp, own: Place): Promise<Actor[]> {
  const actors: Actor[] = []
  for (const role of roles.filter((one) => one !== 'national-viewer')) {
    const client = await test.given.person(role, homeOf(own, role))
    await test.given.membership(client, 'national-viewer', ENGLAND)
    actors.push(await actorOf(test, `${role} who sees England`, [role, 'national-viewer'], client))
  }
  return actors
}

async function actorOf(test: TestApp, name: string, hats: readonly Role[], client: Client): Promise<Actor> {
  const personId = client.personId ?? ''
  const caller = callerWith(personId, await test.app.get(AccessRepository).membershipsOf(personId))
  const session = await test.given.database.manager.findOneBy(SessionEntity, { personId })
  return { name, hats, client, caller: { ...caller, through: session && { kind: 'session', id: session.id } } }
}
