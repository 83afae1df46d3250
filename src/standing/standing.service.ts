import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { type Day } from '../platform/day.js'
import { ITEMS_AT_ONCE, ProjectionService } from './projection.service.js'
import { StandingRepository } from './standing.repository.js'

/** Keeps the stored standing of every item what the status function says: at each change, and as days pass. */
@Injectable()
export class StandingService implements OnModuleInit {
  private current: { readonly day: Day; readonly done: Promise<void> } | undefined

  constructor(
    private readonly database: Database,
    private readonly standing: StandingRepository,
    private readonly projection: ProjectionService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.database.beforeCommit(async (itemIds, ownerCodes) => {
      const ids = new Set([...itemIds, ...(await this.standing.itemIdsOwnedBy(ownerCodes))])
      await this.projection.project([...ids].sort())
    })
  }

  /** Brings the rows up to date whose day has come. The first call of a day does it, and the others wait for that one. */
  upToToday(): Promise<void> {
    const today = this.clock.today()
    if (this.current?.day === today) return this.current.done
    const done = this.recompute((afterId) => this.standing.itemsToRefresh(today, afterId, ITEMS_AT_ONCE)).then(() => undefined)
    this.current = { day: today, done }
    // A day that failed is tried again by the next request.
    done.catch(() => (this.current = undefined))
    return done
  }

  /** Computes every row anew. Says how many there are, and how many were not what they should have been. */
  rebuild(): Promise<{ items: number; differing: number }> {
    return this.recompute((afterId) => this.standing.allItems(afterId, ITEMS_AT_ONCE))
  }

  private async recompute(next: (afterId: string) => Promise<string[]>): Promise<{ items: number; differing: number }> {
    const total = { items: 0, differing: 0 }
    let ids = await next('')
    while (ids.length > 0) {
      const batch = ids
      const differing = await this.database.transaction(() => this.projection.project(batch))
      total.items += batch.length
      total.differing += differing
      ids = await next(batch.at(-1) ?? '')
    }
    return total
  }
}
