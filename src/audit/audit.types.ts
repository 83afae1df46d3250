import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { GraphQLDateTimeISO } from 'graphql-scalars'
import { type Instant } from '../platform/day.js'
import { connectionOf } from '../platform/graphql/page.js'

@ObjectType({ description: 'One thing an entry says besides: an id, code, digest, day or count. Never a name or free text.' })
export class AuditDetail {
  @Field(() => String)
  name!: string

  @Field(() => [String], { description: 'As text, in order; none where it is null.' })
  values!: readonly string[]
}

@ObjectType({ description: 'One change. Entries are only ever added.' })
export class AuditEntry {
  @Field(() => ID)
  id!: string

  @Field(() => Int, { description: "Its place in its organisation's chain, from 1, without a gap." })
  sequence!: number

  @Field(() => String, { description: 'SHA-256 over the hash before it and everything it says.' })
  hash!: string

  @Field(() => GraphQLDateTimeISO)
  occurredAt!: Instant

  @Field(() => String, { description: 'The permission or command under which it was done, such as `evidence.record`.' })
  action!: string

  @Field(() => String, { nullable: true, description: 'Whose record it is about, by ODS code; null when about no organisation.' })
  organisationCode!: string | null

  @Field(() => String, { description: 'What was changed, such as `Evidence`.' })
  subjectType!: string

  @Field(() => ID, { description: 'The id of what was changed.' })
  subjectId!: string
}

export const AuditEntryConnection = connectionOf(AuditEntry, 'AuditEntry')

@ObjectType({
  description: "Where an organisation's chain of entries ends. Kept elsewhere, it shows later whether anything before it was changed.",
})
export class AuditRoot {
  @Field(() => String, { nullable: true, description: 'ODS code; null for the chain of entries about no organisation.' })
  organisationCode!: string | null

  @Field(() => Int, { description: 'How many entries the chain had.' })
  sequence!: number

  @Field(() => String, { description: 'The hash of the last of them.' })
  hash!: string
}

@ObjectType({ description: "What became of reading all of an organisation's chain again." })
export class AuditCheck {
  @Field(() => String)
  organisationCode!: string

  @Field(() => Int, { description: 'How many entries were read and are what was recorded, from the first on.' })
  entries!: number

  @Field(() => String, {
    nullable: true,
    description:
      'The first thing that does not fit, in words; null when every entry does. Without roots kept elsewhere, a chain written anew is not found.',
  })
  problem!: string | null
}
