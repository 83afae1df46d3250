import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'
import { trailOf } from '../support/trail.js'
import { removeWording, requestsOfNetwork, saveWording } from './operations.js'
import { Situation } from './situation.js'

describe('saveWording and removeWording', () => {
  let test: TestApp
  let given: Situation
  beforeAll(async () => {
    test = await startApp()
  })
  beforeEach(async () => {
    given = await Situation.in(test)
  })
  afterAll(() => test.close())

  const wording = (more: object = {}) => ({
    networkCode: given.one.code,
    title: 'No clause',
    text: 'We found no clause.',
    choice: 'DECLINE',
    ...more,
  })
  const kept = async (by = given.manager, network = given.one) =>
    (await by.query(requestsOfNetwork, { code: network.code }))['network'].requestWordings as object[]
  const save = async (more: object = {}) => (await given.manager.mutate(saveWording, wording(more)))['wording'].wordingId as string

  it('keeps replies, in the order they were made', async () => {
    await save()
    await save({ title: 'Later', text: 'After April.', choice: null })
    expect(await kept()).toEqual([
      { title: 'No clause', text: 'We found no clause.', choice: 'DECLINE' },
      { title: 'Later', text: 'After April.', choice: null },
    ])
    expect(await kept(await test.given.person('practice-member', given.one.practiceCodes[0] ?? ''))).toHaveLength(2)
  })

  it('changes one, and keeps its id', async () => {
    const wordingId = await save()
    expect(await save({ wordingId, text: 'Another text.' })).toBe(wordingId)
    expect(await kept()).toMatchObject([{ text: 'Another text.' }])
  })

  it('removes one, once', async () => {
    const wordingId = await save()
    expect(await given.manager.mutate(removeWording, { wordingId })).toEqual({ __typename: 'WordingRemoved', wordingId })
    expect(await kept()).toEqual([])
    expect(await given.manager.codeOf(removeWording, { input: { wordingId } })).toBe('NOT_FOUND')
    expect(await given.manager.codeOf(saveWording, { input: wording({ wordingId }) })).toBe('NOT_FOUND')
  })

  it('answers retries with the first answer', async () => {
    const wordingId = await save({ idempotencyKey: 'once' })
    expect(await save({ idempotencyKey: 'once' })).toBe(wordingId)
    expect(await kept()).toHaveLength(1)
    const input = { wordingId, idempotencyKey: 'gone' }
    expect(await given.manager.mutate(removeWording, input)).toEqual(await given.manager.mutate(removeWording, input))
  })

  it('is for those who run the network, and nobody else sees them', async () => {
    const wordingId = await save()
    expect(await kept(given.otherDirector, given.two)).toEqual([])
    expect(await given.otherDirector.codeOf(saveWording, { input: wording() })).toBe('NOT_FOUND')
    expect(await given.otherDirector.codeOf(saveWording, { input: wording({ networkCode: given.two.code, wordingId }) })).toBe('NOT_FOUND')
    expect(await given.otherDirector.codeOf(removeWording, { input: { wordingId } })).toBe('NOT_FOUND')
    const member = await test.given.person('practice-member', given.one.practiceCodes[0] ?? '')
    for (const person of [
      member,
      given.lmc,
      await test.given.commissioner(given.one),
      await test.given.person('national-viewer', 'ENGLAND'),
    ]) {
      expect(await person.codeOf(saveWording, { input: wording() })).toBe('FORBIDDEN')
      expect(await person.codeOf(removeWording, { input: { wordingId } })).toBe('FORBIDDEN')
    }
    expect(await test.nobody.codeOf(saveWording, { input: wording() })).toBe('UNAUTHENTICATED')
  })

  it('is in the network’s trail, without its words', async () => {
    const wordingId = await save()
    await given.manager.mutate(removeWording, { wordingId })
    const entries = [
      ...(await trailOf(test, given.one.code, 'request.saveWording')),
      ...(await trailOf(test, given.one.code, 'request.removeWording')),
    ]
    expect(entries).toMatchObject([{ subjectId: wordingId }, { subjectId: wordingId }])
    expect(JSON.stringify(entries)).not.toContain('clause')
  })
})
