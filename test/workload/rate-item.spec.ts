import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'

const rateItem = `mutation ($input: RateItemInput!) {
  rateItem(input: $input) { __typename ... on ItemRated { rating { rating reason recordedBy { id } } } }
}`
const rating = 'query ($id: ID!) { node(id: $id) { ... on ChecklistItem { rating { rating reason } } } }'

describe('rateItem', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp()
  })
  afterAll(() => test.close())

  it('is the clinical director’s, seen by every practice', async () => {
    const { network, item } = await test.given.item()
    const director = await test.given.director(network)
    const member = await test.given.person('practice-member', network.practiceCodes[2] ?? '')
    const ratingNow = async () => (await member.query(rating, { id: item.id }))['node'].rating
    expect(await ratingNow()).toBeNull()
    expect(await director.mutate(rateItem, { itemId: item.id, rating: 2, reason: 'Nobody reads it.' })).toEqual({
      __typename: 'ItemRated',
      rating: { rating: 2, reason: 'Nobody reads it.', recordedBy: { id: director.personId } },
    })
    await director.mutate(rateItem, { itemId: item.id, rating: 4, reason: 'On reflection.' })
    expect(await ratingNow()).toEqual({ rating: 4, reason: 'On reflection.' })
  })

  it.each([0, 6, 2.5])('is 1 to 5, not %d', async (stars) => {
    const { network, item } = await test.given.item()
    const director = await test.given.director(network)
    expect(await director.codeOf(rateItem, { input: { itemId: item.id, rating: stars, reason: 'x' } })).toBe('BAD_USER_INPUT')
    expect(await director.codeOf(rateItem, { input: { itemId: item.id, rating: 3, reason: ' ' } })).toBe('BAD_USER_INPUT')
  })

  it('is nobody else’s', async () => {
    const { network, item } = await test.given.item()
    const input = { itemId: item.id, rating: 3, reason: 'x' }
    const member = await test.given.person('practice-member', network.practiceCodes[0] ?? '')
    for (const person of [await test.given.manager(network), member, await test.given.commissioner(network)]) {
      expect(await person.codeOf(rateItem, { input })).toBe('FORBIDDEN')
    }
    expect(await (await test.given.director(await test.given.network())).codeOf(rateItem, { input })).toBe('NOT_FOUND')
  })
})
