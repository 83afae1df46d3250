import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { type MembershipEntity, type PersonEntity } from '../access/access.entity.js'
import { PersonLoader } from '../access/access.loader.js'
import { Person } from '../access/access.types.js'
import { type NetworkScope } from '../access/domain/scope.js'
import { type InvitationEntity } from '../access/invitation.entity.js'
import { InvitationRepository } from '../access/invitation.repository.js'
import { Clock } from '../platform/clock.js'
import { Allow, Scope } from '../platform/graphql/allow.js'
import { keyAfter, type Page, pageOf } from '../platform/graphql/page.js'
import { AdministeredRepository, type Organisation } from './administered.repository.js'
import { AdministrationService } from './administration.service.js'
import { firstDayWithoutAdministrator } from './domain/last-administrator.js'
import { rolesIn } from './domain/organisation.js'
import { AdministeredArgs, MembershipsArgs, OrganisationArgs } from './people.inputs.js'
import { PeopleLoader } from './people.loader.js'
import { PeopleRepository } from './people.repository.js'
import { AdministeredOrganisation, Invitation, Membership, MembershipConnection } from './people.types.js'

@Resolver()
export class PeopleResolver {
  constructor(
    private readonly people: PeopleRepository,
    private readonly links: InvitationRepository,
    private readonly administered: AdministeredRepository,
    private readonly administration: AdministrationService,
  ) {}

  @Query(() => [AdministeredOrganisation], {
    name: 'administered',
    description: 'The organisations whose people the caller invites, changes and ends: England and networks first, by code.',
  })
  @Allow('membership.manage')
  async organisations(@Args() { search, first }: AdministeredArgs, @Scope() scope: NetworkScope): Promise<AdministeredOrganisation[]> {
    const found = await this.administered.list(scope, search ?? '', first)
    return found.map((one) => withRoles(one)).filter((one) => one !== null)
  }

  @Query(() => MembershipConnection, { description: 'Who is what in an organisation the caller administers.' })
  @Allow('membership.read')
  async memberships(@Args() args: MembershipsArgs, @Scope() scope: NetworkScope): Promise<Page<MembershipEntity>> {
    const codes = await this.codes(args, scope)
    const list = ['memberships', args.organisationCode, args.includingEnded, args.withPractices]
    const after = keyAfter(args.after, list)?.[0]?.toString()
    const rows = await this.people.members(codes, { includingEnded: args.includingEnded, after, limit: args.first + 1 })
    return pageOf(rows, args.first, list, (row) => [row.id])
  }

  @Query(() => [Invitation], {
    description: 'Invitations into an organisation the caller administers that can still be accepted, newest first.',
  })
  @Allow('membership.manage')
  async invitations(@Args() args: OrganisationArgs, @Scope() scope: NetworkScope): Promise<InvitationEntity[]> {
    return this.links.openOf(await this.codes(args, scope))
  }

  /** Errors: NOT_FOUND when the caller does not administer the organisation. */
  private async codes({ organisationCode, withPractices }: OrganisationArgs, scope: NetworkScope): Promise<string[]> {
    const { code, kind } = await this.administration.organisation(scope, organisationCode)
    return [code, ...(withPractices && kind === 'NETWORK' ? await this.administered.practicesOf(scope, code) : [])]
  }
}

@Resolver(() => Membership)
export class MembershipFieldsResolver {
  constructor(
    private readonly loader: PeopleLoader,
    private readonly persons: PersonLoader,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => Person, { description: 'Who it is.' })
  async person(@Parent() membership: MembershipEntity, @Context() context: object): Promise<PersonEntity> {
    const person = await this.persons.person(context, membership.personId)
    if (!person) throw new Error(`No person ${membership.personId}`)
    return person
  }

  @ResolveField(() => AdministeredOrganisation, { nullable: true, description: 'Which organisation it is in.' })
  async organisation(
    @Parent() { organisationCode }: MembershipEntity,
    @Context() context: object,
  ): Promise<AdministeredOrganisation | null> {
    return withRoles(await this.loader.organisation(context, organisationCode))
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who gave or last changed it; null where the server itself did.' })
  recordedBy(@Parent() { recordedBy }: MembershipEntity, @Context() context: object): Promise<PersonEntity | null> | null {
    return recordedBy === null ? null : this.persons.person(context, recordedBy)
  }

  @ResolveField(() => Boolean, {
    description: 'Whether the organisation would be left, now or later, without anybody who administers it if this ended today.',
  })
  async onlyAdministrator(@Parent() membership: MembershipEntity, @Context() context: object): Promise<boolean> {
    const all = await this.loader.membersOf(context, membership.organisationCode)
    const others = all.filter(({ id }) => id !== membership.id)
    return firstDayWithoutAdministrator(all, others, this.clock.today()) !== null
  }
}

@Resolver(() => Invitation)
export class InvitationFieldsResolver {
  constructor(
    private readonly loader: PeopleLoader,
    private readonly persons: PersonLoader,
  ) {}

  @ResolveField(() => AdministeredOrganisation, { nullable: true, description: 'Into which organisation it is.' })
  async organisation(
    @Parent() { organisationCode }: InvitationEntity,
    @Context() context: object,
  ): Promise<AdministeredOrganisation | null> {
    return organisationCode === null ? null : withRoles(await this.loader.organisation(context, organisationCode))
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who invited them; null where the command line did.' })
  invitedBy(@Parent() { createdBy }: InvitationEntity, @Context() context: object): Promise<PersonEntity | null> | null {
    return createdBy === null ? null : this.persons.person(context, createdBy)
  }
}

function withRoles(organisation: Organisation | null): AdministeredOrganisation | null {
  return organisation && { ...organisation, roles: rolesIn(organisation.kind) }
}
