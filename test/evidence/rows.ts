import { randomUUID } from 'node:crypto'
import { MembershipEntity } from '../../src/access/access.entity.js'
import { type Role } from '../../src/access/domain/permission.js'
import { SubmissionEntity, SubmissionEvidenceEntity } from '../../src/decision/decision.entity.js'
import { toNumber } from '../../src/platform/database/to-number.js'
import { type TestApp } from '../support/app.js'
import { type Client } from '../support/client.js'

/** How much is recorded of an organisation. */
export async function countOf(test: TestApp, code: string): Promise<{ evidence: number; uses: number; trail: number }> {
  const count = async (sql: string): Promise<number> => {
    const [row] = await test.given.database.manager.query<{ count: unknown }[]>(`SELECT COUNT(*) AS "count" FROM ${sql}`)
    return toNumber(row?.count)
  }
  return {
    evidence: await count(`"evidence" WHERE "ownerCode" = '${code}'`),
    uses: await count(
      `"evidence_use" INNER JOIN "evidence" ON "evidence"."id" = "evidence_use"."evidenceId" WHERE "ownerCode" = '${code}' AND "supersededAt" IS NULL`,
    ),
    trail: await count(`"audit_entry" WHERE "organisationCode" = '${code}' AND "subjectType" = 'Evidence'`),
  }
}

/** Makes somebody something in another organisation too. */
export async function withMembership(test: TestApp, { personId = '' }: Client, role: Role, organisationCode: string): Promise<void> {
  const membership = { id: randomUUID(), personId, role, organisationCode, startsOn: '2019-07-01', endsOn: null, supersededAt: null }
  const { database } = test.given
  await database.transaction(() => database.manager.insert(MembershipEntity, { ...membership, recordedAt: test.clock.now() }))
}

/** Puts an occurrence before the commissioner with this evidence. */
export async function submitted(test: TestApp, occurrenceId: string, evidenceIds: readonly string[]): Promise<void> {
  const { database } = test.given
  const submission = { id: randomUUID(), occurrenceId, automatic: false, submittedBy: randomUUID(), submittedAt: test.clock.now() }
  await database.transaction(async () => {
    await database.manager.insert(SubmissionEntity, submission)
    const rows = evidenceIds.map((evidenceId) => ({ submissionId: submission.id, evidenceId, digest: '0'.repeat(64) }))
    await database.manager.insert(SubmissionEvidenceEntity, rows)
  })
}
