import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startApp, type TestApp } from '../support/app.js'

const checklist = /* GraphQL */ `
  query ($odsCode: String!, $contractYear: String) {
    network(odsCode: $odsCode) {
      checklist(contractYear: $contractYear) {
        id
        contractYear
        network {
          odsCode
        }
        integratedCareBoard {
          odsCode
        }
        specification {
          id
        }
        serviceAreas {
          code
          title
          order
        }
        items {
          nodes {
            id
            code
            status
            requirement {
              title
            }
            occurrences {
              ordinal
              periodFrom
              periodTo
              opensOn
              dueOn
              dueBasis
            }
            events {
              id
            }
            marks {
              id
            }
          }
        }
      }
    }
  }
`

const boardChecklist = /* GraphQL */ `
  query ($odsCode: String!) {
    integratedCareBoard(odsCode: $odsCode) {
      checklist {
        network {
          odsCode
        }
        integratedCareBoard {
          odsCode
        }
        items {
          nodes {
            code
          }
        }
      }
    }
  }
`

describe('checklist', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp()
  })
  afterAll(() => test.close())

  it('holds what the network has to do, each as often as it has to be shown', async () => {
    const network = await test.given.network()
    const given = await test.given.checklist(network, {
      entries: [
        { code: 'A-1', area: 'ONE' },
        { code: 'A-2', area: 'TWO', shownEvery: 'QUARTER' },
        { code: 'A-3', area: 'TWO', shownEvery: 'EVENT', dueDays: 28 },
        { code: 'A-4', responsible: ['NETWORK', 'COMMISSIONER'] },
        { code: 'A-5', responsible: ['COMMISSIONER'] },
        { code: 'A-6', kind: 'NOTE' },
      ],
    })
    const manager = await test.given.manager(network)
    const { network: found } = await manager.query(checklist, { odsCode: network.code, contractYear: '2026/27' })
    expect(found.checklist).toMatchObject({
      id: given.id,
      contractYear: '2026/27',
      network: { odsCode: network.code },
      integratedCareBoard: null,
      specification: { id: given.specificationId },
      serviceAreas: [
        { code: 'ONE', title: 'Area ONE', order: 1 },
        { code: 'TWO', title: 'Area TWO', order: 2 },
        { code: 'AREA', title: 'Area AREA', order: 3 },
      ],
    })
    const nodes = found.checklist.items.nodes
    expect(nodes.map((item: any) => [item.code, item.occurrences.length])).toEqual([
      ['A-1', 1],
      ['A-2', 4],
      ['A-3', 0],
      ['A-4', 1],
    ])
    expect(nodes[0]).toMatchObject({ requirement: { title: 'Requirement A-1' }, events: [], marks: [] })
    const [first] = nodes[1].occurrences
    expect(first).toEqual({
      ...{
        ordinal: 1,
        periodFrom: '2026-04-01',
        periodTo: '2026-06-30',
        opensOn: '2026-04-01',
        dueOn: '2026-06-30',
        dueBasis: 'END_OF_PERIOD',
      },
    })
  })

  it('is of the year in force unless another is named', async () => {
    const network = await test.given.network()
    await test.given.checklist(network, { contractYear: '2024/25' })
    await test.given.checklist(network, { contractYear: '2026/27' })
    const manager = await test.given.manager(network)
    const inForce = await manager.query(checklist, { odsCode: network.code })
    expect(inForce['network'].checklist.contractYear).toBe('2026/27')
    const earlier = await manager.query(checklist, { odsCode: network.code, contractYear: '2024/25' })
    expect(earlier['network'].checklist.contractYear).toBe('2024/25')
    const none = await manager.query(checklist, { odsCode: network.code, contractYear: '2025/26' })
    expect(none['network'].checklist).toBeNull()
  })

  it('refuses what is no contract year', async () => {
    const network = await test.given.network()
    const manager = await test.given.manager(network)
    const { errors } = await manager.send(checklist, { odsCode: network.code, contractYear: '2026' })
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', problems: [{ field: 'contractYear' }] })
  })

  it('is the ICB’s own for what commissioners alone have to do', async () => {
    const network = await test.given.network()
    await test.given.checklist(network.boardCode, { entries: [{ code: 'C-1' }, { code: 'C-2', responsible: ['NETWORK'] }] })
    const commissioner = await test.given.commissioner(network)
    const { integratedCareBoard } = await commissioner.query(boardChecklist, { odsCode: network.boardCode })
    expect(integratedCareBoard.checklist).toEqual({
      network: null,
      integratedCareBoard: { odsCode: network.boardCode },
      items: { nodes: [{ code: 'C-1' }] },
    })
  })

  it('shows a commissioner the checklists of its networks and nobody else’s', async () => {
    const network = await test.given.network()
    const other = await test.given.network()
    await test.given.checklist(network)
    await test.given.checklist(other)
    const commissioner = await test.given.commissioner(network)
    const seen = await commissioner.query(checklist, { odsCode: network.code })
    expect(seen['network'].checklist.items.nodes).toHaveLength(1)
    expect(await commissioner.codeOf(checklist, { odsCode: other.code })).toBe('NOT_FOUND')
  })

  it('is found again by its id, and its items and occurrences too, by who may see them', async () => {
    const { network, item, checklist: given } = await test.given.item()
    const node = /* GraphQL */ `
      query ($id: ID!) {
        node(id: $id) {
          __typename
          id
        }
      }
    `
    const manager = await test.given.manager(network)
    const stranger = await test.given.manager(await test.given.network())
    const expected = { Checklist: given.id, ChecklistItem: item.id, Occurrence: item.occurrences[0]?.id }
    for (const [type, id] of Object.entries(expected)) {
      expect((await manager.query(node, { id }))['node']).toEqual({ __typename: type, id })
      expect(await stranger.codeOf(node, { id })).toBe('NOT_FOUND')
    }
  })

  it('shows practice staff the checklist of the network they are in now', async () => {
    const network = await test.given.network({ practices: [{}, { endsOn: '2026-09-30' }] })
    await test.given.checklist(network)
    const [staying = '', left = ''] = network.practiceCodes
    const member = await test.given.person('practice-member', staying)
    expect((await member.query(checklist, { odsCode: network.code }))['network'].checklist).not.toBeNull()
    const formerMember = await test.given.person('practice-member', left)
    expect(await formerMember.codeOf(checklist, { odsCode: network.code })).toBe('NOT_FOUND')
  })
})
