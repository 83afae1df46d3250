import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { AuditEntryEntity } from '../../src/platform/audit-log/audit-entry.entity.js'
import { startApp, type TestApp } from '../support/app.js'
import { decide, submit } from './operations.js'
import { Situation } from './situation.js'

describe('submit', () => {
  let test: TestApp
  let given: Situation
  beforeAll(async () => {
    test = await startApp()
  })
  beforeEach(async () => {
    given = await Situation.in(test)
  })
  afterAll(() => test.close())

  it('puts occurrences before the commissioner with what counts for them', async () => {
    const [first, second] = [given.occurrenceId('MAY', 1), given.occurrenceId('MAY', 2)]
    const both = await given.recorded([first, second])
    const one = await given.recorded([second], { note: 'Photo' })
    const result = await given.manager.mutate(submit, { occurrenceIds: [first, second] })
    expect(result).toMatchObject({
      __typename: 'Submitted',
      submissions: [
        {
          occurrence: { id: first },
          automatic: false,
          submittedBy: { id: given.manager.personId },
          evidence: [{ id: both }],
          decision: null,
        },
        {
          occurrence: { id: second },
          item: { id: given.itemId('MAY') },
          network: { odsCode: given.network.code },
          evidence: [{ id: both }, { id: one }],
        },
      ],
    })
  })

  it('leaves out evidence that was withdrawn', async () => {
    const occurrenceId = given.occurrenceId('MAY')
    await given.withdrawn(await given.recorded([occurrenceId]))
    const kept = await given.recorded([occurrenceId], { note: 'Photo' })
    const { submissions } = await given.manager.mutate(submit, { occurrenceIds: [occurrenceId] })
    expect(submissions[0].evidence).toEqual([{ id: kept }])
  })

  it('is recorded in the trail with the digests it froze, and without a word of the evidence', async () => {
    const submissionId = (await given.shown(given.occurrenceId('MAY'))).submissionId
    const entry = await test.given.database.manager.findOneByOrFail(AuditEntryEntity, { subjectId: submissionId })
    expect(entry).toMatchObject({ action: 'evidence.submit', actorId: given.manager.personId, organisationCode: given.network.code })
    expect(entry.details['digests']).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/) as unknown])
    expect(JSON.stringify(entry.details)).not.toContain('Minutes')
  })

  it('refuses when nothing shows it', async () => {
    const occurrenceId = given.occurrenceId('MAY')
    const result = await given.manager.mutate(submit, { occurrenceIds: [occurrenceId] })
    expect(result).toMatchObject({ __typename: 'NothingToSubmit', field: 'occurrenceIds', occurrenceId })
  })

  it('refuses when nothing is new, and takes it again once something is', async () => {
    const occurrenceId = given.occurrenceId('MAY')
    await given.shown(occurrenceId)
    expect(await given.manager.mutate(submit, { occurrenceIds: [occurrenceId] })).toMatchObject({
      __typename: 'AlreadySubmitted',
      occurrenceId,
    })
    await given.recorded([occurrenceId], { note: 'Photo' })
    expect(await given.manager.mutate(submit, { occurrenceIds: [occurrenceId] })).toMatchObject({ __typename: 'Submitted' })
  })

  it.each(['NOT', 'SUM'] as const)('refuses %s, which no commissioner decides on', async (code) => {
    const occurrenceId = given.occurrenceId(code)
    await given.recorded([occurrenceId])
    expect(await given.manager.mutate(submit, { occurrenceIds: [occurrenceId] })).toMatchObject({
      __typename: 'NotForDecision',
      occurrenceId,
    })
  })

  it('submits all or nothing', async () => {
    const [shown, bare] = [given.occurrenceId('MAY', 1), given.occurrenceId('MAY', 2)]
    await given.recorded([shown])
    expect(await given.manager.mutate(submit, { occurrenceIds: [shown, bare] })).toMatchObject({
      __typename: 'NothingToSubmit',
      occurrenceId: bare,
    })
    expect((await given.seen(shown)).submissions).toEqual([])
  })

  it("refuses an ICB's own duty: it is put before nobody", async () => {
    const board = await test.given.checklist(given.network.boardCode, {
      entries: [{ code: 'ICB', decidedBy: 'COMMISSIONER_MAY_VERIFY' }],
    })
    const occurrenceId = board.item('ICB').occurrences[0]?.id ?? ''
    await given.recorded([occurrenceId], {}, given.commissioner)
    const result = await given.commissioner.mutate(submit, { occurrenceIds: [occurrenceId] })
    expect(result).toMatchObject({ __typename: 'NotForDecision', occurrenceId })
  })

  it('answers a retry with the same submission', async () => {
    const occurrenceId = given.occurrenceId('MAY')
    await given.recorded([occurrenceId])
    const input = { occurrenceIds: [occurrenceId], idempotencyKey: 'once' }
    const first = await given.manager.mutate(submit, input)
    expect(await given.manager.mutate(submit, input)).toEqual(first)
    expect((await given.seen(occurrenceId)).submissions).toHaveLength(1)
    expect(await given.manager.codeOf(submit, { input: { ...input, occurrenceIds: [given.occurrenceId('MAY', 2)] } })).toBe('CONFLICT')
  })

  it("finds nothing of another network's, alone or among its own", async () => {
    const other = await Situation.in(test)
    const [own, foreign] = [given.occurrenceId('MAY'), other.occurrenceId('MAY')]
    await given.recorded([own])
    expect(await given.manager.codeOf(submit, { input: { occurrenceIds: [foreign] } })).toBe('NOT_FOUND')
    expect(await given.manager.codeOf(submit, { input: { occurrenceIds: [own, foreign] } })).toBe('NOT_FOUND')
    expect(await given.manager.codeOf(submit, { input: { occurrenceIds: [own, 'nothing'] } })).toBe('NOT_FOUND')
    expect((await given.seen(own)).submissions).toEqual([])
  })

  it('is not for practice staff, nor for the commissioner of the network', async () => {
    const member = await test.given.person('practice-member', given.network.practiceCodes[0] ?? '')
    const input = { occurrenceIds: [given.occurrenceId('MAY')] }
    expect(await member.codeOf(submit, { input })).toBe('FORBIDDEN')
    expect(await given.commissioner.codeOf(submit, { input })).toBe('NOT_FOUND')
    expect(await test.nobody.codeOf(submit, { input })).toBe('UNAUTHENTICATED')
  })

  it.each([[[]], [['same', 'same']], [Array.from({ length: 501 }, (_, index) => `${index}`)]])(
    'refuses %j as a list',
    async (occurrenceIds) => {
      expect(await given.manager.codeOf(submit, { input: { occurrenceIds } })).toBe('BAD_USER_INPUT')
    },
  )

  it('is made once by two who submit at the same moment', async () => {
    const occurrenceId = given.occurrenceId('MAY')
    const director = await test.given.director(given.network)
    await given.recorded([occurrenceId])
    const results = await Promise.all([given.manager, director].map((by) => by.mutate(submit, { occurrenceIds: [occurrenceId] })))
    expect(results.map((result) => result['__typename']).sort()).toEqual(['AlreadySubmitted', 'Submitted'])
  })

  it('answers a return', async () => {
    const occurrenceId = given.occurrenceId('MAY')
    await given.shown(occurrenceId)
    await given.commissioner.mutate(decide, { occurrenceIds: [occurrenceId], verdict: 'RETURNED', reason: 'Page two is missing' })
    await given.recorded([occurrenceId], { note: 'Page two' })
    expect((await given.seen(occurrenceId)).decisions).toMatchObject([{ verdict: 'RETURNED', inForce: true }])
    await given.submitted(occurrenceId)
    expect((await given.seen(occurrenceId)).decisions).toMatchObject([{ verdict: 'RETURNED', inForce: false }])
  })
})
