import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type InvitationEntity } from '../access/invitation.entity.js'
import { InvitationRepository } from '../access/invitation.repository.js'
import { newSecret, secretDigest } from '../access/secret.js'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { addHours } from '../platform/day.js'

/** How long each kind of link can be used, in hours: a week to answer an invitation, a day to set up signing in anew. */
const HOURS = { INVITATION: 7 * 24, RESET: 24 } as const

/** What a link is for. */
export type LinkFor = Pick<
  InvitationEntity,
  'kind' | 'personId' | 'email' | 'name' | 'role' | 'organisationCode' | 'startsOn' | 'endsOn' | 'createdBy'
>

/** A link that was made: its path holds the secret, and is kept nowhere. */
export interface MadeLink {
  readonly invitation: InvitationEntity
  readonly path: string
}

/** Makes links that work once and are kept as digests only. */
@Injectable()
export class OneTimeLinkService {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Makes a link. To be called inside a transaction. */
  async make(link: LinkFor): Promise<MadeLink> {
    const [secret, createdAt] = [newSecret(), this.clock.now()]
    const unused = { usedAt: null, usedBy: null, withdrawnAt: null }
    const invitation = {
      ...link,
      id: randomUUID(),
      hash: secretDigest(secret),
      createdAt,
      expiresAt: addHours(createdAt, HOURS[link.kind]),
      ...unused,
    }
    // Of two links to set up signing in anew, the one somebody forgot about is worth nothing.
    if (link.personId !== null) await this.invitations.withdrawResetsOf(link.personId, createdAt)
    await this.invitations.add(invitation)
    return { invitation, path: pathOf(secret) }
  }

  /** Another path for a link whose maker did not get the answer: the one before stops working. Null when it cannot be used any more. */
  async again(id: string): Promise<string | null> {
    const secret = newSecret()
    return this.database.transaction(async () => ((await this.invitations.renew(id, secretDigest(secret))) ? pathOf(secret) : null))
  }

  /** Takes a link back. False when it cannot be used any more anyway. To be called inside a transaction. */
  async withdraw(id: string): Promise<boolean> {
    return (await this.invitations.openById(id)) !== null && (await this.invitations.withdraw(id, this.clock.now()))
  }
}

function pathOf(secret: string): string {
  return `/invitation?secret=${secret}`
}
