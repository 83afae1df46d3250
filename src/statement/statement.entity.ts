import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { NetworkEntity } from '../network/network.entity.js'
import { jsonColumn } from '../platform/database/json-column.js'
import { type ContractYear, type Day, type Instant } from '../platform/day.js'
import { type StatementContent } from './domain/statement.js'

/** A statement as a network published it. Never changed: a later one stands beside it. */
@Entity('published_statement')
@Index('ix_published_statement_networkCode_contractYear', ['networkCode', 'contractYear'])
export class PublishedStatementEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => NetworkEntity, 'odsCode')
  @Column('varchar', { length: 9 })
  networkCode!: string
  @Column('varchar', { length: 64 }) contractYear!: ContractYear
  @Column('varchar', { length: 10 }) asOf!: Day
  @Column('text', { transformer: jsonColumn }) content!: StatementContent
  /** As it was read. */
  @Column('text') text!: string
  /** SHA-256 of the text. */
  @Column('varchar', { length: 64 }) digest!: string
  /** Whether the ICBs that commission the network read it. */
  @Column('boolean') toCommissioners!: boolean
  /** Whether the LMCs that cover the network read it. */
  @Column('boolean') toLmcs!: boolean
  @Column('varchar', { length: 36 }) recordedBy!: string
  @Column('varchar', { length: 24 }) recordedAt!: Instant
}

/** That a published statement no longer stands: nobody outside the network reads it from then on. */
@Entity('statement_withdrawal')
@Unique('uq_statement_withdrawal_statementId', ['statementId'])
export class StatementWithdrawalEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => PublishedStatementEntity)
  @Column('varchar', { length: 36 })
  statementId!: string
  @Column('text') reason!: string
  @Column('varchar', { length: 36 }) recordedBy!: string
  @Column('varchar', { length: 24 }) recordedAt!: Instant
}
