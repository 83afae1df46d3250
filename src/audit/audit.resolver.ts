import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { PersonLoader } from '../access/access.loader.js'
import { Person } from '../access/access.types.js'
import { type NetworkScope } from '../access/domain/scope.js'
import { type AuditEntryEntity } from '../platform/audit-log/audit-entry.entity.js'
import { Allow, Scope } from '../platform/graphql/allow.js'
import { keyAfter, type Page, PageArgs, pageOf } from '../platform/graphql/page.js'
import { RequestError } from '../platform/request-error.js'
import { AuditTrailFilter } from './audit.inputs.js'
import { AuditRepository } from './audit.repository.js'
import { AuditDetail, AuditEntry, AuditEntryConnection } from './audit.types.js'

@Resolver(() => AuditEntry)
export class AuditResolver {
  constructor(
    private readonly repository: AuditRepository,
    private readonly people: PersonLoader,
  ) {}

  @Query(() => AuditEntryConnection, { description: "Who changed what, newest first: the trail of the caller's own organisations." })
  @Allow('audit.read')
  async auditTrail(
    @Args() { first, after }: PageArgs,
    @Scope() scope: NetworkScope,
    @Args('filter', { type: () => AuditTrailFilter, nullable: true }) filter?: AuditTrailFilter | null,
  ): Promise<Page<AuditEntryEntity>> {
    const code = filter?.organisationCode
    if (code && !scope.england && !scope.own.includes(code)) throw new RequestError('NOT_FOUND', `There is no organisation ${code}.`)
    const list = ['auditTrail', filter ?? {}]
    const rows = await this.repository.trail(scope, filter ?? {}, first + 1, keyAfter(after, list))
    return pageOf(rows, first, list, (row) => [row.occurredAt, row.id])
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who did it; null for the server itself, and where the name was erased.' })
  actor(@Parent() entry: AuditEntryEntity, @Context() context: object): Promise<Person | null> | null {
    return entry.actorId === null ? null : this.people.person(context, entry.actorId)
  }

  @ResolveField(() => [AuditDetail], { description: 'What else is known of the change, by name.' })
  details(@Parent() entry: AuditEntryEntity): AuditDetail[] {
    return Object.entries(entry.details)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, value]) => ({ name, values: (Array.isArray(value) ? value : [value]).filter((one) => one !== null).map(String) }))
  }
}
