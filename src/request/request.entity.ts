import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { NetworkEntity } from '../network/network.entity.js'
import { jsonColumn } from '../platform/database/json-column.js'
import { type ContractYear, type Day, type Instant } from '../platform/day.js'
import { type Nature, type Obligation } from '../specification/domain/catalogue.js'
import { type AskedMinutes } from './domain/asked-minutes.js'
import { type AnswerChoice, type AskerKind, type ClauseFinder, type ClauseFinding, type RequestTiming } from './domain/request-words.js'

/** Something asked of one network or of many at once, that may or may not be in the contract. One ask is one row. */
@Entity('request')
@Index('ix_request_receivedOn', ['receivedOn'])
export class RequestEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  /** The LMC that recorded it for networks it covers; null where a network's own people did. */
  @Column('varchar', { length: 9, nullable: true }) lmcCode!: string | null
  @Column('varchar', { length: 64 }) contractYear!: ContractYear
  @Column('text') title!: string
  @Column('text') what!: string
  @Column('text', { nullable: true }) why!: string | null
  @Column('text') askedBy!: string
  @Column('varchar', { length: 64 }) askerKind!: AskerKind
  @Column('varchar', { length: 10 }) receivedOn!: Day
  @Column('varchar', { length: 10, nullable: true }) dueOn!: Day | null
  @Column('varchar', { length: 64 }) nature!: Nature
  @Column('varchar', { length: 64 }) obligation!: Obligation
  @Column('varchar', { length: 64 }) timing!: RequestTiming
  @Column('varchar', { length: 10 }) opensOn!: Day
  @Column('varchar', { length: 10 }) closesOn!: Day
  /** Null: nobody knows what it takes. A staff group that is not named has no part in it. */
  @Column('text', { transformer: jsonColumn, nullable: true }) minutes!: readonly AskedMinutes[] | null
  @Column('varchar', { length: 36 }) recordedBy!: string
  @Column('varchar', { length: 24 }) recordedAt!: Instant
}

/** A request that was recorded by mistake. */
@Entity('request_withdrawal')
@Unique('uq_request_withdrawal_requestId', ['requestId'])
export class RequestWithdrawalEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => RequestEntity)
  @Column('varchar', { length: 36 })
  requestId!: string
  @Column('text') reason!: string
  @Column('varchar', { length: 36 }) recordedBy!: string
  @Column('varchar', { length: 24 }) recordedAt!: Instant
}

/** A network that was asked. `clause` is the finding in force: readings keep how it came about. */
@Entity('request_recipient')
@Unique('uq_request_recipient_requestId_networkCode', ['requestId', 'networkCode'])
@Unique('uq_request_recipient_networkCode_number', ['networkCode', 'number'])
export class RequestRecipientEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => RequestEntity)
  @Column('varchar', { length: 36 })
  requestId!: string
  @ForeignKey(() => NetworkEntity, 'odsCode')
  @Column('varchar', { length: 9 })
  networkCode!: string
  /** 1 for the first request a network ever had: its code is `R-1`. */
  @Column('integer') number!: number
  @Column('varchar', { length: 64 }) clause!: ClauseFinding
  @Column('varchar', { length: 64, nullable: true }) requirementCode!: string | null
  @Column('text', { nullable: true }) paragraph!: string | null
  @Column('varchar', { length: 64 }) clauseBy!: ClauseFinder
}

/** What a network answered. Never updated in place: the latest counts. */
@Entity('request_answer')
@Index('ix_request_answer_recipientId', ['recipientId'])
export class RequestAnswerEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => RequestRecipientEntity)
  @Column('varchar', { length: 36 })
  recipientId!: string
  @Column('varchar', { length: 64 }) choice!: AnswerChoice
  @Column('text', { nullable: true }) reason!: string | null
  @Column('text', { nullable: true }) delegateTo!: string | null
  @Column('text', { nullable: true }) instead!: string | null
  @Column('text', { nullable: true }) reply!: string | null
  @Column('varchar', { length: 36, nullable: true }) wordingId!: string | null
  /** What the network itself expects it to take; null where the request's own figures stand. */
  @Column('text', { transformer: jsonColumn, nullable: true }) minutes!: readonly AskedMinutes[] | null
  @Column('varchar', { length: 36 }) recordedBy!: string
  @Column('varchar', { length: 24 }) recordedAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) supersededAt!: Instant | null
}

/** A network that offers to attend for the others that were asked. */
@Entity('request_attendance')
@Index('ix_request_attendance_recipientId', ['recipientId'])
export class RequestAttendanceEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => RequestRecipientEntity)
  @Column('varchar', { length: 36 })
  recipientId!: string
  @Column('text', { nullable: true }) note!: string | null
  @Column('varchar', { length: 36 }) recordedBy!: string
  @Column('varchar', { length: 24 }) recordedAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) supersededAt!: Instant | null
}

/** A network that has another attend for it. Ends with the offer. */
@Entity('request_agreement')
@Index('ix_request_agreement_attendanceId', ['attendanceId'])
@Index('ix_request_agreement_recipientId', ['recipientId'])
export class RequestAgreementEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => RequestAttendanceEntity)
  @Column('varchar', { length: 36 })
  attendanceId!: string
  @ForeignKey(() => RequestRecipientEntity)
  @Column('varchar', { length: 36 })
  recipientId!: string
  @Column('varchar', { length: 36 }) recordedBy!: string
  @Column('varchar', { length: 24 }) recordedAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) supersededAt!: Instant | null
}
