import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { type Instant } from '../day.js'
import { type PatientSearch } from './patient-search.js'

/** An uploaded file. The content lies in the files folder under its SHA-256 digest. */
@Entity('stored_file')
@Index('ix_stored_file_digest', ['digest'])
@Index('ix_stored_file_attachedAt_uploadedAt', ['attachedAt', 'uploadedAt'])
export class StoredFileEntity {
  @PrimaryColumn('varchar', { length: 36 }) id!: string
  @Column('varchar', { length: 64 }) digest!: string
  @Column('text') name!: string
  @Column('text') mediaType!: string
  @Column('integer') bytes!: number
  @Column('varchar', { length: 9 }) organisationCode!: string
  @Column('varchar', { length: 36 }) uploadedBy!: string
  @Column('varchar', { length: 24 }) uploadedAt!: Instant
  @Column('varchar', { length: 24, nullable: true }) attachedAt!: Instant | null
  @Column('varchar', { length: 64 }) patientSearch!: PatientSearch
}
