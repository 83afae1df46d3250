import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'
import { statementsOf } from '../support/statements.js'
import * as ask from './operations.js'

describe('many networks at once', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp()
  })
  afterAll(() => test.close())

  it('shows a commissioner one requirement across its networks, and their progress together', async () => {
    const boardCode = await test.given.board()
    const [one, other] = [await test.given.network({ boardCode }), await test.given.network({ boardCode })]
    const entries = [{ code: 'X', dueOn: '2026-11-01' }]
    const first = await test.given.checklist(one, { entries })
    await test.given.checklist(other, { entries })
    await test.given.evidence(await test.given.manager(one), [first.item('X').occurrences[0]?.id ?? ''], { happenedOn: '2026-10-30' })
    const commissioner = await test.given.commissioner(one)
    const { integratedCareBoard } = await commissioner.query(ask.board, { code: boardCode, requirement: 'X' })
    expect(integratedCareBoard.progress).toMatchObject({ total: 2, evidenced: 1, overdue: 1, share: 0.5 })
    expect(integratedCareBoard.requirement.networks).toEqual([
      { network: { odsCode: one.code }, status: 'EVIDENCED', nextDueOn: null, localDueOn: null, daysLate: 0 },
      { network: { odsCode: other.code }, status: 'OVERDUE', nextDueOn: '2026-11-01', localDueOn: null, daysLate: 20 },
    ])
  })

  it('shows another ICB nothing, even of a network both commission', async () => {
    const network = await test.given.network()
    const stranger = await test.given.commissioner(await test.given.network())
    expect(await stranger.codeOf(ask.board, { code: network.boardCode, requirement: 'X' })).toBe('NOT_FOUND')
  })

  it('shows the nation plain rows, and nothing to those who run a network', async () => {
    const network = await test.given.network()
    await test.given.checklist(network, { entries: [{}, {}] })
    const without = await test.given.network({ boardCode: network.boardCode })
    const viewer = await test.given.person('national-viewer', 'ENGLAND')
    const { england } = await viewer.query(ask.england)
    expect(england.contractYear).toBe('2026/27')
    expect(england.networks).toContainEqual({ odsCode: network.code, boardCode: network.boardCode, progress: { total: 2, share: null } })
    expect(england.networks).toContainEqual({ odsCode: without.code, boardCode: network.boardCode, progress: null })
    expect(england.boards).toContainEqual({ boardCode: network.boardCode, networks: 2, networksWithChecklist: 1, progress: { total: 2 } })
    expect(await (await test.given.manager(network)).codeOf(ask.england)).toBe('FORBIDDEN')
  })

  it('takes as many statements for many rows as for few', async () => {
    const viewer = await test.given.person('national-viewer', 'ENGLAND')
    await viewer.query(ask.england)
    const few = await statementsOf(test, () => viewer.query(ask.england))
    for (let count = 0; count < 5; count += 1) await test.given.checklist(await test.given.network(), { entries: [{}, {}, {}] })
    expect(await statementsOf(test, () => viewer.query(ask.england))).toBe(few)
  })
})
