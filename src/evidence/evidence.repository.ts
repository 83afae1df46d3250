import { Injectable } from '@nestjs/common'
import { type ObjectLiteral, type SelectQueryBuilder } from 'typeorm'
import { type NetworkScope } from '../access/domain/scope.js'
import { OccurrenceEntity } from '../checklist/checklist.entity.js'
import { type EvidenceFacts } from '../checklist/domain/evidence-counts.js'
import { NetworkRepository, type SqlCondition } from '../network/network.repository.js'
import { Database } from '../platform/database/database.js'
import { type Instant } from '../platform/day.js'
import {
  DeclarationConfirmationEntity,
  EvidenceEndEntity,
  EvidenceEntity,
  EvidenceFileEntity,
  EvidenceUseEntity,
} from './evidence.entity.js'

/** A piece of evidence as linked to one occurrence, whether or not it and the link still stand. */
export interface EvidenceUse {
  readonly evidence: EvidenceEntity
  readonly end: EvidenceEndEntity | null
  readonly occurrenceId: string
  readonly linkedAt: Instant
  readonly unlinkedAt: Instant | null
}

/** Which part of an organisation's evidence is wanted: `limit` rows after a key, newest first. */
export interface EvidencePage {
  readonly search: string | null
  readonly after: { readonly receivedAt: Instant; readonly id: string } | null
  readonly limit: number
}

type Query = SelectQueryBuilder<ObjectLiteral>

/**
 * Evidence as its readers may see it. The organisation's own people see all of it; practice staff what is of the network or their own practice, and
 * what was submitted; a commissioner what was submitted, and nothing before.
 */
@Injectable()
export class EvidenceRepository {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkRepository,
  ) {}

  async one(scope: NetworkScope, id: string): Promise<EvidenceEntity | null> {
    return (await this.ofIds(scope, [id]))[0] ?? null
  }

  ofIds(scope: NetworkScope, ids: readonly string[]): Promise<EvidenceEntity[]> {
    const query = this.evidence().where('evidence.id IN (:...ids)', { ids: [...new Set(ids)] })
    return this.seen(query, scope).getMany()
  }

  /** Evidence linked to any occurrence of items, newest first: each piece once for each item. */
  async ofItems(scope: NetworkScope, itemIds: readonly string[]): Promise<(EvidenceEntity & { itemId: string })[]> {
    const rows = await this.linked(scope, 'occurrence.itemId IN (:...itemIds)', { itemIds })
    const found = new Map(rows.map(({ evidence, occurrence: { itemId } }) => [`${itemId} ${evidence.id}`, { ...evidence, itemId }]))
    return [...found.values()]
  }

  /** Evidence linked to occurrences, newest first. */
  async ofOccurrences(scope: NetworkScope, occurrenceIds: readonly string[]): Promise<(EvidenceEntity & { occurrenceId: string })[]> {
    const rows = await this.linked(scope, 'use.occurrenceId IN (:...occurrenceIds)', { occurrenceIds })
    return rows.map(({ evidence, occurrenceId }) => ({ ...evidence, occurrenceId }))
  }

  /** Occurrences that evidence serves, by due day. */
  async occurrencesOf(scope: NetworkScope, evidenceIds: readonly string[]): Promise<(OccurrenceEntity & { evidenceId: string })[]> {
    const rows = await this.linked(scope, 'use.evidenceId IN (:...evidenceIds)', { evidenceIds })
    return rows
      .map(({ evidence, occurrence }) => ({ ...occurrence, evidenceId: evidence.id }))
      .sort((one, other) => (one.opensOn < other.opensOn ? -1 : 1))
  }

  /** The same page of evidence that stands of each organisation. One query for the page, one for its rows. */
  async ofOwners(scope: NetworkScope, ownerCodes: readonly string[], { search, after, limit }: EvidencePage): Promise<EvidenceEntity[]> {
    const places = this.evidence()
      .select('evidence.id', 'id')
      .addSelect('ROW_NUMBER() OVER (PARTITION BY evidence.ownerCode ORDER BY evidence.receivedAt DESC, evidence.id DESC)', 'place')
      .leftJoin(EvidenceEndEntity, 'end', 'end.evidenceId = evidence.id')
      .where('evidence.ownerCode IN (:...ownerCodes) AND end.evidenceId IS NULL', { ownerCodes })
    if (after) {
      places.andWhere('(evidence.receivedAt < :receivedAt OR (evidence.receivedAt = :receivedAt AND evidence.id < :afterId))', {
        receivedAt: after.receivedAt,
        afterId: after.id,
      })
    }
    if (search !== null) containing(places, search)
    this.seen(places, scope)
    return this.evidence()
      .innerJoin(`(${places.getQuery()})`, 'page', 'page."id" = evidence.id')
      .where('page."place" <= :limit')
      .setParameters({ ...places.getParameters(), limit })
      .orderBy('evidence.receivedAt', 'DESC')
      .addOrderBy('evidence.id', 'DESC')
      .getMany()
  }

  /** Declarations that stand, were entered on a clinical director's behalf and are not confirmed by her yet, newest first. */
  unconfirmedOf(scope: NetworkScope, ownerCodes: readonly string[]): Promise<EvidenceEntity[]> {
    const query = this.evidence()
      .leftJoin(EvidenceEndEntity, 'end', 'end.evidenceId = evidence.id')
      .leftJoin(DeclarationConfirmationEntity, 'confirmed', 'confirmed.evidenceId = evidence.id')
      .where('evidence.ownerCode IN (:...ownerCodes)', { ownerCodes })
      .andWhere('end.evidenceId IS NULL AND confirmed.evidenceId IS NULL')
      .andWhere('evidence.declaration LIKE :onBehalf', { onBehalf: '%"onBehalf":{%' })
      .orderBy('evidence.receivedAt', 'DESC')
      .addOrderBy('evidence.id', 'DESC')
    return this.seen(query, scope).getMany()
  }

  /** Who recorded pieces of evidence, for the organisation's own people only. */
  recordersOf(scope: NetworkScope, evidenceIds: readonly string[]): Promise<{ id: string; recordedBy: string }[]> {
    const { sql, parameters } = this.networks.scopeCondition('evidence.ownerCode', { ...insider(scope), practices: scope.practices })
    return this.evidence()
      .select(['evidence.id', 'evidence.recordedBy'])
      .where('evidence.id IN (:...evidenceIds)', { evidenceIds: [...new Set(evidenceIds)] })
      .andWhere(`(${sql})`, parameters)
      .getMany()
  }

  /** Whether a file belongs to evidence the scope sees. */
  seesFile(scope: NetworkScope, fileId: string): Promise<boolean> {
    const query = this.evidence().innerJoin(EvidenceFileEntity, 'file', 'file.evidenceId = evidence.id AND file.fileId = :fileId', {
      fileId,
    })
    return this.seen(query.where('1 = 1'), scope).getExists()
  }

  /** All that was ever linked to these occurrences, for whoever computes their standing. No scope: ids of parents already in scope. */
  async usesOf(occurrenceIds: readonly string[]): Promise<EvidenceUse[]> {
    if (occurrenceIds.length === 0) return []
    const rows = await this.database.manager
      .createQueryBuilder(EvidenceUseEntity, 'use')
      .innerJoinAndMapOne('use.evidence', EvidenceEntity, 'evidence', 'evidence.id = use.evidenceId')
      .leftJoinAndMapOne('use.end', EvidenceEndEntity, 'end', 'end.evidenceId = use.evidenceId')
      .where('use.occurrenceId IN (:...occurrenceIds)', { occurrenceIds: [...new Set(occurrenceIds)] })
      .orderBy('use.recordedAt')
      .addOrderBy('use.id')
      .getMany()
    return (rows as (EvidenceUseEntity & Pick<EvidenceUse, 'evidence' | 'end'>)[]).map((row) => {
      const { evidence, end, occurrenceId, recordedAt: linkedAt, supersededAt: unlinkedAt } = row
      return { evidence, end, occurrenceId, linkedAt, unlinkedAt }
    })
  }

  /** What pieces of evidence serve, or served once. No scope: whoever asks narrows the occurrences. */
  async everServed(evidenceIds: readonly string[]): Promise<Pick<EvidenceUseEntity, 'evidenceId' | 'occurrenceId'>[]> {
    if (evidenceIds.length === 0) return []
    return this.database.manager
      .createQueryBuilder(EvidenceUseEntity, 'use')
      .select(['use.id', 'use.evidenceId', 'use.occurrenceId'])
      .where('use.evidenceId IN (:...evidenceIds)', { evidenceIds: [...new Set(evidenceIds)] })
      .getMany()
  }

  private evidence(): SelectQueryBuilder<EvidenceEntity> {
    return this.database.manager.createQueryBuilder(EvidenceEntity, 'evidence')
  }

  /** Links that stand, with both their ends, newest evidence first. A commissioner sees a link when it was submitted. */
  private async linked(scope: NetworkScope, condition: string, parameters: ObjectLiteral) {
    const query = this.database.manager
      .createQueryBuilder(EvidenceUseEntity, 'use')
      .innerJoinAndMapOne('use.evidence', EvidenceEntity, 'evidence', 'evidence.id = use.evidenceId')
      .innerJoinAndMapOne('use.occurrence', OccurrenceEntity, 'occurrence', 'occurrence.id = use.occurrenceId')
      .where(condition, parameters)
      .andWhere('use.supersededAt IS NULL')
      .orderBy('evidence.receivedAt', 'DESC')
      .addOrderBy('evidence.id', 'DESC')
    const rows = await this.seen(query, scope, ' AND "submission"."occurrenceId" = use.occurrenceId').getMany()
    return rows as (EvidenceUseEntity & { evidence: EvidenceEntity; occurrence: OccurrenceEntity })[]
  }

  /** The same query, finding only what the scope sees; `submittedFor` narrows what counts as submitted. */
  private seen<Q extends Query>(query: Q, scope: NetworkScope, submittedFor = ''): Q {
    const own = this.networks.scopeCondition('evidence.ownerCode', insider(scope))
    const practice = this.networks.scopeCondition('evidence.ownerCode', { ...nowhere(scope), practices: scope.practices })
    const mine = namingAny(scope.practices)
    const reached = this.networks.scopeCondition('evidence.ownerCode', scope)
    const submitted =
      'EXISTS (SELECT 1 FROM "submission_evidence" "frozen" INNER JOIN "submission" "submission" ON "submission"."id" = "frozen"."submissionId" ' +
      `WHERE "frozen"."evidenceId" = evidence.id${submittedFor})`
    const parameters = { ...own.parameters, ...practice.parameters, ...mine.parameters, ...reached.parameters }
    query.andWhere(`((${own.sql}) OR ((${practice.sql}) AND (${mine.sql})) OR ((${reached.sql}) AND ${submitted}))`, parameters)
    return query
  }
}

/** Where somebody is one of the organisation's own people. */
function insider(scope: NetworkScope): NetworkScope {
  return { ...nowhere(scope), own: [...scope.own, ...scope.overseen] }
}

function nowhere({ personId }: NetworkScope): NetworkScope {
  return { personId, england: false, own: [], practices: [], overseen: [] }
}

/** Evidence of the network as a whole, or naming one of these practices. Codes are letters and digits, quoted in the stored JSON. */
function namingAny(practices: readonly string[]): SqlCondition {
  const ways = practices.map((_, index) => `evidence.practiceCodes LIKE :naming${index}`)
  const parameters = Object.fromEntries(practices.map((code, index) => [`naming${index}`, `%"${code}"%`]))
  return { sql: [`evidence.practiceCodes = '[]'`, ...ways].join(' OR '), parameters }
}

/** Evidence whose note, link or file names contain a text. */
function containing(query: SelectQueryBuilder<EvidenceEntity>, search: string): void {
  const inFiles =
    'EXISTS (SELECT 1 FROM "evidence_file" "has" INNER JOIN "stored_file" "kept" ON "kept"."id" = "has"."fileId" ' +
    `WHERE "has"."evidenceId" = evidence.id AND LOWER("kept"."name") LIKE :search ESCAPE '!')`
  query.andWhere(`(LOWER(evidence.note) LIKE :search ESCAPE '!' OR LOWER(evidence.link) LIKE :search ESCAPE '!' OR ${inFiles})`, {
    search: `%${search.toLowerCase().replace(/[!%_]/g, '!$&')}%`,
  })
}

/** What of a use bears on status: it ended when it was unlinked or its evidence ended, whichever came first. */
export function factsOf({ evidence, end, linkedAt, unlinkedAt }: EvidenceUse): EvidenceFacts {
  const { id, happenedOn, coversFrom, coversTo, lapsesOn, receivedAt, practiceCodes } = evidence
  const [endedAt = null] = [end?.endedAt, unlinkedAt].filter((at) => typeof at === 'string').sort()
  return { id, happenedOn, coversFrom, coversTo, lapsesOn, receivedAt, practiceCodes, linkedAt, endedAt }
}
