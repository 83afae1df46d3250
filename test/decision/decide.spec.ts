import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { AuditEntryEntity } from '../../src/platform/audit-log/audit-entry.entity.js'
import { startApp, type TestApp } from '../support/app.js'
import { decide } from './operations.js'
import { Situation } from './situation.js'

const accept = { verdict: 'ACCEPTED' }

describe('decide', () => {
  let test: TestApp
  let given: Situation
  let occurrenceId: string
  beforeAll(async () => {
    test = await startApp()
  })
  beforeEach(async () => {
    given = await Situation.in(test)
    occurrenceId = given.occurrenceId('MAY')
  })
  afterAll(() => test.close())

  it('accepts what was submitted', async () => {
    const { evidenceId } = await given.shown(occurrenceId)
    const result = await given.commissioner.mutate(decide, { occurrenceIds: [occurrenceId], ...accept })
    expect(result).toMatchObject({
      __typename: 'Decided',
      decisions: [
        { verdict: 'ACCEPTED', reason: '', inForce: true, decidedBy: { id: given.commissioner.personId }, evidence: [{ id: evidenceId }] },
      ],
    })
    expect((await given.seen(occurrenceId)).decisions).toMatchObject([{ verdict: 'ACCEPTED', inForce: true }])
    expect((await given.seen(occurrenceId)).submissions).toMatchObject([{ decision: { verdict: 'ACCEPTED' } }])
  })

  it('returns with a reason the network reads', async () => {
    await given.shown(occurrenceId)
    await given.commissioner.mutate(decide, { occurrenceIds: [occurrenceId], verdict: 'RETURNED', reason: ' Page two is missing ' })
    expect((await given.seen(occurrenceId)).decisions).toMatchObject([
      { verdict: 'RETURNED', reason: 'Page two is missing', inForce: true },
    ])
  })

  it('decides on many with one reason', async () => {
    const occurrenceIds = [given.occurrenceId('MAY', 1), given.occurrenceId('MAY', 2)]
    for (const id of occurrenceIds) await given.shown(id)
    const result = await given.commissioner.mutate(decide, { occurrenceIds, verdict: 'RETURNED', reason: 'Unsigned' })
    expect(result['decisions']).toMatchObject([{ reason: 'Unsigned' }, { reason: 'Unsigned' }])
  })

  it('decides on all or none', async () => {
    const bare = given.occurrenceId('MAY', 2)
    await given.shown(occurrenceId)
    const result = await given.commissioner.mutate(decide, { occurrenceIds: [occurrenceId, bare], ...accept })
    expect(result).toMatchObject({ __typename: 'NotSubmitted', field: 'occurrenceIds', occurrenceId: bare })
    expect((await given.seen(occurrenceId)).decisions).toEqual([])
  })

  it.each([undefined, null, '', '   '])('refuses to return for the reason %j', async (reason) => {
    await given.shown(occurrenceId)
    const result = await given.commissioner.mutate(decide, { occurrenceIds: [occurrenceId], verdict: 'RETURNED', reason })
    expect(result).toMatchObject({ __typename: 'ReasonNeeded', field: 'reason' })
    expect((await given.seen(occurrenceId)).decisions).toEqual([])
  })

  it('refuses to decide twice', async () => {
    await given.shown(occurrenceId)
    await given.commissioner.mutate(decide, { occurrenceIds: [occurrenceId], ...accept })
    const again = { occurrenceIds: [occurrenceId], verdict: 'RETURNED', reason: 'On second thoughts' }
    expect(await given.commissioner.mutate(decide, again)).toMatchObject({ __typename: 'AlreadyDecided', occurrenceId })
  })

  it.each(['superseded', 'withdrawn'] as const)('refuses when evidence was %s since', async (ended) => {
    const { evidenceId } = await given.shown(occurrenceId)
    await given[ended](evidenceId)
    const result = await given.commissioner.mutate(decide, { occurrenceIds: [occurrenceId], ...accept })
    expect(result).toMatchObject({ __typename: 'SubmissionChanged', occurrenceId })
  })

  it('decides on what was submitted, whatever was added since', async () => {
    const { evidenceId } = await given.shown(occurrenceId)
    await given.recorded([occurrenceId], { note: 'A draft' })
    const result = await given.commissioner.mutate(decide, { occurrenceIds: [occurrenceId], ...accept })
    expect(result['decisions']).toMatchObject([{ evidence: [{ id: evidenceId }] }])
  })

  it('never lands on something newer than what was looked at', async () => {
    const { submissionId } = await given.shown(occurrenceId)
    await given.recorded([occurrenceId], { note: 'More' })
    const newer = await given.submitted(occurrenceId)
    const input = { occurrenceIds: [occurrenceId], ...accept }
    const result = await given.commissioner.mutate(decide, { ...input, submissionIds: [submissionId] })
    expect(result).toMatchObject({ __typename: 'SubmissionChanged', occurrenceId })
    expect(await given.commissioner.mutate(decide, { ...input, submissionIds: [newer] })).toMatchObject({ __typename: 'Decided' })
  })

  it('is not for whoever recorded the evidence', async () => {
    const both = await test.given.person('network-manager', given.network.code)
    await test.given.membership(both, 'commissioner', given.network.boardCode)
    await given.recorded([occurrenceId], {}, both)
    await given.submitted(occurrenceId)
    expect(await both.mutate(decide, { occurrenceIds: [occurrenceId], ...accept })).toMatchObject({ __typename: 'OwnWork', occurrenceId })
    expect((await given.seen(occurrenceId)).decisions).toEqual([])
  })

  it('is not for whoever submitted it', async () => {
    const both = await test.given.person('network-manager', given.network.code)
    await test.given.membership(both, 'commissioner', given.network.boardCode)
    await given.recorded([occurrenceId])
    await given.submitted(occurrenceId, both)
    expect(await both.mutate(decide, { occurrenceIds: [occurrenceId], ...accept })).toMatchObject({ __typename: 'OwnWork', occurrenceId })
  })

  it('is not for the director whose declaration it is, whoever entered it', async () => {
    const declare = 'mutation ($input: DeclareInput!) { declare(input: $input) { __typename ... on Refusal { message } } }'
    const director = await test.given.director(given.network)
    await test.given.membership(director, 'commissioner', given.network.boardCode)
    const onBehalfOf = { directorId: director.personId, confirmedHow: 'By email', confirmedOn: '2026-11-01' }
    const declared = await given.manager.mutate(declare, { occurrenceIds: [occurrenceId], declaredOn: '2026-11-01', onBehalfOf })
    expect(declared).toEqual({ __typename: 'DeclarationMade' })
    await given.submitted(occurrenceId)
    expect(await director.mutate(decide, { occurrenceIds: [occurrenceId], ...accept })).toMatchObject({ __typename: 'OwnWork' })
    expect(await given.commissioner.mutate(decide, { occurrenceIds: [occurrenceId], ...accept })).toMatchObject({ __typename: 'Decided' })
  })

  it('is not for the network, nor for another ICB', async () => {
    await given.shown(occurrenceId)
    const input = { occurrenceIds: [occurrenceId], ...accept }
    expect(await given.manager.codeOf(decide, { input })).toBe('FORBIDDEN')
    expect(await (await test.given.director(given.network)).codeOf(decide, { input })).toBe('FORBIDDEN')
    expect(await (await test.given.commissioner(await test.given.network())).codeOf(decide, { input })).toBe('NOT_FOUND')
    expect(await test.nobody.codeOf(decide, { input })).toBe('UNAUTHENTICATED')
    expect((await given.seen(occurrenceId)).decisions).toEqual([])
  })

  it.each([
    ['a 5,000-character reason', 'x'.repeat(5_000)],
    ['control characters', 'a\u0000b'],
  ])('refuses %s', async (_, reason) => {
    await given.shown(occurrenceId)
    expect(await given.commissioner.codeOf(decide, { input: { occurrenceIds: [occurrenceId], verdict: 'RETURNED', reason } })).toBe(
      'BAD_USER_INPUT',
    )
  })

  it('answers a retry with the same decision', async () => {
    await given.shown(occurrenceId)
    const input = { occurrenceIds: [occurrenceId], ...accept, idempotencyKey: 'once' }
    expect(await given.commissioner.mutate(decide, input)).toEqual(await given.commissioner.mutate(decide, input))
    expect((await given.seen(occurrenceId)).decisions).toHaveLength(1)
  })

  it('is made once by two who decide at the same moment', async () => {
    await given.shown(occurrenceId)
    const colleague = await test.given.commissioner(given.network)
    const results = await Promise.all(
      [given.commissioner, colleague].map((by) => by.mutate(decide, { occurrenceIds: [occurrenceId], ...accept })),
    )
    expect(results.map((result) => result['__typename']).sort()).toEqual(['AlreadyDecided', 'Decided'])
  })

  it('is recorded in the trail of the network without the reason', async () => {
    await given.shown(occurrenceId)
    const { decisions } = await given.commissioner.mutate(decide, {
      occurrenceIds: [occurrenceId],
      verdict: 'RETURNED',
      reason: 'Unsigned',
    })
    const entry = await test.given.database.manager.findOneByOrFail(AuditEntryEntity, { subjectId: decisions[0].id })
    expect(entry).toMatchObject({ action: 'occurrence.decide', organisationCode: given.network.code, actorId: given.commissioner.personId })
    expect(entry.details).toMatchObject({ occurrenceId, verdict: 'RETURNED' })
    expect(JSON.stringify(entry)).not.toContain('Unsigned')
  })
})
