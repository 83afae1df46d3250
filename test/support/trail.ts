import { AuditEntryEntity } from '../../src/platform/audit-log/audit-entry.entity.js'
import { type TestApp } from './app.js'

/** What the trail says an organisation's people did, oldest first. */
export function trailOf(test: TestApp, organisationCode: string, action: string): Promise<AuditEntryEntity[]> {
  return test.given.database.manager.find(AuditEntryEntity, { where: { organisationCode, action }, order: { occurredAt: 'ASC' } })
}
