import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { type Instant } from '../platform/day.js'
import { type Verdict } from '../checklist/domain/decision-in-force.js'
import { ChecklistItemEntity, OccurrenceEntity } from '../checklist/checklist.entity.js'
import { EvidenceEntity } from '../evidence/evidence.entity.js'

/** An occurrence put before the commissioner. */
@Entity('submission')
@Index('ix_submission_occurrenceId', ['occurrenceId'])
export class SubmissionEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => OccurrenceEntity)
  @Column('varchar', { length: 36 })
  occurrenceId!: string
  @Column('boolean') automatic!: boolean
  @Column('varchar', { length: 36, nullable: true }) submittedBy!: string | null
  @Column('varchar', { length: 24 }) submittedAt!: Instant
}

/** What a submission showed. */
@Entity('submission_evidence')
@Index('ix_submission_evidence_evidenceId', ['evidenceId'])
export class SubmissionEvidenceEntity {
  @ForeignKey(() => SubmissionEntity)
  @PrimaryColumn('varchar', { length: 36 })
  submissionId!: string
  @ForeignKey(() => EvidenceEntity)
  @PrimaryColumn('varchar', { length: 36 })
  evidenceId!: string
  @Column('varchar', { length: 64 }) digest!: string
}

/** What the commissioner decided on one submission, bound to the digests of what it showed then. */
@Entity('decision')
@Unique('uq_decision_submissionId', ['submissionId'])
@Index('ix_decision_occurrenceId', ['occurrenceId'])
export class DecisionEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => OccurrenceEntity)
  @Column('varchar', { length: 36 })
  occurrenceId!: string
  @ForeignKey(() => SubmissionEntity)
  @Column('varchar', { length: 36 })
  submissionId!: string
  @Column('varchar', { length: 64 }) verdict!: Verdict
  @Column('text') reason!: string
  @Column('varchar', { length: 36 }) decidedBy!: string
  @Column('varchar', { length: 24 }) decidedAt!: Instant
}

/** A question about an item. It is not a return. */
@Entity('question')
@Index('ix_question_itemId', ['itemId'])
export class QuestionEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => ChecklistItemEntity)
  @Column('varchar', { length: 36 })
  itemId!: string
  @Column('text') text!: string
  @Column('varchar', { length: 36 }) askedBy!: string
  @Column('varchar', { length: 24 }) askedAt!: Instant
}

/** An answer to a question. */
@Entity('answer')
@Index('ix_answer_questionId', ['questionId'])
export class AnswerEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => QuestionEntity)
  @Column('varchar', { length: 36 })
  questionId!: string
  @Column('text') text!: string
  @Column('varchar', { length: 36 }) answeredBy!: string
  @Column('varchar', { length: 24 }) answeredAt!: Instant
}

/** Whether a network submits by itself what its commissioner has to decide. Never updated in place. */
@Entity('submission_setting')
@Index('ix_submission_setting_ownerCode', ['ownerCode'])
export class SubmissionSettingEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @Column('varchar', { length: 9 }) ownerCode!: string
  @Column('boolean') automatic!: boolean
  @Column('varchar', { length: 36 }) recordedBy!: string
  @Column('varchar', { length: 24 }) recordedAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) supersededAt!: Instant | null
}
