import { ArgsType, Field, InputType } from '@nestjs/graphql'
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator'
import { PlainText } from '../platform/graphql/plain-text.js'

/** Longer than any password that is taken: the domain says how long one may be. */
const MOST_TYPED = 1_000

/** What stands in the address of a one-time link. */
const SECRET = /^[\w-]{20,100}$/

/** What a browser or program makes up for itself: as hard to guess as a secret. */
export const SEED = /^[\w-]{22,64}$/

@ArgsType()
export class LinkArgs {
  @Field(() => String, { description: 'What stands in the address of the link.' })
  @Matches(SECRET, { message: 'secret must be what stands in the address of the link' })
  secret!: string
}

@ArgsType()
export class AuthenticatorArgs {
  @Field(() => String, {
    description:
      'At least 22 random letters, digits, - or _ of the caller’s own, such as 16 random bytes in base64url. The same give the same secret. Whoever made the ' +
      'link does not know them, and so not the secret either.',
  })
  @Matches(SEED, { message: 'seed must be 22 to 64 letters, digits, - or _' })
  seed!: string
}

@InputType()
export class AcceptInvitationInput {
  @Field(() => String, { description: 'What stands in the address of the link.' })
  @Matches(SECRET, { message: 'secret must be what stands in the address of the link' })
  secret!: string

  @Field(() => String, { nullable: true, description: 'What the person is called, when it is not what the invitation says.' })
  @IsOptional()
  @PlainText(200, { lines: false })
  name?: string | null

  @Field(() => String, { nullable: true, description: 'The password of a new account.' })
  @IsOptional()
  @IsString()
  @MaxLength(MOST_TYPED)
  password?: string | null

  @Field(() => String, { nullable: true, description: 'The seed with which the app’s secret was asked for.' })
  @IsOptional()
  @Matches(SEED, { message: 'seed must be 22 to 64 letters, digits, - or _' })
  seed?: string | null

  @Field(() => String, { nullable: true, description: 'The code the app shows now.' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  code?: string | null
}

@InputType()
export class ChangePasswordInput {
  @Field(() => String, { description: 'The password that is set now.' })
  @IsString()
  @MaxLength(MOST_TYPED)
  currentPassword!: string

  @Field(() => String, { description: 'At least 12 characters.' })
  @IsString()
  @MaxLength(MOST_TYPED)
  newPassword!: string
}

@InputType()
export class ChangeAuthenticatorInput {
  @Field(() => String, { description: 'The password that is set now.' })
  @IsString()
  @MaxLength(MOST_TYPED)
  password!: string

  @Field(() => String, { description: 'The seed with which the app’s secret was asked for.' })
  @Matches(SEED, { message: 'seed must be 22 to 64 letters, digits, - or _' })
  seed!: string

  @Field(() => String, { description: 'The code the new app shows now.' })
  @IsString()
  @MaxLength(40)
  code!: string
}

@InputType()
export class NewRecoveryCodesInput {
  @Field(() => String, { description: 'The password that is set now.' })
  @IsString()
  @MaxLength(MOST_TYPED)
  password!: string
}
