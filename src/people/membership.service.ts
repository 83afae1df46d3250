import { Injectable } from '@nestjs/common'
import { type MembershipEntity } from '../access/access.entity.js'
import { type NetworkScope } from '../access/domain/scope.js'
import { Clock } from '../platform/clock.js'
import { Idempotency } from '../platform/idempotency/idempotency.js'
import { type Organisation } from './administered.repository.js'
import { AdministrationService, lastAdministrator } from './administration.service.js'
import { changed, ended, isOver } from './domain/change.js'
import { InvitationRules } from './invitation-rules.service.js'
import { MembershipChangeService } from './membership-change.service.js'
import { type ChangeMembershipInput, type EndMembershipInput } from './people.inputs.js'
import { type ChangeMembershipResult, type EndMembershipResult } from './people-result.types.js'

/** Changes what somebody is in an organisation, and ends it. What they recorded stays. */
@Injectable()
export class MembershipService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly administration: AdministrationService,
    private readonly rules: InvitationRules,
    private readonly changes: MembershipChangeService,
    private readonly clock: Clock,
  ) {}

  change(scope: NetworkScope, input: ChangeMembershipInput): Promise<typeof ChangeMembershipResult> {
    return this.idempotency.once<typeof ChangeMembershipResult>(scope.personId, 'changeMembership', input, async () => {
      const { held, others, organisation } = await this.administration.locked(scope, input.membershipId)
      if (isOver(held, this.clock.today())) return isOverAlready
      const rows = changed(held, input, this.clock.today(), this.clock.now())
      const next = rows.at(-1) ?? held
      const days = next.startsOn !== held.startsOn || next.endsOn !== held.endsOn ? this.rules.refuseDays(next) : null
      const refusal =
        this.rules.refuseRole(organisation, next.role) ??
        days ??
        (await this.rules.refuseTwice(organisation, held.personId, next, held.id)) ??
        this.refuseLoss(scope, organisation, held, others, rows)
      if (refusal) return refusal
      const added = await this.changes.replace(organisation, held, { rows, by: scope.personId, action: 'membership.change' })
      return { kind: 'MembershipChanged', membership: added.at(-1) ?? held }
    })
  }

  /** Ends a membership at once, or with its last day. */
  end(scope: NetworkScope, input: EndMembershipInput): Promise<typeof EndMembershipResult> {
    return this.idempotency.once<typeof EndMembershipResult>(scope.personId, 'endMembership', input, async () => {
      const { held, others, organisation } = await this.administration.locked(scope, input.membershipId)
      const today = this.clock.today()
      if (isOver(held, today)) return isOverAlready
      const { lastDay = null } = input
      const row = lastDay === null ? ended(held, today, this.clock.now()) : { ...held, endsOn: lastDay }
      const days = lastDay === null ? null : this.rules.refuseDays(row)
      const refusal = (days && { ...days, field: 'lastDay' }) ?? this.refuseLoss(scope, organisation, held, others, [row])
      if (refusal) return refusal
      const [added = held] = await this.changes.replace(organisation, held, { rows: [row], by: scope.personId, action: 'membership.end' })
      return { kind: 'MembershipEnded', membership: added }
    })
  }

  private refuseLoss(
    scope: NetworkScope,
    { code }: Organisation,
    held: MembershipEntity,
    others: readonly MembershipEntity[],
    rows: readonly MembershipEntity[],
  ) {
    const firstDay = this.administration.firstDayLost(scope, code, [...others, held], [...others, ...rows])
    return firstDay === null ? null : lastAdministrator(firstDay)
  }
}

const isOverAlready = {
  kind: 'MembershipIsOver' as const,
  field: 'membershipId',
  message: 'This membership is over. Invite the person again if they come back.',
}
