import { Injectable } from '@nestjs/common'
import { In, IsNull } from 'typeorm'
import { Database } from '../database/database.js'
import { type Instant } from '../day.js'
import { StoredFileEntity } from './stored-file.entity.js'

/** Names the lock under which content is put in place or removed. */
const CONTENT_LOCK = 7_205_759

/** Rows of uploaded files. */
@Injectable()
export class StoredFileRepository {
  constructor(private readonly database: Database) {}

  file(id: string): Promise<StoredFileEntity | null> {
    return this.database.manager.findOneBy(StoredFileEntity, { id })
  }

  async add(files: readonly StoredFileEntity[]): Promise<void> {
    await this.database.manager.insert(StoredFileEntity, [...files])
  }

  /** Those of the ids which are unattached uploads of a person for an organisation, held until the transaction ends. */
  unattached(ids: readonly string[], uploadedBy: string, organisationCode: string): Promise<StoredFileEntity[]> {
    const query = this.database.manager
      .createQueryBuilder(StoredFileEntity, 'file')
      .where('file.id IN (:...ids) AND file.uploadedBy = :uploadedBy', { ids, uploadedBy })
      .andWhere('file.organisationCode = :organisationCode AND file.attachedAt IS NULL', { organisationCode })
    return (this.database.isPostgres ? query.setLock('pessimistic_write') : query).getMany()
  }

  async attach(ids: readonly string[], attachedAt: Instant): Promise<void> {
    await this.database.manager.update(StoredFileEntity, { id: In([...ids]), attachedAt: IsNull() }, { attachedAt })
  }

  /** Uploads from before a moment that were never attached, the oldest first, held until the transaction ends. */
  abandoned(before: Instant, limit: number): Promise<StoredFileEntity[]> {
    const query = this.database.manager
      .createQueryBuilder(StoredFileEntity, 'file')
      .where('file.attachedAt IS NULL AND file.uploadedAt < :before', { before })
      .orderBy('file.uploadedAt')
      .limit(limit)
    return (this.database.isPostgres ? query.setLock('pessimistic_write').setOnLocked('skip_locked') : query).getMany()
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.database.manager.delete(StoredFileEntity, { id: In([...ids]), attachedAt: IsNull() })
  }

  /** Those of the digests that some row refers to. */
  async referenced(digests: readonly string[]): Promise<Set<string>> {
    if (digests.length === 0) return new Set()
    const rows = await this.database.manager
      .createQueryBuilder(StoredFileEntity, 'file')
      .select('file.digest', 'digest')
      .where('file.digest IN (:...digests)', { digests })
      .groupBy('file.digest')
      .getRawMany<{ digest: string }>()
    return new Set(rows.map(({ digest }) => digest))
  }

  /**
   * Lets nobody else put content in place or remove it until the transaction ends: what is removed must not be what somebody is just storing.
   * On SQLite transactions queue anyway.
   */
  async holdContent(): Promise<void> {
    if (this.database.isPostgres) await this.database.manager.query(`SELECT pg_advisory_xact_lock(${CONTENT_LOCK})`)
  }
}
