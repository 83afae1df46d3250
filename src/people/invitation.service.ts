import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { InvitationRepository } from '../access/invitation.repository.js'
import { Idempotency } from '../platform/idempotency/idempotency.js'
import { RequestError } from '../platform/request-error.js'
import { AdministrationService } from './administration.service.js'
import { InvitationRules } from './invitation-rules.service.js'
import { OneTimeLinkService } from './one-time-link.service.js'
import { type InviteMemberInput, type WithdrawInvitationInput } from './people.inputs.js'
import { type InviteMemberResult, type WithdrawInvitationResult } from './people-result.types.js'

/** Invites people, and takes invitations back. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly administration: AdministrationService,
    private readonly rules: InvitationRules,
    private readonly links: OneTimeLinkService,
    private readonly invitations: InvitationRepository,
  ) {}

  /**
   * Invites somebody. The secret of the link is in the answer and nowhere else. The same request sent again finds the invitation that was made
   * and is given another link to it, so that an answer that was lost loses nothing, and no secret is kept for it.
   */
  async invite(scope: NetworkScope, input: InviteMemberInput): Promise<typeof InviteMemberResult> {
    let path: string | null = null
    const result = await this.idempotency.once(scope.personId, 'inviteMember', input, async () => {
      const organisation = await this.administration.organisation(scope, input.organisationCode)
      const { email, name, role, startsOn, endsOn } = { ...input, ...this.rules.daysOf(input) }
      const refusal = await this.rules.refuse(organisation, { email, role, startsOn, endsOn })
      if (refusal) return refusal
      const createdBy = scope.personId || null
      const offer = { kind: 'INVITATION' as const, personId: null, email, name, role, organisationCode: organisation.code }
      const made = await this.links.make({ ...offer, startsOn, endsOn, createdBy })
      path = made.path
      const { id: invitationId } = made.invitation
      const subject = { subjectType: 'Invitation', subjectId: invitationId, details: { role, startsOn, endsOn } }
      await this.administration.record(organisation, { action: 'invitation.make', actorId: createdBy, ...subject })
      return { kind: 'MemberInvited' as const, invitationId }
    })
    if (result.kind !== 'MemberInvited') return result
    return { ...result, path: path ?? (await this.links.again(result.invitationId)) }
  }

  /** Takes an invitation back. Errors: NOT_FOUND when it is not into an organisation the caller administers. */
  withdraw(scope: NetworkScope, input: WithdrawInvitationInput): Promise<typeof WithdrawInvitationResult> {
    const { invitationId } = input
    return this.idempotency.once<typeof WithdrawInvitationResult>(scope.personId, 'withdrawInvitation', input, async () => {
      const found = await this.invitations.ofId(invitationId)
      // In the same words, whether there is one elsewhere or none at all.
      if (!found?.organisationCode) throw new RequestError('NOT_FOUND', noInvitation)
      const organisation = await this.administration.organisation(scope, found.organisationCode, noInvitation)
      if (!(await this.links.withdraw(invitationId))) {
        return { kind: 'InvitationNotOpen', field: 'invitationId', message: 'This invitation was accepted, withdrawn or has expired.' }
      }
      const subject = { subjectType: 'Invitation', subjectId: invitationId, details: { role: found.role } }
      await this.administration.record(organisation, { action: 'invitation.withdraw', actorId: scope.personId, ...subject })
      return { kind: 'InvitationWithdrawn', invitationId }
    })
  }
}

const noInvitation = 'There is no such invitation to an organisation you administer.'
