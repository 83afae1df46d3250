import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common'
import { AsyncLocalStorage } from 'node:async_hooks'
import { type DataSource, type EntityManager } from 'typeorm'

export const WRITER = Symbol('the data source that writes')
export const READER = Symbol('the data source that can only read')

interface OpenTransaction {
  readonly manager: EntityManager
  readonly touched: Set<string>
  readonly touchedOwners: Set<string>
  /** Whether those inside are steps: each brings its projection up to date, all are committed together. */
  readonly isOfSteps: boolean
  /** What is done with all that was left for the end, once, before everything is committed. */
  readonly endings: Map<Ending, unknown[]>
}

type Ending = (items: readonly unknown[]) => Promise<void>

/** Brings what is computed from rows up to date; runs at the end of the transaction that changed them. Owners stand for all their items. */
export type Projection = (touchedItemIds: readonly string[], touchedOwnerCodes: readonly string[]) => Promise<void>

/**
 * The one way to rows. Inside `transaction` every query is part of it; outside, queries go to a source that can only read
 * and sees nothing uncommitted. On SQLite transactions queue, because one connection would mix concurrent ones.
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly open = new AsyncLocalStorage<OpenTransaction>()
  private lastWrite: Promise<unknown> = Promise.resolve()
  private projection: Projection = () => Promise.resolve()

  constructor(
    @Inject(WRITER) private readonly writer: DataSource,
    @Inject(READER) private readonly reader: DataSource,
  ) {}

  get isPostgres(): boolean {
    return this.writer.options.type === 'postgres'
  }

  /** The open transaction's manager, or the read-only one. */
  get manager(): EntityManager {
    return this.open.getStore()?.manager ?? this.reader.manager
  }

  /** Runs work in one transaction, or as part of the one already open. Nothing of it remains when it throws. */
  transaction<T>(work: () => Promise<T>): Promise<T> {
    const outer = this.open.getStore()
    if (!outer) return this.begin(work, false)
    return outer.isOfSteps ? this.within(outer.manager, work, false, outer) : work()
  }

  /** Runs many transactions one after another and commits them together: all of it, or none. */
  steps<T>(work: () => Promise<T>): Promise<T> {
    return this.begin(work, true)
  }

  private begin<T>(work: () => Promise<T>, isOfSteps: boolean): Promise<T> {
    const run = (): Promise<T> => this.writer.transaction((manager) => this.within(manager, work, isOfSteps))
    if (this.isPostgres) return run()
    const turn = this.lastWrite.then(run)
    this.lastWrite = turn.catch(() => undefined)
    return turn
  }

  private within<T>(manager: EntityManager, work: () => Promise<T>, isOfSteps: boolean, outer?: OpenTransaction): Promise<T> {
    const endings = outer?.endings ?? new Map<Ending, unknown[]>()
    const transaction: OpenTransaction = { manager, touched: new Set(), touchedOwners: new Set(), isOfSteps, endings }
    return this.open.run(transaction, async () => {
      const result = await work()
      const { touched, touchedOwners } = transaction
      if (touched.size + touchedOwners.size > 0) await this.projection([...touched].sort(), [...touchedOwners].sort())
      if (!outer) for (const [ending, items] of endings) await ending(items)
      return result
    })
  }

  /** Says that something bearing on these checklist items changed, so that their standing is recomputed before the commit. */
  touch(itemIds: Iterable<string>): void {
    const { touched } = this.changing()
    for (const id of itemIds) touched.add(id)
  }

  /** Says the same of every item of these networks and ICBs, for whoever knows no items: who is a member, and who leads, bears on all of them. */
  touchOwners(ownerCodes: Iterable<string>): void {
    const { touchedOwners } = this.changing()
    for (const code of ownerCodes) touchedOwners.add(code)
  }

  /**
   * Leaves items for the very end of the transaction, where `ending` gets all of them at once: for what locks a row that others are waiting for.
   * Of steps it is the end of the last. `ending` has to be the same function each time.
   */
  atEnd<T>(ending: (items: readonly T[]) => Promise<void>, items: readonly T[]): void {
    const { endings } = this.changing()
    const left = endings.get(ending as Ending) ?? []
    for (const item of items) left.push(item)
    endings.set(ending as Ending, left)
  }

  /** Registers what recomputes standing. There is one. */
  beforeCommit(projection: Projection): void {
    this.projection = projection
  }

  private changing(): OpenTransaction {
    const transaction = this.open.getStore()
    if (!transaction) throw new Error('Nothing can change outside a transaction')
    return transaction
  }

  async onApplicationShutdown(): Promise<void> {
    await this.lastWrite
    // Or every promise of this process would go on carrying it along.
    this.open.disable()
    await this.writer.destroy()
    if (this.reader.isInitialized) await this.reader.destroy()
  }
}
