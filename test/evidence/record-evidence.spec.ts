import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { startApp, type TestApp } from '../support/app.js'
import { evidenceById, evidenceOfItem, recordEvidence } from './operations.js'
import { countOf, withMembership } from './rows.js'

const unknown = '00000000-0000-4000-8000-000000000000'

describe('recordEvidence', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp({ today: '2026-11-21' })
  })
  afterAll(() => test.close())

  const given = () => test.given.openOccurrence()

  it('records a file once for three items', async () => {
    const network = await test.given.network()
    const checklist = await test.given.checklist(network, { entries: [{}, {}, { perPractice: true }] })
    const manager = await test.given.manager(network)
    const fileId = await test.given.upload(manager, network.code, { name: 'agreement.txt', content: 'Agreed' })
    const occurrenceIds = checklist.items.map(({ occurrences }) => occurrences[0]?.id ?? '')
    const input = {
      occurrenceIds,
      happenedOn: '2026-10-01',
      note: ' Signed by all ',
      fileIds: [fileId],
      practiceCodes: network.practiceCodes,
    }
    const { __typename, evidence } = await manager.mutate(recordEvidence, input)
    expect(__typename).toBe('EvidenceRecorded')
    expect(evidence).toMatchObject({
      ...{ kind: 'FILES', status: 'STANDS', note: 'Signed by all', happenedOn: '2026-10-01', recordedDaysAfter: 51 },
      ...{ practiceCodes: network.practiceCodes, recordedBy: { id: manager.personId }, ended: null, supersedes: null, replacedBy: null },
      files: [{ id: fileId, name: 'agreement.txt', mediaType: 'text/plain', bytes: 6, url: `/files/${fileId}` }],
    })
    expect(evidence.occurrences.map(({ id }: { id: string }) => id).sort()).toEqual([...occurrenceIds].sort())
    for (const item of checklist.items) {
      const { node } = await manager.query(evidenceOfItem, { id: item.id })
      expect(node).toMatchObject({ evidence: [{ id: evidence.id }], occurrences: [{ evidence: [{ id: evidence.id }] }] })
    }
  })

  const figure = { numerator: 12, denominator: 40, source: 'Search of 1 November', trust: 'SUPPLIER_SEARCH' }
  it.each([
    ['a note', { note: 'Minutes' }, { kind: 'NOTE', link: null, figure: null }],
    ['a link', { link: 'https://example.org/minutes?of=1' }, { kind: 'LINK', link: 'https://example.org/minutes?of=1', note: '' }],
    ['a figure', { figure, link: 'https://example.org/search' }, { kind: 'FIGURE', figure }],
    ['a count', { figure: { ...figure, denominator: null } }, { kind: 'FIGURE', figure: { numerator: 12, denominator: null } }],
    ['what lapses', { note: 'Insured', lapsesOn: '2027-01-01' }, { status: 'STANDS', lapsesOn: '2027-01-01' }],
    ['what lapsed', { note: 'Insured', lapsesOn: '2026-11-21' }, { status: 'LAPSED', lapsesOn: '2026-11-21' }],
  ])('records %s', async (_, content, expected) => {
    const { manager, occurrence } = await given()
    const result = await manager.mutate(recordEvidence, { occurrenceIds: [occurrence.id], happenedOn: '2026-11-01', ...content })
    expect(result).toMatchObject({ __typename: 'EvidenceRecorded', evidence: expected })
  })

  it('records a period, up to today', async () => {
    const { manager, occurrence } = await given()
    const period = { coversFrom: '2026-04-01', coversTo: '2026-11-21' }
    const result = await manager.mutate(recordEvidence, { occurrenceIds: [occurrence.id], note: 'Rota', ...period })
    expect(result).toMatchObject({ __typename: 'EvidenceRecorded', evidence: { ...period, happenedOn: null, recordedDaysAfter: 0 } })
  })

  it('says the same of the same content by its digest, and another of other content', async () => {
    const { manager, occurrence } = await given()
    const record = async (note: string) => {
      const input = { occurrenceIds: [occurrence.id], happenedOn: '2026-11-01', note }
      return (await manager.mutate(recordEvidence, input))['evidence'].digest as string
    }
    const [one, same, other] = [await record('Minutes'), await record('Minutes'), await record('Other minutes')]
    expect([one === same, one === other]).toEqual([true, false])
  })

  it.each([
    ['a future day', { happenedOn: '2026-11-22' }, { __typename: 'EvidenceInFuture', field: 'happenedOn', latestDay: '2026-11-21' }],
    [
      'a period not over',
      { happenedOn: null, coversFrom: '2026-11-01', coversTo: '2026-12-01' },
      { __typename: 'EvidenceInFuture', field: 'coversTo' },
    ],
    [
      'a period backwards',
      { happenedOn: null, coversFrom: '2026-11-02', coversTo: '2026-11-01' },
      { __typename: 'EvidencePeriodBackwards' },
    ],
    ['a lapse before it happened', { lapsesOn: '2026-10-31' }, { __typename: 'EvidenceLapsesBeforeItHappened', field: 'lapsesOn' }],
    ['no day', { happenedOn: null }, { __typename: 'EvidenceUndated' }],
    ['half a period', { happenedOn: null, coversFrom: '2026-11-01' }, { __typename: 'EvidenceUndated', field: 'coversTo' }],
    ['a day and a period', { coversFrom: '2026-11-01', coversTo: '2026-11-02' }, { __typename: 'EvidenceUndated' }],
    ['no content', { note: null }, { __typename: 'EvidenceEmpty', field: 'note' }],
    ['an empty note', { note: '' }, { __typename: 'EvidenceEmpty' }],
    ['a blank note', { note: ' \n\t ' }, { __typename: 'EvidenceEmpty' }],
    ['a practice of no network', { practiceCodes: ['PX9999'] }, { __typename: 'PracticeNotAMember', practiceCodes: ['PX9999'] }],
    ['an unknown file', { fileIds: [unknown] }, { __typename: 'FileUnknown', field: 'fileIds', fileIds: [unknown] }],
  ])('refuses %s, changing nothing', async (_, input, expected) => {
    const { manager, occurrence, network } = await given()
    const base = { occurrenceIds: [occurrence.id], happenedOn: '2026-11-01', note: 'Minutes' }
    expect(await manager.mutate(recordEvidence, { ...base, ...input })).toMatchObject(expected)
    expect(await countOf(test, network.code)).toEqual({ evidence: 0, uses: 0, trail: 0 })
  })

  it.each([
    ['an address without https', { link: 'http://example.org' }],
    ['a script as address', { link: 'javascript:alert(1)' }],
    ['an address with a password', { link: 'https://me:secret@example.org' }],
    ['a note too long', { note: 'a'.repeat(10_001) }],
    ['control characters', { note: 'Minutes\u0000' }],
    ['text that turns round', { note: 'Minutes\u202e' }],
    ['a negative figure', { figure: { ...figure, numerator: -1 } }],
    ['a figure without source', { figure: { ...figure, source: ' ' } }],
    ['a day there is not', { happenedOn: '2026-02-30' }],
    ['a trust there is not', { figure: { ...figure, trust: 'CERTAIN' } }],
    ['no occurrence', { occurrenceIds: [] }],
    ['too many occurrences', { occurrenceIds: Array.from({ length: 101 }, () => randomUUID()) }],
    ['an id that is none', { occurrenceIds: ["' OR 1=1 --"] }],
    ['a practice code that is none', { practiceCodes: ['%'] }],
    ['an idempotency key too long', { idempotencyKey: 'k'.repeat(65) }],
  ])('does not take %s', async (_, input) => {
    const { manager, occurrence, network } = await given()
    const base = { occurrenceIds: [occurrence.id], happenedOn: '2026-11-01', note: 'Minutes' }
    expect(await manager.codeOf(recordEvidence, { input: { ...base, ...input } })).toBe('BAD_USER_INPUT')
    expect(await countOf(test, network.code)).toEqual({ evidence: 0, uses: 0, trail: 0 })
  })

  it('does not take a note of 10 MB', async () => {
    const { manager, occurrence } = await given()
    const input = { occurrenceIds: [occurrence.id], happenedOn: '2026-11-01', note: 'a'.repeat(10_000_000) }
    const response = await manager.post(JSON.stringify({ query: recordEvidence, variables: { input } }))
    expect([response.status, await response.json()]).toMatchObject([413, { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] }])
  })

  it('refuses what could never count, naming the occurrence and its window', async () => {
    const entry = { shownEvery: 'QUARTER', fallsDue: 'QUARTERLY', nature: 'DELIVER' } as const
    const { manager, item } = await test.given.openOccurrence({ entry })
    const [first, second] = item.occurrences.map(({ id }) => id)
    const result = await manager.mutate(recordEvidence, { occurrenceIds: [first, second], happenedOn: '2026-05-01', note: 'Clinics' })
    expect(result).toMatchObject({
      ...{ __typename: 'EvidenceOutsideWindow', field: 'occurrenceIds', occurrenceId: second },
      ...{ countsFrom: '2026-07-01', countsTo: '2026-09-30', message: expect.stringContaining(item.code) },
    })
  })

  it('takes what is older than the year for a standing arrangement', async () => {
    const { manager, occurrence } = await test.given.openOccurrence({ entry: { standing: true } })
    const result = await manager.mutate(recordEvidence, { occurrenceIds: [occurrence.id], happenedOn: '2019-07-01', note: 'Agreement' })
    expect(result['__typename']).toBe('EvidenceRecorded')
  })

  it('wants practices named where each practice is asked, and takes one that left', async () => {
    const network = await test.given.network({ practices: [{}, { startsOn: '2019-07-01', endsOn: '2026-09-30' }] })
    const { manager, occurrence } = await test.given.openOccurrence({ entry: { perPractice: true }, network })
    const base = { occurrenceIds: [occurrence.id], happenedOn: '2026-09-01', note: 'Open late' }
    expect(await manager.mutate(recordEvidence, base)).toMatchObject({ __typename: 'EvidenceNamesNoPractice', occurrenceId: occurrence.id })
    const result = await manager.mutate(recordEvidence, { ...base, practiceCodes: network.practiceCodes })
    expect(result['__typename']).toBe('EvidenceRecorded')
  })

  it('finds nothing of other networks, and does not say which of several', async () => {
    const [mine, theirs] = [await given(), await given()]
    for (const occurrenceIds of [[theirs.occurrence.id], [mine.occurrence.id, theirs.occurrence.id], [mine.occurrence.id, unknown]]) {
      const input = { occurrenceIds, happenedOn: '2026-11-01', note: 'Minutes' }
      expect(await mine.manager.codeOf(recordEvidence, { input })).toBe('NOT_FOUND')
    }
    expect(await countOf(test, mine.network.code)).toMatchObject({ evidence: 0 })
  })

  it('refuses occurrences of two organisations at once', async () => {
    const [one, other] = [await given(), await given()]
    await withMembership(test, one.manager, 'network-manager', other.network.code)
    const input = { occurrenceIds: [one.occurrence.id, other.occurrence.id], happenedOn: '2026-11-01', note: 'Minutes' }
    const organisationCodes = [one.network.code, other.network.code].sort()
    expect(await one.manager.mutate(recordEvidence, input)).toMatchObject({ __typename: 'DifferentOrganisations', organisationCodes })
  })

  it('is closed to nobody and to readers, and to commissioners but for their own board', async () => {
    const { occurrence, network } = await given()
    const input = { occurrenceIds: [occurrence.id], happenedOn: '2026-11-01', note: 'Minutes' }
    const commissioner = await test.given.commissioner(network)
    expect(await test.nobody.codeOf(recordEvidence, { input })).toBe('UNAUTHENTICATED')
    expect(await (await test.given.person('national-viewer', 'X24')).codeOf(recordEvidence, { input })).toBe('FORBIDDEN')
    expect(await commissioner.codeOf(recordEvidence, { input })).toBe('NOT_FOUND')
    const own = await test.given.checklist(network.boardCode)
    const result = await commissioner.mutate(recordEvidence, { ...input, occurrenceIds: [own.items[0]?.occurrences[0]?.id] })
    expect(result['__typename']).toBe('EvidenceRecorded')
  })

  it('lets practice staff record for their own practice, which they have to name', async () => {
    const { occurrence, network } = await given()
    const [mine = '', theirs = ''] = network.practiceCodes
    const staff = await test.given.person('practice-member', mine)
    const base = { occurrenceIds: [occurrence.id], happenedOn: '2026-11-01', note: 'Minutes' }
    expect(await staff.mutate(recordEvidence, base)).toMatchObject({ __typename: 'PracticeNotYours', practiceCodes: [] })
    const both = await staff.mutate(recordEvidence, { ...base, practiceCodes: [mine, theirs] })
    expect(both).toMatchObject({ __typename: 'PracticeNotYours', practiceCodes: [theirs] })
    expect(await staff.mutate(recordEvidence, { ...base, practiceCodes: [mine] })).toMatchObject({ __typename: 'EvidenceRecorded' })
  })

  it("refuses a colleague's upload, one for another organisation, and one that is part of other evidence", async () => {
    const { occurrence, network, manager } = await given()
    const [staff, other] = [await test.given.director(network), await given()]
    await withMembership(test, manager, 'network-manager', other.network.code)
    const attached = await test.given.upload(manager, network.code)
    await test.given.evidence(manager, [occurrence.id], { fileIds: [attached] })
    const fine = await test.given.upload(manager, network.code)
    for (const fileId of [await test.given.upload(staff, network.code), await test.given.upload(manager, other.network.code), attached]) {
      const input = { occurrenceIds: [occurrence.id], happenedOn: '2026-11-01', fileIds: [fine, fileId] }
      expect(await manager.mutate(recordEvidence, input)).toMatchObject({ __typename: 'FileUnknown', fileIds: [fine, fileId] })
    }
    expect(await test.given.evidence(manager, [occurrence.id], { fileIds: [fine] })).not.toBe('')
  })

  it('answers a retry as before and records nothing twice', async () => {
    const { occurrence, network, manager } = await given()
    const fileIds = [await test.given.upload(manager, network.code)]
    const input = { occurrenceIds: [occurrence.id], happenedOn: '2026-11-01', note: 'Minutes', fileIds, idempotencyKey: 'first' }
    const [first, again] = [await manager.mutate(recordEvidence, input), await manager.mutate(recordEvidence, input)]
    expect(again).toEqual(first)
    expect(await countOf(test, network.code)).toMatchObject({ evidence: 1, uses: 1 })
    expect(await manager.codeOf(recordEvidence, { input: { ...input, note: 'Other minutes' } })).toBe('CONFLICT')
    const atOnce = { ...input, fileIds: [], idempotencyKey: 'second' }
    const [one, other] = await Promise.all([manager.mutate(recordEvidence, atOnce), manager.mutate(recordEvidence, atOnce)])
    expect(one['evidence'].id).toBe(other['evidence'].id)
    expect(await countOf(test, network.code)).toMatchObject({ evidence: 2, uses: 2 })
  })

  it('lets a refused request be sent again under its key', async () => {
    const { occurrence, manager } = await given()
    const input = { occurrenceIds: [occurrence.id], happenedOn: '2026-11-22', note: 'Minutes', idempotencyKey: 'key' }
    expect((await manager.mutate(recordEvidence, input))['__typename']).toBe('EvidenceInFuture')
    expect((await manager.mutate(recordEvidence, { ...input, happenedOn: '2026-11-21' }))['__typename']).toBe('EvidenceRecorded')
  })

  it('leaves ids, codes and digests on the trail, and no text', async () => {
    const { occurrence, network, manager } = await given()
    const id = await test.given.evidence(manager, [occurrence.id], { note: 'Never on the trail', link: 'https://example.org/never' })
    const { node } = await manager.query(evidenceById, { id })
    const trail = await test.given.database.manager.query(
      `SELECT * FROM "audit_entry" WHERE "organisationCode" = '${network.code}' AND "action" LIKE 'evidence.%'`,
    )
    expect(trail).toMatchObject([{ action: 'evidence.record', actorId: manager.personId, subjectType: 'Evidence', subjectId: id }])
    expect(JSON.stringify(trail)).toContain(node.digest)
    expect(JSON.stringify(trail)).not.toMatch(/never/i)
  })
})
