import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'
import { declare, evidenceById, evidenceOfNetwork, linkEvidence, unlinkEvidence, withdrawEvidence } from './operations.js'
import { countOf, withMembership } from './rows.js'

/** A network with two items, and evidence of the first. */
async function given(test: TestApp, second: object = {}) {
  const network = await test.given.network()
  const checklist = await test.given.checklist(network, { entries: [{}, second] })
  const manager = await test.given.manager(network)
  const [one = '', other = ''] = checklist.items.map(({ occurrences }) => occurrences[0]?.id)
  const evidenceId = await test.given.evidence(manager, [one])
  return { network, checklist, manager, one, other, evidenceId }
}

describe('linkEvidence and unlinkEvidence', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp({ today: '2026-11-21' })
  })
  afterAll(() => test.close())

  it('lets evidence found by its words show something more, as often as it is said', async () => {
    const { network, manager, one, other } = await given(test)
    const fileIds = [await test.given.upload(manager, network.code, { name: '50%_agreed.txt' })]
    const evidenceId = await test.given.evidence(manager, [one], { note: 'The big agreement', fileIds })
    for (const search of ['BIG AGREE', '50%_AGREED']) {
      const found = await manager.query(evidenceOfNetwork, { odsCode: network.code, search })
      expect(found['network'].evidence.nodes).toMatchObject([{ id: evidenceId }])
    }
    for (let times = 0; times < 2; times += 1) {
      const result = await manager.mutate(linkEvidence, { evidenceId, occurrenceIds: [one, other] })
      expect(result['__typename']).toBe('EvidenceLinked')
      expect(result['evidence'].occurrences.map(({ id }: { id: string }) => id).sort()).toEqual([one, other].sort())
    }
    expect(await countOf(test, network.code)).toMatchObject({ evidence: 2, uses: 3 })
  })

  it('unlinks, and links again as a new fact', async () => {
    const { manager, one, other, evidenceId } = await given(test)
    await manager.mutate(linkEvidence, { evidenceId, occurrenceIds: [other] })
    const unlinked = await manager.mutate(unlinkEvidence, { evidenceId, occurrenceIds: [other] })
    expect(unlinked).toMatchObject({ __typename: 'EvidenceUnlinked', evidence: { status: 'STANDS', occurrences: [{ id: one }] } })
    expect(await manager.mutate(unlinkEvidence, { evidenceId, occurrenceIds: [one, other] })).toMatchObject({
      ...{ __typename: 'EvidenceNotLinked', occurrenceIds: [other] },
    })
    expect((await manager.mutate(linkEvidence, { evidenceId, occurrenceIds: [other] }))['evidence'].occurrences).toHaveLength(2)
    const rows = await test.given.database.manager.query(
      `SELECT "supersededAt" FROM "evidence_use" WHERE "evidenceId" = '${evidenceId}' AND "occurrenceId" = '${other}' ORDER BY "recordedAt"`,
    )
    expect(rows).toEqual([{ supersededAt: expect.any(String) }, { supersededAt: null }])
  })

  it('refuses what could never count, what has ended, and what a declaration does not say', async () => {
    const { network, manager, one, other, evidenceId, checklist } = await given(test, { shownEvery: 'QUARTER', nature: 'DELIVER' })
    const link = { evidenceId, occurrenceIds: [other] }
    expect(await manager.mutate(linkEvidence, link)).toMatchObject({ __typename: 'EvidenceOutsideWindow', field: 'occurrenceIds' })
    const director = await test.given.director(network)
    const { evidence } = await director.mutate(declare, { occurrenceIds: [one], declaredOn: '2026-05-01' })
    expect(await director.mutate(linkEvidence, { ...link, evidenceId: evidence.id })).toMatchObject({
      ...{ __typename: 'DeclarationSaysOtherwise', requirementCodes: [checklist.items[1]?.code] },
    })
    await manager.mutate(withdrawEvidence, { evidenceId, reason: 'Wrong' })
    expect(await manager.mutate(linkEvidence, { ...link, occurrenceIds: [one] })).toMatchObject({ __typename: 'EvidenceAlreadyEnded' })
    expect(await manager.mutate(unlinkEvidence, { ...link, occurrenceIds: [one] })).toMatchObject({ __typename: 'EvidenceAlreadyEnded' })
  })

  it('keeps evidence within its organisation, and out of sight of others', async () => {
    const [mine, theirs] = [await given(test), await given(test)]
    const input = { evidenceId: mine.evidenceId, occurrenceIds: [theirs.one] }
    expect(await mine.manager.codeOf(linkEvidence, { input })).toBe('NOT_FOUND')
    expect(await theirs.manager.codeOf(linkEvidence, { input })).toBe('NOT_FOUND')
    expect(await theirs.manager.codeOf(unlinkEvidence, { input })).toBe('NOT_FOUND')
    expect(await (await test.given.person('national-viewer', 'X24')).codeOf(linkEvidence, { input })).toBe('FORBIDDEN')
    expect(await test.nobody.codeOf(unlinkEvidence, { input })).toBe('UNAUTHENTICATED')
    await withMembership(test, mine.manager, 'network-manager', theirs.network.code)
    expect(await mine.manager.mutate(linkEvidence, input)).toMatchObject({ __typename: 'DifferentOrganisations' })
  })

  it("lets practice staff link their own practice's evidence only", async () => {
    const { network, manager, one, other, evidenceId } = await given(test)
    const [mine = ''] = network.practiceCodes
    const staff = await test.given.person('practice-member', mine)
    expect(await staff.mutate(linkEvidence, { evidenceId, occurrenceIds: [other] })).toMatchObject({ __typename: 'PracticeNotYours' })
    const own = await test.given.evidence(manager, [one], { practiceCodes: [mine] })
    expect(await staff.mutate(linkEvidence, { evidenceId: own, occurrenceIds: [other] })).toMatchObject({ __typename: 'EvidenceLinked' })
    expect(await staff.mutate(unlinkEvidence, { evidenceId, occurrenceIds: [one] })).toMatchObject({ __typename: 'PracticeNotYours' })
  })

  it('answers a retry as before, and refuses the key for other content', async () => {
    const { manager, one, other, evidenceId } = await given(test)
    for (const [mutation, first] of [
      [linkEvidence, other],
      [unlinkEvidence, other],
    ] as const) {
      const input = { evidenceId, occurrenceIds: [first], idempotencyKey: 'key' }
      expect(await manager.mutate(mutation, input)).toEqual(await manager.mutate(mutation, input))
      expect(await manager.codeOf(mutation, { input: { ...input, occurrenceIds: [one] } })).toBe('CONFLICT')
    }
    expect((await manager.query(evidenceById, { id: evidenceId }))['node'].occurrences).toEqual([{ id: one }])
  })
})
