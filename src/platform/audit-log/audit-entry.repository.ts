import { Injectable } from '@nestjs/common'
import { Database } from '../database/database.js'
import { emptyChain } from './audit-chain.js'
import { AuditEntryEntity, AuditHeadEntity } from './audit-entry.entity.js'

/** Entries sent in one statement: far below the fewest values a database takes at once. */
const BATCH = 1000

/** Writes the rows of the trail. */
@Injectable()
export class AuditEntryRepository {
  constructor(private readonly database: Database) {}

  /**
   * Where chains end now, for this transaction alone until it ends: whoever adds to the same chain waits. Chains are taken in the order of their
   * names, so that two that wait for each other cannot be. On SQLite transactions queue anyway.
   */
  async hold(chains: readonly string[]): Promise<AuditHeadEntity[]> {
    const inOrder = [...chains].sort()
    const { manager, isPostgres } = this.database
    if (!isPostgres) {
      const found = await manager.createQueryBuilder(AuditHeadEntity, 'head').where('head.chain IN (:...chains)', { chains }).getMany()
      const heads = new Map(found.map((head) => [head.chain, head]))
      return inOrder.map((chain) => heads.get(chain) ?? emptyChain(chain))
    }
    // One statement makes the heads that are missing and locks the others: two statements could be overtaken in between.
    const insert = manager.createQueryBuilder().insert().into(AuditHeadEntity).values(inOrder.map(emptyChain))
    const held = await insert.orUpdate(['chain'], ['chain']).returning(['chain', 'sequence', 'hash']).execute()
    return held.raw as AuditHeadEntity[]
  }

  async add(entries: readonly AuditEntryEntity[], heads: readonly AuditHeadEntity[]): Promise<void> {
    const { manager } = this.database
    for (let from = 0; from < entries.length; from += BATCH) await manager.insert(AuditEntryEntity, entries.slice(from, from + BATCH))
    await manager
      .createQueryBuilder()
      .insert()
      .into(AuditHeadEntity)
      .values([...heads])
      .orUpdate(['sequence', 'hash'], ['chain'])
      .execute()
  }
}
