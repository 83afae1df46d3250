import { Injectable } from '@nestjs/common'
import { IsNull, MoreThan } from 'typeorm'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { type Instant } from '../platform/day.js'
import { TokenEntity } from './token.entity.js'

/** Tokens of programs. */
@Injectable()
export class TokenRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The token of a digest that still holds. */
  standing(hash: string): Promise<TokenEntity | null> {
    return this.database.manager.findOneBy(TokenEntity, { hash, ...this.holds() })
  }

  /** A person's token, while it holds. */
  standingOf(personId: string, id: string): Promise<TokenEntity | null> {
    return this.database.manager.findOneBy(TokenEntity, { personId, id, ...this.holds() })
  }

  /** A person's tokens that hold, the newest first. */
  allOf(personId: string): Promise<TokenEntity[]> {
    return this.database.manager.find(TokenEntity, { where: { personId, ...this.holds() }, order: { createdAt: 'DESC', id: 'ASC' } })
  }

  async add(token: TokenEntity): Promise<void> {
    await this.database.manager.insert(TokenEntity, token)
  }

  async revoke(ids: readonly string[], revokedAt: Instant): Promise<void> {
    if (ids.length === 0) return
    const query = this.database.manager.createQueryBuilder().update(TokenEntity).set({ revokedAt })
    await query.where('id IN (:...ids)', { ids }).execute()
  }

  async used(id: string, lastUsedAt: Instant): Promise<void> {
    await this.database.manager.update(TokenEntity, { id }, { lastUsedAt })
  }

  private holds() {
    return { revokedAt: IsNull(), expiresAt: MoreThan(this.clock.now()) }
  }
}
