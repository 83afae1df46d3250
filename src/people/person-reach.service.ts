import { Injectable } from '@nestjs/common'
import { type MembershipEntity, type PersonEntity } from '../access/access.entity.js'
import { AccessRepository } from '../access/access.repository.js'
import { type NetworkScope } from '../access/domain/scope.js'
import { PersonMembershipRepository } from '../access/membership.repository.js'
import { Clock } from '../platform/clock.js'
import { AdministeredRepository, type Organisation } from './administered.repository.js'
import { isOver } from './domain/change.js'

/** Somebody, as far as a caller reaches them. */
export interface PersonInReach {
  readonly person: PersonEntity
  /** What they are and will be, everywhere. */
  readonly memberships: readonly MembershipEntity[]
  /** The organisations of these the caller administers. */
  readonly administered: readonly Organisation[]
  /** Whether the caller administers all of them. */
  readonly isWhole: boolean
}

/** Finds people by what they are, for those who administer it. */
@Injectable()
export class PersonReachService {
  constructor(
    private readonly access: AccessRepository,
    private readonly memberships: PersonMembershipRepository,
    private readonly administered: AdministeredRepository,
    private readonly clock: Clock,
  ) {}

  /** Somebody who belongs to an organisation the caller administers; for an operator anybody. Null for all others, and for who was erased. */
  async find(scope: NetworkScope, personId: string): Promise<PersonInReach | null> {
    const person = await this.access.person(personId)
    if (!person) return null
    const memberships = (await this.memberships.ofPerson(personId)).filter((held) => !isOver(held, this.clock.today()))
    const codes = [...new Set(memberships.map(({ organisationCode }) => organisationCode))]
    const administered = await this.administered.ofCodes(scope, codes)
    if (!scope.england && administered.length === 0) return null
    return { person, memberships, administered, isWhole: scope.england || administered.length === codes.length }
  }
}
