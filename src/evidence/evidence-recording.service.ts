import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type NetworkScope } from '../access/domain/scope.js'
import { type OccurrenceInScope } from '../checklist/checklist.repository.js'
import { AuditLog } from '../platform/audit-log/audit-log.js'
import { type AuditValue } from '../platform/audit-log/audit-value.js'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { digestOf } from '../platform/digest.js'
import { FilesService } from '../platform/files/files.service.js'
import { type StoredFileEntity } from '../platform/files/stored-file.entity.js'
import { type EvidenceContent } from './domain/evidence-content.js'
import { type EvidenceRefusal } from './evidence-check.service.js'
import { EvidenceRecordRepository } from './evidence-record.repository.js'
import { type EvidenceEndEntity, type EvidenceEntity, type EvidenceUseEntity } from './evidence.entity.js'

/** What is to be recorded, once it has been checked. */
export interface EvidenceDraft {
  /** The permission or use case it is done under, for the trail. */
  readonly action: string
  readonly ownerCode: string
  readonly content: EvidenceContent
  readonly fileIds: readonly string[]
  /** The evidence it corrects, with its files, which may be given again, and the items it served. */
  readonly supersedes: { readonly id: string; readonly files: readonly StoredFileEntity[]; readonly items: readonly string[] } | null
}

/** What happened to a piece of evidence, for the trail. */
export interface EvidenceChange {
  readonly action: string
  readonly details: Readonly<Record<string, AuditValue>>
  readonly items: readonly string[]
}

/** Puts evidence, its links and what becomes of them on record, inside the caller's transaction. */
@Injectable()
export class EvidenceRecordingService {
  constructor(
    private readonly records: EvidenceRecordRepository,
    private readonly files: FilesService,
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Records evidence of these occurrences, or says that a file is not the caller's to attach. */
  async record(
    scope: NetworkScope,
    draft: EvidenceDraft,
    serving: readonly OccurrenceInScope[],
  ): Promise<EvidenceEntity | EvidenceRefusal> {
    const files = await this.filesFor(scope, draft)
    if (!files) return fileUnknown(draft.fileIds)
    const { ownerCode, content, supersedes, action } = draft
    const fileDigests = files.map((file) => file.digest)
    const evidence: EvidenceEntity = {
      ...{ id: randomUUID(), ownerCode, ...content, receivedAt: this.clock.now(), recordedBy: scope.personId },
      ...{ digest: digestOf({ ownerCode, ...content, fileDigests }), supersedesId: supersedes?.id ?? null },
    }
    await this.records.add(
      evidence,
      files.map((file) => file.id),
    )
    await this.link(scope, evidence, serving)
    const details = { digest: evidence.digest, occurrences: idsOf(serving), files: fileDigests, supersedes: evidence.supersedesId }
    await this.changed(scope, evidence, { action, details, items: [...itemsOf(serving), ...(supersedes?.items ?? [])] })
    return evidence
  }

  /** Lets evidence serve occurrences it does not serve yet. */
  async link({ personId }: NetworkScope, evidence: EvidenceEntity, serving: readonly OccurrenceInScope[]): Promise<void> {
    const recordedAt = this.clock.now()
    const uses = serving.map(({ occurrence }): EvidenceUseEntity => ({
      ...{ id: randomUUID(), evidenceId: evidence.id, occurrenceId: occurrence.id, recordedBy: personId, recordedAt, supersededAt: null },
    }))
    await this.records.addUses(uses)
  }

  /** Ends evidence: it is kept, with the reason. */
  async end(
    scope: NetworkScope,
    evidence: EvidenceEntity,
    end: Pick<EvidenceEndEntity, 'kind' | 'reason' | 'replacedById'>,
  ): Promise<void> {
    await this.records.end({ ...end, evidenceId: evidence.id, endedBy: scope.personId, endedAt: this.clock.now() })
  }

  /** Takes evidence off occurrences it serves. */
  async unlink(evidence: EvidenceEntity, occurrenceIds: readonly string[]): Promise<void> {
    await this.records.endUses(evidence.id, occurrenceIds, this.clock.now())
  }

  /** Puts a change on the trail, and has the standing of what it bears on computed again. */
  async changed(scope: NetworkScope, { id, ownerCode }: EvidenceEntity, { action, details, items }: EvidenceChange): Promise<void> {
    await this.audit.record({
      action,
      actorId: scope.personId,
      organisationCode: ownerCode,
      subjectType: 'Evidence',
      subjectId: id,
      details,
    })
    this.database.touch(items)
  }

  /** The draft's files in order, uploads among them now attached; null when one is neither the caller's upload nor of what is corrected. */
  private async filesFor(scope: NetworkScope, { ownerCode, fileIds, supersedes }: EvidenceDraft): Promise<StoredFileEntity[] | null> {
    const kept = new Map((supersedes?.files ?? []).map((file) => [file.id, file]))
    const uploads = fileIds.filter((id) => !kept.has(id))
    const attached = await this.files.attach({ personId: scope.personId, organisationCode: ownerCode }, uploads)
    if (!attached) return null
    const all = new Map([...kept, ...attached.map((file) => [file.id, file] as const)])
    return fileIds.flatMap((id) => all.get(id) ?? [])
  }
}

export const idsOf = (serving: readonly OccurrenceInScope[]): string[] => serving.map(({ occurrence }) => occurrence.id)
export const itemsOf = (serving: readonly OccurrenceInScope[]): string[] => [...new Set(serving.map(({ item }) => item.id))]

/** Whose occurrences these are. Errors: RangeError when there are none (inputs ask for at least one). */
export function ownerOf(serving: readonly OccurrenceInScope[]): string {
  const [first] = serving
  if (!first) throw new RangeError('No occurrence was given')
  return first.checklist.ownerCode
}

function fileUnknown(fileIds: readonly string[]): EvidenceRefusal & { fileIds: readonly string[] } {
  const message = 'Give files you uploaded for this organisation within the last day, which are not part of other evidence yet'
  return { kind: 'FileUnknown', field: 'fileIds', message, fileIds }
}
