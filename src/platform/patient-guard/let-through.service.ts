import { Injectable } from '@nestjs/common'
import { AuditLog } from '../audit-log/audit-log.js'
import { FileAudience } from '../files/file-audience.js'
import { type Caller } from '../graphql/allow.js'
import { Idempotency, keyUsedBefore } from '../idempotency/idempotency.js'
import { RequestError } from '../request-error.js'
import { type LetNumberThroughInput } from './let-through.inputs.js'
import { LetThroughRepository } from './let-through.repository.js'
import { type NumberLetThrough, type NumberNotRefused } from './let-through.types.js'
import { findPatientNumbers } from './patient-number.js'

type LetThroughAnswer = (NumberLetThrough & { readonly letThroughId: string }) | NumberNotRefused

/** Takes somebody's word that a number is not a patient's. */
@Injectable()
export class LetThroughService {
  constructor(
    private readonly numbers: LetThroughRepository,
    private readonly audience: FileAudience,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
  ) {}

  /** Errors: FORBIDDEN, NOT_FOUND when the organisation is not the caller's. */
  async letThrough(caller: Caller, input: LetNumberThroughInput): Promise<NumberLetThrough | NumberNotRefused> {
    const { personId } = caller
    if (personId === null) throw new RequestError('UNAUTHENTICATED', 'Sign in to use letNumberThrough.')
    const { organisationCode, number, reason, idempotencyKey } = input
    await this.audience.admit(caller, organisationCode)
    const [found, ...others] = findPatientNumbers(number)
    let isNew = false
    // What is remembered of a call for its retries must not tell the number: whether it is the same is asked of what tells it again.
    const asked = { organisationCode, reason, idempotencyKey } as object
    const answer = await this.idempotency.once<LetThroughAnswer>(personId, 'letNumberThrough', asked, async () => {
      if (!found || others.length > 0) {
        return { kind: 'NumberNotRefused', field: 'number', message: 'Give one number, as it was refused' }
      }
      const { id, endsAt } = await this.numbers.add({ personId, organisationCode, reason }, found.digits)
      const subject = { subjectType: 'LetThroughNumber', subjectId: id, details: { endsAt } }
      await this.audit.record({ action: 'number.letThrough', actorId: personId, organisationCode, ...subject })
      isNew = true
      return { kind: 'NumberLetThrough', endsAt, letThroughId: id }
    })
    if ('letThroughId' in answer && !isNew && !(found && (await this.numbers.isOf(answer.letThroughId, found.digits)))) {
      throw keyUsedBefore()
    }
    return answer
  }
}
