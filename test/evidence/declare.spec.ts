import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'
import { type Client } from '../support/client.js'
import { confirmDeclaration, declare, evidenceById, withdrawEvidence } from './operations.js'
import { countOf } from './rows.js'

const wording = { text: 'The network has named its lead.', paragraph: '4.1' }

describe('declare and confirmDeclaration', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp({ today: '2026-11-21' })
  })
  afterAll(() => test.close())

  /** A network with two requirements to declare, its manager and its clinical director. */
  async function given() {
    const network = await test.given.network()
    const checklist = await test.given.checklist(network, { entries: [wording, { text: 'The network keeps a plan.' }] })
    const [manager, director] = [await test.given.manager(network), await test.given.director(network)]
    const occurrenceIds = checklist.items.map(({ occurrences }) => occurrences[0]?.id ?? '')
    const onBehalfOf = { directorId: director.personId, confirmedHow: 'By email', confirmedOn: '2026-11-19' }
    return { network, checklist, manager, director, occurrenceIds, onBehalfOf }
  }

  it('lets the clinical director declare, keeping wording, clause, role, day and for whom', async () => {
    const { director, occurrenceIds, network, checklist } = await given()
    const input = { occurrenceIds, declaredOn: '2026-11-20', practiceCodes: network.practiceCodes }
    const { __typename, evidence } = await director.mutate(declare, input)
    expect(__typename).toBe('DeclarationMade')
    const [one, two] = checklist.items.map(({ code }) => code)
    expect(evidence).toMatchObject({
      ...{ kind: 'DECLARATION', happenedOn: '2026-11-20', practiceCodes: network.practiceCodes, status: 'STANDS' },
      declaration: {
        ...{ role: 'CLINICAL_DIRECTOR', director: { id: director.personId }, onBehalf: null, confirmedAt: null },
        statements: [
          { requirementCode: one, paragraph: '4.1', wording: wording.text },
          { requirementCode: two, paragraph: null, wording: 'The network keeps a plan.' },
        ],
      },
    })
    expect(evidence.occurrences).toHaveLength(2)
  })

  it('lets the manager declare on her behalf, naming her and keeping her confirmation, which she can give herself later', async () => {
    const { manager, director, occurrenceIds, onBehalfOf } = await given()
    const { evidence } = await manager.mutate(declare, { occurrenceIds, declaredOn: '2026-11-20', onBehalfOf })
    const declaration = {
      ...{ role: 'NETWORK_MANAGER', director: { id: director.personId }, confirmedAt: null },
      onBehalf: { confirmedHow: 'By email', confirmedOn: '2026-11-19' },
    }
    expect(evidence).toMatchObject({ declaration, recordedBy: { id: manager.personId } })
    const confirmed = await director.mutate(confirmDeclaration, { evidenceId: evidence.id })
    expect(confirmed).toMatchObject({ __typename: 'DeclarationConfirmed', evidence: { digest: evidence.digest, status: 'STANDS' } })
    const first = confirmed['evidence'].declaration.confirmedAt
    expect(first).toMatch(/^2026-11-21T12:00/)
    const again = await director.mutate(confirmDeclaration, { evidenceId: evidence.id })
    expect(again['evidence'].declaration.confirmedAt).toBe(first)
  })

  it('refuses a declaration that is not the clinical director’s, changing nothing', async () => {
    const { network, manager, occurrenceIds, onBehalfOf } = await given()
    const theirs = await test.given.director(await test.given.network())
    const input = { occurrenceIds, declaredOn: '2026-11-20' }
    expect(await manager.mutate(declare, input)).toMatchObject({ __typename: 'NotADirector', field: 'onBehalfOf' })
    for (const directorId of [manager.personId, theirs.personId, '00000000-0000-4000-8000-000000000000']) {
      const result = await manager.mutate(declare, { ...input, onBehalfOf: { ...onBehalfOf, directorId } })
      expect(result).toMatchObject({ __typename: 'NotADirector', field: 'onBehalfOf.directorId' })
    }
    const early = await manager.mutate(declare, { ...input, declaredOn: '2019-06-30', onBehalfOf })
    expect(early['__typename']).toBe('EvidenceOutsideWindow')
    expect(await countOf(test, network.code)).toEqual({ evidence: 0, uses: 0, trail: 0 })
  })

  it('refuses days that have not come', async () => {
    const { manager, director, occurrenceIds, onBehalfOf } = await given()
    const future = { __typename: 'EvidenceInFuture', latestDay: '2026-11-21' }
    expect(await director.mutate(declare, { occurrenceIds, declaredOn: '2026-11-22' })).toMatchObject({ ...future, field: 'declaredOn' })
    const input = { occurrenceIds, declaredOn: '2026-11-21', onBehalfOf: { ...onBehalfOf, confirmedOn: '2026-11-22' } }
    expect(await manager.mutate(declare, input)).toMatchObject({ ...future, field: 'onBehalfOf.confirmedOn' })
  })

  it('wants somebody who was a director on the day declared', async () => {
    const { director, network } = await given()
    const standing = await test.given.network()
    const checklist = await test.given.checklist(standing, { entries: [{ standing: true }] })
    const late = await test.given.director(standing)
    const input = { occurrenceIds: [checklist.items[0]?.occurrences[0]?.id], declaredOn: '2019-06-30' }
    expect(await late.mutate(declare, input)).toMatchObject({ __typename: 'NotADirector' })
    expect(await late.mutate(declare, { ...input, declaredOn: '2019-07-01' })).toMatchObject({ __typename: 'DeclarationMade' })
    expect([director.personId, network.code]).not.toContain(late.personId)
  })

  it('wants practices named where each is asked, and only those of the network', async () => {
    const { network, occurrence } = await test.given.openOccurrence({ entry: { perPractice: true } })
    const director = await test.given.director(network)
    const input = { occurrenceIds: [occurrence.id], declaredOn: '2026-11-20' }
    expect(await director.mutate(declare, input)).toMatchObject({ __typename: 'EvidenceNamesNoPractice' })
    expect(await director.mutate(declare, { ...input, practiceCodes: ['PX9999'] })).toMatchObject({ __typename: 'PracticeNotAMember' })
  })

  it('lets a commissioner declare what is the board’s own', async () => {
    const network = await test.given.network()
    const checklist = await test.given.checklist(network.boardCode)
    const commissioner = await test.given.commissioner(network)
    const input = { occurrenceIds: [checklist.items[0]?.occurrences[0]?.id], declaredOn: '2026-11-20' }
    const result = await commissioner.mutate(declare, input)
    expect(result).toMatchObject({ __typename: 'DeclarationMade', evidence: { declaration: { role: 'COMMISSIONER', director: null } } })
  })

  it('lets nobody but the director named confirm, and only what stands on her behalf', async () => {
    const { network, manager, director, occurrenceIds, onBehalfOf } = await given()
    const { evidence } = await manager.mutate(declare, { occurrenceIds, declaredOn: '2026-11-20', onBehalfOf })
    const input = { evidenceId: evidence.id }
    expect(await manager.mutate(confirmDeclaration, input)).toMatchObject({ __typename: 'NotADirector' })
    expect(await (await test.given.director(network)).mutate(confirmDeclaration, input)).toMatchObject({ __typename: 'NotADirector' })
    const own = await director.mutate(declare, { occurrenceIds, declaredOn: '2026-11-20' })
    const note = await test.given.evidence(manager, occurrenceIds)
    for (const evidenceId of [own['evidence'].id, note]) {
      expect(await director.mutate(confirmDeclaration, { evidenceId })).toMatchObject({ __typename: 'DeclarationNotOnBehalf' })
    }
    await manager.mutate(withdrawEvidence, { evidenceId: evidence.id, reason: 'Wrong' })
    expect(await director.mutate(confirmDeclaration, input)).toMatchObject({ __typename: 'EvidenceAlreadyEnded' })
    expect((await director.query(evidenceById, { id: evidence.id }))['node'].declaration.confirmedAt).toBeNull()
  })

  it('lists what she has not confirmed yet, for the network’s own people', async () => {
    const { network, manager, director, occurrenceIds, onBehalfOf } = await given()
    const unconfirmed = async (client: Client) => {
      const query = 'query ($code: String!) { network(odsCode: $code) { unconfirmedDeclarations { id } } }'
      return (await client.query(query, { code: network.code }))['network'].unconfirmedDeclarations.map(({ id }: { id: string }) => id)
    }
    const declared = async (input: object = { onBehalfOf }) =>
      (await (input === own ? director : manager).mutate(declare, { occurrenceIds, declaredOn: '2026-11-20', ...input }))['evidence'].id
    const own = {}
    await declared(own)
    const [confirmed, withdrawn, waiting] = [await declared(), await declared(), await declared()]
    await director.mutate(confirmDeclaration, { evidenceId: confirmed })
    await manager.mutate(withdrawEvidence, { evidenceId: withdrawn, reason: 'Wrong' })
    expect(await unconfirmed(director)).toEqual([waiting])
    expect(await unconfirmed(manager)).toEqual([waiting])
    const commissioner = await test.given.commissioner(network)
    await test.given.membership(commissioner, 'network-manager', (await test.given.network()).code)
    expect(await unconfirmed(commissioner)).toEqual([])
  })

  it('finds nothing of other networks and is closed to others', async () => {
    const { network, manager, occurrenceIds, onBehalfOf } = await given()
    const { evidence } = await manager.mutate(declare, { occurrenceIds, declaredOn: '2026-11-20', onBehalfOf })
    const staff = await test.given.person('practice-member', network.practiceCodes[0] ?? '')
    const theirs = await test.given.director(await test.given.network())
    const both = [
      [declare, { occurrenceIds, declaredOn: '2026-11-20' }],
      [confirmDeclaration, { evidenceId: evidence.id }],
    ] as const
    for (const [mutation, input] of both) {
      expect(await theirs.codeOf(mutation, { input })).toBe('NOT_FOUND')
      expect(await (await test.given.commissioner(network)).codeOf(mutation, { input })).toBe('NOT_FOUND')
      expect(await staff.codeOf(mutation, { input })).toBe('FORBIDDEN')
      expect(await test.nobody.codeOf(mutation, { input })).toBe('UNAUTHENTICATED')
    }
  })

  it('answers a retry as before, and refuses the key for other content', async () => {
    const { network, manager, director, occurrenceIds, onBehalfOf } = await given()
    const input = { occurrenceIds, declaredOn: '2026-11-20', onBehalfOf, idempotencyKey: 'key' }
    const first = await manager.mutate(declare, input)
    expect(await manager.mutate(declare, input)).toEqual(first)
    expect(await countOf(test, network.code)).toMatchObject({ evidence: 1 })
    expect(await manager.codeOf(declare, { input: { ...input, declaredOn: '2026-11-19' } })).toBe('CONFLICT')
    const confirm = { evidenceId: first['evidence'].id, idempotencyKey: 'key' }
    expect(await director.mutate(confirmDeclaration, confirm)).toEqual(await director.mutate(confirmDeclaration, confirm))
    expect(
      await director.codeOf(confirmDeclaration, {
        input: { ...confirm, evidenceId: confirm.evidenceId.replace(/^./, 'a').replace(/.$/, 'b') },
      }),
    ).toBe('CONFLICT')
  })
})
