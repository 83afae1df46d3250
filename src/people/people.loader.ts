import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { PersonMembershipRepository } from '../access/membership.repository.js'
import { type RequestContext } from '../platform/graphql/allow.js'
import { childrenLoader, rowLoader } from '../platform/graphql/children-loader.js'
import { AdministeredRepository } from './administered.repository.js'

/** What belongs to organisations and their members, one query per request and field. */
@Injectable()
export class PeopleLoader {
  constructor(
    private readonly memberships: PersonMembershipRepository,
    private readonly administered: AdministeredRepository,
  ) {}

  /** An organisation the caller administers, by its code. */
  readonly organisation = rowLoader(
    (codes, context) => this.administered.ofCodes((context as RequestContext).caller.scopeOf('membership.read') as NetworkScope, codes),
    ({ code }) => code,
  )

  /** All memberships of an organisation that were not superseded: by them it is told who is its only administrator. */
  readonly membersOf = childrenLoader(
    (codes) => this.memberships.ofOrganisations(codes),
    (membership) => membership.organisationCode,
  )
}
