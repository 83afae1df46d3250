import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'
import { declare, evidenceById, evidenceOfItem, supersedeEvidence, withdrawEvidence } from './operations.js'
import { countOf } from './rows.js'

describe('supersedeEvidence', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp({ today: '2026-11-21' })
  })
  afterAll(() => test.close())

  /** Evidence with a file, of an occurrence of a new network. */
  async function given() {
    const found = await test.given.openOccurrence()
    const fileId = await test.given.upload(found.manager, found.network.code)
    const evidenceId = await test.given.evidence(found.manager, [found.occurrence.id], { fileIds: [fileId] })
    const input = { evidenceId, reason: 'Wrong day', happenedOn: '2026-11-02', note: 'Minutes, signed' }
    return { ...found, fileId, evidenceId, input }
  }

  it('puts a correction in its place, with its links, and keeps it with the reason', async () => {
    const { manager, occurrence, item, fileId, evidenceId, input } = await given()
    const newFile = await test.given.upload(
      manager,
      (await manager.query('{ viewer { memberships { organisationCode } } }'))['viewer'].memberships[0].organisationCode,
    )
    const { __typename, evidence } = await manager.mutate(supersedeEvidence, { ...input, fileIds: [newFile, fileId] })
    expect(__typename).toBe('EvidenceSuperseded')
    expect(evidence).toMatchObject({
      ...{
        kind: 'FILES',
        status: 'STANDS',
        happenedOn: '2026-11-02',
        supersedes: { id: evidenceId },
        occurrences: [{ id: occurrence.id }],
      },
      files: [{ id: newFile }, { id: fileId }],
    })
    const before = (await manager.query(evidenceById, { id: evidenceId }))['node']
    expect(before).toMatchObject({
      ...{ status: 'SUPERSEDED', note: 'Minutes', replacedBy: { id: evidence.id }, ended: { kind: 'SUPERSEDED', reason: 'Wrong day' } },
      files: [{ id: fileId }],
    })
    const { node } = await manager.query(evidenceOfItem, { id: item.id })
    expect(node.evidence.map(({ id }: { id: string }) => id)).toEqual([evidence.id, evidenceId])
  })

  it('serves other occurrences when told to', async () => {
    const entry = { shownEvery: 'QUARTER', fallsDue: 'QUARTERLY', nature: 'DELIVER' } as const
    const { manager, item } = await test.given.openOccurrence({ entry })
    const [first, , third] = item.occurrences.map(({ id }) => id)
    const evidenceId = await test.given.evidence(manager, [third ?? ''])
    const input = { evidenceId, reason: 'It was in May', happenedOn: '2026-05-01', note: 'Clinic' }
    expect(await manager.mutate(supersedeEvidence, input)).toMatchObject({ __typename: 'EvidenceOutsideWindow' })
    const result = await manager.mutate(supersedeEvidence, { ...input, occurrenceIds: [first] })
    expect(result).toMatchObject({ __typename: 'EvidenceSuperseded', evidence: { occurrences: [{ id: first }] } })
  })

  it.each([
    ['a future day', { happenedOn: '2026-11-22' }, { __typename: 'EvidenceInFuture', field: 'happenedOn' }],
    ['nothing at all', { note: '' }, { __typename: 'EvidenceEmpty' }],
    ['an unknown file', { fileIds: ['00000000-0000-4000-8000-000000000000'] }, { __typename: 'FileUnknown' }],
  ])('refuses %s, and the evidence still stands', async (_, wrong, expected) => {
    const { manager, network, evidenceId, input } = await given()
    expect(await manager.mutate(supersedeEvidence, { ...input, ...wrong })).toMatchObject(expected)
    expect((await manager.query(evidenceById, { id: evidenceId }))['node'].status).toBe('STANDS')
    expect(await countOf(test, network.code)).toEqual({ evidence: 1, uses: 1, trail: 1 })
  })

  it('refuses what was corrected or withdrawn before', async () => {
    const [corrected, withdrawn] = [await given(), await given()]
    await corrected.manager.mutate(supersedeEvidence, corrected.input)
    await withdrawn.manager.mutate(withdrawEvidence, { evidenceId: withdrawn.evidenceId, reason: 'Wrong' })
    for (const { manager, input } of [corrected, withdrawn]) {
      expect(await manager.mutate(supersedeEvidence, input)).toMatchObject({ __typename: 'EvidenceAlreadyEnded', field: 'evidenceId' })
    }
  })

  it('lets one of two corrections at once through', async () => {
    const { manager, input } = await given()
    const results = await Promise.all([1, 2].map((one) => manager.mutate(supersedeEvidence, { ...input, note: `Minutes ${one}` })))
    expect(results.map((result) => result['__typename']).sort()).toEqual(['EvidenceAlreadyEnded', 'EvidenceSuperseded'])
  })

  it('does not correct a declaration', async () => {
    const { network, occurrence } = await test.given.openOccurrence()
    const director = await test.given.director(network)
    const { evidence } = await director.mutate(declare, { occurrenceIds: [occurrence.id], declaredOn: '2026-11-01' })
    const input = { evidenceId: evidence.id, reason: 'Wrong', happenedOn: '2026-11-02', note: 'Minutes' }
    expect(await director.mutate(supersedeEvidence, input)).toMatchObject({ __typename: 'EvidenceNotCorrectable' })
  })

  it('finds nothing of other networks and is closed to others', async () => {
    const { input, network, occurrence } = await given()
    const other = await test.given.openOccurrence()
    expect(await other.manager.codeOf(supersedeEvidence, { input })).toBe('NOT_FOUND')
    const theirs = await test.given.evidence(other.manager, [other.occurrence.id])
    const elsewhere = { ...input, evidenceId: theirs, occurrenceIds: [occurrence.id] }
    expect(await other.manager.codeOf(supersedeEvidence, { input: elsewhere })).toBe('NOT_FOUND')
    expect(await (await test.given.commissioner(network)).codeOf(supersedeEvidence, { input })).toBe('NOT_FOUND')
    expect(await (await test.given.person('national-viewer', 'X24')).codeOf(supersedeEvidence, { input })).toBe('FORBIDDEN')
    expect(await test.nobody.codeOf(supersedeEvidence, { input })).toBe('UNAUTHENTICATED')
  })

  it("lets practice staff correct their own practice's evidence only", async () => {
    const { occurrence, network, manager, input } = await given()
    const [mine = ''] = network.practiceCodes
    const staff = await test.given.person('practice-member', mine)
    expect(await staff.mutate(supersedeEvidence, { ...input, practiceCodes: [mine] })).toMatchObject({ __typename: 'PracticeNotYours' })
    const own = await test.given.evidence(manager, [occurrence.id], { practiceCodes: [mine] })
    const result = await staff.mutate(supersedeEvidence, { ...input, evidenceId: own, practiceCodes: [mine] })
    expect(result['__typename']).toBe('EvidenceSuperseded')
  })

  it('answers a retry as before, and refuses the key for other content', async () => {
    const { manager, network, input } = await given()
    const keyed = { ...input, idempotencyKey: 'key' }
    const [first, again] = [await manager.mutate(supersedeEvidence, keyed), await manager.mutate(supersedeEvidence, keyed)]
    expect(again).toEqual(first)
    expect(await countOf(test, network.code)).toMatchObject({ evidence: 2 })
    expect(await manager.codeOf(supersedeEvidence, { input: { ...keyed, reason: 'Other' } })).toBe('CONFLICT')
  })

  it.each([
    ['no reason', { reason: ' ' }],
    ['control characters', { reason: 'a\u0007' }],
  ])('does not take %s', async (_, wrong) => {
    const { manager, input } = await given()
    expect(await manager.codeOf(supersedeEvidence, { input: { ...input, ...wrong } })).toBe('BAD_USER_INPUT')
  })
})
