import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import path from 'node:path'
import { DATA_FOLDER } from '../../src/data-folder.js'
import { SpecificationImporter } from '../../src/specification/specification.importer.js'
import { type Client } from '../support/client.js'
import { startApp, type TestApp } from '../support/app.js'
import { statementsOf } from '../support/statements.js'

const specification = /* GraphQL */ `
  query ($year: String!) {
    specification(contractYear: $year) {
      contractYear
      edition
      status
      coverage
      sources {
        key
        url
      }
      indicators {
        code
        title
      }
      serviceAreas {
        code
        entries {
          code
          key
          kind
          title
          certainty
          nature
          obligation
          paragraph
          carriedFrom {
            contractYear
            code
          }
          sources {
            key
            title
            url
          }
          serviceArea {
            code
          }
        }
      }
    }
  }
`

describe('the catalogue', () => {
  let test: TestApp
  let reader: Client
  beforeAll(async () => {
    test = await startApp()
    await test.app.get(SpecificationImporter).load(path.join(DATA_FOLDER, 'specifications'))
    reader = await test.given.manager(await test.given.network())
  })
  afterAll(() => test.close())

  const entriesOf = async (year: string) => {
    const { specification: found } = await reader.query(specification, { year })
    return found.serviceAreas.flatMap((area: { entries: object[] }) => area.entries) as Record<string, any>[]
  }

  it('shows every entry of a year with its kind, its sources and how sure it is', async () => {
    const entries = await entriesOf('2024/25')
    expect(entries).toHaveLength(38)
    expect(entries.filter(({ certainty, sources }) => certainty === 'SOURCED' && sources.length === 0)).toEqual([])
    expect(entries.find(({ code }) => code === '24-09')).toMatchObject({ kind: 'DUTY', paragraph: '8.1(a)', obligation: 'UNPAID' })
  })

  it('says of the year in force what was taken over unconfirmed, and keeps the permanent key', async () => {
    const [past, present] = [await entriesOf('2024/25'), await entriesOf('2026/27')]
    const carried = present.filter(({ certainty }) => certainty === 'CARRIED_UNCONFIRMED')
    expect(carried.length).toBeGreaterThanOrEqual(29)
    for (const entry of carried.filter(({ carriedFrom }) => carriedFrom?.contractYear === '2024/25')) {
      expect(past.find(({ code }) => code === entry['carriedFrom'].code)?.['key']).toBe(entry['key'])
    }
  })

  it('lists editions, latest year first', async () => {
    const { specifications } = await reader.query('{ specifications { contractYear edition coverage } }')
    expect(specifications.map((one: { contractYear: string; edition: number }) => `${one.contractYear} ${one.edition}`)).toEqual([
      ...['2026/27 1', '2025/26 1', '2024/25 1', '2023/24 1', '2022/23 1', '2021/22 1', '2020/21 2', '2020/21 1', '2020/21 0', '2019/20 1'],
    ])
  })

  it.each([
    ['a year it does not have', '2031/32', 'NOT_FOUND'],
    ['what is no contract year', '2026/28', 'BAD_USER_INPUT'],
    ['text', 'last', 'BAD_USER_INPUT'],
  ])('refuses %s', async (_, year, code) => {
    expect(await reader.codeOf(specification, { year })).toBe(code)
  })

  it('takes few statements, however many entries', async () => {
    expect(await statementsOf(test, () => reader.query(specification, { year: '2026/27' }))).toBeLessThan(14)
  })
})
