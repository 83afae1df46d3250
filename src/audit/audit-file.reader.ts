import fs from 'node:fs'
import { type AuditEntryEntity } from '../platform/audit-log/audit-entry.entity.js'
import { csvOf } from '../platform/csv.js'
import { type AuditRoot } from './domain/chain-report.js'

const HEADING = [
  ...['occurredAt', 'action', 'actorId', 'actorName', 'organisationCode', 'subjectType', 'subjectId', 'details', 'sequence', 'hash'],
]

/** An entry, and who did it as far as the name is known. */
export interface EntryLine {
  readonly entry: AuditEntryEntity
  readonly actorName: string
}

/** Entries as a CSV file, in the order given. */
export function writeEntries(lines: readonly EntryLine[]): string {
  const rows = lines.map(({ entry, actorName }) => {
    const { occurredAt, action, actorId, organisationCode, subjectType, subjectId, details, sequence, hash } = entry
    const who = [occurredAt, action, actorId ?? '', actorName, organisationCode ?? '']
    return [...who, subjectType, subjectId, JSON.stringify(details), String(sequence), hash]
  })
  return csvOf([HEADING, ...rows])
}

/** Roots as a file: what `auditRoots` answers, so that either can be kept. */
export function writeRoots(roots: readonly AuditRoot[]): string {
  const auditRoots = roots.map(({ organisationCode, sequence, hash }) => ({ organisationCode, sequence, hash }))
  return `${JSON.stringify({ data: { auditRoots } }, null, 2)}\n`
}

/** Reads roots kept by the command, or an answer of the API with all three fields. Errors: Error naming the file. */
export function readRoots(file: string): AuditRoot[] {
  const roots = (contentOf(file) as { data?: { auditRoots?: unknown } } | null)?.data?.auditRoots
  if (!Array.isArray(roots) || roots.length === 0 || !roots.every(isRoot)) {
    throw new Error(
      `${file} holds no roots: keep them with the command roots, or the answer to { auditRoots { organisationCode sequence hash } }.`,
    )
  }
  return roots
}

function contentOf(file: string): unknown {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Error(`${file} cannot be read as JSON (${error instanceof Error ? error.message : String(error)}).`, { cause: error })
  }
}

function isRoot(value: unknown): value is AuditRoot {
  if (typeof value !== 'object' || value === null) return false
  const { organisationCode, sequence, hash } = value as Partial<Record<keyof AuditRoot, unknown>>
  const isOfSomebody = organisationCode === null || (typeof organisationCode === 'string' && /^[A-Z0-9]{3,9}$/.test(organisationCode))
  return isOfSomebody && Number.isSafeInteger(sequence) && Number(sequence) > 0 && typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash)
}
