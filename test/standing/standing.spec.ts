import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { ChecklistItemEntity } from '../../src/checklist/checklist.entity.js'
import { startApp, type TestApp } from '../support/app.js'
import { type Client } from '../support/client.js'
import { statementsOf } from '../support/statements.js'
import * as ask from './operations.js'

describe('where a checklist stands', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp()
  })
  beforeEach(() => {
    test.clock.day = '2026-11-21'
  })
  afterAll(() => test.close())

  it('counts each item once, and both sums hold', async () => {
    const network = await test.given.network()
    const entries = [
      { code: 'A', dueOn: '2026-04-30', area: 'ONE' },
      { code: 'B', dueOn: '2026-12-31', area: 'ONE' },
      { code: 'C', shownEvery: 'QUARTER', area: 'TWO' } as const,
      { code: 'D', opensOn: '2027-01-01', area: 'TWO' },
    ]
    const checklist = await test.given.checklist(network, { entries })
    const manager = await test.given.manager(network)
    await test.given.evidence(manager, [checklist.item('A').occurrences[0]?.id ?? ''], { happenedOn: '2026-04-20' })
    const data = await manager.query(ask.progress, { code: network.code })
    const found = data['network'].checklist
    expect(found.progress).toMatchObject({ total: 4, due: 2, evidenced: 1, overdue: 1, open: 1, notYetDue: 1, share: 0.5 })
    expect(found.progress.total).toBe(found.progress.due + found.progress.open + found.progress.notYetDue)
    expect(found.serviceAreas).toMatchObject([
      { code: 'ONE', progress: { total: 2, evidenced: 1, open: 1 } },
      { code: 'TWO', progress: { total: 2, overdue: 1, notYetDue: 1 } },
    ])
  })

  it('changes by itself as days pass, at the first request of the day', async () => {
    const { network, item, manager } = await test.given.openOccurrence({ entry: { dueOn: '2026-11-22' } })
    const standing = async () => (await manager.query(ask.occurrences, { id: item.id }))['node']
    expect(await standing()).toMatchObject({ status: 'OPEN', daysLate: 0, occurrences: [{ standing: { changesOn: '2026-11-23' } }] })
    test.clock.day = '2026-11-25'
    expect(await standing()).toMatchObject({ status: 'OVERDUE', nextDueOn: '2026-11-22', daysLate: 3 })
    const { network: seen } = await manager.query(ask.progress, { code: network.code })
    expect(seen.checklist.progress).toMatchObject({ overdue: 1, due: 1 })
  })

  it('is brought up to date by a page as well as by the API', async () => {
    const { item } = await test.given.openOccurrence({ entry: { dueOn: '2026-11-22' } })
    test.clock.day = '2026-11-26'
    await fetch(`${test.url}/`)
    const row = await test.given.database.manager.findOneByOrFail(ChecklistItemEntity, { id: item.id })
    expect(row.status).toBe('OVERDUE')
  })

  it('asks the practices that are members on the due day, and says who joined late', async () => {
    const network = await test.given.network({
      practices: [{}, { startsOn: '2026-08-01' }, { endsOn: '2026-06-30' }, { startsOn: '2027-01-01' }],
    })
    const [stays = '', joins = ''] = network.practiceCodes
    const entry = { perPractice: true, dueOn: '2026-12-31' }
    const { item, occurrence, manager } = await test.given.openOccurrence({ entry, network })
    await test.given.evidence(manager, [occurrence.id], { practiceCodes: [stays] })
    const { node } = await manager.query(ask.occurrences, { id: item.id })
    expect(node.status).toBe('OPEN')
    expect(node.occurrences[0].practices).toEqual({
      asked: [
        { practiceCode: stays, joinedOn: null },
        { practiceCode: joins, joinedOn: '2026-08-01' },
      ],
      shown: [stays],
      missing: [joins],
    })
    await test.given.evidence(manager, [occurrence.id], { practiceCodes: [joins] })
    expect((await manager.query(ask.occurrences, { id: item.id }))['node'].status).toBe('EVIDENCED')
  })

  it('hides practices from the commissioner, and the rest from other networks', async () => {
    const { network, item } = await test.given.openOccurrence({ entry: { perPractice: true } })
    const commissioner = await test.given.commissioner(network)
    const seen = await commissioner.send(ask.occurrences, { id: item.id })
    expect(seen.data?.['node']).toMatchObject({ status: 'OPEN', occurrences: [{ practices: null }] })
    expect(seen.errors.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN'])
    const stranger = await test.given.manager(await test.given.network())
    expect(await stranger.codeOf(ask.occurrences, { id: item.id })).toBe('NOT_FOUND')
  })

  it('tells deadlines as pairs, by the earlier day, and only what is still owed', async () => {
    const network = await test.given.network()
    const entries = [
      { code: 'A', dueOn: '2026-12-31' },
      { code: 'B', dueOn: '2026-12-10' },
      { code: 'C', dueOn: '2026-12-05' },
    ]
    const checklist = await test.given.checklist(network, { entries })
    const manager = await test.given.manager(network)
    const commissioner = await test.given.commissioner(network)
    const localDay = { boardCode: network.boardCode, requirementCode: 'A', contractYear: '2026/27', ordinal: 1, dueOn: '2026-12-01' }
    await commissioner.mutate('mutation ($input: SetLocalDayInput!) { setLocalDay(input: $input) { __typename } }', localDay)
    await test.given.evidence(manager, [checklist.item('C').occurrences[0]?.id ?? ''])
    const span = { code: network.code, from: '2026-12-01', to: '2026-12-15' }
    const { network: seen } = await manager.query(ask.deadlines, span)
    expect(seen.checklist.deadlines).toMatchObject([
      { day: '2026-12-01', nationalDay: '2026-12-31', localDay: '2026-12-01', status: 'OPEN', item: { code: 'A' } },
      { day: '2026-12-10', nationalDay: '2026-12-10', localDay: null, item: { code: 'B' } },
    ])
    expect(await manager.codeOf(ask.deadlines, { ...span, to: '2026-11-01' })).toBe('BAD_USER_INPUT')
    test.clock.day = '2026-12-20'
    const { node } = await manager.query(ask.occurrences, { id: checklist.item('A').id })
    expect(node).toMatchObject({ status: 'OPEN', occurrences: [{ standing: { pastLocalDay: true } }] })
  })

  it('tells what happened to an item to its own people only', async () => {
    const { network, item, occurrence, manager } = await test.given.openOccurrence()
    const evidence = await test.given.evidence(manager, [occurrence.id], { note: 'Minutes of May' })
    const withdraw = 'mutation ($input: WithdrawEvidenceInput!) { withdrawEvidence(input: $input) { __typename } }'
    await manager.mutate(withdraw, { evidenceId: evidence, reason: 'Of another network' })
    const notMet = 'mutation ($input: RecordNotMetInput!) { recordNotMet(input: $input) { __typename } }'
    await manager.mutate(notMet, { occurrenceId: occurrence.id, reason: 'Vacant post' })
    const { node } = await manager.query(ask.history, { id: item.id })
    expect(node.history).toEqual([
      { kind: 'MARKED_NOT_MET', text: 'Vacant post', by: { id: manager.personId } },
      { kind: 'EVIDENCE_WITHDRAWN', text: 'Of another network', by: { id: manager.personId } },
      { kind: 'EVIDENCE_RECORDED', text: 'Minutes of May', by: { id: manager.personId } },
    ])
    const commissioner = await test.given.commissioner(network)
    const seen = await commissioner.send(ask.history, { id: item.id })
    expect(seen.data?.['node']).toEqual({ history: null })
  })

  it('tells what happened to a whole checklist since a day, latest first, and to its own people only', async () => {
    const network = await test.given.network()
    const checklist = await test.given.checklist(network, { entries: [{ code: 'A' }, { code: 'B' }] })
    const occurrencesOf = (code: string) => checklist.item(code).occurrences.map(({ id }) => id)
    const manager = await test.given.manager(network)
    test.clock.day = '2026-11-02'
    await test.given.evidence(manager, occurrencesOf('A'), { note: 'Before' })
    test.clock.day = '2026-11-10'
    const both = [...occurrencesOf('A'), ...occurrencesOf('B')]
    await test.given.evidence(manager, both, { note: 'On the day' })
    test.clock.day = '2026-11-21'
    const askQuestion = 'mutation ($input: AskInput!) { ask(input: $input) { __typename } }'
    await manager.mutate(askQuestion, { itemId: checklist.item('B').id, text: 'Enough?' })
    const told = async (since: string) =>
      (await manager.query(ask.checklistHistory, { code: network.code, since }))['network'].checklist.history
    const by = { id: manager.personId }
    const recent = await told('2026-11-10')
    expect(recent[0]).toEqual({ kind: 'QUESTION_ASKED', text: 'Enough?', by, item: { code: 'B' } })
    expect(recent.slice(1)).toHaveLength(2)
    expect(recent).toContainEqual({ kind: 'EVIDENCE_RECORDED', text: 'On the day', by, item: { code: 'A' } })
    expect(recent).toContainEqual({ kind: 'EVIDENCE_RECORDED', text: 'On the day', by, item: { code: 'B' } })
    expect(await told('2026-11-11')).toHaveLength(1)
    expect(await told('2026-04-01')).toHaveLength(4)
    const commissioner = await test.given.commissioner(network)
    const seen = await commissioner.send(ask.checklistHistory, { code: network.code, since: '2026-04-01' })
    expect(seen.data?.['network']).toEqual({ checklist: { history: null } })
    expect(seen.errors.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN'])
    // Holding the permission at another organisation is not holding it here.
    const twice = await test.given.commissioner(network)
    await test.given.membership(twice, 'network-manager', (await test.given.network()).code)
    expect((await twice.send(ask.checklistHistory, { code: network.code, since: '2026-04-01' })).data?.['network']).toEqual({
      checklist: { history: null },
    })
  })

  it('asks the database no more often for a long history', async () => {
    const { network, item, occurrence, manager } = await test.given.openOccurrence()
    const read = () => manager.query(ask.checklistHistory, { code: network.code, since: '2026-04-01' })
    await test.given.evidence(manager, [occurrence.id])
    const few = await statementsOf(test, read)
    for (let round = 0; round < 4; round += 1) await test.given.evidence(manager, [occurrence.id])
    await manager.mutate('mutation ($input: AskInput!) { ask(input: $input) { __typename } }', { itemId: item.id, text: 'Enough?' })
    expect(await statementsOf(test, read)).toBe(few)
  })

  it('tells practice staff nothing of another practice’s drafts, and everything that is theirs or the network’s', async () => {
    const { network, item, occurrence, manager } = await test.given.openOccurrence({ entry: { perPractice: true } })
    const [mine = '', theirs = ''] = network.practiceCodes
    const [me, they] = [await test.given.person('practice-member', mine), await test.given.person('practice-member', theirs)]
    const draft = await test.given.evidence(they, [occurrence.id], { note: 'Our draft', practiceCodes: [theirs] })
    await test.given.evidence(me, [occurrence.id], { note: 'My part', practiceCodes: [mine] })
    const withdraw = 'mutation ($input: WithdrawEvidenceInput!) { withdrawEvidence(input: $input) { __typename } }'
    await they.mutate(withdraw, { evidenceId: draft, reason: 'Somebody was named' })
    const texts = async (client: Client) =>
      (await client.query(ask.history, { id: item.id }))['node'].history.map(({ text }: { text: string }) => text)
    expect(await texts(me)).toEqual(['My part'])
    expect(await texts(they)).toEqual(['Somebody was named', 'Our draft'])
    expect(await texts(manager)).toEqual(['Somebody was named', 'My part', 'Our draft'])
  })

  it('names whoever linked evidence first, once', async () => {
    const { network, item, occurrence } = await test.given.openOccurrence()
    const people = [await test.given.manager(network), await test.given.director(network)]
    const link = (name: string) =>
      `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { __typename } }`
    for (const [first, second] of [people, [...people].reverse()]) {
      if (!first || !second) throw new Error('Two people were given')
      const evidenceId = await test.given.evidence(first, [occurrence.id])
      await first.mutate(link('unlinkEvidence'), { evidenceId, occurrenceIds: [occurrence.id] })
      await second.mutate(link('linkEvidence'), { evidenceId, occurrenceIds: [occurrence.id] })
      const { node } = await first.query(ask.history, { id: item.id })
      expect(node.history[0]).toMatchObject({ kind: 'EVIDENCE_RECORDED', by: { id: first.personId } })
    }
    expect((await people[0]?.query(ask.history, { id: item.id }))?.['node'].history).toHaveLength(2)
  })
})
