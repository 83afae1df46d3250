import { Field, ID, InputType } from '@nestjs/graphql'
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, IsUUID, Matches } from 'class-validator'
import { GraphQLLocalDate } from 'graphql-scalars'
import { type Day } from '../platform/day.js'
import { PlainText } from '../platform/graphql/plain-text.js'
import { RetryableInput } from '../platform/graphql/retryable-input.js'
import { RoleName } from './access.types.js'
import { type PermissionName, permissionNames, type Role, roles } from './domain/permission.js'
import { PermissionEnum } from './permission.types.js'

const ORGANISATION_CODE = /^[A-Z0-9]{3,9}$/

@InputType()
export class CreateTokenInput extends RetryableInput {
  @Field(() => String, { description: 'What it is for, such as “Monthly figures for the board”; at most 100 characters.' })
  @PlainText(100)
  name!: string

  @Field(() => [String], { description: 'The organisations it is to reach, of those you are in.' })
  @IsArray()
  @ArrayMinSize(1, { message: 'organisationCodes must name at least one organisation' })
  @ArrayMaxSize(50)
  @Matches(ORGANISATION_CODE, { each: true, message: 'organisationCodes must be codes, such as U12345' })
  organisationCodes!: string[]

  @Field(() => [PermissionEnum], { description: 'What it may be used for, of what you may do there.' })
  @IsArray()
  @ArrayMinSize(1, { message: 'permissions must name at least one permission' })
  @ArrayMaxSize(permissionNames.length)
  @IsIn(permissionNames, { each: true })
  permissions!: PermissionName[]

  @Field(() => GraphQLLocalDate, { description: 'The last day it can be used, at most 366 days from today.' })
  expiresOn!: Day
}

@InputType()
export class RevokeTokenInput extends RetryableInput {
  @Field(() => ID)
  @IsUUID()
  tokenId!: string
}

@InputType()
export class EndSessionInput extends RetryableInput {
  @Field(() => ID)
  @IsUUID()
  sessionId!: string
}

@InputType()
export class EndOtherSessionsInput extends RetryableInput {}

@InputType()
export class ActAsInput extends RetryableInput {
  @Field(() => RoleName, { nullable: true, description: 'Left out, with the organisation, for all that you are at once.' })
  @IsOptional()
  @IsIn(roles)
  role?: Role | null

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Matches(ORGANISATION_CODE, { message: 'organisationCode must be a code, such as U12345' })
  organisationCode?: string | null
}
