import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'
import { evidenceById, withdrawEvidence } from './operations.js'
import { countOf } from './rows.js'

describe('withdrawEvidence', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp({ today: '2026-11-21' })
  })
  afterAll(() => test.close())

  async function given(input: object = {}) {
    const found = await test.given.openOccurrence()
    const evidenceId = await test.given.evidence(found.manager, [found.occurrence.id], input)
    return { ...found, evidenceId, input: { evidenceId, reason: 'Wrong meeting' } }
  }

  it('takes evidence back and keeps it with the reason', async () => {
    const { manager, network, evidenceId, input } = await given()
    const expected = { id: evidenceId, status: 'WITHDRAWN', ended: { kind: 'WITHDRAWN', reason: 'Wrong meeting' }, replacedBy: null }
    expect(await manager.mutate(withdrawEvidence, input)).toMatchObject({ __typename: 'EvidenceWithdrawn', evidence: expected })
    expect((await manager.query(evidenceById, { id: evidenceId }))['node']).toMatchObject(expected)
    expect(await countOf(test, network.code)).toMatchObject({ evidence: 1, trail: 2 })
  })

  it('takes back once', async () => {
    const { manager, input } = await given()
    const results = await Promise.all([1, 2].map(() => manager.mutate(withdrawEvidence, input)))
    expect(results.map((result) => result['__typename']).sort()).toEqual(['EvidenceAlreadyEnded', 'EvidenceWithdrawn'])
  })

  it('answers a retry as before, and refuses the key for other content', async () => {
    const { manager, input } = await given()
    const keyed = { ...input, idempotencyKey: 'key' }
    expect(await manager.mutate(withdrawEvidence, keyed)).toEqual(await manager.mutate(withdrawEvidence, keyed))
    expect(await manager.codeOf(withdrawEvidence, { input: { ...keyed, reason: 'Other' } })).toBe('CONFLICT')
  })

  it('finds nothing of other networks and is closed to others', async () => {
    const { input, network } = await given()
    const other = await test.given.openOccurrence()
    expect(await other.manager.codeOf(withdrawEvidence, { input })).toBe('NOT_FOUND')
    expect(await (await test.given.commissioner(network)).codeOf(withdrawEvidence, { input })).toBe('NOT_FOUND')
    expect(await (await test.given.person('national-viewer', 'X24')).codeOf(withdrawEvidence, { input })).toBe('FORBIDDEN')
    expect(await test.nobody.codeOf(withdrawEvidence, { input })).toBe('UNAUTHENTICATED')
  })

  it("lets practice staff take back their own practice's evidence only", async () => {
    const ofNetwork = await given()
    const [mine = '', theirs = ''] = ofNetwork.network.practiceCodes
    const staff = await test.given.person('practice-member', mine)
    expect(await staff.mutate(withdrawEvidence, ofNetwork.input)).toMatchObject({ __typename: 'PracticeNotYours' })
    const record = (code: string) => test.given.evidence(ofNetwork.manager, [ofNetwork.occurrence.id], { practiceCodes: [code] })
    expect(await staff.codeOf(withdrawEvidence, { input: { evidenceId: await record(theirs), reason: 'Wrong' } })).toBe('NOT_FOUND')
    const result = await staff.mutate(withdrawEvidence, { evidenceId: await record(mine), reason: 'Wrong' })
    expect(result['__typename']).toBe('EvidenceWithdrawn')
  })

  it.each([
    ['no reason', ''],
    ['too long a reason', 'a'.repeat(2001)],
    ['control characters', 'a\u0000'],
  ])('does not take %s', async (_, reason) => {
    const { manager, input } = await given()
    expect(await manager.codeOf(withdrawEvidence, { input: { ...input, reason } })).toBe('BAD_USER_INPUT')
  })
})
