import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { PersonLoader } from '../access/access.loader.js'
import { Person } from '../access/access.types.js'
import { type NetworkScope } from '../access/domain/scope.js'
import { type AuditEntryEntity } from '../platform/audit-log/audit-entry.entity.js'
import { Allow, type RequestContext, Scope } from '../platform/graphql/allow.js'
import { keyAfter, type Page, PageArgs, pageOf } from '../platform/graphql/page.js'
import { RequestError } from '../platform/request-error.js'
import { AuditTrailFilter } from './audit.inputs.js'
import { AuditRepository } from './audit.repository.js'
import { AuditCheck, AuditDetail, AuditEntry, AuditEntryConnection, AuditRoot } from './audit.types.js'
import { writeEntries } from './audit-file.reader.js'
import { ChainCheckService } from './chain-check.service.js'
import { lineOf } from './domain/chain-report.js'

/** A page of the trail, and the one organisation it was narrowed to. */
type TrailPage = Page<AuditEntryEntity> & { readonly organisationCode: string | null }

/** Errors: NOT_FOUND for an organisation whose trail is not the caller's. */
function mustRead(scope: NetworkScope, code: string): void {
  if (!scope.england && !scope.own.includes(code)) throw new RequestError('NOT_FOUND', `There is no organisation ${code}.`)
}

@Resolver(() => AuditEntry)
export class AuditResolver {
  constructor(
    private readonly repository: AuditRepository,
    private readonly chains: ChainCheckService,
    private readonly people: PersonLoader,
  ) {}

  @Query(() => AuditEntryConnection, { description: "Who changed what, newest first: the trail of the caller's own organisations." })
  @Allow('audit.read')
  async auditTrail(
    @Args() { first, after }: PageArgs,
    @Scope() scope: NetworkScope,
    @Args('filter', { type: () => AuditTrailFilter, nullable: true }) filter?: AuditTrailFilter | null,
  ): Promise<TrailPage> {
    const code = filter?.organisationCode ?? null
    if (code) mustRead(scope, code)
    const list = ['auditTrail', filter ?? {}]
    const rows = await this.repository.trail(scope, filter ?? {}, first + 1, keyAfter(after, list))
    return { ...pageOf(rows, first, list, (row) => [row.occurredAt, row.id]), organisationCode: code }
  }

  @Query(() => AuditCheck, {
    description: "Reads all of an organisation's chain again, as the command `verify` does. For the caller's own organisations.",
  })
  @Allow('audit.read')
  async auditCheck(@Args('organisationCode', { type: () => String }) code: string, @Scope() scope: NetworkScope): Promise<AuditCheck> {
    mustRead(scope, code)
    const { entries, broken } = await this.chains.checkOne(code)
    return { organisationCode: code, entries, problem: broken.map(lineOf)[0] ?? null }
  }

  @Query(() => [AuditRoot], {
    description:
      "Where the chains of the caller's own organisations end now. Keep the answer elsewhere: `verify --against` tells by it whether the trail was written anew.",
  })
  @Allow('audit.read')
  auditRoots(@Scope() scope: NetworkScope): Promise<AuditRoot[]> {
    return this.chains.roots(scope.england ? undefined : scope.own)
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

@Resolver(() => AuditEntryConnection)
export class AuditPageResolver {
  constructor(
    private readonly repository: AuditRepository,
    private readonly persons: PersonLoader,
  ) {}

  @ResolveField(() => [Person], {
    nullable: true,
    description:
      'Everybody who did anything in these organisations, by name, whatever else narrows the page; null for an operator who has not chosen an organisation.',
  })
  async people(@Parent() { organisationCode }: TrailPage, @Context() context: object): Promise<Person[] | null> {
    const scope = (context as RequestContext).caller.scopeOf('audit.read') as NetworkScope
    if (scope.england && organisationCode === null) return null
    const ids = await this.repository.actors(scope, organisationCode)
    const people = await Promise.all(ids.map((id) => this.persons.person(context, id)))
    return people.flatMap((one) => one ?? []).sort((one, other) => one.name.localeCompare(other.name, 'en-GB'))
  }

  @ResolveField(() => String, {
    description:
      "The page as a CSV file, one line for each entry; details as JSON. A `'` stands before what a spreadsheet would run as a formula.",
  })
  async csv(@Parent() { nodes }: Page<AuditEntryEntity>, @Context() context: object): Promise<string> {
    const people = await Promise.all(
      nodes.map(async ({ actorId }) => (actorId === null ? null : await this.persons.person(context, actorId))),
    )
    return writeEntries(nodes.map((entry, index) => ({ entry, actorName: people[index]?.name ?? '' })))
  }
}
