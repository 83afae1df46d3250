import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { IsNull } from 'typeorm'
import { AssignmentEntity } from '../../src/checklist/checklist.entity.js'
import { startApp, type TestApp } from '../support/app.js'
import { statementsOf } from '../support/statements.js'
import { trailOf } from '../support/trail.js'
import { assignItem, handOverItems, itemOf } from './operations.js'

const found = /* GraphQL */ `
  query ($odsCode: String!, $filter: ChecklistItemFilter) {
    network(odsCode: $odsCode) {
      checklist {
        assignable {
          id
        }
        items(filter: $filter) {
          nodes {
            code
          }
        }
      }
    }
  }
`

let test: TestApp
beforeAll(async () => {
  test = await startApp()
})
afterAll(() => test.close())

describe('assignItem', () => {
  it('gives an item to somebody, with a note', async () => {
    const { item, network } = await test.given.item()
    const manager = await test.given.manager(network)
    const member = await test.given.person('practice-member', network.practiceCodes[1] ?? '')
    const result = await manager.mutate(assignItem, { itemId: item.id, personId: member.personId, note: 'By Friday, please.' })
    expect(result).toMatchObject({
      __typename: 'ItemAssigned',
      item: { id: item.id, assignee: { id: member.personId }, assignmentNote: 'By Friday, please.' },
    })
    const [entry] = await trailOf(test, network.code, 'item.assign')
    expect(entry).toMatchObject({ actorId: manager.personId, details: { itemId: item.id, assigneeId: member.personId } })
    expect(JSON.stringify(entry)).not.toContain('Friday')
  })

  it('takes it away again, and keeps who had it', async () => {
    const { item, network } = await test.given.item()
    const manager = await test.given.manager(network)
    await manager.mutate(assignItem, { itemId: item.id, personId: manager.personId, note: 'Mine' })
    const result = await manager.mutate(assignItem, { itemId: item.id, personId: null })
    expect(result['item']).toMatchObject({ assignee: null, assignmentNote: '' })
    const rows = await test.given.database.manager.find(AssignmentEntity, { where: { itemId: item.id }, order: { recordedAt: 'ASC' } })
    expect(rows).toMatchObject([
      { assigneeId: manager.personId, note: 'Mine' },
      { assigneeId: null, supersededAt: null },
    ])
    expect(rows[0]?.supersededAt).toBe(rows[1]?.recordedAt)
  })

  it('finds what is mine, and what is somebody else’s', async () => {
    const network = await test.given.network()
    const checklist = await test.given.checklist(network, { entries: [{ code: 'D-1' }, { code: 'D-2' }, { code: 'D-3' }] })
    const manager = await test.given.manager(network)
    const director = await test.given.director(network)
    await manager.mutate(assignItem, { itemId: checklist.item('D-2').id, personId: manager.personId })
    await manager.mutate(assignItem, { itemId: checklist.item('D-3').id, personId: director.personId })
    const codes = async (filter: object) => {
      const data = await manager.query(found, { odsCode: network.code, filter })
      return data['network'].checklist.items.nodes.map((node: { code: string }) => node.code)
    }
    expect(await codes({ mine: true })).toEqual(['D-2'])
    expect(await codes({ mine: false })).toEqual(['D-1', 'D-2', 'D-3'])
    expect(await codes({ assigneeId: director.personId })).toEqual(['D-3'])
    expect(await codes({ assigneeId: director.personId, mine: true })).toEqual([])
  })

  it('names who items can be given to: the network’s people and its practices’, nobody who has left', async () => {
    const network = await test.given.network({ practices: [{}, { endsOn: '2026-09-30' }] })
    await test.given.checklist(network)
    const [staying = '', left = ''] = network.practiceCodes
    const manager = await test.given.manager(network)
    const member = await test.given.person('practice-member', staying)
    await test.given.person('practice-member', left)
    await test.given.commissioner(network)
    const data = await manager.query(found, { odsCode: network.code })
    const ids = data['network'].checklist.assignable.map((person: { id: string }) => person.id)
    expect(ids.sort()).toEqual([manager.personId, member.personId].sort())
  })

  it('refuses somebody who works elsewhere, or nowhere', async () => {
    const { item, network } = await test.given.item()
    const manager = await test.given.manager(network)
    const commissioner = await test.given.commissioner(network)
    const stranger = await test.given.manager(await test.given.network())
    for (const personId of [commissioner.personId, stranger.personId, '00000000-0000-4000-8000-000000000000']) {
      const result = await manager.mutate(assignItem, { itemId: item.id, personId })
      expect(result).toMatchObject({ __typename: 'NotAMember', field: 'personId' })
    }
    expect((await manager.query(itemOf, { id: item.id }))['node'].assignee).toBeNull()
  })

  it('gives a board’s own items to its commissioners', async () => {
    const network = await test.given.network()
    const checklist = await test.given.checklist(network.boardCode)
    const commissioner = await test.given.commissioner(network)
    const result = await commissioner.mutate(assignItem, { itemId: checklist.items[0]?.id, personId: commissioner.personId, note: 'Ours' })
    expect(result['item']).toMatchObject({ assignee: { id: commissioner.personId }, assignmentNote: 'Ours' })
  })

  it('names people an item can be given to for those who give it only', async () => {
    const { network } = await test.given.item()
    await test.given.manager(network)
    const elsewhere = await test.given.manager(await test.given.network())
    await test.given.membership(elsewhere, 'national-viewer', 'ENGLAND')
    for (const client of [await test.given.commissioner(network), elsewhere]) {
      const { data, errors } = await client.send(found, { odsCode: network.code })
      expect(data?.['network']).toMatchObject({ checklist: { assignable: null } })
      expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN'])
    }
  })

  it('shows a commissioner neither who has a network’s item nor the note, and no way to find out', async () => {
    const { item, network } = await test.given.item()
    const manager = await test.given.manager(network)
    await manager.mutate(assignItem, { itemId: item.id, personId: manager.personId, note: 'Chase the trust quietly.' })
    const commissioner = await test.given.commissioner(network)
    expect((await commissioner.query(itemOf, { id: item.id }))['node']).toMatchObject({ assignee: null, assignmentNote: null })
    const filter = { assigneeId: manager.personId }
    expect((await manager.query(found, { odsCode: network.code, filter }))['network'].checklist.items.nodes).toHaveLength(1)
    const narrowed = /* GraphQL */ `
      query ($odsCode: String!, $filter: ChecklistItemFilter) {
        network(odsCode: $odsCode) {
          checklist {
            items(filter: $filter) {
              nodes {
                code
              }
            }
          }
        }
      }
    `
    expect((await commissioner.query(narrowed, { odsCode: network.code, filter }))['network'].checklist.items.nodes).toEqual([])
    const nation = await test.given.person('national-viewer', 'ENGLAND')
    expect(
      await nation.codeOf(
        /* GraphQL */ `
          query ($id: ID!) {
            node(id: $id) {
              ... on ChecklistItem {
                assignmentNote
              }
            }
          }
        `,
        { id: item.id },
      ),
    ).toBe('FORBIDDEN')
  })

  it('is not for practice staff, another network or a commissioner', async () => {
    const { item, network } = await test.given.item()
    const member = await test.given.person('practice-member', network.practiceCodes[0] ?? '')
    const stranger = await test.given.manager(await test.given.network())
    const commissioner = await test.given.commissioner(network)
    const input = { itemId: item.id, personId: null }
    expect(await member.codeOf(assignItem, { input })).toBe('FORBIDDEN')
    expect(await stranger.codeOf(assignItem, { input })).toBe('NOT_FOUND')
    expect(await commissioner.codeOf(assignItem, { input })).toBe('NOT_FOUND')
  })

  it('cannot be sent with a note of 2,001 characters', async () => {
    const { item, network } = await test.given.item()
    const manager = await test.given.manager(network)
    expect(await manager.codeOf(assignItem, { input: { itemId: item.id, note: 'a'.repeat(2001) } })).toBe('BAD_USER_INPUT')
  })
})

describe('handOverItems', () => {
  it('gives all that somebody looks after to another, notes as they are, and is told on the trail item by item', async () => {
    const network = await test.given.network()
    const checklist = await test.given.checklist(network, { entries: [{ code: 'D-1' }, { code: 'D-2' }, { code: 'D-3' }] })
    const [manager, director] = [await test.given.manager(network), await test.given.director(network)]
    for (const code of ['D-1', 'D-2']) {
      await manager.mutate(assignItem, { itemId: checklist.item(code).id, personId: director.personId, note: `About ${code}` })
    }
    await manager.mutate(assignItem, { itemId: checklist.item('D-3').id, personId: manager.personId })
    const people = { organisationCode: network.code, fromPersonId: director.personId, toPersonId: manager.personId }
    const few = await statementsOf(test, () =>
      manager.send(handOverItems, { input: { ...people, fromPersonId: manager.personId, toPersonId: director.personId } }),
    )
    const before = (await trailOf(test, network.code, 'item.assign')).length
    const many = statementsOf(test, async () =>
      expect(await manager.mutate(handOverItems, people)).toEqual({ __typename: 'ItemsHandedOver', items: 3 }),
    )
    expect(await many).toBe(few)
    const rows = await test.given.database.manager.findBy(AssignmentEntity, { assigneeId: manager.personId, supersededAt: IsNull() })
    expect(rows.map(({ note }) => note).sort()).toEqual(['', 'About D-1', 'About D-2'])
    expect(await trailOf(test, network.code, 'item.assign')).toHaveLength(before + 3)
    expect(await manager.mutate(handOverItems, people)).toMatchObject({ __typename: 'NothingToHandOver', field: 'fromPersonId' })
  })

  it('is for who runs the organisation, and to its own people only', async () => {
    const { network, item } = await test.given.item()
    const [manager, director] = [await test.given.manager(network), await test.given.director(network)]
    const stranger = await test.given.manager(await test.given.network())
    await manager.mutate(assignItem, { itemId: item.id, personId: director.personId })
    const people = { organisationCode: network.code, fromPersonId: director.personId, toPersonId: stranger.personId }
    expect(await manager.mutate(handOverItems, people)).toMatchObject({ __typename: 'NotAMember', field: 'toPersonId' })
    const commissioner = await test.given.commissioner(network)
    for (const client of [stranger, commissioner]) expect(await client.codeOf(handOverItems, { input: people })).toBe('NOT_FOUND')
    const member = await test.given.person('practice-member', network.practiceCodes[0] ?? '')
    expect(await member.codeOf(handOverItems, { input: people })).toBe('FORBIDDEN')
  })
})
