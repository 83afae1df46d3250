import { Injectable } from '@nestjs/common'
import { AccessRepository } from '../access/access.repository.js'
import { scopeOf } from '../access/domain/scope.js'
import { InvitationRepository } from '../access/invitation.repository.js'
import { Clock } from '../platform/clock.js'
import { AdministeredRepository } from './administered.repository.js'

/** Takes back the links of somebody who may no longer make them. */
@Injectable()
export class LinkWithdrawalService {
  constructor(
    private readonly access: AccessRepository,
    private readonly administered: AdministeredRepository,
    private readonly invitations: InvitationRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes back every unused link of somebody into organisations they administer no longer, and every link of theirs to sign in anew as somebody
   * else: whoever was sent away does not come back by a link in their drawer. To be called inside a transaction, after the change.
   */
  async madeByFormer(personId: string): Promise<void> {
    const links = await this.invitations.unusedMadeBy(personId)
    if (links.length === 0) return
    const scope = scopeOf(personId, await this.access.membershipsOf(personId), 'membership.manage')
    const codes = links.flatMap(({ organisationCode }) => (organisationCode === null ? [] : [organisationCode]))
    const still = new Set((await this.administered.ofCodes(scope, codes)).map(({ code }) => code))
    const gone = links.filter(({ organisationCode }) => organisationCode === null || !still.has(organisationCode))
    const ids = gone.map(({ id }) => id)
    await this.invitations.withdrawAll(ids, this.clock.now())
  }
}
