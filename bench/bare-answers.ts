import { createHash, randomUUID } from 'node:crypto'
import { openSql, type Row } from './sql.js'

/** Answers one question from what was posted. */
export type BareAnswer = (asked: Row) => Promise<unknown>

const LED = 'm."isLead" = TRUE AND m."supersededAt" IS NULL AND m."startsOn" <= ? AND (m."endsOn" IS NULL OR m."endsOn" >= ?)'

/** The same answers as the server's, by the best SQL we can write by hand on the same tables. No callers, no permissions, no GraphQL. */
export function bareAnswers(env: Readonly<Record<string, string | undefined>>): Record<string, BareAnswer> {
  const sql = openSql(env)
  const page = sql.prepare(
    'page',
    `SELECT i."id", i."status", i."nextDueOn", e."title" FROM "checklist" c JOIN "checklist_item" i ON i."checklistId" = c."id"
     JOIN "catalogue_entry" e ON e."id" = i."entryId" WHERE c."ownerCode" = ? AND c."contractYear" = ? ORDER BY i."position", i."id" LIMIT ?`,
  )
  const board = sql.prepare('board', 'SELECT "odsCode", "name" FROM "integrated_care_board" WHERE "odsCode" = ?')
  const boardCounts = sql.prepare(
    'boardCounts',
    `SELECT i."status", COUNT(*) AS "count" FROM "network_commissioner" m JOIN "checklist" c ON c."ownerCode" = m."networkCode" AND c."contractYear" = ?
     JOIN "checklist_item" i ON i."checklistId" = c."id" WHERE m."boardCode" = ? AND ${LED} GROUP BY i."status"`,
  )
  const networks = sql.prepare(
    'networks',
    `SELECT n."odsCode", n."name", m."boardCode" FROM "network" n JOIN "network_commissioner" m ON m."networkCode" = n."odsCode" AND ${LED}
     ORDER BY n."odsCode"`,
  )
  const counts = sql.prepare(
    'counts',
    `SELECT c."ownerCode", k."status", k."count" FROM "checklist" c JOIN
       (SELECT "checklistId", "status", COUNT(*) AS "count" FROM "checklist_item" GROUP BY "checklistId", "status") k ON k."checklistId" = c."id"
     WHERE c."contractYear" = ?`,
  )
  const england: BareAnswer = async ({ year, today }) => {
    const found = new Map<string, Progress>()
    const total = nothing()
    for (const { ownerCode, status, count } of await counts([year])) {
      let progress = found.get(ownerCode as string)
      if (!progress) found.set(ownerCode as string, (progress = nothing()))
      add(progress, status as string, Number(count))
      add(total, status as string, Number(count))
    }
    const rows = (await networks([today, today])).map((row) => ({ ...row, progress: shared(found.get(row['odsCode'] as string)) }))
    return { england: { contractYear: year, progress: shared(total), networks: rows } }
  }
  return {
    page: async ({ code, year, first }) => {
      const rows = await page([code, year, first + 1])
      const nodes = rows.slice(0, first).map(({ id, status, nextDueOn, title }) => ({ id, status, nextDueOn, requirement: { title } }))
      return { network: { checklist: { items: { nodes, pageInfo: { hasNextPage: rows.length > first } } } } }
    },
    board: async ({ code, year, today }) => {
      const progress = nothing()
      for (const { status, count } of await boardCounts([year, code, today, today])) add(progress, status as string, Number(count))
      const [found] = await board([code])
      return { integratedCareBoard: { ...found, progress: shared(progress) } }
    },
    england,
    record: recordingOn(sql),
  }
}

/** Evidence of one occurrence: the rows the server writes, in one durable transaction. */
function recordingOn(sql: ReturnType<typeof openSql>): BareAnswer {
  const owner = sql.prepare(
    'owner',
    'SELECT c."ownerCode", i."id" AS "itemId" FROM "occurrence" o JOIN "checklist_item" i ON i."id" = o."itemId" JOIN "checklist" c ON c."id" = i."checklistId" WHERE o."id" = ?',
  )
  const evidence = sql.prepare(
    'evidence',
    `INSERT INTO "evidence" ("id", "ownerCode", "kind", "happenedOn", "receivedAt", "note", "practiceCodes", "digest", "recordedBy") VALUES (?, ?, 'NOTE', ?, ?, ?, '[]', ?, ?)`,
  )
  const use = sql.prepare(
    'use',
    'INSERT INTO "evidence_use" ("id", "evidenceId", "occurrenceId", "recordedBy", "recordedAt") VALUES (?, ?, ?, ?, ?)',
  )
  const audit = sql.prepare(
    'audit',
    `INSERT INTO "audit_entry" ("id", "chain", "sequence", "hash", "occurredAt", "organisationCode", "actorId", "action", "subjectType", "subjectId", "details") VALUES (?, ?, ?, ?, ?, ?, ?, 'evidence.record', 'Evidence', ?, ?)`,
  )
  const hold = sql.prepare(
    'hold',
    `INSERT INTO "audit_head" ("chain", "sequence", "hash") VALUES (?, 0, '${'0'.repeat(64)}') ON CONFLICT ("chain") DO UPDATE SET "chain" = excluded."chain" RETURNING "sequence", "hash"`,
  )
  const move = sql.prepare('move', 'UPDATE "audit_head" SET "sequence" = ?, "hash" = ? WHERE "chain" = ?')
  const item = sql.prepare('item', `UPDATE "checklist_item" SET "status" = 'EVIDENCED', "nextDueOn" = NULL WHERE "id" = ?`)
  return async ({ occurrenceId, happenedOn, note, personId }) => {
    const id = randomUUID()
    const at = new Date().toISOString()
    await sql.change(async (run) => {
      const [{ ownerCode, itemId } = {} as Row] = await run(owner, [occurrenceId])
      const digest = createHash('sha256')
        .update(JSON.stringify([ownerCode, happenedOn, note]))
        .digest('hex')
      await run(evidence, [id, ownerCode, happenedOn, at, note, digest, personId])
      await run(use, [randomUUID(), id, occurrenceId, personId, at])
      await run(item, [itemId])
      const details = JSON.stringify({ digest, occurrences: [occurrenceId] })
      const [head = {}] = await run(hold, [ownerCode])
      const sequence = Number(head['sequence']) + 1
      const entry = { action: 'evidence.record', actorId: personId, chain: ownerCode, details, id: randomUUID(), occurredAt: at }
      const row = { ...entry, organisationCode: ownerCode, sequence, subjectId: id, subjectType: 'Evidence' }
      const hash = createHash('sha256')
        .update(`${head['hash']}${JSON.stringify(row)}`)
        .digest('hex')
      await run(audit, [row.id, ownerCode, sequence, hash, at, ownerCode, personId, id, details])
      await run(move, [sequence, hash, ownerCode])
    })
    return { recordEvidence: { __typename: 'EvidenceRecorded', evidence: { id } } }
  }
}

type Progress = Record<string, number>

const counted: Readonly<Record<string, readonly [field: string, isDue: boolean]>> = {
  ...{ NOT_APPLICABLE: ['notApplicable', false], ACCEPTED: ['accepted', true], SUSPENDED: ['suspended', false] },
  ...{ NOT_PURSUED: ['notPursued', false], NOT_MET: ['notMet', true], RETURNED: ['returned', true], EVIDENCED: ['evidenced', true] },
  ...{ LAPSED: ['lapsed', true], BLOCKED_BY_PARTNER: ['blocked', false], OVERDUE: ['overdue', true], OPEN: ['open', false] },
  ...{ NOT_YET_DUE: ['notYetDue', false] },
}

/** The fields of progress, in the order they are asked for. */
export const PROGRESS_FIELDS = [
  ...['total', 'due', 'open', 'notYetDue', 'blocked', 'suspended', 'notPursued', 'notApplicable'],
  ...['accepted', 'evidenced', 'returned', 'lapsed', 'overdue', 'notMet'],
]

function nothing(): Progress {
  return Object.fromEntries(PROGRESS_FIELDS.map((field) => [field, 0]))
}

function add(progress: Progress, status: string, count: number): void {
  const [field, isDue] = counted[status] ?? ['', false]
  progress[field] = (progress[field] ?? 0) + count
  progress['total'] = (progress['total'] ?? 0) + count
  if (isDue) progress['due'] = (progress['due'] ?? 0) + count
}

function shared(progress: Progress | undefined) {
  if (!progress) return null
  const { due = 0, accepted = 0, evidenced = 0 } = progress
  return { ...progress, share: due === 0 ? null : (accepted + evidenced) / due }
}
