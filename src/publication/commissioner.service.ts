import { Injectable } from '@nestjs/common'
import { type Instant } from '../platform/day.js'
import { changesBetween } from './domain/changes.js'
import { commissionersOf } from './domain/commissioning.js'
import { PublicationRepository } from './publication.repository.js'
import { type Register } from './register.service.js'

/** Says anew who commissions networks, from ODS leads and practice maps together. */
@Injectable()
export class CommissionerService {
  constructor(private readonly repository: PublicationRepository) {}

  /** Returns the networks of which it changed. */
  async restate(register: Register, at: Instant): Promise<{ recorded: number; superseded: number; networks: Set<string> }> {
    const files = await this.repository.files()
    const wanted = commissionersOf({
      networks: register.all('network').map(({ odsCode: networkCode, openedOn, closedOn }) => ({ networkCode, openedOn, closedOn })),
      leads: await this.repository.standing('lead'),
      belongings: await this.repository.belongings(),
      presences: await this.repository.presences(),
      releasedOn: files.filter(({ kind }) => kind === 'NETWORKS' || kind === 'MEMBERSHIPS').flatMap(({ onDay }) => onDay ?? []),
    })
    const standing = await this.repository.standing('commissioner')
    const keyOf = ({ networkCode, boardCode, subIcbCode, isLead, startsOn, endsOn }: (typeof wanted)[number]) =>
      JSON.stringify([networkCode, boardCode, subIcbCode, isLead, startsOn, endsOn])
    const { fresh, gone } = changesBetween(standing, wanted, keyOf, () => 0)
    await this.repository.restate('commissioner', gone, fresh, at)
    return { recorded: fresh.length, superseded: gone.length, networks: new Set([...fresh, ...gone].map(({ networkCode }) => networkCode)) }
  }
}
