import { Injectable } from '@nestjs/common'
import { type SelectQueryBuilder } from 'typeorm'
import { type NetworkScope } from '../access/domain/scope.js'
import { AuditEntryEntity } from '../platform/audit-log/audit-entry.entity.js'
import { Database } from '../platform/database/database.js'
import { addDays, type Day, startOf } from '../platform/day.js'

/** The last day that can be written: nothing is after it, and the day that follows would sort before all others. */
const LAST_DAY = '9999-12-31'

/** Which entries of the trail; what is not given narrows nothing. */
export interface AuditFilter {
  readonly organisationCode?: string | null
  readonly actions?: readonly string[] | null
  readonly actorId?: string | null
  readonly subjectType?: string | null
  readonly subjectId?: string | null
  readonly from?: Day | null
  readonly to?: Day | null
}

/** Reads the audit trail. Nothing else does: no rule may depend on it. */
@Injectable()
export class AuditRepository {
  constructor(private readonly database: Database) {}

  /** Entries of the scope's own organisations, newest first, after a moment and id. */
  trail(scope: NetworkScope, filter: AuditFilter, limit: number, after?: readonly (string | number)[]): Promise<AuditEntryEntity[]> {
    const query = this.database.manager.createQueryBuilder(AuditEntryEntity, 'entry').where('1 = 1')
    if (!scope.england) narrowToOwn(query, scope.own)
    narrowToFilter(query, filter)
    if (after) {
      const [at, id] = after.map(String)
      query.andWhere('(entry.occurredAt < :at OR (entry.occurredAt = :at AND entry.id < :id))', { at, id })
    }
    return query.orderBy('entry.occurredAt', 'DESC').addOrderBy('entry.id', 'DESC').limit(limit).getMany()
  }

  /** Who did anything in the scope's own organisations, or in one of them: their ids. */
  async actors(scope: NetworkScope, organisationCode: string | null): Promise<string[]> {
    const query = this.database.manager
      .createQueryBuilder(AuditEntryEntity, 'entry')
      .select('entry.actorId', 'actorId')
      .distinct(true)
      .where('entry.actorId IS NOT NULL')
    if (!scope.england) narrowToOwn(query, scope.own)
    narrowToFilter(query, { organisationCode })
    return (await query.getRawMany<{ actorId: string }>()).map(({ actorId }) => actorId)
  }
}

/** The trail knows organisations by code only, and is read by one's own: an ICB does not read its networks' trails. */
function narrowToOwn(query: SelectQueryBuilder<AuditEntryEntity>, own: readonly string[]): void {
  if (own.length === 0) query.andWhere('1 = 0')
  else query.andWhere('entry.organisationCode IN (:...own)', { own })
}

function narrowToFilter(query: SelectQueryBuilder<AuditEntryEntity>, filter: AuditFilter): void {
  const { actions, from, to } = filter
  for (const column of ['organisationCode', 'actorId', 'subjectType', 'subjectId'] as const) {
    if (filter[column]) query.andWhere(`entry.${column} = :${column}`, { [column]: filter[column] })
  }
  if (actions) query.andWhere(actions.length > 0 ? 'entry.action IN (:...actions)' : '1 = 0', { actions })
  if (from) query.andWhere('entry.occurredAt >= :from', { from: startOf(from) })
  if (to && to < LAST_DAY) query.andWhere('entry.occurredAt < :end', { end: startOf(addDays(to, 1)) })
}
