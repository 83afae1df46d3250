import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { AuditLog } from '../platform/audit-log/audit-log.js'
import { Clock } from '../platform/clock.js'
import { type PriorityRow } from '../priority/priority.repository.js'

/** Leaves a trace of changes to the log, and tells the time. */
@Injectable()
export class DisplacementTrace {
  constructor(
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  now = () => this.clock.now()
  today = () => this.clock.today()

  of(
    { personId: actorId }: NetworkScope,
    action: string,
    { networkCode: organisationCode }: Pick<PriorityRow, 'networkCode'>,
    subjectId: string,
    details: Readonly<Record<string, string | number>>,
  ): Promise<void> {
    return this.audit.record({ action, actorId, organisationCode, subjectType: 'Displacement', subjectId, details })
  }
}
