import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { AuditLog } from '../platform/audit-log/audit-log.js'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { type ContractYear } from '../platform/day.js'
import { RequestError } from '../platform/request-error.js'
import { SpecificationRepository } from '../specification/specification.repository.js'
import { type ChecklistEntity, type ChecklistItemEntity, type OccurrenceEntity } from './checklist.entity.js'
import { isAskedOf, isRequirementEntry, type RequirementEntry } from './checklist.repository.js'
import { occurrencesOf } from './domain/occurrences.js'
import { OpeningRepository, type Owner } from './opening.repository.js'

/** Opens checklists. */
@Injectable()
export class ChecklistService {
  constructor(
    private readonly database: Database,
    private readonly opening: OpeningRepository,
    private readonly specifications: SpecificationRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens the checklist of a year, with its items and occurrences, for each of these networks and ICBs that has none. Errors: NOT_FOUND when
   * the catalogue has no published specification of the year.
   */
  open(ownerCodes: readonly string[], contractYear: ContractYear): Promise<{ opened: number }> {
    return this.database.transaction(async () => {
      const specification = await this.specifications.inForce(contractYear)
      if (!specification) throw new RequestError('NOT_FOUND', `The catalogue has no specification of ${contractYear}.`)
      const requirements = (await this.specifications.entriesOf(specification.id)).filter(isRequirementEntry)
      const owners = await this.opening.withoutChecklist(ownerCodes, contractYear)
      const openedAt = this.clock.now()
      const made = owners.map((owner) => {
        const checklist: ChecklistEntity = {
          ...{ id: randomUUID(), ownerCode: owner.code, ownerKind: owner.kind },
          ...{ contractYear, specificationId: specification.id, openedAt },
        }
        return { checklist, ...contentsOf(checklist, requirements) }
      })
      const items = made.flatMap((one) => one.items)
      await this.opening.add(
        made.map((one) => one.checklist),
        items,
        made.flatMap((one) => one.occurrences),
      )
      await this.record(owners, made)
      this.database.touch(items.map(({ id }) => id))
      return { opened: made.length }
    })
  }

  private async record(
    owners: readonly Owner[],
    made: readonly { checklist: ChecklistEntity; items: readonly unknown[] }[],
  ): Promise<void> {
    if (owners.length === 0) return
    await this.audit.record(
      ...made.map(({ checklist, items }) => ({
        ...{ action: 'checklist.open', actorId: null, organisationCode: checklist.ownerCode },
        ...{ subjectType: 'Checklist', subjectId: checklist.id },
        details: { contractYear: checklist.contractYear, specificationId: checklist.specificationId, items: items.length },
      })),
    )
  }
}

function contentsOf(checklist: ChecklistEntity, requirements: readonly RequirementEntry[]) {
  const items: ChecklistItemEntity[] = []
  const occurrences: OccurrenceEntity[] = []
  for (const requirement of requirements.filter((one) => isAskedOf(checklist.ownerKind, one))) {
    const itemId = randomUUID()
    items.push({
      ...{ id: itemId, checklistId: checklist.id, entryId: requirement.id, position: requirement.position },
      // Computed before the transaction ends.
      ...{ status: 'NOT_YET_DUE', changesOn: null, nextDueOn: null, localDueOn: null, lateSince: null, shownDaysLate: 0, hazardOn: null },
    })
    for (const occurrence of occurrencesOf(requirement, checklist.contractYear)) {
      occurrences.push({ ...occurrence, id: randomUUID(), itemId, eventId: null })
    }
  }
  return { items, occurrences }
}
