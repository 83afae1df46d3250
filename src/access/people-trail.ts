import { type AuditRecord } from '../platform/audit-log/audit-log.js'

/** Tells the trail what happened to an organisation's people, where those who administer them see it. `people/` implements it. */
export abstract class PeopleTrail {
  /** To be called inside the transaction of the change. */
  abstract record(organisationCode: string, record: Omit<AuditRecord, 'organisationCode'>): Promise<void>
}
