import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import path from 'node:path'
import { DATA_FOLDER } from '../../src/data-folder.js'
import { SpecificationImporter } from '../../src/specification/specification.importer.js'
import { type Client } from '../support/client.js'
import { startApp, type TestApp } from '../support/app.js'
import { statementsOf } from '../support/statements.js'

const entries = /* GraphQL */ `
  query ($filter: CatalogueFilter, $first: Int! = 500, $after: String) {
    catalogueEntries(filter: $filter, first: $first, after: $after) {
      total
      nodes {
        code
        key
        kind
        certainty
        responsible
        specification {
          contractYear
          edition
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`
const entry = /* GraphQL */ `
  query ($year: String!, $code: String!, $edition: Int) {
    catalogueEntry(contractYear: $year, code: $code, edition: $edition) {
      code
      key
      history {
        code
        specification {
          contractYear
          edition
        }
      }
      events {
        code
        change
        sources {
          url
        }
      }
      readings {
        author
        when
        publishedOn
        text
        source {
          url
        }
      }
      figureTemplates {
        code
        cadence
        sources {
          key
        }
      }
    }
  }
`
const comparison = /* GraphQL */ `
  query ($from: String!, $to: String!, $fromEdition: Int) {
    catalogueComparison(from: $from, to: $to, fromEdition: $fromEdition) {
      from {
        contractYear
        edition
        coverage
      }
      added {
        key
      }
      gone {
        key
        events {
          code
        }
      }
      changed {
        before {
          key
        }
        after {
          code
        }
        changes {
          field
          before
          after
        }
      }
      unchangedCount
    }
  }
`
const aboutYear = /* GraphQL */ `
  query ($year: String!) {
    specification(contractYear: $year) {
      counts {
        kind
        certainty
        entries
      }
      events {
        code
      }
      payments {
        key
        figures {
          says
          rateMills
          base
          certainty
          sources {
            key
          }
        }
        disagreements {
          text
          sources {
            key
          }
        }
      }
      indicators {
        code
        use
        aliases
        points
        pointsCertainty
        penceAPoint
        sources {
          key
        }
        events {
          code
        }
      }
    }
  }
`

describe('browsing the catalogue', () => {
  let test: TestApp
  let reader: Client
  beforeAll(async () => {
    test = await startApp()
    await test.app.get(SpecificationImporter).load(path.join(DATA_FOLDER, 'specifications'))
    reader = await test.given.manager(await test.given.network())
  })
  afterAll(() => test.close())

  type Row = { code: string; key: string; kind: string; certainty: string; responsible: string[]; specification: { edition: number } }
  const found = async (filter: object): Promise<{ total: number; nodes: Row[] }> =>
    (await reader.query(entries, { filter }))['catalogueEntries']
  const codes = async (filter: object) => (await found(filter)).nodes.map(({ code }) => code)

  it('finds what no source was found for', async () => {
    expect(await codes({ contractYear: '2020/21', certainties: ['UNSOURCED'] })).toEqual(['20-29', '20-30', '20-33', '20-36'])
  })

  it.each([
    ['area and nature', { contractYear: '2024/25', serviceAreaCode: 'capacity-and-access', natures: ['GOVERN'] }, ['24-04', '24-25']],
    ['kind', { contractYear: '2022/23', kinds: ['NOTE'] }, ['22-14', '22-19']],
    ['obligation and somebody who has to act', { contractYear: '2023/24', obligations: ['PAID'], responsible: 'COMMISSIONER' }, ['23-16']],
    ['what the source calls tick-box', { contractYear: '2021/22', search: 'Tick-Box' }, ['21-09']],
    ['all the words of a search', { contractYear: '2020/21', search: 'weekly ROUND' }, ['20-34']],
    ['marks that mean something to a database', { search: '100%_' }, []],
    ['an empty list', { kinds: [] }, []],
    ['one edition', { contractYear: '2020/21', edition: 0, search: 'D-01' }, ['D-01']],
  ])('narrows by %s', async (_, filter, expected) => {
    expect(await codes(filter)).toEqual(expected)
  })

  it('shows the edition in force at the end of a year unless another is named', async () => {
    const { nodes } = await found({ contractYear: '2020/21' })
    expect(new Set(nodes.map(({ specification }) => specification.edition))).toEqual(new Set([2]))
    expect(await codes({ contractYear: '2020/21', edition: 1, search: 'support payment' })).toContain('20-58')
  })

  it('pages through everything, each entry once, latest year first', async () => {
    const seen: string[] = []
    let after: string | null = null
    do {
      const { catalogueEntries: page }: Record<string, any> = await reader.query(entries, { first: 200, after })
      seen.push(
        ...page.nodes.map(
          (row: Row & { specification: { contractYear: string } }) =>
            `${row.specification.contractYear} ${row.specification.edition} ${row.code}`,
        ),
      )
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
      expect(page.total).toBeGreaterThanOrEqual(470)
    } while (after)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThanOrEqual(470)
    expect(seen[0]).toMatch(/^2026\/27/)
  })

  it('shows an entry with its course through the years, what happened to it, and how others read it', async () => {
    const { catalogueEntry } = await reader.query(entry, { year: '2022/23', code: '22-05' })
    expect(catalogueEntry.history.map((one: Row & { specification: { contractYear: string } }) => one.specification.contractYear)).toEqual([
      '2022/23',
      '2023/24',
    ])
    expect(catalogueEntry.readings).toHaveLength(3)
    expect(catalogueEntry.readings[0]).toMatchObject({ author: expect.stringContaining('NHS England'), publishedOn: '2022-05-04' })
    for (const { source, author, text } of catalogueEntry.readings) expect([source.url, author, text].every(Boolean)).toBe(true)
    expect(catalogueEntry.events.map(({ code }: Row) => code)).toEqual(['enhanced-access-starts', 'services-merged-2024'])
  })

  it.each([
    ['2024/25', '24-21', 'enhanced-access-minutes'],
    ['2026/27', '24-18', 'care-home-residents-coded'],
  ])('offers the figure that shows a requirement of %s', async (year, code, template) => {
    const { catalogueEntry } = await reader.query(entry, { year, code })
    expect(catalogueEntry.figureTemplates).toMatchObject([{ code: template, cadence: 'MONTH' }])
  })

  it('compares two years: added, gone with the reason, changed', async () => {
    const { catalogueComparison: found } = await reader.query(comparison, { from: '2023/24', to: '2024/25' })
    const keys = (list: Row[]) => list.map(({ key }) => key)
    expect(keys(found.added)).toContain('better-digital-telephony')
    const round = found.gone.find(({ key }: Row) => key === 'care-homes-weekly-round')
    expect(round.events.map(({ code }: Row) => code)).toContain('services-merged-2024')
    const lost = found.changed.find(({ before }: { before: Row }) => before.key === 'additional-roles-use-it-or-lose-it')
    expect(lost.changes.map(({ field }: { field: string }) => field)).toEqual(['text'])
    expect(found.unchangedCount).toBeGreaterThan(5)
  })

  it('takes the move of a day with its year for no change', async () => {
    const { catalogueComparison: found } = await reader.query(comparison, { from: '2024/25', to: '2026/27' })
    expect(found.changed.map(({ before }: { before: Row }) => before.key)).not.toContain('participation-decision')
  })

  it('says of a year what it holds, what it paid and where sources disagree', async () => {
    const { specification: year } = await reader.query(aboutYear, { year: '2023/24' })
    const improvement = year.payments.find(({ key }: Row) => key === 'capacity-and-access-improvement')
    expect(improvement.figures.filter(({ rateMills }: { rateMills: number }) => rateMills)).toHaveLength(3)
    expect(improvement.disagreements[0].sources.length).toBeGreaterThanOrEqual(2)
    expect(year.events.map(({ code }: Row) => code)).toContain('appointments-indicator-protected')
    expect(year.indicators.find(({ code }: Row) => code === 'ACC-08')).toMatchObject({
      points: 71,
      events: [{ code: 'appointments-indicator-protected' }],
    })
    const total = year.counts.reduce((sum: number, one: { entries: number }) => sum + one.entries, 0)
    expect(total).toBe((await found({ contractYear: '2023/24' })).total)
  })

  it.each([
    ['a code of no entry', entry, { year: '2024/25', code: '24-99' }, 'NOT_FOUND'],
    ['a year it does not have', comparison, { from: '2018/19', to: '2024/25' }, 'NOT_FOUND'],
    ['what is no year', comparison, { from: 'then', to: '2024/25' }, 'BAD_USER_INPUT'],
    ['an edition without a year', entries, { filter: { edition: 1 } }, 'BAD_USER_INPUT'],
    ['a cursor of another list', entries, { after: 'eyJ' }, 'BAD_USER_INPUT'],
  ])('refuses %s', async (_, query, variables, code) => {
    expect(await reader.codeOf(query, variables)).toBe(code)
  })

  it('is for who is signed in', async () => {
    expect(await test.nobody.codeOf(entries, {})).toBe('UNAUTHENTICATED')
  })

  it('takes few statements, however many entries', async () => {
    expect(await statementsOf(test, () => reader.query(entries, {}))).toBeLessThan(8)
    expect(await statementsOf(test, () => reader.query(comparison, { from: '2020/21', to: '2023/24' }))).toBeLessThan(10)
  })
})
