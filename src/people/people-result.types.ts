import { Field, ID, ObjectType } from '@nestjs/graphql'
import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars'
import { type Day, type Instant } from '../platform/day.js'
import { type Answer, Refusal, resultOf } from '../platform/graphql/refusal.js'
import { Membership } from './people.types.js'

@ObjectType({
  description:
    'Somebody was invited. The link is shown here and nowhere else: pass it on to them, by a way that reaches nobody but them. A retry with the same ' +
    'idempotency key is given a new link to the same invitation, and the one before stops working.',
})
export class MemberInvited implements Answer {
  readonly kind!: string
  /** The invitation itself is read again: names and addresses are not kept with answers. */
  readonly invitationId!: string

  @Field(() => String, {
    nullable: true,
    description: 'The address on this server at which it is accepted; null when it no longer can be.',
  })
  readonly path!: string | null
}

@ObjectType({ description: 'An invitation was taken back: its link no longer works.' })
export class InvitationWithdrawn implements Answer {
  readonly kind!: string

  @Field(() => ID)
  readonly invitationId!: string
}

@ObjectType({ description: 'A membership was changed. What it was before is kept.' })
export class MembershipChanged implements Answer {
  readonly kind!: string

  @Field(() => Membership, { description: 'As it is now. It has a new id.' })
  readonly membership!: Membership
}

@ObjectType({ description: 'A membership was ended, or given its last day. Whatever the person recorded stays.' })
export class MembershipEnded implements Answer {
  readonly kind!: string

  @Field(() => Membership, { description: 'As it is now. It has a new id.' })
  readonly membership!: Membership
}

@ObjectType({
  description: 'A link by which somebody sets up anew how they sign in. It is shown here and nowhere else, and works once.',
})
export class SignInReset implements Answer {
  readonly kind!: string
  readonly invitationId!: string

  @Field(() => ID)
  readonly personId!: string

  @Field(() => String, { nullable: true, description: 'Its address on this server; null when it was used or replaced meanwhile.' })
  readonly path!: string | null

  @Field(() => GraphQLDateTimeISO, { description: 'Until when it works.' })
  readonly expiresAt!: Instant
}

@ObjectType({ description: 'Somebody’s name and address were removed, and they can no longer sign in. What they recorded stays.' })
export class PersonErased implements Answer {
  readonly kind!: string

  @Field(() => ID)
  readonly personId!: string

  @Field(() => GraphQLDateTimeISO)
  readonly erasedAt!: Instant
}

@ObjectType({ implements: () => [Refusal], description: 'Nobody can be that in an organisation of this kind.' })
export class RoleDoesNotFit extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'A membership cannot have these days.' })
export class MembershipDaysRefused extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'The person is that in the organisation already, on some of these days.' })
export class RoleHeldAlready extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'An invitation of this address to the same role is still open.' })
export class InvitedAlready extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'The invitation was accepted, withdrawn or has expired.' })
export class InvitationNotOpen extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'The membership is over.' })
export class MembershipIsOver extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'The organisation would be left without anybody who administers it.' })
export class LastAdministrator extends Refusal {
  @Field(() => GraphQLLocalDate, { description: 'The first day without an administrator.' })
  readonly firstDay!: Day
}

@ObjectType({
  implements: () => [Refusal],
  description: 'The person belongs to organisations the caller does not administer: only who runs this server may do it.',
})
export class BelongsElsewhere extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'Nobody does this for themselves: another administrator has to.' })
export class NotForOneself extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'Their name and address were removed before.' })
export class ErasedAlready extends Refusal {}

export const InviteMemberResult = resultOf(
  'InviteMemberResult',
  'What inviting somebody came to.',
  () => [MemberInvited, RoleDoesNotFit, MembershipDaysRefused, RoleHeldAlready, InvitedAlready] as const,
)
export const WithdrawInvitationResult = resultOf(
  'WithdrawInvitationResult',
  'What taking back an invitation came to.',
  () => [InvitationWithdrawn, InvitationNotOpen] as const,
)
export const ChangeMembershipResult = resultOf(
  'ChangeMembershipResult',
  'What changing a membership came to.',
  () => [MembershipChanged, RoleDoesNotFit, MembershipDaysRefused, RoleHeldAlready, MembershipIsOver, LastAdministrator] as const,
)
export const EndMembershipResult = resultOf(
  'EndMembershipResult',
  'What ending a membership came to.',
  () => [MembershipEnded, MembershipDaysRefused, MembershipIsOver, LastAdministrator] as const,
)
export const ResetSignInResult = resultOf(
  'ResetSignInResult',
  'What letting somebody set up anew how they sign in came to.',
  () => [SignInReset, BelongsElsewhere, NotForOneself] as const,
)
export const ErasePersonResult = resultOf(
  'ErasePersonResult',
  'What erasing somebody came to.',
  () => [PersonErased, ErasedAlready, LastAdministrator] as const,
)
