import { Field, ID, ObjectType } from '@nestjs/graphql'
import { GraphQLDateTimeISO } from 'graphql-scalars'
import { type Instant } from '../platform/day.js'
import { enumOf } from '../platform/graphql/enum.js'
import { Refusal, resultOf } from '../platform/graphql/refusal.js'
import { OrganisationMembership } from './access.types.js'
import { PermissionEnum } from './permission.types.js'
import { signInMethods } from './domain/sign-in-method.js'

export const SignInMethodEnum = enumOf('SignInMethod', signInMethods, 'How somebody proved who they are.')

@ObjectType({ description: 'A browser somebody is signed in with.' })
export class Session {
  @Field(() => ID)
  id!: string

  @Field(() => SignInMethodEnum)
  method!: string

  @Field(() => String, { nullable: true, description: 'What the browser calls itself; null when it did not say.' })
  browser!: string | null

  @Field(() => GraphQLDateTimeISO)
  startedAt!: Instant

  @Field(() => GraphQLDateTimeISO, { description: 'When it was last used, to the minute.' })
  seenAt!: Instant

  @Field(() => GraphQLDateTimeISO, { description: 'When it is over, however busy they are.' })
  endsAt!: Instant

  @Field(() => Boolean, { description: 'Whether it is the one this is asked from.' })
  isThisOne!: boolean
}

@ObjectType({ description: 'What a program signs in with: never more than its person may do. Its secret is shown once, when it is made.' })
export class Token {
  @Field(() => ID)
  id!: string

  @Field(() => String, { description: 'What it is for, in its owner’s words.' })
  name!: string

  @Field(() => String, { description: 'The last four characters of its secret.' })
  hint!: string

  @Field(() => [String], { nullable: true, description: 'The organisations it reaches; null for all that its person is in.' })
  organisationCodes!: readonly string[] | null

  @Field(() => [PermissionEnum], { nullable: true, description: 'What it may be used for; null for all that its person may do.' })
  permissions!: readonly string[] | null

  @Field(() => GraphQLDateTimeISO)
  createdAt!: Instant

  @Field(() => GraphQLDateTimeISO)
  expiresAt!: Instant

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'To the minute; null when it was never used.' })
  lastUsedAt!: Instant | null
}

@ObjectType({ description: 'The token was made.' })
export class TokenCreated {
  readonly kind!: 'TokenCreated'

  @Field(() => Token)
  token!: Token

  @Field(() => String, {
    nullable: true,
    description: 'To be sent as `authorization: Bearer …`. Shown this once: null in the answer to a request that was sent again.',
  })
  secret!: string | null
}

@ObjectType({ description: 'The token holds no more: its next request is refused.' })
export class TokenRevoked {
  readonly kind!: 'TokenRevoked'

  @Field(() => ID)
  tokenId!: string
}

@ObjectType({ description: 'Those browsers are signed out at their next request.' })
export class SessionsEnded {
  readonly kind!: 'SessionsEnded'

  @Field(() => [ID])
  sessionIds!: string[]
}

@ObjectType({ description: 'What they act as in this browser was changed.' })
export class ActingAsChanged {
  readonly kind!: 'ActingAsChanged'

  @Field(() => OrganisationMembership, { nullable: true, description: 'From the next request on; null for all that they are at once.' })
  actingAs!: OrganisationMembership | null
}

@ObjectType({ implements: () => [Refusal], description: 'A token can reach no further than the person whose it is.' })
export class TokenBeyondPerson extends Refusal {
  override readonly kind!: 'TokenBeyondPerson'
}

@ObjectType({ implements: () => [Refusal], description: 'A token ends within a year, and not in the past.' })
export class TokenTooLong extends Refusal {
  override readonly kind!: 'TokenTooLong'
}

@ObjectType({ implements: () => [Refusal], description: 'One can only act as what one is.' })
export class NotOneOfYours extends Refusal {
  override readonly kind!: 'NotOneOfYours'
}

export const CreateTokenResult = resultOf(
  'CreateTokenResult',
  'A token, or why there is none.',
  () => [TokenCreated, TokenBeyondPerson, TokenTooLong] as const,
)
export const RevokeTokenResult = resultOf('RevokeTokenResult', 'That it holds no more.', () => [TokenRevoked] as const)
export const EndSessionResult = resultOf('EndSessionResult', 'That the browser is signed out.', () => [SessionsEnded] as const)
export const EndOtherSessionsResult = resultOf(
  'EndOtherSessionsResult',
  'That every other browser is signed out.',
  () => [SessionsEnded] as const,
)
export const ActAsResult = resultOf('ActAsResult', 'What they act as, or why not.', () => [ActingAsChanged, NotOneOfYours] as const)
