import { Injectable } from '@nestjs/common'
import { In, IsNull } from 'typeorm'
import { Database } from '../platform/database/database.js'
import { type Instant } from '../platform/day.js'
import { StoredFileEntity } from '../platform/files/stored-file.entity.js'
import {
  DeclarationConfirmationEntity,
  EvidenceEndEntity,
  EvidenceEntity,
  EvidenceFileEntity,
  EvidenceUseEntity,
} from './evidence.entity.js'

/** Writes evidence and what becomes of it, and reads what hangs on evidence already in scope. */
@Injectable()
export class EvidenceRecordRepository {
  constructor(private readonly database: Database) {}

  async add(evidence: EvidenceEntity, fileIds: readonly string[]): Promise<void> {
    const { manager } = this.database
    await manager.insert(EvidenceEntity, { ...evidence })
    const files = fileIds.map((fileId, position) => ({ evidenceId: evidence.id, fileId, position }))
    if (files.length > 0) await manager.insert(EvidenceFileEntity, files)
  }

  async addUses(uses: readonly EvidenceUseEntity[]): Promise<void> {
    if (uses.length > 0) await this.database.manager.insert(EvidenceUseEntity, [...uses])
  }

  async endUses(evidenceId: string, occurrenceIds: readonly string[], supersededAt: Instant): Promise<void> {
    const standing = { evidenceId, occurrenceId: In([...occurrenceIds]), supersededAt: IsNull() }
    await this.database.manager.update(EvidenceUseEntity, standing, { supersededAt })
  }

  /** Links of evidence that stand. */
  uses(evidenceId: string): Promise<EvidenceUseEntity[]> {
    return this.database.manager.find(EvidenceUseEntity, { where: { evidenceId, supersededAt: IsNull() }, order: { occurrenceId: 'ASC' } })
  }

  /** On PostgreSQL keeps others from ending the same evidence until the transaction ends; SQLite has one writer. */
  async hold(evidenceId: string): Promise<void> {
    if (!this.database.isPostgres) return
    const query = this.database.manager.createQueryBuilder(EvidenceEntity, 'evidence').where('evidence.id = :evidenceId', { evidenceId })
    await query.setLock('for_no_key_update').getOne()
  }

  async end(end: EvidenceEndEntity): Promise<void> {
    await this.database.manager.insert(EvidenceEndEntity, { ...end })
  }

  /** Why pieces of evidence no longer stand; none for those that do. */
  ends(evidenceIds: readonly string[]): Promise<EvidenceEndEntity[]> {
    return this.database.manager.findBy(EvidenceEndEntity, { evidenceId: In([...new Set(evidenceIds)]) })
  }

  async confirm(confirmation: DeclarationConfirmationEntity): Promise<void> {
    await this.database.manager.createQueryBuilder().insert().into(DeclarationConfirmationEntity).values(confirmation).orIgnore().execute()
  }

  confirmations(evidenceIds: readonly string[]): Promise<DeclarationConfirmationEntity[]> {
    return this.database.manager.findBy(DeclarationConfirmationEntity, { evidenceId: In([...new Set(evidenceIds)]) })
  }

  /** Files of evidence, in the order they were attached. */
  async files(evidenceIds: readonly string[]): Promise<(StoredFileEntity & { evidenceId: string })[]> {
    const rows = await this.database.manager
      .createQueryBuilder(EvidenceFileEntity, 'has')
      .innerJoinAndMapOne('has.file', StoredFileEntity, 'file', 'file.id = has.fileId')
      .where('has.evidenceId IN (:...evidenceIds)', { evidenceIds: [...new Set(evidenceIds)] })
      .orderBy('has.position')
      .getMany()
    return (rows as (EvidenceFileEntity & { file: StoredFileEntity })[]).map(({ evidenceId, file }) => ({ ...file, evidenceId }))
  }
}
