import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type NetworkScope } from '../access/domain/scope.js'
import { ChecklistRepository, isRequirementEntry } from '../checklist/checklist.repository.js'
import { RequestError } from '../platform/request-error.js'
import { SpecificationRepository } from '../specification/specification.repository.js'
import { WorkloadChangeService } from '../workload/workload-change.service.js'
import { type OverrideDeclarationOnlyResult, type SetTariffResult } from './burden.types.js'
import { type TariffEntity } from './crowd-out.entity.js'
import { CrowdOutRepository } from './crowd-out.repository.js'
import { type OverrideDeclarationOnlyInput, type SetTariffInput } from './burden.inputs.js'
import { tariffMillsAnHour } from './domain/burden.js'
import { isJudged } from './domain/declaration-only.js'
import { dividedHalfUp, MILLS_A_PENNY } from './domain/money.js'
import { tariffEntered } from './domain/tariff-table.js'

/** What a network says of its own costs and of items, in place of the catalogue's word. */
@Injectable()
export class TariffService {
  constructor(
    private readonly changes: WorkloadChangeService,
    private readonly repository: CrowdOutRepository,
    private readonly checklists: ChecklistRepository,
    private readonly specifications: SpecificationRepository,
  ) {}

  set(scope: NetworkScope, input: SetTariffInput): Promise<typeof SetTariffResult> {
    return this.changes.ofNetwork<typeof SetTariffResult>({ scope, mutation: 'setTariff', input }, async () => {
      const { networkCode, staffGroup, basis } = input
      const entered = tariffEntered(input)
      const refusal =
        (await this.changes.refuseGroup(networkCode, staffGroup)) ?? (entered !== null && 'kind' in entered ? entered : undefined)
      if (refusal) return refusal
      const recorded = this.changes.recorded(scope)
      const figures = entered !== null && !('kind' in entered) ? entered : null
      const tariff: TariffEntity | null = figures && { id: randomUUID(), networkCode, ...figures, basis, ...recorded }
      await this.repository.replaceTariff(networkCode, staffGroup, recorded.recordedAt, tariff)
      await this.changes.trace(scope, networkCode, { action: 'tariff.set', subjectId: networkCode, staffGroup })
      const pencePerHour = figures && dividedHalfUp(tariffMillsAnHour(figures), MILLS_A_PENNY)
      return { kind: 'TariffSet', networkCode, staffGroup, pencePerHour, recordedAt: recorded.recordedAt }
    })
  }

  override(scope: NetworkScope, input: OverrideDeclarationOnlyInput): Promise<typeof OverrideDeclarationOnlyResult> {
    return this.changes.once<typeof OverrideDeclarationOnlyResult>(scope, 'overrideDeclarationOnly', input, async () => {
      const { itemId, verdict = null, reason } = input
      const { networkCode, contractYear } = await this.changes.item(scope, itemId)
      if (!(await this.isJudged(itemId))) {
        const message = 'Care, governance, what money stops without, and what protects information are never judged declaration-only.'
        return { kind: 'NeverDeclarationOnly', field: 'itemId', message }
      }
      if (verdict !== null && reason === '')
        return { kind: 'ReasonNeeded', field: 'reason', message: 'Say why, so that members can follow.' }
      const recorded = this.changes.recorded(scope)
      const reading = verdict === null ? null : { id: randomUUID(), itemId, verdict, reason, ...recorded }
      await this.repository.replaceReading(itemId, recorded.recordedAt, reading)
      await this.changes.trace(scope, networkCode, { action: 'declarationOnly.override', subjectId: itemId, contractYear })
      return { kind: 'DeclarationReadingSet', itemId }
    })
  }

  private async isJudged(itemId: string): Promise<boolean> {
    const [item] = await this.checklists.items([itemId])
    const [entry] = item ? await this.specifications.entries([item.entryId]) : []
    if (!entry || !isRequirementEntry(entry)) throw new RequestError('NOT_FOUND', 'There is no such checklist item.')
    return isJudged(entry)
  }
}
