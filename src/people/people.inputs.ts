import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql'
import { Transform } from 'class-transformer'
import { IsBoolean, IsEmail, IsIn, IsInt, IsOptional, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator'
import { GraphQLLocalDate } from 'graphql-scalars'
import { RoleName } from '../access/access.types.js'
import { type Role, roles } from '../access/domain/permission.js'
import { type Day } from '../platform/day.js'
import { LARGEST_PAGE, PageArgs } from '../platform/graphql/page.js'
import { PlainText } from '../platform/graphql/plain-text.js'
import { RetryableInput } from '../platform/graphql/retryable-input.js'

/** What an organisation's code looks like: ODS codes, LMC codes, and ENGLAND. */
const CODE = /^[A-Z0-9]{1,9}$/
const codeMessage = { message: 'organisationCode must be a code such as U12345, or ENGLAND' }

@ArgsType()
export class MembershipsArgs extends PageArgs {
  @Field(() => String, { description: 'Code of an organisation the caller administers.' })
  @Matches(CODE, codeMessage)
  organisationCode!: string

  @Field(() => Boolean, { defaultValue: false, description: 'Those that are over too.' })
  @IsBoolean()
  includingEnded: boolean = false

  @Field(() => Boolean, { defaultValue: false, description: 'Of a network: those of its practices that the caller administers too.' })
  @IsBoolean()
  withPractices: boolean = false
}

@ArgsType()
export class OrganisationArgs {
  @Field(() => String, { description: 'Code of an organisation the caller administers.' })
  @Matches(CODE, codeMessage)
  organisationCode!: string

  @Field(() => Boolean, { defaultValue: false, description: 'Of a network: those of its practices that the caller administers too.' })
  @IsBoolean()
  withPractices: boolean = false
}

@ArgsType()
export class AdministeredArgs {
  @Field(() => String, { nullable: true, description: 'Part of a name, or of a code.' })
  @IsOptional()
  @PlainText(100, { shortest: 0, lines: false })
  search?: string | null

  @Field(() => Int, { defaultValue: 50, description: `How many, at most ${LARGEST_PAGE}.` })
  @IsInt()
  @Min(1)
  @Max(LARGEST_PAGE)
  first: number = 50
}

@InputType()
export class InviteMemberInput extends RetryableInput {
  @Field(() => String, { description: 'Their address. Nothing is sent there: it says who the invitation is for.' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim().toLowerCase() : value))
  @IsEmail({}, { message: 'email must be an address such as name@example.nhs.uk' })
  @MaxLength(254)
  email!: string

  @Field(() => String, { description: 'Their name, as others are to see it.' })
  @PlainText(100, { lines: false })
  name!: string

  @Field(() => RoleName, { description: 'What they are to be; it has to fit the organisation.' })
  @IsIn(roles)
  role!: Role

  @Field(() => String)
  @Matches(CODE, codeMessage)
  organisationCode!: string

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Their first day; today when left out.' })
  @IsOptional()
  startsOn?: Day | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Their last day; until further notice when left out.' })
  @IsOptional()
  endsOn?: Day | null
}

@InputType()
export class WithdrawInvitationInput extends RetryableInput {
  @Field(() => ID)
  @IsUUID()
  invitationId!: string
}

@InputType()
export class ChangeMembershipInput extends RetryableInput {
  @Field(() => ID)
  @IsUUID()
  membershipId!: string

  @Field(() => RoleName, { nullable: true, description: 'What they are from today on, in the same organisation; as it is when left out.' })
  @IsOptional()
  @IsIn(roles)
  role?: Role | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The first day, corrected; as it is when left out.' })
  @IsOptional()
  startsOn?: Day | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day; null takes it away, left out it stays as it is.' })
  @IsOptional()
  endsOn?: Day | null
}

@InputType()
export class EndMembershipInput extends RetryableInput {
  @Field(() => ID)
  @IsUUID()
  membershipId!: string

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day, today or later; at once when left out.' })
  @IsOptional()
  lastDay?: Day | null
}

@InputType()
export class ResetSignInInput extends RetryableInput {
  @Field(() => ID)
  @IsUUID()
  personId!: string
}

@InputType()
export class ErasePersonInput extends RetryableInput {
  @Field(() => ID)
  @IsUUID()
  personId!: string
}
