import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { ChecklistItemEntity } from '../../src/checklist/checklist.entity.js'
import { startApp, type TestApp } from '../support/app.js'
import { type Client } from '../support/client.js'
import { type ChecklistGiven, type NetworkGiven } from '../support/given.js'
import { type RequirementGiven } from '../support/given-rows.js'
import { statementsOf } from '../support/statements.js'
import { assignItem, recordNotMet, reportEvent } from './operations.js'

const items = /* GraphQL */ `
  query ($odsCode: String!, $filter: ChecklistItemFilter, $orderBy: ChecklistItemOrder, $first: Int, $after: String) {
    network(odsCode: $odsCode) {
      checklist {
        items(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
          nodes {
            code
            nextDueOn
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`

const everything = /* GraphQL */ `
  query ($first: Int!) {
    networks(first: $first) {
      nodes {
        checklist {
          network {
            name
          }
          specification {
            title
          }
          serviceAreas {
            code
          }
          itemsCsv
          items(first: 500) {
            nodes {
              code
              requirement {
                title
              }
              late
              declarationOnly {
                verdict
                reasons
              }
              daysLate
              pastLocalDay
              assignee {
                name
              }
              assignmentNote
              checklist {
                id
              }
              marks(ended: true) {
                recordedBy {
                  name
                }
                supersededBy {
                  name
                }
                occurrence {
                  ordinal
                }
              }
              events {
                recordedBy {
                  name
                }
              }
              occurrences {
                ordinal
                localDueOn
                event {
                  id
                }
                item {
                  id
                }
              }
            }
          }
        }
      }
    }
  }
`

describe('items of a checklist', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp()
  })
  afterAll(() => test.close())

  const entries: RequirementGiven[] = [
    { code: 'B-1', area: 'ACCESS', nature: 'DECLARE', obligation: 'GATE', title: 'Extended hours are declared', declarationOnly: true },
    { code: 'B-2', area: 'ACCESS', nature: 'DELIVER', obligation: 'UNPAID', title: 'ARRS staff are placed', declarationOnly: false },
    {
      code: 'B-3',
      area: 'HOMES',
      nature: 'DELIVER',
      obligation: 'PAID',
      text: 'A weekly HOME round, 100% of care homes.',
      perPractice: true,
    },
    { code: 'B_4', area: 'HOMES', nature: 'REPORT', obligation: 'PAID', title: 'Élan vital is reported', text: 'Percent of them: 1000.' },
  ]
  const dueOn: Record<string, string | null> = { 'B-1': '2027-03-31', 'B-2': null, 'B-3': '2026-12-31', B_4: '2026-12-31' }

  async function standing(network: NetworkGiven): Promise<ChecklistGiven> {
    const checklist = await test.given.checklist(network, { entries })
    const { database } = test.given
    // Where items stand is computed by another feature; here it is set.
    await database.transaction(async () => {
      for (const { id, code } of checklist.items) {
        const status = code === 'B-2' ? 'OVERDUE' : 'OPEN'
        await database.manager.update(ChecklistItemEntity, { id }, { nextDueOn: dueOn[code] ?? null, status, changesOn: null })
      }
    })
    return checklist
  }

  async function page(client: Client, network: NetworkGiven, variables: object = {}) {
    const data = await client.query(items, { odsCode: network.code, ...variables })
    const { nodes, pageInfo } = data['network'].checklist.items
    return { codes: nodes.map((node: { code: string }) => node.code) as string[], pageInfo }
  }

  let network: NetworkGiven
  let manager: Client
  beforeAll(async () => {
    network = await test.given.network()
    manager = await test.given.manager(network)
    await standing(network)
  })

  it.each([
    ['nothing', {}, ['B-1', 'B-2', 'B-3', 'B_4']],
    ['service area', { serviceAreaCodes: ['HOMES'] }, ['B-3', 'B_4']],
    ['several service areas', { serviceAreaCodes: ['HOMES', 'ACCESS', 'NONE'] }, ['B-1', 'B-2', 'B-3', 'B_4']],
    ['no service area at all', { serviceAreaCodes: [] }, []],
    ['status', { statuses: ['OVERDUE'] }, ['B-2']],
    ['obligation', { obligations: ['PAID', 'GATE'] }, ['B-1', 'B-3', 'B_4']],
    ['nature', { natures: ['DELIVER'] }, ['B-2', 'B-3']],
    ['first due day', { dueFrom: '2027-01-01' }, ['B-1']],
    ['last due day', { dueTo: '2026-12-31' }, ['B-3', 'B_4']],
    ['due window', { dueFrom: '2026-12-31', dueTo: '2026-12-31' }, ['B-3', 'B_4']],
    ['declaration-only', { declarationOnly: true }, ['B-1']],
    ['not declaration-only, which is not unknown', { declarationOnly: false }, ['B-2']],
    ['practice level', { practiceLevel: true }, ['B-3']],
    ['network level', { practiceLevel: false }, ['B-1', 'B-2', 'B_4']],
    ['several things at once', { natures: ['DELIVER'], obligations: ['PAID'], practiceLevel: true }, ['B-3']],
    ['a word of the title, whatever its capitals', { search: 'EXTENDED' }, ['B-1']],
    ['a word of the text', { search: 'weekly' }, ['B-3']],
    ['a code', { search: 'b-2' }, ['B-2']],
    ['all words, wherever they stand', { search: 'round weekly' }, ['B-3']],
    ['words of which one is nowhere', { search: 'weekly nonsense' }, []],
    ['a synonym of the glossary', { search: 'Additional Roles Reimbursement Scheme' }, ['B-2']],
    ['letters with accents, whatever their capitals', { search: 'élan' }, ['B_4']],
    ['a percent sign, which is no wildcard', { search: '100%' }, ['B-3']],
    ['an underscore, which is no wildcard', { search: 'b_' }, ['B_4']],
    ['an exclamation mark', { search: '!' }, []],
    ['words that look like SQL', { search: "' OR 1=1 --" }, []],
  ])('are narrowed by %s', async (_, filter, expected) => {
    expect((await page(manager, network, { filter })).codes).toEqual(expected)
  })

  it('are ordered by what falls due first, without a day last', async () => {
    const { codes } = await page(manager, network, { orderBy: 'NEXT_DUE' })
    expect(codes.slice(0, 2).sort()).toEqual(['B-3', 'B_4'])
    expect(codes.slice(2)).toEqual(['B-1', 'B-2'])
  })

  it.each(['POSITION', 'NEXT_DUE'])('come page by page, each once (%s)', async (orderBy) => {
    const whole = await page(manager, network, { orderBy })
    const found: string[] = []
    let after: string | undefined
    for (let pages = 0; pages < 4; pages++) {
      const { codes, pageInfo } = await page(manager, network, { orderBy, first: 1, after })
      found.push(...codes)
      after = pageInfo.endCursor
      expect(pageInfo.hasNextPage).toBe(pages < 3)
    }
    expect(found).toEqual(whole.codes)
  })

  it('refuse a cursor of another list', async () => {
    const { pageInfo } = await page(manager, network, { first: 1 })
    const other = { odsCode: network.code, after: pageInfo.endCursor, filter: { natures: ['DELIVER'] } }
    expect(await manager.codeOf(items, other)).toBe('BAD_USER_INPUT')
    expect(await manager.codeOf(items, { odsCode: network.code, after: 'nonsense' })).toBe('BAD_USER_INPUT')
  })

  it('refuse a cursor put together by hand', async () => {
    const { pageInfo } = await page(manager, network, { first: 1 })
    const [mark] = JSON.parse(Buffer.from(pageInfo.endCursor, 'base64url').toString()) as [string]
    for (const key of [['x', 'y'], [1, "' OR 1=1"], [{}, null], []]) {
      const after = Buffer.from(JSON.stringify([mark, key])).toString('base64url')
      expect(await manager.codeOf(items, { odsCode: network.code, after })).toBe('BAD_USER_INPUT')
    }
  })

  it.each([
    ['a page of 501', { first: 501 }, 'first'],
    ['a page of none', { first: 0 }, 'first'],
    ['an endless search', { filter: { search: 'a'.repeat(201) } }, 'filter.search'],
    ['an empty search', { filter: { search: ' ' } }, 'filter.search'],
    ['control characters', { filter: { search: 'a\u0000b' } }, 'filter.search'],
    ['what is no code', { filter: { serviceAreaCodes: ['a b'] } }, 'filter.serviceAreaCodes'],
    ['what is no id', { filter: { assigneeId: 'me' } }, 'filter.assigneeId'],
  ])('refuse %s', async (_, variables, field) => {
    const { errors } = await manager.send(items, { odsCode: network.code, ...variables })
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', problems: [{ field }] })
  })

  it('cost as many statements for one network with one item as for many with many', async () => {
    const board = await test.given.board()
    const commissioner = await test.given.person('commissioner', board)
    const add = async (items: number) => {
      const network = await test.given.network({ boardCode: board })
      const entries = Array.from({ length: items }, (_, index) => ({ code: `M-${index}`, shownEvery: 'EVENT' as const, dueDays: 7 }))
      const checklist = await test.given.checklist(network, { entries })
      const manager = await test.given.manager(network)
      for (const { id: itemId } of checklist.items) {
        const reported = await manager.mutate(reportEvent, { itemId, happenedOn: '2026-11-01', note: 'It happened.' })
        await manager.mutate(recordNotMet, { occurrenceId: reported['occurrence'].id, reason: 'First said.' })
        await manager.mutate(recordNotMet, { occurrenceId: reported['occurrence'].id, reason: 'Then corrected.' })
        await manager.mutate(assignItem, { itemId, personId: manager.personId })
      }
    }
    await add(1)
    const one = await statementsOf(test, () => commissioner.query(everything, { first: 1 }))
    await add(4)
    await add(3)
    const many = await statementsOf(test, () => commissioner.query(everything, { first: 3 }))
    expect(one).toBeGreaterThan(10)
    expect(many).toBe(one)
  })

  it('are searched by words that anybody may look up', async () => {
    const { glossary } = await test.nobody.query('{ glossary { term meaning synonyms type } }')
    expect(glossary.find(({ term }: { term: string }) => term === 'Hazard')).toEqual({
      ...{ term: 'Hazard', meaning: expect.stringContaining('silence counts as No'), synonyms: ['defaults to No', 'default'], type: null },
    })
  })
})
