import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { type Instant } from '../day.js'

/** A number somebody says is not a patient's, let through for them for a day. The number itself is not kept, only what tells it again. */
@Entity('let_through_number')
@Index('ix_let_through_number_personId_endsAt', ['personId', 'endsAt'])
export class LetThroughNumberEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @Column('varchar', { length: 36 }) personId!: string
  @Column('varchar', { length: 9 }) organisationCode!: string
  @Column('varchar', { length: 64 }) salt!: string
  /** Made slow to compute: numbers are so few that all of them could be tried. */
  @Column('varchar', { length: 64 }) digest!: string
  @Column('text') reason!: string
  @Column('varchar', { length: 24 }) endsAt!: Instant
}
