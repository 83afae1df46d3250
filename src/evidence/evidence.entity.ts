import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { jsonColumn } from '../platform/database/json-column.js'
import { type Day, type Instant } from '../platform/day.js'
import { OccurrenceEntity } from '../checklist/checklist.entity.js'
import { StoredFileEntity } from '../platform/files/stored-file.entity.js'
import { type Declaration, type EvidenceEndKind, type EvidenceKind, type Figure } from './domain/evidence-kind.js'

/** Something an organisation can show. Serves occurrences through `evidence_use`. Never edited: a correction is a new row. */
@Entity('evidence')
@Index('ix_evidence_ownerCode_receivedAt', ['ownerCode', 'receivedAt'])
@Index('ix_evidence_supersedesId', ['supersedesId'])
export class EvidenceEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @Column('varchar', { length: 9 }) ownerCode!: string
  @Column('varchar', { length: 64 }) kind!: EvidenceKind
  /** Either a day, or a period below. */
  @Column('varchar', { length: 10, nullable: true }) happenedOn!: Day | null
  @Column('varchar', { length: 10, nullable: true }) coversFrom!: Day | null
  @Column('varchar', { length: 10, nullable: true }) coversTo!: Day | null
  /** The first day on which it no longer stands; null when it never lapses. */
  @Column('varchar', { length: 10, nullable: true }) lapsesOn!: Day | null
  @Column('varchar', { length: 24 }) receivedAt!: Instant
  @Column('text') note!: string
  @Column('text', { nullable: true }) link!: string | null
  @Column('text', { transformer: jsonColumn, nullable: true }) figure!: Figure | null
  @Column('text', { transformer: jsonColumn, nullable: true }) declaration!: Declaration | null
  /** Practices it speaks for; empty when for the network as a whole. */
  @Column('text', { transformer: jsonColumn }) practiceCodes!: readonly string[]
  @Column('varchar', { length: 64 }) digest!: string
  @Column('varchar', { length: 36 }) recordedBy!: string
  @Column('varchar', { length: 36, nullable: true }) supersedesId!: string | null
}

/** Why a piece of evidence no longer stands: superseded by a correction, or withdrawn. */
@Entity('evidence_end')
export class EvidenceEndEntity {
  @ForeignKey(() => EvidenceEntity)
  @PrimaryColumn('varchar', { length: 36 })
  evidenceId!: string
  @Column('varchar', { length: 64 }) kind!: EvidenceEndKind
  @Column('text') reason!: string
  @ForeignKey(() => EvidenceEntity)
  @Column('varchar', { length: 36, nullable: true })
  replacedById!: string | null
  @Column('varchar', { length: 36 }) endedBy!: string
  @Column('varchar', { length: 24 }) endedAt!: Instant
}

/** A file that belongs to a piece of evidence. */
@Entity('evidence_file')
@Index('ix_evidence_file_fileId', ['fileId'])
export class EvidenceFileEntity {
  @ForeignKey(() => EvidenceEntity)
  @PrimaryColumn('varchar', { length: 36 })
  evidenceId!: string
  @ForeignKey(() => StoredFileEntity)
  @PrimaryColumn('varchar', { length: 36 })
  fileId!: string
  @Column('integer') position!: number
}

/** A piece of evidence serving an occurrence. Never updated in place, but for the moment it ended: linking again is a new row. */
@Entity('evidence_use')
@Index('uq_evidence_use_evidenceId_occurrenceId', ['evidenceId', 'occurrenceId'], { unique: true, where: '"supersededAt" IS NULL' })
@Index('ix_evidence_use_occurrenceId', ['occurrenceId'])
export class EvidenceUseEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => EvidenceEntity)
  @Column('varchar', { length: 36 })
  evidenceId!: string
  @ForeignKey(() => OccurrenceEntity)
  @Column('varchar', { length: 36 })
  occurrenceId!: string
  @Column('varchar', { length: 36 }) recordedBy!: string
  @Column('varchar', { length: 24 }) recordedAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) supersededAt!: Instant | null
}

/** A clinical director's own yes to a declaration that was entered on her behalf. */
@Entity('declaration_confirmation')
export class DeclarationConfirmationEntity {
  @ForeignKey(() => EvidenceEntity)
  @PrimaryColumn('varchar', { length: 36 })
  evidenceId!: string
  @Column('varchar', { length: 36 }) confirmedBy!: string
  @Column('varchar', { length: 24 }) confirmedAt!: Instant
}
