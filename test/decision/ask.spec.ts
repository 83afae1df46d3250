import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { AuditEntryEntity } from '../../src/platform/audit-log/audit-entry.entity.js'
import { startApp, type TestApp } from '../support/app.js'
import { type Client } from '../support/client.js'
import { answer, ask } from './operations.js'
import { Situation } from './situation.js'

const questions = /* GraphQL */ `
  query ($checklist: ID!, $item: ID!, $unanswered: Boolean, $first: Int, $after: String) {
    checklist: node(id: $checklist) {
      ... on Checklist {
        questions(unanswered: $unanswered, first: $first, after: $after) {
          nodes {
            id
            text
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
    item: node(id: $item) {
      ... on ChecklistItem {
        status
        questions {
          text
          answers {
            text
          }
        }
      }
    }
  }
`

describe('ask', () => {
  let test: TestApp
  let given: Situation
  beforeAll(async () => {
    test = await startApp()
  })
  beforeEach(async () => {
    given = await Situation.in(test)
  })
  afterAll(() => test.close())

  const seen = (by: Client, more: object = {}) => by.query(questions, { checklist: given.checklist.id, item: given.itemId('MAY'), ...more })

  async function asked(text: string, by = given.commissioner, itemId = given.itemId('MAY')): Promise<string> {
    return (await by.mutate(ask, { itemId, text }))['question'].id
  }

  it('puts a question that network, practices and commissioner all see', async () => {
    const itemId = given.itemId('MAY')
    const result = await given.commissioner.mutate(ask, { itemId, text: ' Which practices were there? ' })
    expect(result).toMatchObject({
      __typename: 'QuestionAsked',
      question: { text: 'Which practices were there?', askedBy: { id: given.commissioner.personId }, answers: [], item: { id: itemId } },
    })
    const member = await test.given.person('practice-member', given.network.practiceCodes[0] ?? '')
    for (const by of [given.commissioner, given.manager, member]) {
      expect((await seen(by))['item'].questions).toEqual([{ text: 'Which practices were there?', answers: [] }])
    }
  })

  it('can be asked by the network and its practices too', async () => {
    const member = await test.given.person('practice-member', given.network.practiceCodes[0] ?? '')
    await asked('Is a photo enough?', given.manager)
    await asked('And a scan?', member)
    expect((await seen(given.commissioner))['item'].questions).toHaveLength(2)
  })

  it('is no return: it moves no status', async () => {
    const before = (await seen(given.manager))['item'].status
    await asked('Which practices were there?')
    expect((await seen(given.manager))['item'].status).toBe(before)
  })

  it('lists what waits for an answer across the checklist, page by page', async () => {
    const first = await asked('One')
    await asked('Two', given.manager, given.itemId('YES'))
    await asked('Three')
    await given.manager.mutate(answer, { questionId: first, text: 'All of them' })
    const texts = (data: Record<string, any>) => data['checklist'].questions.nodes.map((question: { text: string }) => question.text)
    expect(texts(await seen(given.manager))).toEqual(['One', 'Two', 'Three'])
    const one = await seen(given.manager, { unanswered: true, first: 1 })
    const { pageInfo } = one['checklist'].questions
    const two = await seen(given.manager, { unanswered: true, first: 1, after: pageInfo.endCursor })
    expect([texts(one), texts(two)]).toEqual([['Two'], ['Three']])
    expect(two['checklist'].questions.pageInfo.hasNextPage).toBe(false)
  })

  it.each([
    ['nothing', '  '],
    ['5,000 characters', 'x'.repeat(5_000)],
    ['control characters', 'a\u0007b'],
  ])('refuses %s', async (_, text) => {
    expect(await given.manager.codeOf(ask, { input: { itemId: given.itemId('MAY'), text } })).toBe('BAD_USER_INPUT')
  })

  it('answers a retry with the same question', async () => {
    const input = { itemId: given.itemId('MAY'), text: 'Once?', idempotencyKey: 'once' }
    expect(await given.manager.mutate(ask, input)).toEqual(await given.manager.mutate(ask, input))
    expect((await seen(given.manager))['item'].questions).toHaveLength(1)
  })

  it("finds no item of another network's, and is closed to nobody and national viewers", async () => {
    const input = { itemId: given.itemId('MAY'), text: 'Who are you?' }
    const other = await Situation.in(test)
    expect(await other.manager.codeOf(ask, { input })).toBe('NOT_FOUND')
    expect(await other.commissioner.codeOf(ask, { input })).toBe('NOT_FOUND')
    expect(await (await test.given.person('national-viewer', given.network.boardCode)).codeOf(ask, { input })).toBe('FORBIDDEN')
    expect(await test.nobody.codeOf(ask, { input })).toBe('UNAUTHENTICATED')
  })

  it('is recorded in the trail without its words', async () => {
    const id = await asked('Which practices were there?')
    const entry = await test.given.database.manager.findOneByOrFail(AuditEntryEntity, { subjectId: id })
    expect(entry).toMatchObject({ action: 'item.ask', organisationCode: given.network.code, details: { itemId: given.itemId('MAY') } })
    expect(JSON.stringify(entry)).not.toContain('practices')
  })
})
