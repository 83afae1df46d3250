import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { type NetworkScope } from '../access/domain/scope.js'
import { type InvitationEntity } from '../access/invitation.entity.js'
import { InvitationRepository } from '../access/invitation.repository.js'
import { Allow, Scope } from '../platform/graphql/allow.js'
import { ErasureService } from './erasure.service.js'
import { InvitationService } from './invitation.service.js'
import { MembershipService } from './membership.service.js'
import {
  ChangeMembershipInput,
  EndMembershipInput,
  ErasePersonInput,
  InviteMemberInput,
  ResetSignInInput,
  WithdrawInvitationInput,
} from './people.inputs.js'
import {
  ChangeMembershipResult,
  EndMembershipResult,
  ErasePersonResult,
  InviteMemberResult,
  MemberInvited,
  ResetSignInResult,
  WithdrawInvitationResult,
} from './people-result.types.js'
import { Invitation } from './people.types.js'
import { SignInResetService } from './sign-in-reset.service.js'

@Resolver()
export class PeopleMutationResolver {
  constructor(
    private readonly invitations: InvitationService,
    private readonly memberships: MembershipService,
    private readonly resets: SignInResetService,
    private readonly erasures: ErasureService,
  ) {}

  @Mutation(() => InviteMemberResult, {
    description:
      'Invite somebody into an organisation the caller administers. Nothing is sent: pass the link on. It gives nothing until accepted.',
  })
  @Allow('membership.manage')
  inviteMember(@Args('input') input: InviteMemberInput, @Scope() scope: NetworkScope): Promise<typeof InviteMemberResult> {
    return this.invitations.invite(scope, input)
  }

  @Mutation(() => WithdrawInvitationResult, { description: 'Take an invitation back before it is accepted.' })
  @Allow('membership.manage')
  withdrawInvitation(
    @Args('input') input: WithdrawInvitationInput,
    @Scope() scope: NetworkScope,
  ): Promise<typeof WithdrawInvitationResult> {
    return this.invitations.withdraw(scope, input)
  }

  @Mutation(() => ChangeMembershipResult, {
    description: 'Change what somebody is in the same organisation, or from when to when. The last administrator cannot stop being one.',
  })
  @Allow('membership.manage')
  changeMembership(@Args('input') input: ChangeMembershipInput, @Scope() scope: NetworkScope): Promise<typeof ChangeMembershipResult> {
    return this.memberships.change(scope, input)
  }

  @Mutation(() => EndMembershipResult, {
    description:
      'End a membership at once, which ends the person’s sessions and tokens, or with a last day. What they recorded stays. The last administrator cannot go.',
  })
  @Allow('membership.manage')
  endMembership(@Args('input') input: EndMembershipInput, @Scope() scope: NetworkScope): Promise<typeof EndMembershipResult> {
    return this.memberships.end(scope, input)
  }

  @Mutation(() => ResetSignInResult, {
    description: 'Make a link by which somebody sets up anew how they sign in: for who administers every organisation the person is in.',
  })
  @Allow('membership.manage')
  resetSignIn(@Args('input') input: ResetSignInInput, @Scope() scope: NetworkScope): Promise<typeof ResetSignInResult> {
    return this.resets.reset(scope, input)
  }

  @Mutation(() => ErasePersonResult, {
    description: 'Remove somebody’s name and address and end all that they can come in with. What they recorded, and the trail, stay.',
  })
  @Allow('person.erase')
  erasePerson(@Args('input') input: ErasePersonInput, @Scope() scope: NetworkScope): Promise<typeof ErasePersonResult> {
    return this.erasures.erase(scope, input)
  }
}

@Resolver(() => MemberInvited)
export class MemberInvitedResolver {
  constructor(private readonly invitations: InvitationRepository) {}

  @ResolveField(() => Invitation, { description: 'What was offered.' })
  async invitation(@Parent() { invitationId }: MemberInvited): Promise<InvitationEntity> {
    const invitation = await this.invitations.ofId(invitationId)
    if (!invitation) throw new Error(`No invitation ${invitationId}`)
    return invitation
  }
}
