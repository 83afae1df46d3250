import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'

const networks = /* GraphQL */ `
  query ($filter: NetworkFilterInput, $orderBy: NetworkOrder, $first: Int, $after: String) {
    networks(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      nodes {
        odsCode
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`
const board = /* GraphQL */ `
  query ($odsCode: String!, $first: Int, $after: String) {
    integratedCareBoard(odsCode: $odsCode) {
      odsCode
      region {
        name
      }
      networks(first: $first, after: $after) {
        nodes {
          odsCode
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`

type Listed = { nodes: { odsCode: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } }
const codes = (page: Listed): string[] => page.nodes.map((node) => node.odsCode)

describe('networks', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp()
  })
  afterAll(() => test.close())

  async function threeOfOneBoard() {
    const boardCode = await test.given.board()
    const given = [
      await test.given.network({ boardCode }),
      await test.given.network({ boardCode }),
      await test.given.network({ boardCode }),
    ]
    await test.given.network()
    const first = given[0]
    if (!first) throw new Error('No network was made')
    return { boardCode, codes: given.map((network) => network.code), commissioner: await test.given.commissioner(first), given }
  }

  it('are those a commissioner commissions, page by page, both ways', async () => {
    const { codes: expected, commissioner } = await threeOfOneBoard()
    const one = (await commissioner.query(networks, { first: 2 }))['networks'] as Listed
    expect(codes(one)).toEqual(expected.slice(0, 2))
    expect(one.pageInfo.hasNextPage).toBe(true)
    const two = (await commissioner.query(networks, { first: 2, after: one.pageInfo.endCursor }))['networks'] as Listed
    expect(codes(two)).toEqual(expected.slice(2))
    expect(two.pageInfo.hasNextPage).toBe(false)
    const down = (await commissioner.query(networks, { first: 2, orderBy: 'ODS_CODE_DESC' }))['networks'] as Listed
    const last = (await commissioner.query(networks, { orderBy: 'ODS_CODE_DESC', after: down.pageInfo.endCursor }))['networks'] as Listed
    expect([...codes(down), ...codes(last)]).toEqual([...expected].reverse())
  })

  it('are one for a manager, and all for a national viewer', async () => {
    const { given, codes: expected } = await threeOfOneBoard()
    const first = given[0]
    if (!first) throw new Error('No network was made')
    expect(codes((await (await test.given.manager(first)).query(networks))['networks'] as Listed)).toEqual([first.code])
    const viewer = await test.given.person('national-viewer', 'ENGLAND')
    expect(codes((await viewer.query(networks, { first: 500 }))['networks'] as Listed)).toEqual(expect.arrayContaining(expected))
  })

  it('are found by part of the name as it is written, and by ICB', async () => {
    const { boardCode, codes: expected } = await threeOfOneBoard()
    const viewer = await test.given.person('national-viewer', 'ENGLAND')
    const found = async (filter: object) => codes((await viewer.query(networks, { filter, first: 500 }))['networks'] as Listed)
    expect(await found({ boardCode })).toEqual(expected)
    expect(await found({ boardCode, nameContains: `WORK ${expected[1]?.toLowerCase()}` })).toEqual([expected[1]])
    expect(await found({ boardCode, nameContains: '%' })).toEqual([])
    expect(await found({ boardCode, nameContains: '_' })).toEqual([])
  })

  it('refuse a page of 501, a cursor of another list and a code that is none', async () => {
    const { commissioner, boardCode } = await threeOfOneBoard()
    expect(await commissioner.codeOf(networks, { first: 501 })).toBe('BAD_USER_INPUT')
    const { pageInfo } = (await commissioner.query(networks, { first: 1 }))['networks'] as Listed
    expect(await commissioner.codeOf(networks, { after: pageInfo.endCursor, filter: { boardCode } })).toBe('BAD_USER_INPUT')
    expect(await commissioner.codeOf(networks, { after: pageInfo.endCursor, orderBy: 'ODS_CODE_DESC' })).toBe('BAD_USER_INPUT')
    expect(await commissioner.codeOf(networks, { filter: { boardCode: "' OR 1 = 1" } })).toBe('BAD_USER_INPUT')
  })

  it('of an ICB come in pages for its commissioner, and only one’s own through a manager’s network', async () => {
    const { boardCode, codes: expected, commissioner, given } = await threeOfOneBoard()
    const one = (await commissioner.query(board, { odsCode: boardCode, first: 2 }))['integratedCareBoard']
    expect(one).toMatchObject({ odsCode: boardCode, region: null })
    expect(codes(one.networks)).toEqual(expected.slice(0, 2))
    const two = (await commissioner.query(board, { odsCode: boardCode, first: 2, after: one.networks.pageInfo.endCursor }))[
      'integratedCareBoard'
    ]
    expect(codes(two.networks)).toEqual(expected.slice(2))
    const first = given[0]
    if (!first) throw new Error('No network was made')
    const manager = await test.given.manager(first)
    expect(await manager.codeOf(board, { odsCode: boardCode })).toBe('FORBIDDEN')
    const own = await manager.query('{ networks { nodes { integratedCareBoards { networks { nodes { odsCode } } } } } }')
    expect(own['networks'].nodes[0].integratedCareBoards[0].networks.nodes).toEqual([{ odsCode: first.code }])
  })

  it('of another ICB are not there', async () => {
    const { boardCode } = await threeOfOneBoard()
    const other = await test.given.commissioner(await test.given.network())
    expect(await other.codeOf(board, { odsCode: boardCode })).toBe('NOT_FOUND')
    expect(codes((await other.query(networks, { filter: { boardCode } }))['networks'] as Listed)).toEqual([])
  })
})
