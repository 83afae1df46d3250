import { Injectable } from '@nestjs/common'
import { type PersonEntity } from '../access/access.entity.js'
import { AccessRepository } from '../access/access.repository.js'
import { type InvitationEntity } from '../access/invitation.entity.js'
import { InvitationRepository } from '../access/invitation.repository.js'
import { LinkMaker } from '../access/link-maker.js'
import { secretDigest } from '../access/secret.js'
import { Config } from '../platform/config.js'
import { type Caller } from '../platform/graphql/allow.js'
import { type Acceptance, acceptanceOf } from './domain/acceptance.js'

/** A link that can be used, for whoever holds it. */
export interface HeldLink {
  readonly link: InvitationEntity
  /** Whoever is signed in in the browser that holds it. */
  readonly holder: PersonEntity | null
  /** Whose way of signing in is set up anew; null for an invitation. */
  readonly resets: PersonEntity | null
  readonly acceptance: Acceptance
}

/** Finds one-time links by their secret. */
@Injectable()
export class LinkService {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly access: AccessRepository,
    private readonly maker: LinkMaker,
    private readonly config: Config,
  ) {}

  /** The link of a secret; null when it cannot be used, whoever made it may let nobody in any more, or the person whom it would let in was erased. */
  async find(secret: string): Promise<InvitationEntity | null> {
    const link = await this.invitations.open(secretDigest(secret))
    if (!link || !(await this.maker.mayStill(link))) return null
    return link.personId === null || (await this.personOf(link)) ? link : null
  }

  /** The link as whoever calls holds it. A program with a token accepts nothing in its person's name. */
  async held(secret: string, caller: Caller): Promise<HeldLink | null> {
    const link = await this.find(secret)
    if (!link) return null
    const holder = caller.personId !== null && caller.through?.kind === 'session' ? await this.access.person(caller.personId) : null
    const acceptance = acceptanceOf({
      ...{ isReset: link.kind === 'RESET', email: link.email, way: this.config.SIGN_IN ?? null, holder },
      isAddressKnown: (await this.access.personByEmail(link.email)) !== null,
    })
    return { link, holder, resets: await this.personOf(link), acceptance }
  }

  /** Who made it; null for whoever runs the server. */
  async makerOf({ createdBy }: InvitationEntity): Promise<PersonEntity | null> {
    return createdBy === null ? null : this.access.person(createdBy)
  }

  /** Whose way of signing in a link sets up anew; null for an invitation. */
  async personOf({ personId }: InvitationEntity): Promise<PersonEntity | null> {
    const person = personId === null ? null : await this.access.person(personId)
    return person?.erasedAt === null ? person : null
  }
}
