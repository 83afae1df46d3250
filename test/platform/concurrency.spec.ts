import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { StandingService } from '../../src/standing/standing.service.js'
import { decide, submit } from '../decision/operations.js'
import { Situation } from '../decision/situation.js'
import { linkEvidence, recordEvidence, supersedeEvidence, unlinkEvidence, withdrawEvidence } from '../evidence/operations.js'
import { countOf } from '../evidence/rows.js'
import { startApp, type TestApp } from '../support/app.js'
import { type Client } from '../support/client.js'

const day = { happenedOn: '2026-11-01', note: 'Minutes' }

/** How often each answer was given to twenty requests sent at once. */
async function twenty(send: (index: number) => readonly [Client, string, object]): Promise<Record<string, number>> {
  const answers = Array.from({ length: 20 }, async (_, index) => {
    const [client, mutation, input] = send(index)
    const { data, errors } = await client.send(mutation, { input })
    const [result] = Object.values(data ?? {}) as ({ __typename: string } | undefined)[]
    return result?.__typename ?? String(errors[0]?.extensions['code'])
  })
  const counts: Record<string, number> = {}
  for (const answer of await Promise.all(answers)) counts[answer] = (counts[answer] ?? 0) + 1
  return counts
}

describe('twenty at once', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp()
  })
  afterAll(() => test.close())

  const differing = async () => (await test.app.get(StandingService).rebuild()).differing

  it('record evidence of the same items, in any order, and none is lost', async () => {
    const given = await Situation.in(test)
    const occurrenceIds = (['MAY', 'YES', 'PER', 'NOT'] as const).map((code) => given.occurrenceId(code))
    const input = (index: number) => ({ occurrenceIds: index % 2 ? occurrenceIds : [...occurrenceIds].reverse(), note: `Minutes ${index}` })
    const practiceCodes = given.network.practiceCodes
    const all = await twenty((index) => [given.manager, recordEvidence, { ...day, practiceCodes, ...input(index) }])
    expect(all).toEqual({ EvidenceRecorded: 20 })
    expect(await countOf(test, given.network.code)).toEqual({ evidence: 20, uses: 80, trail: 20 })
    expect(await differing()).toBe(0)
  })

  it('with one key are one', async () => {
    const given = await Situation.in(test)
    const input = { ...day, occurrenceIds: [given.occurrenceId('NOT')], idempotencyKey: 'once' }
    expect(await twenty(() => [given.manager, recordEvidence, input])).toEqual({ EvidenceRecorded: 20 })
    expect(await countOf(test, given.network.code)).toEqual({ evidence: 1, uses: 1, trail: 1 })
    const others = await twenty((index) => [given.manager, recordEvidence, { ...input, note: `${index}`, idempotencyKey: 'other' }])
    expect(others).toEqual({ EvidenceRecorded: 1, CONFLICT: 19 })
  })

  it('submit, decide, withdraw and attach once', async () => {
    const given = await Situation.in(test)
    const occurrenceIds = [given.occurrenceId('MAY')]
    const evidenceId = await given.recorded(occurrenceIds)
    expect(await twenty(() => [given.manager, submit, { occurrenceIds }])).toEqual({ Submitted: 1, AlreadySubmitted: 19 })
    const accept = { occurrenceIds, verdict: 'ACCEPTED' }
    expect(await twenty(() => [given.commissioner, decide, accept])).toEqual({ Decided: 1, AlreadyDecided: 19 })
    const withdrawn = await twenty(() => [given.manager, withdrawEvidence, { evidenceId, reason: 'Wrong meeting' }])
    expect(withdrawn).toEqual({ EvidenceWithdrawn: 1, EvidenceAlreadyEnded: 19 })
    const fileIds = [await test.given.upload(given.manager, given.network.code)]
    const attached = await twenty(() => [given.manager, recordEvidence, { ...day, occurrenceIds, fileIds }])
    expect(attached).toEqual({ EvidenceRecorded: 1, FileUnknown: 19 })
    expect(await differing()).toBe(0)
  })

  it('link, unlink, correct, withdraw and decide on the same evidence, and what is stored is true', async () => {
    const given = await Situation.in(test)
    const occurrenceIds = [given.occurrenceId('YES')]
    const evidenceId = await given.recorded([...occurrenceIds, given.occurrenceId('NOT')])
    const steps = [
      [given.manager, unlinkEvidence, { evidenceId, occurrenceIds }],
      [given.commissioner, decide, { occurrenceIds, verdict: 'RETURNED', reason: 'Not signed' }],
      [given.manager, linkEvidence, { evidenceId, occurrenceIds }],
      [given.manager, submit, { occurrenceIds }],
    ] as const
    expect(await twenty((index) => steps[index % 4] ?? steps[0])).not.toHaveProperty('INTERNAL_SERVER_ERROR')
    const ends = [
      [given.manager, supersedeEvidence, { ...day, evidenceId, reason: 'Signed' }],
      [given.manager, withdrawEvidence, { evidenceId, reason: 'Wrong meeting' }],
    ] as const
    const ended = await twenty((index) => ends[index % 2] ?? ends[0])
    expect(ended).toMatchObject({ EvidenceAlreadyEnded: 19 })
    expect(await differing()).toBe(0)
  })
})
