import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'
import { recordEvidence } from './operations.js'

describe('recordEvidence', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp()
  })
  afterAll(() => test.close())

  it('records', async () => {
    const { manager, occurrence } = await test.given.openOccurrence()
    const result = await manager.mutate(recordEvidence, { occurrenceIds: [occurrence.id], happenedOn: '2026-11-01', note: 'Minutes' })
    expect(result).toMatchObject({ __typename: 'EvidenceRecorded' })
  })
})
