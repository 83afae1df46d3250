import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createHash, randomUUID } from 'node:crypto'
import { InvitationEntity } from '../../src/access/invitation.entity.js'
import { NetworkMembershipEntity } from '../../src/network/network.entity.js'
import { IdempotencyKeyEntity } from '../../src/platform/idempotency/idempotency-key.entity.js'
import { startApp, type TestApp } from '../support/app.js'
import { type Client } from '../support/client.js'
import { givenLmc } from '../support/requests.js'
import { statementsOf } from '../support/statements.js'
import { trailOf } from '../support/trail.js'
import { administered, invitations, inviteMember, members, withdrawInvitation } from './operations.js'

let test: TestApp
let number = 0
beforeAll(async () => {
  test = await startApp()
})
afterAll(() => test.close())

/** Somebody to invite as a practice's staff unless said otherwise. */
const offer = (organisationCode: string, input: object = {}) => ({
  ...{ email: `somebody${(number += 1)}@example.org`, name: 'Ada Newcombe', role: 'PRACTICE_MEMBER', organisationCode },
  ...input,
})
const digest = (path: unknown) => createHash('sha256').update(String(path).replace('/invitation?secret=', '')).digest('hex')
const rowOf = (id: string) => test.given.database.manager.findOneByOrFail(InvitationEntity, { id })

describe('inviteMember', () => {
  it('makes a link that is shown once, kept as a digest, and gives nothing yet', async () => {
    const network = await test.given.network()
    const manager = await test.given.manager(network)
    const input = offer(network.code, {
      email: ' Ada@Example.org ',
      role: 'CLINICAL_DIRECTOR',
      startsOn: '2026-12-01',
      endsOn: '2027-03-31',
    })
    const { path, invitation, __typename } = await manager.mutate(inviteMember, input)
    expect(__typename).toBe('MemberInvited')
    expect(path).toMatch(/^\/invitation\?secret=[\w-]{43}$/)
    expect(invitation).toMatchObject({
      ...{ email: 'ada@example.org', name: 'Ada Newcombe', role: 'CLINICAL_DIRECTOR', organisationCode: network.code },
      ...{ startsOn: '2026-12-01', endsOn: '2027-03-31', invitedBy: { id: manager.personId } },
    })
    const row = await rowOf(invitation.id)
    expect(row.hash).toBe(digest(path))
    expect(Date.parse(row.expiresAt) - Date.parse(row.createdAt)).toBe(7 * 24 * 3_600_000)
    const { memberships } = await manager.query(members, { organisationCode: network.code })
    expect(memberships.nodes.map((one: { person: { id: string } }) => one.person.id)).toEqual([manager.personId])
    const [entry] = await trailOf(test, network.code, 'invitation.make')
    expect(entry).toMatchObject({ actorId: manager.personId, subjectId: invitation.id, details: { role: 'clinical-director' } })
    expect(JSON.stringify(entry)).not.toMatch(/newcombe|example\.org/i)
  })

  it('forgets whose it was a month after it ended unused', async () => {
    const network = await test.given.network()
    const manager = await test.given.manager(network)
    const { invitation } = await manager.mutate(inviteMember, offer(network.code, { role: 'NETWORK_MANAGER' }))
    const today = test.clock.day
    try {
      test.clock.day = '2026-12-27'
      await manager.mutate(inviteMember, offer(network.code, { role: 'NETWORK_MANAGER' }))
      expect(await rowOf(invitation.id)).toMatchObject({ name: 'Ada Newcombe' })
      test.clock.day = '2026-12-30'
      await manager.mutate(inviteMember, offer(network.code, { role: 'NETWORK_MANAGER' }))
      expect(await rowOf(invitation.id)).toMatchObject({ name: '', email: '' })
    } finally {
      test.clock.day = today
    }
  })

  it('sent again, finds the same invitation and gives a link that works in place of the lost one', async () => {
    const network = await test.given.network()
    const manager = await test.given.manager(network)
    const input = { ...offer(network.practiceCodes[0] ?? ''), idempotencyKey: 'once' }
    const first = await manager.mutate(inviteMember, input)
    const second = await manager.mutate(inviteMember, input)
    expect(second['invitation']).toEqual(first['invitation'])
    expect(second['path']).not.toBe(first['path'])
    expect((await rowOf(first['invitation'].id)).hash).toBe(digest(second['path']))
    const kept = await test.given.database.manager.findBy(IdempotencyKeyEntity, { callerId: manager.personId ?? '' })
    expect(JSON.stringify(kept)).not.toMatch(/secret=|example\.org|Newcombe/)
    await manager.mutate(withdrawInvitation, { invitationId: first['invitation'].id })
    expect((await manager.mutate(inviteMember, input))['path']).toBeNull()
  })

  it('into a practice is told on the trail of its network', async () => {
    const network = await test.given.network()
    const director = await test.given.director(network)
    const [practice = ''] = network.practiceCodes
    const { invitation } = await director.mutate(inviteMember, offer(practice))
    const [entry] = await trailOf(test, network.code, 'invitation.make')
    expect(entry).toMatchObject({ subjectId: invitation.id, details: { organisationCode: practice } })
  })

  describe('refuses', () => {
    let manager: Client
    let code: string
    beforeAll(async () => {
      const network = await test.given.network()
      code = network.code
      manager = await test.given.manager(network)
    })

    it.each([
      ['a role that is not one of the organisation’s', { role: 'COMMISSIONER' }, 'RoleDoesNotFit', 'role'],
      ['a role of a practice at a network', { role: 'PRACTICE_MEMBER' }, 'RoleDoesNotFit', 'role'],
      ['a last day before the first', { startsOn: '2026-12-02', endsOn: '2026-12-01' }, 'MembershipDaysRefused', 'endsOn'],
      ['a first day before there were networks', { startsOn: '2018-04-01' }, 'MembershipDaysRefused', 'startsOn'],
    ])('%s', async (_, input, kind, field) => {
      const result = await manager.mutate(inviteMember, offer(code, { role: 'NETWORK_MANAGER', ...input }))
      expect(result).toMatchObject({ __typename: kind, field })
    })

    it('what the person is already, and what they were offered', async () => {
      const email = `${manager.personId}@headroom.example`
      const again = { role: 'NETWORK_MANAGER', email }
      expect(await manager.mutate(inviteMember, offer(code, again))).toMatchObject({ __typename: 'RoleHeldAlready', field: 'role' })
      const input = offer(code, { role: 'CLINICAL_DIRECTOR', email })
      await manager.mutate(inviteMember, input)
      expect(await manager.mutate(inviteMember, input)).toMatchObject({ __typename: 'InvitedAlready', field: 'email' })
    })

    it('what is no address, and a name of several lines', async () => {
      expect(await manager.codeOf(inviteMember, { input: offer(code, { email: 'ada' }) })).toBe('BAD_USER_INPUT')
      expect(await manager.codeOf(inviteMember, { input: offer(code, { name: 'Ada\nNewcombe' }) })).toBe('BAD_USER_INPUT')
    })
  })
})

describe('withdrawInvitation', () => {
  it('ends it, once, by whoever administers the organisation', async () => {
    const network = await test.given.network()
    const [manager, director] = [await test.given.manager(network), await test.given.director(network)]
    const { invitation } = await manager.mutate(inviteMember, offer(network.practiceCodes[0] ?? ''))
    const other = await test.given.manager(await test.given.network())
    // Whether there is one elsewhere is not told either.
    const [foreign, none] = await Promise.all(
      [invitation.id, randomUUID()].map((invitationId) => other.send(withdrawInvitation, { input: { invitationId } })),
    )
    expect(foreign?.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }])
    expect(foreign?.errors[0]?.message).toBe(none?.errors[0]?.message)
    const open = { organisationCode: network.code, withPractices: true }
    expect((await director.query(invitations, open))['invitations']).toMatchObject([
      { id: invitation.id, invitedBy: { id: manager.personId } },
    ])
    expect(await director.mutate(withdrawInvitation, { invitationId: invitation.id })).toMatchObject({ __typename: 'InvitationWithdrawn' })
    expect((await director.query(invitations, open))['invitations']).toEqual([])
    const again = await director.mutate(withdrawInvitation, { invitationId: invitation.id })
    expect(again).toMatchObject({ __typename: 'InvitationNotOpen', field: 'invitationId' })
  })

  it('is told that one has run out', async () => {
    const network = await test.given.network()
    const manager = await test.given.manager(network)
    const { invitation } = await manager.mutate(inviteMember, offer(network.practiceCodes[0] ?? ''))
    await test.given.database.transaction(() =>
      test.given.database.manager.update(InvitationEntity, { id: invitation.id }, { expiresAt: '2026-11-20T12:00:00.000Z' }),
    )
    expect((await manager.query(invitations, { organisationCode: network.code, withPractices: true }))['invitations']).toEqual([])
    expect(await manager.mutate(withdrawInvitation, { invitationId: invitation.id })).toMatchObject({ __typename: 'InvitationNotOpen' })
  })
})

describe('who administers what', () => {
  const codesOf = async (client: Client, variables: object = {}) =>
    (await client.query(administered, variables))['administered'].map((one: { code: string }) => one.code)

  it('leaders their network and its practices, commissioners their ICB, an LMC itself, an operator everything', async () => {
    const network = await test.given.network({ practices: [{}, {}, { endsOn: '2026-11-20' }] })
    const other = await test.given.network({ boardCode: network.boardCode })
    const lmcCode = await givenLmc(test, [network])
    const [staying = '', second = '', left = ''] = network.practiceCodes
    const [director, commissioner] = [await test.given.director(network), await test.given.commissioner(network)]
    const [lmc, operator] = [await test.given.person('lmc', lmcCode), await test.given.person('operator', 'ENGLAND')]
    expect(await codesOf(director)).toEqual([network.code, staying, second])
    expect(await codesOf(commissioner)).toEqual([network.boardCode])
    expect(await codesOf(lmc)).toEqual([lmcCode])
    expect((await codesOf(operator, { first: 1 }))[0]).toBe('ENGLAND')
    for (const code of [network.code, left, network.boardCode, lmcCode]) {
      expect(await codesOf(operator, { search: code.toLowerCase() })).toEqual([code])
    }
    expect((await director.query(administered))['administered'][0]).toMatchObject({
      ...{ name: `Network ${network.code}`, kind: 'NETWORK', invented: true, roles: ['NETWORK_MANAGER', 'CLINICAL_DIRECTOR'] },
    })
    const asked: [Client, string][] = [
      ...[other.code, left, network.boardCode, lmcCode, 'ENGLAND', 'U99999'].map((code): [Client, string] => [director, code]),
      ...[network.code, staying, 'ENGLAND'].map((code): [Client, string] => [commissioner, code]),
      ...[network.code, network.boardCode].map((code): [Client, string] => [lmc, code]),
    ]
    for (const [client, organisationCode] of asked) {
      expect(await client.codeOf(members, { organisationCode })).toBe('NOT_FOUND')
      expect(await client.codeOf(invitations, { organisationCode })).toBe('NOT_FOUND')
      expect(await client.codeOf(inviteMember, { input: offer(organisationCode) })).toBe('NOT_FOUND')
    }
    const staff = await test.given.person('practice-member', staying)
    for (const [operation, variables] of [
      [members, { organisationCode: staying }],
      [administered, {}],
    ] as const) {
      expect(await staff.codeOf(operation, variables)).toBe('FORBIDDEN')
    }
  })

  it('nobody but an operator a practice of two networks: being in it reaches both', async () => {
    const network = await test.given.network()
    const other = await test.given.network()
    const [shared = ''] = network.practiceCodes
    const times = { startsOn: '2026-04-01', endsOn: null, recordedAt: test.clock.now(), supersededAt: null }
    const link = { id: randomUUID(), networkCode: other.code, practiceCode: shared, ...times }
    await test.given.database.transaction(() => test.given.database.manager.insert(NetworkMembershipEntity, link))
    const [mine, theirs] = [await test.given.manager(network), await test.given.manager(other)]
    expect(await codesOf(mine)).not.toContain(shared)
    expect(await codesOf(theirs)).not.toContain(shared)
    await test.given.membership(mine, 'network-manager', other.code)
    expect(await codesOf(mine)).toContain(shared)
  })

  it('and nobody lets people into a practice that has gone to another network meanwhile', async () => {
    const [network, other] = [await test.given.network(), await test.given.network()]
    const [moving = ''] = network.practiceCodes
    const { path } = await (await test.given.manager(network)).mutate(inviteMember, offer(moving))
    const find = async () =>
      (
        await test.nobody.query('query ($secret: String!) { invitation(secret: $secret) { acceptance } }', {
          secret: String(path).replace('/invitation?secret=', ''),
        })
      )['invitation']
    expect(await find()).toEqual({ acceptance: 'NEW_ACCOUNT' })
    await test.given.database.transaction(() =>
      test.given.database.manager.update(NetworkMembershipEntity, { practiceCode: moving }, { networkCode: other.code }),
    )
    expect(await find()).toBeNull()
  })

  it('shows members by page, those of a network’s practices where asked, with as many questions for many as for few', async () => {
    const network = await test.given.network()
    const manager = await test.given.manager(network)
    const all = { organisationCode: network.code, withPractices: true }
    const few = await statementsOf(test, () => manager.query(members, all))
    await test.given.director(network)
    for (const code of network.practiceCodes) await test.given.person('practice-member', code)
    expect(await statementsOf(test, () => manager.query(members, all))).toBe(few)
    const first = (await manager.query(members, { ...all, first: 3 }))['memberships']
    const rest = (await manager.query(members, { ...all, first: 3, after: first.pageInfo.endCursor }))['memberships']
    expect([first.nodes.length, first.pageInfo.hasNextPage, rest.nodes.length]).toEqual([3, true, 2])
    expect(new Set([...first.nodes, ...rest.nodes].map(({ id }: { id: string }) => id)).size).toBe(5)
    expect((await manager.query(members, { organisationCode: network.code }))['memberships'].nodes).toHaveLength(2)
  })
})
