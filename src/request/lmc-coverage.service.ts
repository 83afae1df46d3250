import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { isInvented } from '../network/domain/organisations.js'
import { NetworkRepository } from '../network/network.repository.js'
import { AuditLog } from '../platform/audit-log/audit-log.js'
import { Clock } from '../platform/clock.js'
import { type Day } from '../platform/day.js'
import { Idempotency } from '../platform/idempotency/idempotency.js'
import { coverageFrom } from './domain/coverage.js'
import { refuseLmcCode } from './domain/lmc-code.js'
import { type CoverNetworksInput } from './lmc-coverage.inputs.js'
import { LmcCoverageRepository } from './lmc-coverage.repository.js'
import { type CoverNetworksResult } from './lmc-coverage.types.js'

/** Says which networks an LMC covers. Whoever runs the server does: nobody can widen their own reach. */
@Injectable()
export class LmcCoverageService {
  constructor(
    private readonly coverage: LmcCoverageRepository,
    private readonly networks: NetworkRepository,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** From a day on an LMC covers exactly these networks. */
  cover(scope: NetworkScope, input: CoverNetworksInput): Promise<typeof CoverNetworksResult> {
    const { lmcCode, name, networkCodes } = input
    return this.idempotency.once<typeof CoverNetworksResult>(scope.personId, 'coverNetworks', input, async () => {
      const taken = refuseLmcCode(lmcCode, await this.coverage.otherOf(lmcCode))
      if (taken) return taken
      const networks = networkCodes.length === 0 ? [] : await this.networks.ofCodes(networkCodes)
      const known = new Set(networks.map(({ odsCode }) => odsCode))
      const missing = networkCodes.filter((code) => !known.has(code)).sort()
      if (missing.length > 0) {
        const message = `There is no network ${missing.join(', ')}. Nothing was changed.`
        return { kind: 'NetworksUnknown', field: 'networkCodes', message, networkCodes: missing }
      }
      await this.coverage.name(lmcCode, name, isInvented(lmcCode))
      const startsOn = input.startsOn ?? this.clock.today()
      const { added, ended } = await this.change(scope, lmcCode, [...networkCodes].sort(), startsOn)
      return { kind: 'NetworksCovered', lmcCode, added, ended }
    })
  }

  private async change(
    { personId: actorId }: NetworkScope,
    lmcCode: string,
    wanted: readonly string[],
    startsOn: Day,
  ): Promise<{ added: number; ended: number }> {
    const { superseded, added } = coverageFrom(await this.coverage.standing(lmcCode), wanted, startsOn)
    const at = this.clock.now()
    await this.coverage.supersede(
      superseded.map(({ id }) => id),
      at,
    )
    await this.coverage.add(lmcCode, added, at)
    const begun = added.filter(({ endsOn }) => endsOn === null).map(({ networkCode }) => networkCode)
    const ended = [...new Set(superseded.map(({ networkCode }) => networkCode))].filter((code) => !wanted.includes(code))
    if (begun.length + ended.length > 0) {
      const subject = { subjectType: 'LmcCoverage', subjectId: lmcCode, details: { startsOn, added: begun, ended } }
      await this.audit.record({ action: 'lmc.cover', actorId, organisationCode: lmcCode, ...subject })
    }
    return { added: begun.length, ended: ended.length }
  }
}
