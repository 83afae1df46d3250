import { Injectable, type OnModuleDestroy } from '@nestjs/common'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { type Instant } from '../platform/day.js'
import { type TokenEntity } from './token.entity.js'
import { TokenRepository } from './token.repository.js'

const WRITTEN_EVERY_MS = 60_000

/** Remembers when tokens were last used, and writes it down once a minute: what programs read does not wait for a write. */
@Injectable()
export class TokenUse implements OnModuleDestroy {
  private readonly unwritten = new Map<string, Instant>()
  private readonly timer = setInterval(() => void this.write(), WRITTEN_EVERY_MS).unref()

  constructor(
    private readonly tokens: TokenRepository,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  now(tokenId: string): void {
    this.unwritten.set(tokenId, this.clock.now())
  }

  /** Tokens with when they were last used, as far as this process knows. */
  latest(tokens: readonly TokenEntity[]): TokenEntity[] {
    return tokens.map((token) => ({ ...token, lastUsedAt: this.unwritten.get(token.id) ?? token.lastUsedAt }))
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer)
    await this.write()
  }

  private async write(): Promise<void> {
    const used = [...this.unwritten]
    if (used.length === 0) return
    await this.database.transaction(async () => {
      for (const [id, at] of used) await this.tokens.used(id, at)
    })
    for (const [id, at] of used) if (this.unwritten.get(id) === at) this.unwritten.delete(id)
  }
}
