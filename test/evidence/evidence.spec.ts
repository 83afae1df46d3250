import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'
import { type Client } from '../support/client.js'
import { statementsOf } from '../support/statements.js'
import { evidenceById, evidenceOfItem, evidenceOfNetwork, supersedeEvidence } from './operations.js'
import { submitted } from './rows.js'

const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id).sort()

describe('evidence, as its readers see it', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp({ today: '2026-11-21' })
  })
  afterAll(() => test.close())

  /** A network with two items, each shown by evidence of the network, and of each of two practices. */
  async function given() {
    const network = await test.given.network()
    const checklist = await test.given.checklist(network, { entries: [{}, {}] })
    const manager = await test.given.manager(network)
    const [first = '', second = ''] = checklist.items.map(({ occurrences }) => occurrences[0]?.id)
    const record = (practiceCodes: string[]) => test.given.evidence(manager, [first, second], { practiceCodes })
    const [mine = '', theirs = ''] = network.practiceCodes
    const evidence = { ofNetwork: await record([]), mine: await record([mine]), theirs: await record([theirs]) }
    const staff = await test.given.person('practice-member', mine)
    return { network, checklist, manager, first, second, evidence, staff, commissioner: await test.given.commissioner(network) }
  }

  const seenOn = async (by: Client, itemId: string | undefined) => {
    const { node } = await by.query(evidenceOfItem, { id: itemId })
    const ofOccurrence = node.occurrences[0].evidence
    expect(idsOf(ofOccurrence)).toEqual(idsOf(node.evidence))
    return node.evidence as { id: string; occurrences: { id: string }[]; recordedBy: object | null }[]
  }

  it('shows the organisation’s own people all of it, newest first', async () => {
    const { manager, checklist, network, evidence } = await given()
    const all = [evidence.theirs, evidence.mine, evidence.ofNetwork]
    expect((await seenOn(manager, checklist.items[0]?.id)).map(({ id }) => id)).toEqual(all)
    expect(idsOf(await seenOn(await test.given.director(network), checklist.items[1]?.id))).toEqual([...all].sort())
  })

  it("hides another practice's evidence from practice staff until it is submitted", async () => {
    const { staff, checklist, network, evidence, first } = await given()
    const visible = [evidence.mine, evidence.ofNetwork].sort()
    expect(idsOf(await seenOn(staff, checklist.items[0]?.id))).toEqual(visible)
    expect(await staff.codeOf(evidenceById, { id: evidence.theirs })).toBe('NOT_FOUND')
    expect(idsOf((await staff.query(evidenceOfNetwork, { odsCode: network.code }))['network'].evidence.nodes)).toEqual(visible)
    await submitted(test, first, [evidence.theirs])
    expect(idsOf(await seenOn(staff, checklist.items[0]?.id))).toEqual([...visible, evidence.theirs].sort())
    expect(idsOf(await seenOn(staff, checklist.items[1]?.id))).toEqual(visible)
  })

  it('shows a commissioner what was submitted, for what it was submitted, and nothing before', async () => {
    const { commissioner, checklist, network, manager, evidence, first } = await given()
    expect(await seenOn(commissioner, checklist.items[0]?.id)).toEqual([])
    expect(await commissioner.codeOf(evidenceById, { id: evidence.ofNetwork })).toBe('NOT_FOUND')
    expect((await commissioner.query(evidenceOfNetwork, { odsCode: network.code }))['network'].evidence.nodes).toEqual([])
    await submitted(test, first, [evidence.ofNetwork])
    const seen = await seenOn(commissioner, checklist.items[0]?.id)
    expect(seen).toMatchObject([{ id: evidence.ofNetwork, recordedBy: null, occurrences: [{ id: first }] }])
    expect(seen[0]?.occurrences).toHaveLength(1)
    expect(await seenOn(commissioner, checklist.items[1]?.id)).toEqual([])
    const correction = { evidenceId: evidence.ofNetwork, reason: 'Signed', happenedOn: '2026-11-02', note: 'Signed minutes' }
    await manager.mutate(supersedeEvidence, correction)
    const after = (await commissioner.query(evidenceById, { id: evidence.ofNetwork }))['node']
    expect(after).toMatchObject({ status: 'SUPERSEDED', ended: { reason: 'Signed' }, replacedBy: null, note: 'Minutes' })
  })

  it('shows files with the evidence, and no sooner', async () => {
    const { manager, commissioner, network, first } = await given()
    const fileId = await test.given.upload(manager, network.code)
    const id = await test.given.evidence(manager, [first], { fileIds: [fileId] })
    expect((await commissioner.get(`/files/${fileId}`)).status).toBe(404)
    await submitted(test, first, [id])
    expect((await commissioner.get(`/files/${fileId}`)).status).toBe(200)
    const other = await test.given.commissioner(await test.given.network())
    expect((await other.get(`/files/${fileId}`)).status).toBe(404)
  })

  it('shows nothing to other networks, and not even that there is something to national viewers', async () => {
    const { evidence, network, checklist } = await given()
    const other = await test.given.manager(await test.given.network())
    expect(await other.codeOf(evidenceById, { id: evidence.ofNetwork })).toBe('NOT_FOUND')
    expect(await other.codeOf(evidenceOfNetwork, { odsCode: network.code })).toBe('NOT_FOUND')
    const national = await test.given.person('national-viewer', 'X24')
    const { data, errors } = await national.send(evidenceOfNetwork, { odsCode: network.code })
    expect([data, errors.map(({ extensions }) => extensions['code'])]).toEqual([{ network: { evidence: null } }, ['FORBIDDEN']])
    const onItem = 'query ($id: ID!) { node(id: $id) { ... on ChecklistItem { evidence { id } } } }'
    expect((await national.send(onItem, { id: checklist.items[0]?.id })).data).toEqual({ node: { evidence: null } })
  })

  it('says who recorded it to the organisation’s own people', async () => {
    const { staff, manager, checklist } = await given()
    const [newest] = await seenOn(staff, checklist.items[0]?.id)
    expect(newest?.recordedBy).toEqual({ id: manager.personId })
  })

  it('pages through what stands, newest first, and refuses cursors of another list', async () => {
    const { manager, network, evidence } = await given()
    await manager.mutate(supersedeEvidence, {
      evidenceId: evidence.mine,
      reason: 'Signed',
      happenedOn: '2026-11-02',
      note: 'Signed minutes',
    })
    const page = async (after: string | null, search: string | null = null) =>
      (await manager.query(evidenceOfNetwork, { odsCode: network.code, first: 2, after, search }))['network'].evidence
    const one = await page(null)
    const two = await page(one.pageInfo.endCursor)
    expect([one.nodes.length, one.pageInfo.hasNextPage, two.nodes.length, two.pageInfo.hasNextPage]).toEqual([2, true, 1, false])
    expect(one.nodes[0].note).toBe('Signed minutes')
    expect([...one.nodes, ...two.nodes].map(({ id }) => id)).not.toContain(evidence.mine)
    expect((await page(null, 'signed')).nodes).toHaveLength(1)
    expect((await page(null, '%')).nodes).toEqual([])
    const variables = { odsCode: network.code, after: one.pageInfo.endCursor, search: 'signed' }
    expect(await manager.codeOf(evidenceOfNetwork, variables)).toBe('BAD_USER_INPUT')
    expect(await manager.codeOf(evidenceOfNetwork, { odsCode: network.code, first: 501 })).toBe('BAD_USER_INPUT')
  })

  it('costs as many statements for many rows as for one', async () => {
    const { manager, checklist, first, network } = await given()
    const read = async () => [
      await statementsOf(test, () => manager.query(evidenceOfItem, { id: checklist.items[0]?.id })),
      await statementsOf(test, () => manager.query(evidenceOfNetwork, { odsCode: network.code })),
    ]
    await test.given.evidence(manager, [first], { fileIds: [await test.given.upload(manager, network.code)] })
    const few = await read()
    for (let times = 0; times < 20; times += 1) await test.given.evidence(manager, [first])
    expect(await read()).toEqual(few)
    expect(Math.max(...few)).toBeLessThan(20)
  })
})
