import { type Day } from '../../platform/day.js'
import { type Comparison } from './comparison.js'
import { type PublicationKind } from './official-kind.js'
import { type Skip } from './table.js'

/** What importing one table did. Counts are rows of it, or what they say. */
export interface TableReport {
  readonly file: string
  readonly kind: PublicationKind
  readonly day: Day
  readonly isDayAssumed: boolean
  readonly read: number
  added: number
  /** Said differently before. */
  changed: number
  /** Given a last day, which they had not. */
  closed: number
  /** Said by an earlier release and by this one no longer: they stand no more, and stay on record. */
  withdrawn: number
  same: number
  readonly skipped: Skip[]
  readonly notes: string[]
}

/** What an import did. Nothing at all when every table changed nothing. */
export interface ImportReport {
  readonly tables: readonly TableReport[]
  /** Commissioners of networks recorded and no longer standing, from all of it together. */
  readonly commissioners: { readonly recorded: number; readonly superseded: number }
  readonly comparisons: readonly Comparison[]
}

/** Whether anything is different from before. */
export function changedAnything({ tables, commissioners }: ImportReport): boolean {
  const changes = tables.reduce((sum, { added, changed, closed, withdrawn }) => sum + added + changed + closed + withdrawn, 0)
  return changes + commissioners.recorded + commissioners.superseded > 0
}
