import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'
import { confirmForPractice } from './operations.js'
import { countOf } from './rows.js'

describe('confirmForPractice', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp({ today: '2026-11-21' })
  })
  afterAll(() => test.close())

  async function given() {
    const found = await test.given.openOccurrence({ entry: { perPractice: true } })
    const [mine = '', theirs = ''] = found.network.practiceCodes
    const staff = await test.given.person('practice-member', mine)
    return { ...found, mine, theirs, staff, input: { occurrenceId: found.occurrence.id, practiceCode: mine, happenedOn: '2026-11-01' } }
  }

  it('lets practice staff confirm their practice’s part', async () => {
    const { staff, mine, occurrence, input } = await given()
    expect(await staff.mutate(confirmForPractice, input)).toMatchObject({
      __typename: 'PracticeConfirmed',
      evidence: { kind: 'PRACTICE_CONFIRMATION', practiceCodes: [mine], happenedOn: '2026-11-01', occurrences: [{ id: occurrence.id }] },
    })
  })

  it('lets the manager confirm for a practice, saying how they know', async () => {
    const { manager, network, input } = await given()
    for (const note of [undefined, '', '  ']) {
      expect(await manager.mutate(confirmForPractice, { ...input, note })).toMatchObject({
        __typename: 'ConfirmationUnexplained',
        field: 'note',
      })
    }
    expect(await countOf(test, network.code)).toMatchObject({ evidence: 0 })
    const result = await manager.mutate(confirmForPractice, { ...input, note: 'I was there' })
    expect(result).toMatchObject({ __typename: 'PracticeConfirmed', evidence: { note: 'I was there' } })
  })

  it.each([
    ['a practice of no network', { practiceCode: 'PX9999', note: 'Seen' }, { __typename: 'PracticeNotAMember', field: 'practiceCode' }],
    ['a day that has not come', { happenedOn: '2026-11-22' }, { __typename: 'EvidenceInFuture', field: 'happenedOn' }],
    ['a day outside the window', { happenedOn: '2019-01-01' }, { __typename: 'EvidenceOutsideWindow', field: 'occurrenceId' }],
  ])('refuses %s', async (_, wrong, expected) => {
    const { manager, network, input } = await given()
    expect(await manager.mutate(confirmForPractice, { ...input, note: 'I was there', ...wrong })).toMatchObject(expected)
    expect(await countOf(test, network.code)).toEqual({ evidence: 0, uses: 0, trail: 0 })
  })

  it('refuses practice staff another practice, and everybody what is asked of the network', async () => {
    const { staff, theirs, input } = await given()
    const result = await staff.mutate(confirmForPractice, { ...input, practiceCode: theirs, note: 'Seen' })
    expect(result).toMatchObject({ __typename: 'PracticeNotYours', field: 'practiceCode' })
    const whole = await test.given.openOccurrence()
    const [practiceCode] = whole.network.practiceCodes
    const asked = { ...input, occurrenceId: whole.occurrence.id, practiceCode, note: 'Seen' }
    expect(await whole.manager.mutate(confirmForPractice, asked)).toMatchObject({
      __typename: 'NotAskedOfPractices',
      field: 'occurrenceId',
    })
  })

  it('finds nothing of other networks and is closed to others', async () => {
    const { network, input } = await given()
    const other = await given()
    expect(await other.manager.codeOf(confirmForPractice, { input })).toBe('NOT_FOUND')
    expect(await other.staff.codeOf(confirmForPractice, { input })).toBe('NOT_FOUND')
    expect(await (await test.given.director(network)).codeOf(confirmForPractice, { input })).toBe('FORBIDDEN')
    expect(await (await test.given.commissioner(network)).codeOf(confirmForPractice, { input })).toBe('FORBIDDEN')
    expect(await test.nobody.codeOf(confirmForPractice, { input })).toBe('UNAUTHENTICATED')
  })

  it('answers a retry as before, and refuses the key for other content', async () => {
    const { staff, network, input } = await given()
    const keyed = { ...input, idempotencyKey: 'key' }
    expect(await staff.mutate(confirmForPractice, keyed)).toEqual(await staff.mutate(confirmForPractice, keyed))
    expect(await countOf(test, network.code)).toMatchObject({ evidence: 1 })
    expect(await staff.codeOf(confirmForPractice, { input: { ...keyed, note: 'Other' } })).toBe('CONFLICT')
  })
})
