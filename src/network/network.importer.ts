import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { AccessRepository } from '../access/access.repository.js'
import { AuditLog } from '../platform/audit-log/audit-log.js'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { type Day, dayAt } from '../platform/day.js'
import { type Organisations, type Persona } from './domain/organisations.js'
import { readOrganisations } from './network.reader.js'
import { OrganisationRepository, type SavedOrganisations } from './organisation.repository.js'

/** What an import changed. */
export interface OrganisationImport extends SavedOrganisations {
  /** People added. */
  readonly people: number
}

/** The organisations cannot be loaded. Nothing was changed. */
export class OrganisationsRefused extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The organisations were not loaded; ${problems.length} to put right:\n${problems.join('\n')}`)
  }
}

/** When invented people took up what they are: the day primary care networks began. */
const SINCE: Day = '2019-07-01'

/** Loads invented organisations and people: all of them or nothing, and nothing twice. */
@Injectable()
export class NetworkImporter {
  constructor(
    private readonly database: Database,
    private readonly organisations: OrganisationRepository,
    private readonly access: AccessRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Loads a folder such as `data/organisations`. Days told in words are seen from the day of the first load, so that loading again changes nothing.
   * Errors: OrganisationsRefused naming every problem, file and line.
   */
  async load(folder: string): Promise<OrganisationImport> {
    return this.database.transaction(async () => {
      const firstAt = await this.organisations.firstInventedAt()
      const { value, problems } = readOrganisations(folder, firstAt === null ? this.clock.today() : dayAt(firstAt))
      if (value === null) throw new OrganisationsRefused(problems.map((problem) => problem.message))
      return this.save(value.organisations, value.people)
    })
  }

  /** Saves organisations and people that were not read from files, such as a generated England. */
  async save(organisations: Organisations, people: readonly Persona[] = []): Promise<OrganisationImport> {
    return this.database.transaction(async () => {
      const saved = await this.organisations.saveInvented(organisations)
      const done = { ...saved, people: await this.addPeople(people) }
      if (Object.values(done).some((count) => count > 0)) {
        const subject = { subjectType: 'Organisations', subjectId: 'invented' }
        await this.audit.record({ action: 'network.load', actorId: null, organisationCode: null, ...subject, details: { ...done } })
      }
      return done
    })
  }

  private async addPeople(people: readonly Persona[]): Promise<number> {
    const known = new Set((await this.access.personas()).map(({ person }) => person.email))
    const fresh = people.filter((person) => !known.has(person.address))
    for (const { name, address, roles } of fresh) {
      const recordedAt = this.clock.now()
      const person = { id: randomUUID(), name, email: address, invented: true, recordedAt, erasedAt: null }
      const memberships = roles.map(({ role, organisation: organisationCode }) => {
        return {
          id: randomUUID(),
          personId: person.id,
          role,
          organisationCode,
          startsOn: SINCE,
          endsOn: null,
          endedAt: null,
          recordedBy: null,
          recordedAt,
          supersededAt: null,
        }
      })
      await this.access.addPerson(person, memberships)
    }
    return fresh.length
  }
}
