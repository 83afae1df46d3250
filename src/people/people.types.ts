import { Field, ID, ObjectType } from '@nestjs/graphql'
import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars'
import { RoleName } from '../access/access.types.js'
import { type Role } from '../access/domain/permission.js'
import { type Day, type Instant } from '../platform/day.js'
import { enumOf } from '../platform/graphql/enum.js'
import { connectionOf } from '../platform/graphql/page.js'
import { type OrganisationKind, organisationKinds } from './domain/organisation.js'

const OrganisationKindEnum = enumOf(
  'OrganisationKind',
  organisationKinds,
  'What kind of organisation people are members of: a network, a practice, an ICB, an LMC, or England as a whole.',
)

@ObjectType({ description: 'An organisation the caller administers: who is invited there, changed and ended.' })
export class AdministeredOrganisation {
  @Field(() => String, { description: 'Its code; ENGLAND for England as a whole.' })
  code!: string

  @Field(() => String)
  name!: string

  @Field(() => OrganisationKindEnum)
  kind!: OrganisationKind

  @Field(() => Boolean, { description: 'Whether it was invented for demonstration. Every page and export has to say so.' })
  invented!: boolean

  @Field(() => [RoleName], { description: 'What somebody can be there.' })
  roles!: readonly string[]
}

@ObjectType({ description: 'What somebody is, was or will be in an organisation, from a day to a day.' })
export class Membership {
  personId!: string
  recordedBy!: string | null

  @Field(() => ID)
  id!: string

  @Field(() => RoleName)
  role!: Role

  @Field(() => String, { description: 'Code of the organisation.' })
  organisationCode!: string

  @Field(() => GraphQLLocalDate, { description: 'Its first day.' })
  startsOn!: Day

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Its last day; null until further notice.' })
  endsOn!: Day | null

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When it was ended at once, on its last day; null where it was not.' })
  endedAt!: Instant | null

  @Field(() => GraphQLDateTimeISO, { description: 'Since when it says this.' })
  recordedAt!: Instant
}

export const MembershipConnection = connectionOf(Membership, 'Membership')

@ObjectType({ description: 'An invitation nobody has accepted yet. It gives nothing until then.' })
export class Invitation {
  createdBy!: string | null

  @Field(() => ID)
  id!: string

  @Field(() => String, { description: 'The address of the person it is for.' })
  email!: string

  @Field(() => String, { description: 'Their name, as whoever invites them wrote it.' })
  name!: string

  @Field(() => RoleName, { description: 'What they will be.' })
  role!: Role | null

  @Field(() => String, { description: 'Code of the organisation.' })
  organisationCode!: string | null

  @Field(() => GraphQLLocalDate, { description: 'Their first day.' })
  startsOn!: Day | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Their last day; null until further notice.' })
  endsOn!: Day | null

  @Field(() => GraphQLDateTimeISO)
  createdAt!: Instant

  @Field(() => GraphQLDateTimeISO, { description: 'Until when it can be accepted.' })
  expiresAt!: Instant
}
