import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { AuditLog, type AuditRecord } from '../audit-log/audit-log.js'
import { Clock } from '../clock.js'
import { Database } from '../database/database.js'
import { addHours, type Instant } from '../day.js'
import { FileStore, type ReceivedContent } from './file-store.js'
import { type PatientSearch } from './patient-search.js'
import { type StoredFileEntity } from './stored-file.entity.js'
import { StoredFileRepository } from './stored-file.repository.js'

/** How long an upload waits to be attached to something. */
const HOURS_KEPT = 24

/** Abandoned uploads removed in one transaction. */
const BATCH = 500

/** Who uploads, and for which organisation: until it is attached an upload belongs to both. */
export interface Uploader {
  readonly personId: string
  readonly organisationCode: string
}

/** Content that arrived and was found to be what its name says. */
export interface CheckedContent extends ReceivedContent {
  readonly name: string
  readonly mediaType: string
  readonly patientSearch: PatientSearch
}

/** Keeps uploads, hands them to what they are attached to, and removes those that never are. */
@Injectable()
export class FilesService {
  constructor(
    private readonly store: FileStore,
    private readonly files: StoredFileRepository,
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Keeps all of an upload or nothing of it. Once this returns, neither content nor row is lost to a power cut. */
  async add(uploader: Uploader, contents: readonly CheckedContent[]): Promise<StoredFileEntity[]> {
    const uploadedAt = this.clock.now()
    const { personId: uploadedBy, organisationCode } = uploader
    const rows = contents.map(({ digest, name, mediaType, bytes, patientSearch }) => ({
      ...{ id: randomUUID(), digest, name, mediaType, bytes, organisationCode, uploadedBy, uploadedAt, attachedAt: null, patientSearch },
    }))
    try {
      await this.database.transaction(async () => {
        await this.files.holdContent()
        for (const content of contents) await this.store.keep(content)
        await this.files.add(rows)
        await this.audit.record(...rows.map((row) => record('file.upload', uploadedBy, row)))
      })
    } catch (error) {
      await this.release(rows.map((row) => row.digest))
      throw error
    }
    return rows
  }

  /**
   * Makes uploads part of something, inside the transaction that records it. Null, and nothing attached, when any of the ids is not an
   * unattached upload of this person for this organisation.
   */
  async attach(uploader: Uploader, ids: readonly string[]): Promise<StoredFileEntity[] | null> {
    if (ids.length === 0) return []
    const found = new Map((await this.files.unattached(ids, uploader.personId, uploader.organisationCode)).map((file) => [file.id, file]))
    const inOrder = ids.flatMap((id) => found.get(id) ?? [])
    if (inOrder.length < ids.length) return null
    await this.files.attach(ids, this.clock.now())
    return inOrder
  }

  /** Removes uploads nobody attached within a day, with content nothing refers to any more. */
  async removeAbandoned(): Promise<void> {
    const before = this.oldest()
    let removed: StoredFileEntity[]
    do {
      removed = await this.database.transaction(() => this.removeBatch(before))
      await this.release(removed.map((file) => file.digest))
    } while (removed.length === BATCH)
    await this.store.discardArrivals(before)
  }

  /** All of `removeAbandoned`, and content without any row, as a power cut between storing and recording may leave. */
  async sweep(): Promise<void> {
    await this.removeAbandoned()
    for await (const digests of this.store.digests()) {
      const referenced = await this.files.referenced(digests)
      await this.release(digests.filter((digest) => !referenced.has(digest)))
    }
  }

  private async removeBatch(before: Instant): Promise<StoredFileEntity[]> {
    const abandoned = await this.files.abandoned(before, BATCH)
    if (abandoned.length === 0) return []
    await this.files.remove(abandoned.map((file) => file.id))
    await this.audit.record(...abandoned.map((file) => record('file.remove', null, file)))
    return abandoned
  }

  /** Removes content that no row refers to. Nothing is put in its place meanwhile. */
  private async release(digests: readonly string[]): Promise<void> {
    if (digests.length === 0) return
    await this.database.transaction(async () => {
      await this.files.holdContent()
      const referenced = await this.files.referenced(digests)
      for (const digest of digests) if (!referenced.has(digest)) await this.store.remove(digest)
    })
  }

  private oldest(): Instant {
    return addHours(this.clock.now(), -HOURS_KEPT)
  }
}

function record(
  action: string,
  actorId: string | null,
  { id, digest, bytes, organisationCode, patientSearch }: StoredFileEntity,
): AuditRecord {
  return { action, actorId, organisationCode, subjectType: 'File', subjectId: id, details: { digest, bytes, patientSearch } }
}
