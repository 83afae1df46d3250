import { type NestExpressApplication } from '@nestjs/platform-express'
import { GraphQLSchemaHost } from '@nestjs/graphql'
import { graphql, type GraphQLSchema, isObjectType } from 'graphql'
import path from 'node:path'
import { AccessRepository } from './access/access.repository.js'
import { callerWith } from './access/access.service.js'
import { createApp } from './app.js'
import { ChecklistService } from './checklist/checklist.service.js'
import {
  actionsOf,
  commissioning,
  type DemonstrationAction,
  type DemonstrationChecklist,
  type QueueRow,
  verdictsOf,
} from './demonstration-plan.js'
import { LEAVER, tellLeaving } from './demonstration-people.js'
import { type Tell, tellPriorities } from './demonstration-priorities.js'
import { type TellAs, tellCoverage, tellRequests } from './demonstration-requests.js'
import { DATA_FOLDER } from './data-folder.js'
import { NetworkImporter } from './network/network.importer.js'
import { OrganisationRepository } from './network/organisation.repository.js'
import { Clock } from './platform/clock.js'
import { type Config } from './platform/config.js'
import { Database } from './platform/database/database.js'
import { addDays, type Day, firstDayOf, type Instant, lastDayOf } from './platform/day.js'
import { monthOf } from './priority/domain/months.js'
import { ReleaseService } from './release/release.service.js'
import { SpecificationImporter } from './specification/specification.importer.js'
import { SpecificationRepository } from './specification/specification.repository.js'

/** A clock that is put to the day on which each invented thing happened. */
class StoryClock extends Clock {
  private readings = 0

  constructor(private day: Day) {
    super()
  }

  goTo(day: Day): void {
    this.day = day
  }

  override now(): Instant {
    this.readings += 1
    return new Date(Date.parse(`${this.day}T10:00:00.000Z`) + this.readings).toISOString()
  }
}

const checklistQuery = /* GraphQL */ `
  query ($code: String!, $year: String!) {
    network(odsCode: $code) {
      odsCode
      practices {
        practice {
          odsCode
        }
      }
      checklist(contractYear: $year) {
        contractYear
        items(first: 200) {
          nodes {
            id
            code
            requirement {
              title
              nature
              perPractice
              standing
              shownEvery
              decidedBy
            }
            occurrences {
              id
              ordinal
              periodFrom
              periodTo
              countsFrom
              countsTo
              opensOn
              dueOn
            }
          }
        }
      }
    }
  }
`

/**
 * Fills a new demonstration: invented organisations and people, and what they did up to today, told through the API day by day. Done once, before
 * the server starts; a database that holds invented organisations is left as it is.
 */
export async function demonstrate(config: Config, today: Day): Promise<string> {
  const clock = new StoryClock(today)
  const app = await createApp(config, clock)
  await app.init()
  try {
    if (await app.get(OrganisationRepository).holdsInvented()) return ''
    // Together: whoever stops it half way finds none of it, and the next start tells it whole.
    return await app.get(Database).steps(async () => {
      await app.get(SpecificationImporter).load(path.join(DATA_FOLDER, 'specifications'))
      await app.get(NetworkImporter).load(path.join(DATA_FOLDER, 'organisations'))
      return new Story(app, clock, today).tell()
    })
  } finally {
    await app.close()
  }
}

/** Has invented people do what the plan says, each on their day. */
class Story {
  private readonly schema: GraphQLSchema

  constructor(
    private readonly app: NestExpressApplication,
    private readonly clock: StoryClock,
    private readonly today: Day,
  ) {
    this.schema = app.get(GraphQLSchemaHost).schema
  }

  async tell(): Promise<string> {
    const year = await this.app.get(SpecificationRepository).currentYear()
    const personas = await this.app.get(AccessRepository).personas()
    const withRole = (role: string) =>
      personas.filter(({ membership }) => membership.role === role).map(({ membership }) => membership.organisationCode)
    const [networks, boards] = [[...new Set(withRole('network-manager'))].sort(), [...new Set(withRole('commissioner'))].sort()]
    await this.open(year, [...networks, ...boards])
    const earlier = '2024/25'
    if (earlier < year) await this.open(earlier, networks.slice(0, 2))
    const actions: DemonstrationAction[] = []
    for (const code of networks) {
      for (const contractYear of code === networks[0] || code === networks[1] ? [earlier, year] : [year]) {
        const found = await this.run('network-manager', code, checklistQuery, { code, year: contractYear })
        actions.push(...actionsOf(found['network'] as DemonstrationChecklist, this.today))
      }
    }
    for (const action of actions.sort((one, other) => (one.day < other.day ? -1 : 1))) await this.act(action)
    this.clock.goTo(this.today)
    for (const board of boards) await this.review(board)
    for (const board of boards) await this.setLocalDays(board, year)
    const tellAs: TellAs = (organisationCode) => (day, role, mutation, input) => this.act({ day, role, organisationCode, mutation, input })
    await tellCoverage(tellAs, networks, this.today)
    for (const [place, code] of networks.entries()) await this.chooseOwnWork(place, code, year)
    await tellRequests(tellAs, networks, year, this.today)
    await this.letGo(year)
    this.clock.goTo(this.today)
    await this.app.get(ReleaseService).compute()
    return `Demonstration: ${networks.length} invented networks and ${actions.length} things they did.`
  }

  /** Somebody who looked after something has left. */
  private async letGo(year: string): Promise<void> {
    const found = (await this.app.get(AccessRepository).personas()).find(({ person }) => person.email === LEAVER)
    if (!found) throw new Error(`The demonstration has nobody with the address ${LEAVER}`)
    const { personId, id: membershipId, organisationCode: code } = found.membership
    const { network } = await this.run('network-manager', code, checklistQuery, { code, year })
    const tell: Tell = (day, role, mutation, input) => this.act({ day, role, organisationCode: code, mutation, input })
    await tellLeaving(tell, network as DemonstrationChecklist, { personId, membershipId }, this.today)
  }

  private async open(year: string, owners: readonly string[]): Promise<void> {
    this.clock.goTo(firstDayOf(year))
    await this.app.get(ChecklistService).open(owners, year)
  }

  /** A commissioner decides on most of what was submitted; the latest waits. */
  private async review(board: string): Promise<void> {
    const { reviewQueue } = await this.run('commissioner', board, commissioning.reviewQuery, {})
    for (const input of verdictsOf((reviewQueue as { nodes: QueueRow[] }).nodes)) {
      await this.act({ day: this.today, role: 'commissioner', organisationCode: board, mutation: commissioning.decide, input })
    }
  }

  /** What a network entered about its time and its own priorities. */
  private async chooseOwnWork(place: number, code: string, year: string): Promise<void> {
    const found = await this.run('network-manager', code, checklistQuery, { code, year })
    const tell: Tell = (day, role, mutation, input, organisationCode = code) => this.act({ day, role, organisationCode, mutation, input })
    await tellPriorities(tell, place, found['network'] as DemonstrationChecklist, this.today)
  }

  /** Each ICB has days of its own: one plan a month before the year ends, and one thing of this quarter next week. */
  private async setLocalDays(boardCode: string, contractYear: string): Promise<void> {
    const quarter = Math.floor(monthOf(this.today, contractYear) / 3) + 1
    const days = [
      { requirementCode: '25-05', ordinal: 1, dueOn: addDays(lastDayOf(contractYear), -31) },
      { requirementCode: 'GMS-03', ordinal: quarter, dueOn: addDays(this.today, 6) },
    ]
    for (const day of days) {
      const input = { boardCode, contractYear, ...day }
      await this.act({ day: this.today, role: 'commissioner', organisationCode: boardCode, mutation: commissioning.setLocalDay, input })
    }
  }

  private async act({ day, role, organisationCode, mutation, input }: DemonstrationAction): Promise<Record<string, unknown>> {
    this.clock.goTo(day)
    const data = await this.run(role, organisationCode, mutation, { input })
    const [result] = Object.values(data) as [Record<string, unknown> & { __typename: string }]
    const type = this.schema.getType(result.__typename)
    if (isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Refusal')) {
      throw new Error(`The demonstration was refused as ${result.__typename}: ${mutation} ${JSON.stringify(input)}`)
    }
    return result
  }

  private async run(
    role: string,
    organisationCode: string,
    source: string,
    variableValues: Record<string, unknown>,
  ): Promise<Record<string, unknown>> {
    const access = this.app.get(AccessRepository)
    const persona = (await access.personas()).find(
      ({ membership }) => membership.role === role && membership.organisationCode === organisationCode,
    )
    if (!persona) throw new Error(`The demonstration has no ${role} of ${organisationCode}`)
    const caller = callerWith(persona.person.id, await access.membershipsOf(persona.person.id))
    const { data, errors } = await graphql({ schema: this.schema, source, variableValues, contextValue: { caller } })
    if (errors?.[0]) throw errors[0]
    return data ?? {}
  }
}
