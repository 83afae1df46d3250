import { randomUUID } from 'node:crypto'
import { MembershipEntity } from '../../../src/access/access.entity.js'
import { type Role, roles } from '../../../src/access/domain/permission.js'
import { InvitationEntity } from '../../../src/access/invitation.entity.js'
import { secretDigest } from '../../../src/access/secret.js'
import { SessionEntity } from '../../../src/access/session.entity.js'
import { TokenEntity } from '../../../src/access/token.entity.js'
import { type TestApp } from '../app.js'
import { codeOf, ENGLAND, type MemberKind, memberKinds, type Place } from './place.js'

/** What somebody can be in each kind of organisation. */
export const memberOf: Readonly<Record<MemberKind, Role>> = {
  network: 'network-manager',
  practice: 'practice-member',
  board: 'commissioner',
  lmc: 'lmc',
  england: 'operator',
}

/** The name of a role in the API. */
export function roleName(role: Role): string {
  return role.toUpperCase().replaceAll('-', '_')
}

/** The organisation of a place that somebody of a role belongs to. */
export function homeOf({ network, board, lmc }: Place, role: Role | undefined): string {
  if (role === 'network-manager' || role === 'clinical-director') return network.code
  if (role === 'practice-member') return network.practiceCodes[0] ?? ''
  return role === 'commissioner' ? board : role === 'lmc' ? lmc : ENGLAND
}

/** The secret of the link by which somebody is invited into an organisation of a place. */
export function secretOf({ relation }: Pick<Place, 'relation'>, kind: MemberKind): string {
  return `invited-into-the-${relation}-${kind}`
}

/** Everybody's token and session, and of each organisation a further member and somebody invited; their ids. */
export async function peopleThings(test: TestApp, place: Place): Promise<Record<string, string>> {
  const things: Record<string, string> = {}
  const { database } = test.given
  for (const role of roles) {
    const personId = place.people[role].personId ?? ''
    things[`token of ${role}`] = (await database.manager.findOneByOrFail(TokenEntity, { personId })).id
    things[`session of ${role}`] = await givenSession(test, personId)
  }
  for (const kind of memberKinds) {
    const { personId = '' } = await test.given.person(memberOf[kind], codeOf(place, kind))
    things[`guest of ${kind}`] = personId
    things[`membership of ${kind}`] = (await database.manager.findOneByOrFail(MembershipEntity, { personId })).id
    things[`invitation of ${kind}`] = await givenInvitation(test, place, kind)
  }
  return things
}

async function givenSession(test: TestApp, personId: string): Promise<string> {
  const { database } = test.given
  const [id, startedAt] = [randomUUID(), test.clock.now()]
  const session = {
    id,
    personId,
    hash: secretDigest(id),
    method: 'PASSWORD',
    browser: null,
    actingRole: null,
    actingOrganisation: null,
  } as const
  await database.transaction(() => database.manager.insert(SessionEntity, { ...session, startedAt, seenAt: startedAt, endedAt: null }))
  return id
}

async function givenInvitation(test: TestApp, place: Place, kind: MemberKind): Promise<string> {
  const { database } = test.given
  const [id, createdAt] = [randomUUID(), test.clock.now()]
  const offer = { kind: 'INVITATION', personId: null, email: `${id}@headroom.example`, name: 'Somebody new', role: memberOf[kind] } as const
  const days = { startsOn: '2026-11-01', endsOn: null, createdAt, createdBy: null, expiresAt: '2026-11-28T12:00:00.000Z' }
  const standing = { usedAt: null, usedBy: null, withdrawnAt: null }
  const row = { id, organisationCode: codeOf(place, kind), hash: secretDigest(secretOf(place, kind)), ...offer, ...days, ...standing }
  await database.transaction(() => database.manager.insert(InvitationEntity, row))
  return id
}
