import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import { type Instant } from '../platform/day.js'
import { PersonEntity } from './access.entity.js'

/** Somebody's stay in a browser, known by a cookie of which only the SHA-256 digest is kept. Kept after its end: it still says whose form came late. */
@Entity('session')
@Unique('uq_session_hash', ['hash'])
export class SessionEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @ForeignKey(() => PersonEntity)
  @Column('varchar', { length: 36 })
  personId!: string
  @Column('varchar', { length: 64 }) hash!: string
  @Column('varchar', { length: 24 }) startedAt!: Instant
  @Column('varchar', { length: 24 }) seenAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) endedAt!: Instant | null
}
