import { Injectable } from '@nestjs/common'
import { AuditLog } from '../platform/audit-log/audit-log.js'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { RequestError } from '../platform/request-error.js'
import { NetworkRepository } from '../network/network.repository.js'
import { LmcCoverageRepository } from './lmc-coverage.repository.js'

/** Says which networks an LMC covers. Whoever runs the server does: nobody can widen their own reach. */
@Injectable()
export class LmcCoverageService {
  constructor(
    private readonly coverage: LmcCoverageRepository,
    private readonly networks: NetworkRepository,
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * From now on an LMC covers exactly these networks. Saying the same again changes nothing. Errors: NOT_FOUND for a network there is not,
   * BAD_USER_INPUT for an LMC's code that is a network's.
   */
  async cover(lmcCode: string, networkCodes: readonly string[]): Promise<{ added: number; ended: number }> {
    const wanted = [...new Set(networkCodes)].sort()
    return this.database.transaction(async () => {
      const known = new Set((await this.networks.ofCodes([...wanted, lmcCode])).map(({ odsCode }) => odsCode))
      if (known.has(lmcCode)) {
        throw RequestError.badInput([{ field: 'lmcCode', message: `${lmcCode} is the code of a network, not of an LMC.` }])
      }
      const missing = wanted.find((code) => !known.has(code))
      if (missing !== undefined) throw new RequestError('NOT_FOUND', `There is no network ${missing}.`)
      const now = await this.coverage.coveredBy(lmcCode)
      const added = wanted.filter((code) => !now.includes(code))
      const ended = now.filter((code) => !wanted.includes(code))
      const at = this.clock.now()
      await this.coverage.add(lmcCode, added, at)
      await this.coverage.end(lmcCode, ended, at)
      if (added.length + ended.length > 0) {
        const subject = { subjectType: 'LmcCoverage', subjectId: lmcCode, details: { added, ended } }
        await this.audit.record({ action: 'request.cover', actorId: null, organisationCode: lmcCode, ...subject })
      }
      return { added: added.length, ended: ended.length }
    })
  }
}
