import { Column, Entity, PrimaryColumn } from 'typeorm'
import { type Instant } from '../day.js'
import { jsonColumn } from '../database/json-column.js'

/** What somebody typed into a form and could not send yet. */
@Entity('form_draft')
export class FormDraftEntity {
  @PrimaryColumn('varchar', { length: 36 }) personId!: string
  /** The form's address. */
  @PrimaryColumn('varchar', { length: 64 }) form!: string
  @Column('text', { transformer: jsonColumn }) content!: Readonly<Record<string, readonly string[]>>
  @Column('varchar', { length: 24 }) savedAt!: Instant
}
