import { Injectable } from '@nestjs/common'
import { type MembershipEntity } from '../access/access.entity.js'
import { type NetworkScope } from '../access/domain/scope.js'
import { PersonMembershipRepository } from '../access/membership.repository.js'
import { AuditLog, type AuditRecord } from '../platform/audit-log/audit-log.js'
import { Clock } from '../platform/clock.js'
import { type Day } from '../platform/day.js'
import { RequestError } from '../platform/request-error.js'
import { AdministeredRepository, type Organisation } from './administered.repository.js'
import { firstDayWithoutAdministrator, type Held } from './domain/last-administrator.js'
import { ENGLAND } from './domain/organisation.js'

/** What is to be said of a change on the trail; whose trail it is, the organisation tells. */
export type PeopleRecord = Pick<AuditRecord, 'action' | 'actorId' | 'subjectType' | 'subjectId' | 'details'>

/** What everything done to people has in common: who administers what, the rule of the last administrator, and the trail. */
@Injectable()
export class AdministrationService {
  constructor(
    private readonly administered: AdministeredRepository,
    private readonly memberships: PersonMembershipRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** An organisation the caller administers. Errors: NOT_FOUND. */
  async organisation(
    scope: NetworkScope,
    code: string,
    message = 'There is no such organisation among those you administer.',
  ): Promise<Organisation> {
    const found = await this.administered.find(scope, code)
    if (!found) throw new RequestError('NOT_FOUND', message)
    return found
  }

  /**
   * A membership in an organisation the caller administers, with all others there, which nobody else changes until the transaction is over.
   * Errors: NOT_FOUND, also where somebody else has changed it meanwhile: it has another id then.
   */
  async locked(
    scope: NetworkScope,
    membershipId: string,
  ): Promise<{ held: MembershipEntity; others: MembershipEntity[]; organisation: Organisation }> {
    const found = await this.memberships.current(membershipId)
    const organisation = found && (await this.administered.find(scope, found.organisationCode))
    const all = organisation ? await this.memberships.lockOrganisation(organisation.code) : []
    const held = all.find(({ id }) => id === membershipId)
    if (!held || !organisation) throw new RequestError('NOT_FOUND', 'There is no such membership in an organisation you administer.')
    return { held, others: all.filter((row) => row !== held), organisation }
  }

  /**
   * The first day a change leaves an organisation without an administrator; null when it may be made. An operator goes on administering every
   * organisation; of England itself there has to be one.
   */
  firstDayLost(scope: NetworkScope, code: string, before: readonly Held[], after: readonly Held[]): Day | null {
    if (scope.england && code !== ENGLAND) return null
    return firstDayWithoutAdministrator(before, after, this.clock.today())
  }

  /** Says what was done on the trail of the organisation; of a practice, on that of its networks, whose people administer it. */
  async record(organisation: Pick<Organisation, 'code' | 'kind'>, { details, ...record }: PeopleRecord): Promise<void> {
    const networks = organisation.kind === 'PRACTICE' ? await this.administered.networksOf(organisation.code) : []
    const codes = networks.length > 0 ? networks : [organisation.code]
    const said = { ...details, organisationCode: organisation.code }
    await this.audit.record(...codes.map((organisationCode) => ({ ...record, organisationCode, details: said })))
  }
}

/** The refusal of what would leave an organisation without an administrator. */
export function lastAdministrator(firstDay: Day) {
  const message = `From ${firstDay} on nobody would administer this organisation. Invite somebody who does first, and wait until they have accepted.`
  return { kind: 'LastAdministrator' as const, field: null, message, firstDay }
}
