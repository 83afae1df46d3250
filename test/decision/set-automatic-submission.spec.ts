import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { AuditEntryEntity } from '../../src/platform/audit-log/audit-entry.entity.js'
import { startApp, type TestApp } from '../support/app.js'
import { decide, setAutomaticSubmission } from './operations.js'
import { Situation } from './situation.js'

describe('setAutomaticSubmission', () => {
  let test: TestApp
  let given: Situation
  let occurrenceId: string
  beforeAll(async () => {
    test = await startApp()
  })
  beforeEach(async () => {
    given = await Situation.in(test)
    occurrenceId = given.occurrenceId('YES')
  })
  afterAll(() => test.close())

  const set = (automatic: boolean, by = given.manager) => by.mutate(setAutomaticSubmission, { networkCode: given.network.code, automatic })

  it('is on until it is switched off, and off until it is switched on', async () => {
    const read = /* GraphQL */ `
      query ($id: ID!) {
        node(id: $id) {
          ... on Checklist {
            submitsAutomatically
          }
        }
      }
    `
    const isOn = async () => (await given.manager.query(read, { id: given.checklist.id }))['node'].submitsAutomatically
    expect(await isOn()).toBe(true)
    expect(await set(false)).toEqual({ __typename: 'AutomaticSubmissionSet', networkCode: given.network.code, automatic: false })
    expect(await isOn()).toBe(false)
    await set(false)
    await set(true)
    expect(await isOn()).toBe(true)
    const trail = await test.given.database.manager.findBy(AuditEntryEntity, {
      subjectType: 'SubmissionSetting',
      organisationCode: given.network.code,
    })
    expect(trail.map(({ details }) => details['automatic']).sort()).toEqual([false, true])
  })

  it('leaves what is shown to the network once it is off', async () => {
    await set(false)
    await given.recorded([occurrenceId])
    expect((await given.seen(occurrenceId)).submissions).toEqual([])
    await given.submitted(occurrenceId)
    expect((await given.seen(occurrenceId)).submissions).toMatchObject([{ automatic: false }])
  })

  it('submits at once what was shown before it is switched on', async () => {
    await set(false)
    const evidenceId = await given.recorded([occurrenceId])
    await set(true)
    expect((await given.seen(occurrenceId)).submissions).toMatchObject([
      { automatic: true, submittedBy: null, evidence: [{ id: evidenceId }] },
    ])
  })

  it("is for the network's own", async () => {
    const input = { networkCode: given.network.code, automatic: false }
    const member = await test.given.person('practice-member', given.network.practiceCodes[0] ?? '')
    expect(await member.codeOf(setAutomaticSubmission, { input })).toBe('FORBIDDEN')
    expect(await given.commissioner.codeOf(setAutomaticSubmission, { input })).toBe('NOT_FOUND')
    expect(await (await Situation.in(test)).manager.codeOf(setAutomaticSubmission, { input })).toBe('NOT_FOUND')
    const board = { networkCode: given.network.boardCode, automatic: false }
    expect(await given.commissioner.codeOf(setAutomaticSubmission, { input: board })).toBe('NOT_FOUND')
  })
})

describe('what a commissioner decides on', () => {
  let test: TestApp
  let given: Situation
  let occurrenceId: string
  beforeAll(async () => {
    test = await startApp()
  })
  beforeEach(async () => {
    given = await Situation.in(test)
    occurrenceId = given.occurrenceId('YES')
  })
  afterAll(() => test.close())

  const submissions = async () => (await given.seen(occurrenceId)).submissions

  it('is submitted by itself once shown, by the server', async () => {
    const evidenceId = await given.recorded([occurrenceId])
    const [submission] = await submissions()
    expect(submission).toMatchObject({ automatic: true, submittedBy: null, evidence: [{ id: evidenceId }] })
    const entry = await test.given.database.manager.findOneByOrFail(AuditEntryEntity, { subjectId: submission.id })
    expect(entry).toMatchObject({ action: 'evidence.submit', actorId: null, organisationCode: given.network.code })
  })

  it('is submitted once every practice asked has shown it', async () => {
    occurrenceId = given.occurrenceId('PER')
    const [one, two, three] = given.network.practiceCodes
    await given.recorded([occurrenceId], { practiceCodes: [one, two] })
    expect(await submissions()).toEqual([])
    await given.recorded([occurrenceId], { practiceCodes: [three] })
    expect(await submissions()).toMatchObject([{ automatic: true }])
  })

  it('is submitted again when evidence is added or replaced before the decision', async () => {
    const evidenceId = await given.recorded([occurrenceId])
    await given.recorded([occurrenceId], { note: 'More' })
    expect(await submissions()).toHaveLength(2)
    await given.superseded(evidenceId)
    expect(await submissions()).toHaveLength(3)
  })

  it('is not put before the commissioner again while its acceptance holds', async () => {
    const evidenceId = await given.recorded([occurrenceId])
    await given.commissioner.mutate(decide, { occurrenceIds: [occurrenceId], verdict: 'ACCEPTED' })
    await given.recorded([occurrenceId], { note: 'More' })
    expect(await submissions()).toHaveLength(1)
    await given.superseded(evidenceId)
    expect(await submissions()).toHaveLength(2)
  })

  it('answers a return with what is added', async () => {
    await given.recorded([occurrenceId])
    await given.commissioner.mutate(decide, { occurrenceIds: [occurrenceId], verdict: 'RETURNED', reason: 'Unsigned' })
    expect(await submissions()).toHaveLength(1)
    await given.recorded([occurrenceId], { note: 'Signed' })
    expect(await submissions()).toHaveLength(2)
    expect((await given.seen(occurrenceId)).decisions).toMatchObject([{ inForce: false }])
  })

  it('is left alone when it may only be verified, or nobody decides', async () => {
    for (const code of ['MAY', 'NOT', 'SUM'] as const) {
      occurrenceId = given.occurrenceId(code)
      await given.recorded([occurrenceId])
      expect(await submissions()).toEqual([])
    }
  })
})
