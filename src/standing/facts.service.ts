import { Injectable } from '@nestjs/common'
import { type LocalDayEntity, type MarkEntity, type OccurrenceEntity } from '../checklist/checklist.entity.js'
import { type ItemInScope } from '../checklist/checklist.repository.js'
import { type ItemFacts } from '../checklist/domain/item-status.js'
import { type OccurrenceRecord } from '../checklist/domain/occurrence-facts.js'
import { DecisionRepository } from '../decision/decision.repository.js'
import { decisionsOf, type Submission } from '../decision/domain/submission.js'
import { EvidenceRepository, type EvidenceUse, factsOf } from '../evidence/evidence.repository.js'
import { BoardRepository } from '../network/board.repository.js'
import { type NetworkMembershipEntity } from '../network/network.entity.js'
import { PracticeRepository } from '../network/practice.repository.js'
import { groupedBy } from '../platform/grouped-by.js'
import { StandingRepository } from './standing.repository.js'

/** An item with all the facts its status comes from, and the rows of its occurrences in the same order as their records. */
export interface ItemWithFacts extends ItemInScope {
  readonly facts: ItemFacts
  readonly occurrences: readonly OccurrenceEntity[]
}

/** Reads what the status of items comes from: a fixed number of statements, however many items. */
@Injectable()
export class FactsService {
  constructor(
    private readonly standing: StandingRepository,
    private readonly practices: PracticeRepository,
    private readonly boards: BoardRepository,
    private readonly evidence: EvidenceRepository,
    private readonly decisions: DecisionRepository,
  ) {}

  async ofItems(itemIds: readonly string[]): Promise<ItemWithFacts[]> {
    if (itemIds.length === 0) return []
    const items = await this.standing.items(itemIds)
    const occurrences = await this.standing.occurrencesOf(itemIds)
    const occurrenceIds = occurrences.map(({ id }) => id)
    const recorded: Recorded = {
      occurrencesOf: groupedBy(occurrences, ({ itemId }) => itemId),
      marksOf: groupedBy(await this.standing.marksOf(itemIds), ({ itemId }) => itemId),
      usesOf: groupedBy(occurrenceIds.length > 0 ? await this.evidence.usesOf(occurrenceIds) : [], ({ occurrenceId }) => occurrenceId),
      submissionsOf: groupedBy(await this.decisions.ofOccurrences(occurrenceIds), ({ occurrenceId }) => occurrenceId),
      ...(await this.ofOrganisations(items)),
    }
    return items.map((item) => withFacts(item, recorded))
  }

  private async ofOrganisations(items: readonly ItemInScope[]) {
    const networkCodes = [
      ...new Set(items.filter(({ checklist }) => checklist.ownerKind === 'NETWORK').map(({ checklist }) => checklist.ownerCode)),
    ]
    const leadOf = await this.boards.leadOf(networkCodes)
    const entryIds = [...new Set(items.map(({ entry }) => entry.id))]
    const leads = [...new Set(leadOf.values())]
    const localDays = leads.length === 0 ? [] : await this.standing.localDaysOf(entryIds, leads)
    return {
      membershipsOf: groupedBy(await this.practices.membershipsOf(networkCodes), ({ networkCode }) => networkCode),
      leadOf,
      localDayOf: new Map(localDays.map((row) => [localKey(row), row])),
    }
  }
}

interface Recorded {
  readonly occurrencesOf: ReadonlyMap<string, OccurrenceEntity[]>
  readonly marksOf: ReadonlyMap<string, MarkEntity[]>
  readonly usesOf: ReadonlyMap<string, EvidenceUse[]>
  readonly submissionsOf: ReadonlyMap<string, Submission[]>
  readonly membershipsOf: ReadonlyMap<string, NetworkMembershipEntity[]>
  /** The ICB that leads a network. */
  readonly leadOf: ReadonlyMap<string, string>
  readonly localDayOf: ReadonlyMap<string, LocalDayEntity>
}

function withFacts({ item, checklist, entry }: ItemInScope, recorded: Recorded): ItemWithFacts {
  const occurrences = recorded.occurrencesOf.get(item.id) ?? []
  const marks = recorded.marksOf.get(item.id) ?? []
  const boardCode = recorded.leadOf.get(checklist.ownerCode) ?? ''
  const localDueOn = ({ ordinal }: OccurrenceEntity) =>
    recorded.localDayOf.get(localKey({ boardCode, entryId: entry.id, ordinal }))?.dueOn ?? null
  const record = (occurrence: OccurrenceEntity): OccurrenceRecord => {
    const submissions = recorded.submissionsOf.get(occurrence.id) ?? []
    return {
      occurrence,
      localDueOn: localDueOn(occurrence),
      evidence: (recorded.usesOf.get(occurrence.id) ?? []).map(factsOf),
      submittedAt: submissions.map(({ submittedAt }) => submittedAt),
      decisions: decisionsOf(submissions),
      marks: marks.filter(({ occurrenceId }) => occurrenceId === occurrence.id),
    }
  }
  const facts: ItemFacts = {
    requirement: {
      obligation: entry.obligation,
      standing: entry.standing,
      perPractice: entry.perPractice && checklist.ownerKind === 'NETWORK',
    },
    memberships: recorded.membershipsOf.get(checklist.ownerCode) ?? [],
    marks: marks.filter(({ occurrenceId }) => occurrenceId === null),
    relaxations: [],
    defaultsToNoOn: entry.defaultsToNoOn,
    occurrences: occurrences.map(record),
  }
  return { item, checklist, entry, facts, occurrences }
}

function localKey({ boardCode, entryId, ordinal }: Pick<LocalDayEntity, 'boardCode' | 'entryId' | 'ordinal'>): string {
  return `${boardCode} ${entryId} ${ordinal}`
}
