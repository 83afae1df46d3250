import { Controller, Get, Param, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { contractYearOf, isContractYear } from '../../platform/day.js'
import { operation } from '../../platform/graphql/operation.js'
import { RequestError } from '../../platform/request-error.js'
import { Pages } from '../layout/pages.js'
import { count } from '../layout/words.js'
import { type CatalogueFilter, choicesOf, filterInput, filterOf, filterWords } from './catalogue-filter.js'
import { natures, responsibles } from '../layout/requirement-words.js'
import { certainties, kindHelp, kinds, obligations, slugOf, upper } from './catalogue-words.js'
import {
  countFigures,
  type EditionData,
  editionInForce,
  editionLinks,
  type EntryInArea,
  sectionsOf,
  type SpecificationData,
  yearLinks,
} from './catalogue.view.js'

const Catalogue = operation(import.meta.url, 'catalogue.page.graphql', 'catalogue-row.page.graphql')
const CatalogueYears = operation(import.meta.url, 'years.page.graphql')

interface CatalogueData {
  readonly specifications: readonly SpecificationData[]
  readonly catalogueEntries: { readonly total: number; readonly nodes: readonly EntryInArea[] }
}

/** What the contract asks, by year. */
@Controller('catalogue')
export class CataloguePage {
  constructor(private readonly pages: Pages) {}

  /** The year it is, or the last one there is. */
  @Get()
  async latest(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { today } = await this.pages.visit(request, response)
    const { specifications } = await this.pages.ask<{ specifications: readonly EditionData[] }>(request, CatalogueYears)
    const years = specifications.filter(({ status }) => status === 'PUBLISHED').map(({ contractYear }) => contractYear)
    const current = contractYearOf(today)
    const year = years.includes(current) ? current : (years.sort().at(-1) ?? current)
    response.redirect(302, `/catalogue/${slugOf(year)}`)
  }

  @Get(':year')
  async show(@Param('year') slug: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const year = slug === 'all' ? null : yearOf(slug)
    const edition = editionOf(request.query['edition'])
    const filter = filterOf(request.query)
    const { specifications, catalogueEntries } = await this.pages.ask<CatalogueData>(request, Catalogue, {
      filter: { ...filterInput(filter), ...(year && { contractYear: year, edition }) },
    })
    const inForce = year ? editionInForce(specifications, year) : undefined
    const shown = specifications.find((one) => one.contractYear === year && one.edition === (edition ?? inForce?.edition))
    const named = shown && shown !== inForce ? shown.edition : undefined
    const path = `/catalogue/${slug}`
    const areas = areasOf(shown ? [shown] : specifications)
    await this.pages.send(request, response, visit, 'catalogue/catalogue.page.njk', {
      ...{
        wide: true,
        title: titleOf(year, shown),
        path,
        filter,
        named,
        year,
      },
      ...{
        years: yearLinks(specifications, year ?? 'all'),
        specification: shown,
        total: count(catalogueEntries.total, 'entry', 'entries'),
      },
      figures: shown && countFigures(shown, shown === inForce),
      editions: shown ? editionLinks(specifications, shown) : [],
      sections: sectionsOf(catalogueEntries.nodes, specifications, year === null),
      filterWords: filterWords(path, filter, areas.find(({ code }) => code === filter.area)?.title, named),
      yearBefore: year && named === undefined ? years(specifications).findLast((one) => one < year) : null,
      ...choices(filter, areas),
    })
  }
}

function titleOf(year: string | null, shown: EditionData | undefined): string {
  if (year === null) return 'What the contract asks, in all years'
  return shown?.status === 'DRAFT' ? `What was drafted for ${year}` : `What the contract asks in ${year}`
}

/** The contract year an address names. Errors: NOT_FOUND for anything else. */
export function yearOf(slug: string): string {
  const year = slug.replace('-', '/')
  if (!isContractYear(year)) throw new RequestError('NOT_FOUND', 'The catalogue has no such year.')
  return year
}

/** The edition an address names, if any. */
export function editionOf(asked: unknown): number | null {
  return typeof asked === 'string' && /^\d{1,2}$/.test(asked) ? Number(asked) : null
}

function years(specifications: readonly EditionData[]): string[] {
  return [...new Set(specifications.map(({ contractYear }) => contractYear))].sort()
}

function areasOf(specifications: readonly SpecificationData[]): { code: string; title: string }[] {
  const areas = new Map(specifications.flatMap(({ serviceAreas }) => serviceAreas.map((area) => [area.code, area] as const)))
  return specifications.length === 1
    ? [...areas.values()]
    : [...areas.values()].sort((one, other) => one.title.localeCompare(other.title, 'en'))
}

function choices(filter: CatalogueFilter, areas: readonly { code: string; title: string }[]) {
  return {
    areas: [
      { value: '', text: 'All parts', selected: filter.area === '' },
      ...areas.map(({ code, title }) => ({ value: code, text: title, selected: filter.area === code })),
    ],
    responsibles: [
      { value: '', text: 'Anybody', selected: filter.responsible === '' },
      ...Object.entries(responsibles).map(([value, text]) => ({ value, text: upper(text), selected: filter.responsible === value })),
    ],
    kinds: choicesOf(kinds, filter.kind, kindHelp),
    obligations: choicesOf(obligations, filter.obligation),
    natures: choicesOf(natures, filter.nature),
    certainties: choicesOf(certainties, filter.certainty),
    isNarrowed:
      [filter.kind, filter.obligation, filter.nature, filter.certainty].some((chosen) => chosen.length > 0) || filter.responsible !== '',
  }
}
