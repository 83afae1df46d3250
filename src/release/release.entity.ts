import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { jsonColumn } from '../platform/database/json-column.js'
import { type ContractYear, type Instant } from '../platform/day.js'
import { type Group } from './domain/groups.js'
import { type Amounts, type Measure } from './domain/line.js'
import { type Place, type ReleaseLevel } from './domain/place.js'
import { type Month } from './domain/release-month.js'
import { type CellFigures, type ReleaseSubject } from './domain/table.js'

/** Pooled figures of one month. The database itself keeps all of it as it is. */
@Entity('release')
export class ReleaseEntity {
  @PrimaryColumn('varchar', { length: 64 }) month!: Month
  @Column('varchar', { length: 64 }) contractYear!: ContractYear
  @Column('varchar', { length: 24 }) computedAt!: Instant
  @Column('integer') ruleVersion!: number
  @Column('varchar', { length: 64 }) digest!: string
}

/** One row of one area of the fixed table. */
@Entity('release_cell')
export class ReleaseCellEntity {
  @ForeignKey(() => ReleaseEntity)
  @PrimaryColumn('varchar', { length: 64 })
  month!: Month
  @PrimaryColumn('integer') position!: number
  @Column('varchar', { length: 64 }) level!: ReleaseLevel
  @Column('varchar', { length: 64 }) areaCode!: string
  @Column('text') areaName!: string
  @Column('varchar', { length: 64 }) subject!: ReleaseSubject
  @Column('varchar', { length: 64 }) key!: string
  @Column('varchar', { length: 64 }) code!: string
  @Column('text') title!: string
  @Column('varchar', { length: 64 }) serviceAreaCode!: string
  @Column('text', { transformer: jsonColumn }) figures!: CellFigures
}

/** The median of networks' own estimates of one requirement and staff group. */
@Entity('release_median')
export class ReleaseMedianEntity {
  @ForeignKey(() => ReleaseEntity)
  @PrimaryColumn('varchar', { length: 64 })
  month!: Month
  @PrimaryColumn('varchar', { length: 64 }) key!: string
  @PrimaryColumn('varchar', { length: 64 }) staffGroup!: string
  @Column('integer') networks!: number
  @Column('integer') low!: number
  @Column('integer') central!: number
  @Column('integer') high!: number
  @Column('integer') lowerQuartile!: number
  @Column('integer') upperQuartile!: number
}

/** What one release hands to the next of its year. It has no GraphQL type: it names networks. */
@Entity('release_line')
export class ReleaseLineEntity {
  @ForeignKey(() => ReleaseEntity)
  @PrimaryColumn('varchar', { length: 64 })
  month!: Month
  @PrimaryColumn('varchar', { length: 64 }) measure!: Measure
  @PrimaryColumn('varchar', { length: 64 }) key!: string
  /** Empty but for estimates. */
  @PrimaryColumn('varchar', { length: 64 }) staffGroup!: string
  @Column('boolean') told!: boolean
  @Column('text', { transformer: jsonColumn }) counted!: Readonly<Record<string, Amounts>>
  @Column('text', { transformer: jsonColumn }) groups!: readonly Group[]
}

/** Where each network counts in the contract year. It has no GraphQL type. */
@Entity('release_place')
export class ReleasePlaceEntity {
  @ForeignKey(() => ReleaseEntity)
  @PrimaryColumn('varchar', { length: 64 })
  month!: Month
  @Column('text', { transformer: jsonColumn }) places!: Readonly<Record<string, Place>>
}
