import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql'
import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars'
import { OrganisationMembership, Person } from '../access/access.types.js'
import { type Day, type Instant } from '../platform/day.js'
import { type Answer, Refusal, resultOf } from '../platform/graphql/refusal.js'
import { type Acceptance, acceptances } from './domain/acceptance.js'

const AcceptanceName = Object.fromEntries(acceptances.map((acceptance) => [acceptance, acceptance]))
registerEnumType(AcceptanceName, {
  name: 'LinkAcceptance',
  description: 'How a one-time link can be accepted by whoever asks.',
  valuesMap: {
    AS_YOURSELF: { description: 'As whoever is signed in.' },
    NEW_ACCOUNT: { description: 'With a new password and a new authenticator app.' },
    SIGN_IN_FIRST: { description: 'By the person its address belongs to, who is known here: they sign in first.' },
    AT_PROVIDER: { description: 'By signing in at the organisation’s provider, in a browser.' },
    NOT_YOURS: { description: 'Not by whoever is signed in: it is for another address.' },
    NOT_HERE: { description: 'Not on this server: people have no way to sign in to it.' },
  },
})

@ObjectType({ description: 'What an authenticator app is given. It is kept nowhere until the link is accepted.' })
export class AuthenticatorSecret {
  @Field(() => String, { description: 'To be typed into the app, in base32.' })
  readonly secret!: string

  @Field(() => String, { description: 'The same as an otpauth: address, to be shown as a QR code.' })
  readonly uri!: string
}

@ObjectType({ description: 'What a one-time link offers to whoever holds it. It gives nothing until it is accepted.' })
export class OneTimeLink {
  readonly id!: string

  @Field(() => String, { description: 'The name of whom it is for.' })
  readonly name!: string

  @Field(() => String, { description: 'The address of whom it is for.' })
  readonly email!: string

  @Field(() => OrganisationMembership, {
    nullable: true,
    description: 'What they would be; null when the link is for setting up anew how they sign in.',
  })
  readonly membership!: OrganisationMembership | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The first day they would be it.' })
  readonly startsOn!: Day | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day; null for no end.' })
  readonly endsOn!: Day | null

  @Field(() => String, { nullable: true, description: 'The name of who made it; null for whoever runs the server.' })
  readonly invitedBy!: string | null

  @Field(() => GraphQLDateTimeISO, { description: 'Until when it can be accepted.' })
  readonly expiresAt!: Instant

  @Field(() => AcceptanceName, { description: 'How whoever asks can accept it.' })
  readonly acceptance!: Acceptance
}

@ObjectType({ description: 'Somebody’s account kept here: a password, an authenticator app and recovery codes.' })
export class LocalAccount {
  readonly personId!: string

  @Field(() => GraphQLDateTimeISO, { description: 'When the password was set.' })
  readonly changedAt!: Instant

  @Field(() => Int, { description: 'Recovery codes that were not used.' })
  readonly recoveryCodesLeft!: number
}

@ObjectType({ description: 'The link was accepted and is used up.' })
export class InvitationAccepted implements Answer {
  readonly kind!: string

  @Field(() => Person, { description: 'Who accepted it.' })
  readonly person!: Person

  @Field(() => OrganisationMembership, { nullable: true, description: 'What they are by it; null when it was for signing in anew.' })
  readonly membership!: OrganisationMembership | null

  @Field(() => [String], {
    description: 'Codes that stand in for a lost telephone, each once, where an account was set up. They are shown here and nowhere else.',
  })
  readonly recoveryCodes!: readonly string[]
}

@ObjectType({ implements: () => [Refusal], description: 'There is no such link, or it was used, withdrawn or has expired.' })
export class LinkClosed extends Refusal {}

@ObjectType({
  implements: () => [Refusal],
  description: 'The link cannot be accepted in this way: `OneTimeLink.acceptance` says how it can.',
})
export class AcceptedAnotherWay extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'The password is too short, too long or too easily guessed.' })
export class PasswordNotAllowed extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'The code is not one the authenticator app shows now.' })
export class CodeWrong extends Refusal {}

@ObjectType({
  implements: () => [Refusal],
  description: 'The password is not the one that is set, or there were so many wrong ones that none is looked at for a while.',
})
export class PasswordWrong extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'The caller has no account here: they sign in elsewhere.' })
export class NoLocalAccount extends Refusal {}

@ObjectType({ description: 'The password is another from now on. The caller is signed out everywhere, and their tokens are revoked.' })
export class PasswordChanged implements Answer {
  readonly kind!: string

  @Field(() => GraphQLDateTimeISO)
  readonly changedAt!: Instant
}

@ObjectType({
  description: 'The caller signs in with another app from now on. They are signed out everywhere, and their tokens are revoked.',
})
export class AuthenticatorChanged implements Answer {
  readonly kind!: string

  @Field(() => GraphQLDateTimeISO)
  readonly changedAt!: Instant
}

@ObjectType({ description: 'The caller has new recovery codes. Those before are worth nothing.' })
export class RecoveryCodesMade implements Answer {
  readonly kind!: string

  @Field(() => [String], { description: 'Shown here and nowhere else. Each signs in once in place of a code of the app.' })
  readonly recoveryCodes!: readonly string[]
}

export const AcceptInvitationResult = resultOf(
  'AcceptInvitationResult',
  'What accepting a one-time link came to.',
  () => [InvitationAccepted, LinkClosed, AcceptedAnotherWay, PasswordNotAllowed, CodeWrong] as const,
)
export const ChangePasswordResult = resultOf(
  'ChangePasswordResult',
  'What changing a password came to.',
  () => [PasswordChanged, PasswordWrong, PasswordNotAllowed, NoLocalAccount] as const,
)
export const ChangeAuthenticatorResult = resultOf(
  'ChangeAuthenticatorResult',
  'What changing an authenticator app came to.',
  () => [AuthenticatorChanged, PasswordWrong, CodeWrong, NoLocalAccount] as const,
)
export const NewRecoveryCodesResult = resultOf(
  'NewRecoveryCodesResult',
  'What asking for new recovery codes came to.',
  () => [RecoveryCodesMade, PasswordWrong, NoLocalAccount] as const,
)
