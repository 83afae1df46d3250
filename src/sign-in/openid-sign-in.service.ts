import { Injectable } from '@nestjs/common'
import { type IDToken } from 'openid-client'
import { type PersonEntity } from '../access/access.entity.js'
import { Database } from '../platform/database/database.js'
import { problemOf } from '../platform/graphql/plain-text.js'
import { AcceptanceService } from './acceptance.service.js'
import { IdentityRepository } from './identity.repository.js'
import { IdentityTying } from './identity-tying.service.js'
import { LinkService } from './link.service.js'

/** Why somebody whom the provider knows is not let in: nobody here knows them, their link is used up, or their account there is somebody else's here. */
export type NotLetIn = 'unknown' | 'closed' | 'taken'

/** Whom a provider's claims mean. Claims say who somebody is, and never what they may do. */
@Injectable()
export class OpenidSignIn {
  constructor(
    private readonly identities: IdentityRepository,
    private readonly links: LinkService,
    private readonly acceptance: AcceptanceService,
    private readonly database: Database,
    private readonly tying: IdentityTying,
  ) {}

  /** Who came, accepting the link they hold if they hold one. */
  async whoIs(claims: IDToken, invitation: string | null): Promise<PersonEntity | NotLetIn> {
    const known = await this.identities.personOf(claims.iss, claims.sub)
    if (invitation !== null) return this.accept(claims, known, invitation)
    return known ?? (await this.byAddress(claims)) ?? 'unknown'
  }

  private async accept(claims: IDToken, known: PersonEntity | null, secret: string): Promise<PersonEntity | NotLetIn> {
    const link = await this.links.find(secret)
    if (!link) return 'closed'
    if (link.personId === null) {
      const person = known ?? (await this.byAddress(claims))
      const by = person ?? { name: nameIn(claims) ?? link.name, email: verifiedAddress(claims), isKnownByIt: false }
      const accepted = await this.acceptance.accept(link, by, ({ id }) => (person ? Promise.resolve() : this.tying.tie(claims, id)))
      return accepted?.person ?? 'closed'
    }
    // Signing in anew: another account at the provider takes the place of the one before.
    if (known && known.id !== link.personId) return 'taken'
    const person = await this.links.personOf(link)
    if (!person) return 'closed'
    const accepted = await this.acceptance.accept(link, person, async ({ id }) => {
      await this.identities.removeOf(id, claims.iss)
      await this.tying.tie(claims, id)
    })
    return accepted?.person ?? 'closed'
  }

  /**
   * An address makes somebody known only where the provider says it is theirs, and only if they cannot sign in in any way yet: whoever can is known by that, and
   * an address may pass to somebody else.
   */
  private async byAddress(claims: IDToken): Promise<PersonEntity | null> {
    const email = verifiedAddress(claims)
    if (email === null) return null
    return this.database.transaction(async () => {
      const person = await this.identities.personWithoutSignIn(email, claims.iss)
      if (person) await this.tying.tie(claims, person.id)
      return person
    })
  }
}

function verifiedAddress({ email, email_verified }: IDToken): string | null {
  return typeof email === 'string' && email_verified === true ? email : null
}

/** Their name at the provider, where it is one that could be typed here too. */
function nameIn({ name }: IDToken): string | null {
  const text = typeof name === 'string' ? name.trim() : ''
  return problemOf(text, 1, 200, false) === undefined ? text : null
}
