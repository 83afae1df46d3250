import { Controller, Get, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { RequestError } from '../../platform/request-error.js'
import { Pages } from '../layout/pages.js'
import { type Visit } from '../layout/visit.js'
import { actionChoices } from './action-words.js'
import { addressOf, type FilterAsked, filterInput, filterOf, filterWords, organisationsOf, PAGE, trailReaders } from './trail-filter.js'
import { daysOf, type EntryData } from './trail.view.js'

const Trail = operation(import.meta.url, 'trail.page.graphql')

/** Entries shown at once. */
const PAGE_SIZE = 50

interface TrailData {
  readonly nodes: readonly EntryData[]
  readonly people: readonly { readonly id: string; readonly name: string }[] | null
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

const nothing: TrailData = { nodes: [], people: null, pageInfo: { hasNextPage: false, endCursor: null } }

/** Errors: FORBIDDEN for whoever the trail is not for. */
export function mustReadTrail({ place }: Visit): void {
  if (trailReaders.includes(place.role)) return
  throw new RequestError('FORBIDDEN', 'The audit trail is for those who run a network, for commissioners and for whoever runs Headroom.')
}

/** Who did what, and when: newest first. */
@Controller('audit-trail')
export class TrailPage {
  constructor(private readonly pages: Pages) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    mustReadTrail(visit)
    const asked = filterOf(request.query, visit)
    const { filter, typed, problems } = asked
    const after = typeof request.query['after'] === 'string' ? request.query['after'] : null
    const { nodes, people, pageInfo } = problems.length > 0 ? nothing : await this.trail(request, asked, after)
    const name = people?.find(({ id }) => id === filter.person)?.name
    await this.pages.send(request, response, visit, 'audit-trail/trail.page.njk', {
      ...{ title: 'Audit trail', page: PAGE, problems, filter, typed, after, owner: ownerOf(visit, filter.of) },
      ...{ days: daysOf(nodes, filter, visit.places), filterWords: filterWords(filter, name), everything: addressOf({ of: filter.of }) },
      ...choices(visit, asked, people),
      newest: addressOf(filter),
      older: pageInfo.hasNextPage ? addressOf(filter, PAGE, pageInfo.endCursor) : null,
      ...{ file: addressOf(filter, `${PAGE}/trail.csv`), check: addressOf({ of: filter.of }, `${PAGE}/check`) },
    })
  }

  private async trail(request: Request, { filter }: FilterAsked, after: string | null): Promise<TrailData> {
    const variables = { filter: filterInput(filter), first: PAGE_SIZE, after }
    return (await this.pages.ask<{ auditTrail: TrailData }>(request, Trail, variables)).auditTrail
  }
}

/** Whose trail it is, as the caption says it. */
function ownerOf(visit: Visit, of: string): string {
  if (of === 'all') return visit.place.role === 'OPERATOR' ? 'Every organisation' : 'Your organisations'
  return organisationsOf(visit).find(({ code }) => code === of)?.name ?? of
}

/** What can be chosen, with what is chosen. Without a list of people, one who was chosen by a link stays chosen. */
function choices(visit: Visit, { filter }: FilterAsked, people: TrailData['people']) {
  const organisations = organisationsOf(visit)
  const chosen = filter.person && !people?.some(({ id }) => id === filter.person) ? [{ id: filter.person, name: 'The person chosen' }] : []
  const everybody = [{ id: '', name: 'Everybody' }, ...chosen, ...(people ?? [])]
  return {
    isOperator: visit.place.role === 'OPERATOR',
    code: filter.of === 'all' ? '' : filter.of,
    organisations:
      organisations.length < 2
        ? []
        : [{ code: 'all', name: 'All of mine' }, ...organisations].map(({ code, name }) => ({
            ...{ value: code, text: name, selected: code === filter.of },
          })),
    actions: actionChoices(filter.action),
    people: everybody.length < 2 ? [] : everybody.map(({ id, name }) => ({ value: id, text: name, selected: id === filter.person })),
  }
}
