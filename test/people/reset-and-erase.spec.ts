import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { PersonEntity } from '../../src/access/access.entity.js'
import { InvitationEntity } from '../../src/access/invitation.entity.js'
import { FormDraftEntity } from '../../src/platform/web/draft.entity.js'
import { CredentialEntity, IdentityEntity } from '../../src/sign-in/sign-in.entity.js'
import { startApp, type TestApp } from '../support/app.js'
import { type Client } from '../support/client.js'
import { trailOf } from '../support/trail.js'
import { endMembership, erasePerson, inviteMember, members, resetSignIn } from './operations.js'

let test: TestApp
beforeAll(async () => {
  test = await startApp()
})
afterAll(() => test.close())

const offered = 'query ($secret: String!) { invitation(secret: $secret) { membership { role organisationCode } } }'
const acceptInvitation = `mutation ($input: AcceptInvitationInput!) {
  acceptInvitation(input: $input) { __typename ... on Refusal { message } }
}`
const rows = () => test.given.database.manager
const personOf = ({ personId = '' }: Client) => rows().findOneByOrFail(PersonEntity, { id: personId })

describe('resetSignIn', () => {
  it('gives a link for a day to who administers all that the person is', async () => {
    const network = await test.given.network()
    const [manager, director] = [await test.given.manager(network), await test.given.director(network)]
    await test.given.membership(director, 'practice-member', network.practiceCodes[0] ?? '')
    const input = { personId: director.personId, idempotencyKey: 'once' }
    const result = await manager.mutate(resetSignIn, input)
    expect(result).toMatchObject({ __typename: 'SignInReset', personId: director.personId })
    expect(result['path']).toMatch(/^\/invitation\?secret=/)
    const [row] = await rows().findBy(InvitationEntity, { personId: director.personId ?? '' })
    expect(row).toMatchObject({ kind: 'RESET', role: null, organisationCode: null, createdBy: manager.personId, withdrawnAt: null })
    expect(Date.parse(row?.expiresAt ?? '') - Date.parse(row?.createdAt ?? '')).toBe(24 * 3_600_000)
    const again = await manager.mutate(resetSignIn, input)
    expect(again['path']).not.toBe(result['path'])
    const other = await manager.mutate(resetSignIn, { personId: director.personId })
    expect(other['__typename']).toBe('SignInReset')
    const open = (await rows().findBy(InvitationEntity, { personId: director.personId ?? '' })).filter((one) => one.withdrawnAt === null)
    expect(open).toHaveLength(1)
    expect((await trailOf(test, network.code, 'signIn.reset'))[0]).toMatchObject({
      actorId: manager.personId,
      subjectId: director.personId,
    })
  })

  it('is worth nothing any more once the person has come to be more than its maker administers', async () => {
    const [network, other] = [await test.given.network(), await test.given.network()]
    const [manager, director] = [await test.given.manager(network), await test.given.director(network)]
    const operator = await test.given.person('operator', 'ENGLAND')
    await manager.mutate(resetSignIn, { personId: director.personId })
    const offer = { email: (await personOf(director)).email, name: 'Ada Newcombe', role: 'NETWORK_MANAGER', organisationCode: other.code }
    const { path } = await operator.mutate(inviteMember, offer)
    const secret = String(path).replace('/invitation?secret=', '')
    const browser = await test.given.browser(director)
    expect((await browser.query(offered, { secret }))['invitation'].membership).toEqual({
      role: 'NETWORK_MANAGER',
      organisationCode: other.code,
    })
    expect(await browser.mutate(acceptInvitation, { secret })).toMatchObject({ __typename: 'InvitationAccepted' })
    expect(await browser.query('{ viewer { memberships { role organisationCode } } }')).toMatchObject({
      viewer: { memberships: expect.arrayContaining([{ role: 'NETWORK_MANAGER', organisationCode: other.code }]) },
    })
    const [link] = await rows().findBy(InvitationEntity, { personId: director.personId ?? '' })
    expect(link?.withdrawnAt).not.toBeNull()
  })

  it('never to who administers a part of it, to oneself, or to strangers', async () => {
    const [network, other] = [await test.given.network(), await test.given.network()]
    const [manager, director] = [await test.given.manager(network), await test.given.director(network)]
    await test.given.membership(director, 'network-manager', other.code)
    const reset = ({ personId }: Client) => ({ personId })
    expect(await manager.mutate(resetSignIn, reset(director))).toMatchObject({ __typename: 'BelongsElsewhere', field: 'personId' })
    expect(await manager.mutate(resetSignIn, reset(manager))).toMatchObject({ __typename: 'NotForOneself', field: 'personId' })
    const stranger = await test.given.manager(other)
    expect(await manager.codeOf(resetSignIn, { input: reset(stranger) })).toBe('NOT_FOUND')
    expect(await manager.codeOf(resetSignIn, { input: { personId: randomUUID() } })).toBe('NOT_FOUND')
    const { memberships } = await manager.query(members, { organisationCode: network.code })
    const held = memberships.nodes.find((one: { person: { id: string } }) => one.person.id === director.personId)
    await manager.mutate(endMembership, { membershipId: held.id })
    expect(await manager.codeOf(resetSignIn, { input: reset(director) })).toBe('NOT_FOUND')
    const operator = await test.given.person('operator', 'ENGLAND')
    expect(await operator.mutate(resetSignIn, reset(director))).toMatchObject({ __typename: 'SignInReset' })
  })
})

describe('erasePerson', () => {
  it('removes name, address and ways in, and leaves what they recorded and the trail', async () => {
    const network = await test.given.network()
    const [manager, operator] = [await test.given.manager(network), await test.given.person('operator', 'ENGLAND')]
    const { item } = await test.given.item({}, { network })
    const occurrenceIds = item.occurrences.map(({ id }) => id)
    const evidence = await test.given.evidence(manager, occurrenceIds)
    const browser = await test.given.browser(manager)
    const { email } = await personOf(manager)
    const practice = { role: 'PRACTICE_MEMBER', organisationCode: network.practiceCodes[0] }
    await operator.mutate(inviteMember, { email, name: 'Bea Quillon', ...practice })
    const personId = manager.personId ?? ''
    // They came by a link to another address than the one they are known by; one before it had run out.
    const came = { kind: 'INVITATION' as const, personId: null, email: 'bea@elsewhere.example', name: 'Bea Quillon', role: null }
    const link = { ...came, organisationCode: null, startsOn: null, endsOn: null, createdAt: test.clock.now(), createdBy: null }
    const unanswered = { ...link, expiresAt: test.clock.now(), usedAt: null, usedBy: null, withdrawnAt: null }
    await test.given.database.transaction(async () => {
      await rows().insert(InvitationEntity, { ...unanswered, id: randomUUID(), hash: 'one' })
      await rows().insert(InvitationEntity, { ...unanswered, id: randomUUID(), hash: 'two', usedAt: test.clock.now(), usedBy: personId })
    })
    await test.given.database.transaction(async () => {
      const unused = { lastStep: 0, recoveryCodes: [], failures: 0, lockedUntil: null, changedAt: test.clock.now() }
      await rows().insert(CredentialEntity, { personId, passwordHash: 'x', authenticator: 'x', ...unused })
      await rows().insert(IdentityEntity, {
        id: randomUUID(),
        issuer: 'https://id.example',
        subject: 's',
        personId,
        linkedAt: test.clock.now(),
      })
      await rows().insert(FormDraftEntity, {
        personId,
        form: '/requests/new',
        content: { what: ['typed'] } as never,
        savedAt: test.clock.now(),
      })
    })
    const before = await trailOf(test, network.code, 'evidence.record')
    const result = await operator.mutate(erasePerson, { personId })
    expect(result).toMatchObject({ __typename: 'PersonErased', personId })
    expect(await personOf(manager)).toMatchObject({ name: 'Erased person', email: null, erasedAt: result['erasedAt'] })
    for (const entity of [CredentialEntity, IdentityEntity, FormDraftEntity]) expect(await rows().findBy(entity, { personId })).toEqual([])
    expect(JSON.stringify(await rows().find(InvitationEntity))).not.toMatch(new RegExp(`Quillon|elsewhere|${email}`))
    expect(await manager.codeOf('{ viewer { person { id } } }')).toBe('UNAUTHENTICATED')
    expect(await browser.codeOf('{ viewer { person { id } } }')).toBe('UNAUTHENTICATED')
    expect(await trailOf(test, network.code, 'evidence.record')).toEqual(before)
    expect((await trailOf(test, network.code, 'person.erase'))[0]).toMatchObject({ actorId: operator.personId, subjectId: personId })
    const director = await test.given.director(network)
    const read = 'query ($id: ID!) { node(id: $id) { ... on ChecklistItem { evidence { id recordedBy { id name } } } } }'
    expect((await director.query(read, { id: item.id }))['node'].evidence).toEqual([
      { id: evidence, recordedBy: { id: personId, name: 'Erased person' } },
    ])
    expect(await operator.mutate(erasePerson, { personId })).toMatchObject({ __typename: 'ErasedAlready', field: 'personId' })
    expect(await operator.codeOf(resetSignIn, { input: { personId } })).toBe('NOT_FOUND')
  })

  it('is the operator’s, and finds nobody who is not there', async () => {
    const network = await test.given.network()
    const [manager, operator] = [await test.given.manager(network), await test.given.person('operator', 'ENGLAND')]
    const colleague = await test.given.director(network)
    expect(await manager.codeOf(erasePerson, { input: { personId: colleague.personId } })).toBe('FORBIDDEN')
    expect(await operator.codeOf(erasePerson, { input: { personId: randomUUID() } })).toBe('NOT_FOUND')
  })
})
