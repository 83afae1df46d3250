import { Injectable } from '@nestjs/common'
import { AuditLog } from '../platform/audit-log/audit-log.js'
import { Database } from '../platform/database/database.js'
import { Authenticator } from './authenticator.js'
import { CredentialRepository } from './credential.repository.js'
import { type CredentialEntity } from './sign-in.entity.js'

/** Takes each code once: what was seen over a shoulder or copied on its way is worth nothing. */
@Injectable()
export class CodeUse {
  constructor(
    private readonly credentials: CredentialRepository,
    private readonly authenticator: Authenticator,
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {}

  /** Uses up a code of somebody's app, or one of their recovery codes. False when it is neither, or was used before. */
  async use(credential: CredentialEntity, code: string): Promise<boolean> {
    const { personId, authenticator, recoveryCodes } = credential
    const step = this.authenticator.stepOf(this.authenticator.open(authenticator, personId), code)
    if (step !== null) return this.database.transaction(() => this.credentials.useStep(personId, step))
    const digest = this.authenticator.digestOf(code, personId)
    const left = recoveryCodes.filter((one) => one !== digest)
    if (left.length === recoveryCodes.length) return false
    return this.database.transaction(async () => {
      if (!(await this.credentials.leaveRecoveryCodes(credential, left))) return false
      await this.audit.record({
        ...{ action: 'account.useRecoveryCode', actorId: personId, organisationCode: null, subjectType: 'Person', subjectId: personId },
        details: { left: left.length },
      })
      return true
    })
  }
}
