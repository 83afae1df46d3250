import { Injectable } from '@nestjs/common'
import { type StoredEntry } from '../platform/audit-log/audit-chain.js'
import { AuditEntryEntity, AuditHeadEntity } from '../platform/audit-log/audit-entry.entity.js'
import { Database } from '../platform/database/database.js'

/** An entry with its hash, exactly as it is stored. */
export type StoredLink = StoredEntry & { readonly hash: string }

const COLUMNS = [
  ...['id', 'chain', 'sequence', 'hash', 'occurredAt', 'organisationCode', 'actorId', 'action', 'subjectType', 'subjectId', 'details'],
] as const

/** The chains of the trail as they are stored, for whoever checks them: of everybody, so it is used by the command line only, but for the heads of a scope. */
@Injectable()
export class ChainRepository {
  constructor(private readonly database: Database) {}

  /** Every chain that has entries or a head, by name. */
  async chains(): Promise<string[]> {
    const { manager } = this.database
    const rows = await manager.query<{ chain: string }[]>(
      'SELECT "chain" FROM "audit_entry" UNION SELECT "chain" FROM "audit_head" ORDER BY 1',
    )
    return rows.map(({ chain }) => chain)
  }

  head(chain: string): Promise<AuditHeadEntity | null> {
    return this.database.manager.findOneBy(AuditHeadEntity, { chain })
  }

  /** Where chains end, by name: of all, or of those named. */
  heads(chains?: readonly string[]): Promise<AuditHeadEntity[]> {
    const query = this.database.manager.createQueryBuilder(AuditHeadEntity, 'head').orderBy('head.chain')
    if (chains) query.where(chains.length > 0 ? 'head.chain IN (:...chains)' : '1 = 0', { chains })
    return query.getMany()
  }

  /** The entries of a chain that follow another, in order. Their texts are not read as JSON: a check is of what is stored. */
  links(chain: string, limit: number, after?: StoredLink): Promise<StoredLink[]> {
    const query = this.database.manager.createQueryBuilder(AuditEntryEntity, 'entry').select([])
    for (const column of COLUMNS) query.addSelect(`entry.${column}`, column)
    query.where('entry.chain = :chain', { chain })
    if (after) {
      const { sequence, id } = after
      query.andWhere('(entry.sequence > :sequence OR (entry.sequence = :sequence AND entry.id > :id))', { sequence, id })
    }
    return query.orderBy('entry.sequence').addOrderBy('entry.id').limit(limit).getRawMany<StoredLink>()
  }
}
