import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { MembershipEntity } from '../../src/access/access.entity.js'
import { TokenService } from '../../src/access/token.service.js'
import { PersonMembershipRepository } from '../../src/access/membership.repository.js'
import { startApp, type TestApp } from '../support/app.js'
import { Client } from '../support/client.js'
import { assignItem } from '../checklist/operations.js'
import { trailOf } from '../support/trail.js'
import { changeMembership, endMembership, erasePerson, invitations, inviteMember, members } from './operations.js'

let test: TestApp
beforeAll(async () => {
  test = await startApp()
})
afterAll(() => test.close())

const viewer = '{ viewer { memberships { role organisationCode } } }'

/** The membership of somebody in an organisation, as whoever administers it sees it. */
async function heldBy(by: Client, { personId }: Client, organisationCode: string, variables: object = {}) {
  const { memberships } = await by.query(members, { organisationCode, ...variables })
  const found = memberships.nodes.find((one: { person: { id: string } }) => one.person.id === personId)
  return found as { id: string; onlyAdministrator: boolean }
}

/** A network with two who administer it. */
async function situation() {
  const network = await test.given.network()
  const [manager, director] = [await test.given.manager(network), await test.given.director(network)]
  return { network, manager, director, held: await heldBy(manager, director, network.code) }
}

describe('endMembership', () => {
  it('at once ends sessions and tokens, and leaves what was recorded and assigned', async () => {
    const { network, manager, director, held } = await situation()
    const { item } = await test.given.item({}, { network })
    const browser = await test.given.browser(director)
    await director.mutate(assignItem, { itemId: item.id, personId: director.personId, note: 'Mine' })
    const result = await manager.mutate(endMembership, { membershipId: held.id })
    expect(result['membership']).toMatchObject({
      ...{ role: 'CLINICAL_DIRECTOR', endsOn: '2026-11-21', endedAt: expect.any(String), recordedBy: { id: manager.personId } },
    })
    expect((await browser.send(viewer)).errors[0]?.extensions['code']).toBe('UNAUTHENTICATED')
    expect(await director.codeOf(members, { organisationCode: network.code })).toBe('FORBIDDEN')
    expect(await heldBy(manager, director, network.code)).toBeUndefined()
    expect(await heldBy(manager, director, network.code, { includingEnded: true })).toMatchObject({ endsOn: '2026-11-21' })
    const { node } = await manager.query(
      'query ($id: ID!) { node(id: $id) { ... on ChecklistItem { assignee { id } assigneeHasLeft } } }',
      {
        id: item.id,
      },
    )
    expect(node).toEqual({ assignee: { id: director.personId }, assigneeHasLeft: true })
    const [entry] = await trailOf(test, network.code, 'membership.end')
    expect(entry).toMatchObject({ actorId: manager.personId, details: { personId: director.personId, replaces: held.id, ended: true } })
    const rows = await test.given.database.manager.findBy(MembershipEntity, { personId: director.personId ?? '' })
    expect(rows.filter(({ supersededAt }) => supersededAt === null)).toHaveLength(1)
    expect(rows).toHaveLength(2)
  })

  it('takes back the links of who is sent away, and leaves those of who goes by themselves', async () => {
    const { network, manager, director, held } = await situation()
    const offer = {
      email: 'a.way.back@example.org',
      name: 'A way back',
      role: 'PRACTICE_MEMBER',
      organisationCode: network.practiceCodes[0],
    }
    await director.mutate(inviteMember, offer)
    const open = { organisationCode: network.code, withPractices: true }
    await manager.mutate(endMembership, { membershipId: held.id })
    expect((await manager.query(invitations, open))['invitations']).toEqual([])
    const next = await test.given.director(network)
    await manager.mutate(inviteMember, offer)
    const own = await heldBy(manager, manager, network.code)
    await manager.mutate(endMembership, { membershipId: own.id })
    expect((await next.query(invitations, open))['invitations']).toHaveLength(1)
  })

  it('ends the links of who was given a last day with that day, and leaves those of who set it', async () => {
    const { network, manager, director, held } = await situation()
    const own = await heldBy(manager, manager, network.code)
    const secretBy = async (by: Client): Promise<string> => {
      const person = { email: `${by.personId}@elsewhere.example`, name: 'A way back' }
      const { path } = await by.mutate(inviteMember, { ...person, role: 'NETWORK_MANAGER', organisationCode: network.code })
      return String(path).replace('/invitation?secret=', '')
    }
    const works = async (secret: string): Promise<boolean> =>
      (await test.nobody.query('query ($secret: String!) { invitation(secret: $secret) { name } }', { secret }))['invitation'] !== null
    await test.given.director(network)
    const lastDay = '2026-11-22'
    await manager.mutate(endMembership, { membershipId: held.id, lastDay })
    await manager.mutate(endMembership, { membershipId: own.id, lastDay })
    const [sentAway, gone] = [await secretBy(director), await secretBy(manager)]
    test.clock.day = lastDay
    expect([await works(sentAway), await works(gone)]).toEqual([true, true])
    test.clock.day = '2026-11-23'
    expect([await works(sentAway), await works(gone)]).toEqual([false, true])
    test.clock.day = '2026-11-21'
  })

  it('revokes a token that names the organisation, and no other', async () => {
    const { network, manager, director, held } = await situation()
    const other = await test.given.network()
    await test.given.membership(director, 'network-manager', other.code)
    const tokenFor = async (code: string) =>
      new Client(
        test.url,
        await test.app.get(TokenService).createFor(`${director.personId}@headroom.example`, { organisationCodes: [code] }),
      )
    const [here, there] = [await tokenFor(network.code), await tokenFor(other.code)]
    await manager.mutate(endMembership, { membershipId: held.id })
    expect(await here.codeOf(viewer)).toBe('UNAUTHENTICATED')
    expect((await there.query(viewer))['viewer'].memberships).toMatchObject([{ organisationCode: other.code }])
  })

  it('with a last day lets somebody work until it is over', async () => {
    const { network, manager, director, held } = await situation()
    const browser = await test.given.browser(director)
    const { membership } = await manager.mutate(endMembership, { membershipId: held.id, lastDay: '2026-11-30' })
    expect(membership).toMatchObject({ endsOn: '2026-11-30', endedAt: null })
    expect((await browser.query(viewer))['viewer'].memberships).toHaveLength(1)
    test.clock.day = '2026-12-01'
    expect(await director.codeOf(members, { organisationCode: network.code })).toBe('FORBIDDEN')
    const over = await manager.mutate(endMembership, { membershipId: membership.id })
    expect(over).toMatchObject({ __typename: 'MembershipIsOver', field: 'membershipId' })
    test.clock.day = '2026-11-21'
    const past = await manager.mutate(endMembership, { membershipId: membership.id, lastDay: '2026-11-20' })
    expect(past).toMatchObject({ __typename: 'MembershipDaysRefused', field: 'lastDay' })
  })

  it('is for whoever administers the organisation, by the id that stands', async () => {
    const { manager, held } = await situation()
    const { held: foreign } = await situation()
    const end = (membershipId: string) => manager.codeOf(endMembership, { input: { membershipId } })
    expect(await end(foreign.id)).toBe('NOT_FOUND')
    await manager.mutate(endMembership, { membershipId: held.id })
    expect(await end(held.id)).toBe('NOT_FOUND')
  })
})

describe('the last administrator', () => {
  it('cannot go, today or later, nor be demoted; where somebody else stays they can', async () => {
    const network = await test.given.network()
    const commissioner = await test.given.commissioner(network)
    const { id, onlyAdministrator } = await heldBy(commissioner, commissioner, network.boardCode)
    expect(onlyAdministrator).toBe(true)
    const last = { __typename: 'LastAdministrator', field: null }
    expect(await commissioner.mutate(endMembership, { membershipId: id })).toMatchObject({ ...last, firstDay: '2026-11-21' })
    const later = { membershipId: id, lastDay: '2027-03-31' }
    expect(await commissioner.mutate(endMembership, later)).toMatchObject({ ...last, firstDay: '2027-04-01' })
    const put = { membershipId: id, startsOn: '2027-01-01' }
    expect(await commissioner.mutate(changeMembership, put)).toMatchObject({ ...last, firstDay: '2026-11-21' })
    const colleague = await test.given.commissioner(network)
    expect((await heldBy(colleague, commissioner, network.boardCode)).onlyAdministrator).toBe(false)
    expect(await commissioner.mutate(endMembership, { membershipId: id })).toMatchObject({ __typename: 'MembershipEnded' })
  })

  it('of England cannot go either: somebody has to run it', async () => {
    const operator = await test.given.person('operator', 'ENGLAND')
    const all = await operator.query(members, { organisationCode: 'ENGLAND' })
    // Other tests have operators too: they go first, so that this one is the last.
    for (const { id, person } of all['memberships'].nodes) {
      if (person.id !== operator.personId) await operator.mutate(endMembership, { membershipId: id })
    }
    const { id } = await heldBy(operator, operator, 'ENGLAND')
    const demotion = { membershipId: id, role: 'NATIONAL_VIEWER' }
    expect(await operator.mutate(changeMembership, demotion)).toMatchObject({ __typename: 'LastAdministrator', firstDay: '2026-11-21' })
    expect(await operator.mutate(endMembership, { membershipId: id })).toMatchObject({ __typename: 'LastAdministrator' })
    expect(await operator.mutate(erasePerson, { personId: operator.personId })).toMatchObject({ __typename: 'LastAdministrator' })
    expect(await heldBy(operator, operator, 'ENGLAND')).toMatchObject({ id })
  })

  it('can be ended by an operator, who goes on administering the organisation', async () => {
    const network = await test.given.network()
    const [manager, operator] = [await test.given.manager(network), await test.given.person('operator', 'ENGLAND')]
    const { id } = await heldBy(manager, manager, network.code)
    expect(await operator.mutate(endMembership, { membershipId: id })).toMatchObject({ __typename: 'MembershipEnded' })
  })

  it('is left over when two end each other at once, and when each ends themselves', async () => {
    for (const isOther of [true, false]) {
      const { network, manager, director, held } = await situation()
      const own = await heldBy(manager, manager, network.code)
      const [first, second] = isOther ? [held.id, own.id] : [own.id, held.id]
      let results: Promise<Record<string, unknown>[]> = Promise.resolve([])
      // Nobody changes anything until both have been let in.
      await test.given.database.transaction(async () => {
        await test.app.get(PersonMembershipRepository).lockOrganisation(network.code)
        const end = [manager.mutate(endMembership, { membershipId: first }), director.mutate(endMembership, { membershipId: second })]
        results = Promise.all(end)
        await new Promise((resolve) => setTimeout(resolve, 300))
      })
      expect((await results).map((one) => String(one['__typename'])).sort()).toEqual(['LastAdministrator', 'MembershipEnded'])
      const operator = await test.given.person('operator', 'ENGLAND')
      const { memberships } = await operator.query(members, { organisationCode: network.code })
      expect(memberships.nodes).toMatchObject([{ onlyAdministrator: true }])
    }
  })
})

describe('changeMembership', () => {
  it('corrects days in place, and keeps what was said before', async () => {
    const { manager, held } = await situation()
    const days = { startsOn: '2026-04-01', endsOn: '2027-03-31' }
    const { membership } = await manager.mutate(changeMembership, { membershipId: held.id, ...days })
    expect(membership).toMatchObject({ ...days, role: 'CLINICAL_DIRECTOR', recordedBy: { id: manager.personId } })
    expect(await test.given.database.manager.findOneBy(MembershipEntity, { id: held.id })).toMatchObject({
      startsOn: '2019-07-01',
      supersededAt: expect.any(String),
    })
    const open = await manager.mutate(changeMembership, { membershipId: membership.id, endsOn: null })
    expect(open['membership']).toMatchObject({ startsOn: '2026-04-01', endsOn: null })
  })

  it('of the role begins today, ends sessions of the old one, and says what was held before', async () => {
    const { network, manager, director, held } = await situation()
    const browser = await test.given.browser(director)
    const { membership } = await manager.mutate(changeMembership, { membershipId: held.id, role: 'NETWORK_MANAGER' })
    expect(membership).toMatchObject({ role: 'NETWORK_MANAGER', startsOn: '2026-11-21', endsOn: null })
    expect((await browser.send(viewer)).errors[0]?.extensions['code']).toBe('UNAUTHENTICATED')
    const all = (await manager.query(members, { organisationCode: network.code, includingEnded: true }))['memberships'].nodes
    const theirs = all.filter((one: { person: { id: string } }) => one.person.id === director.personId)
    expect(theirs.map(({ role, endsOn }: { role: string; endsOn: string }) => [role, endsOn]).sort()).toEqual([
      ['CLINICAL_DIRECTOR', '2026-11-21'],
      ['NETWORK_MANAGER', null],
    ])
  })

  it.each([
    ['a role of another kind of organisation', { role: 'COMMISSIONER' }, 'RoleDoesNotFit', 'role'],
    ['a last day that is past', { endsOn: '2026-11-20' }, 'MembershipDaysRefused', 'endsOn'],
    ['a first day before there were networks', { startsOn: '2019-06-30' }, 'MembershipDaysRefused', 'startsOn'],
  ])('refuses %s', async (_, input, kind, field) => {
    const { manager, held } = await situation()
    expect(await manager.mutate(changeMembership, { membershipId: held.id, ...input })).toMatchObject({ __typename: kind, field })
  })

  it('refuses a role the person holds there already', async () => {
    const { network, manager, director, held } = await situation()
    await test.given.membership(director, 'network-manager', network.code)
    const result = await manager.mutate(changeMembership, { membershipId: held.id, role: 'NETWORK_MANAGER' })
    expect(result).toMatchObject({ __typename: 'RoleHeldAlready', field: 'role' })
  })
})
