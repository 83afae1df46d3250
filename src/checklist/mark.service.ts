import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type NetworkScope } from '../access/domain/scope.js'
import { Clock } from '../platform/clock.js'
import { RequestError } from '../platform/request-error.js'
import { type MarkEntity } from './checklist.entity.js'
import { ChecklistRepository, type ItemInScope, type OccurrenceInScope } from './checklist.repository.js'
import { type Changed, ItemChangeService } from './item-change.service.js'
import {
  type EndMarkInput,
  type MarkBlockedInput,
  type MarkNotApplicableInput,
  type PursueInput,
  type RecordNotMetInput,
} from './mark.inputs.js'
import { MarkRepository } from './mark.repository.js'
import {
  type MarkAlreadyEnded,
  type MarkEnded,
  type MarkEndsBeforeItStarts,
  type MarkRecorded,
  type OnlyPaidWorkIsOptional,
  type PursuitRecorded,
} from './mark.types.js'

/** What is said of an item or occurrence. */
type Said = Pick<MarkEntity, 'itemId' | 'occurrenceId' | 'kind' | 'reason'> & Partial<Pick<MarkEntity, 'partner' | 'startsOn' | 'endsOn'>>

/** Says what an item or occurrence is besides shown, and takes it back. */
@Injectable()
export class MarkService {
  constructor(
    private readonly changes: ItemChangeService,
    private readonly checklists: ChecklistRepository,
    private readonly marks: MarkRepository,
    private readonly clock: Clock,
  ) {}

  notApplicable(scope: NetworkScope, input: MarkNotApplicableInput): Promise<MarkRecorded> {
    const { itemId, occurrenceId = null, reason } = input
    const asked = { scope, mutation: 'markNotApplicable', action: 'item.mark', input, find: this.changes.item(scope, itemId) }
    return this.changes.change<ItemInScope, MarkRecorded>(asked, () =>
      this.mark(scope, { itemId, occurrenceId, kind: 'NOT_APPLICABLE', reason }),
    )
  }

  blocked(scope: NetworkScope, input: MarkBlockedInput): Promise<MarkRecorded | MarkEndsBeforeItStarts> {
    const { itemId, occurrenceId = null, partner, reason, startsOn, endsOn = null } = input
    const asked = { scope, mutation: 'markBlocked', action: 'item.mark', input, find: this.changes.item(scope, itemId) }
    return this.changes.change(asked, async (): Promise<Changed<MarkRecorded> | MarkEndsBeforeItStarts> => {
      if (endsOn !== null && endsOn < startsOn) {
        const message = `The last day must be ${startsOn}, the first day, or later.`
        return { kind: 'MarkEndsBeforeItStarts', field: 'endsOn', message, earliestDay: startsOn }
      }
      return this.mark(scope, { itemId, occurrenceId, kind: 'BLOCKED_BY_PARTNER', reason, partner, startsOn, endsOn })
    })
  }

  notMet(scope: NetworkScope, input: RecordNotMetInput): Promise<MarkRecorded> {
    const find = async () => (await this.checklists.occurrencesInScope(scope, [input.occurrenceId]))[0]
    const asked = { scope, mutation: 'recordNotMet', action: 'item.mark', input, find }
    return this.changes.change<OccurrenceInScope, MarkRecorded>(asked, ({ item, occurrence }) =>
      this.mark(scope, { itemId: item.id, occurrenceId: occurrence.id, kind: 'NOT_MET', reason: input.reason }),
    )
  }

  pursue(scope: NetworkScope, input: PursueInput): Promise<PursuitRecorded | OnlyPaidWorkIsOptional> {
    const { itemId, pursue: pursued } = input
    const asked = { scope, mutation: 'pursue', action: 'item.pursue', input, find: this.changes.item(scope, itemId) }
    return this.changes.change(asked, async ({ entry }): Promise<Changed<PursuitRecorded> | OnlyPaidWorkIsOptional> => {
      if (entry.obligation !== 'PAID') {
        const message = 'Only paid work can be gone for or not: this one has to be done.'
        return { kind: 'OnlyPaidWorkIsOptional', field: 'itemId', message }
      }
      if (pursued) await this.takeBackNotPursued(scope, itemId)
      else await this.mark(scope, { itemId, occurrenceId: null, kind: 'NOT_PURSUED', reason: input.reason ?? '' })
      const trail = { subjectType: 'ChecklistItem', subjectId: itemId, details: { pursued } }
      return { done: { kind: 'PursuitRecorded', itemId, pursued }, trail }
    })
  }

  end(scope: NetworkScope, { markId, ...input }: EndMarkInput): Promise<MarkEnded | MarkAlreadyEnded> {
    const find = async () => {
      const mark = await this.marks.markInScope(scope, markId)
      if (!mark) throw new RequestError('NOT_FOUND', 'There is no such mark.')
      return this.changes.item(scope, mark.itemId)()
    }
    const asked = { scope, mutation: 'endMark', action: 'item.endMark', input: { markId, ...input }, find }
    return this.changes.change(asked, async ({ item }): Promise<Changed<MarkEnded> | MarkAlreadyEnded> => {
      // Read again now that nobody else can end it.
      const mark = (await this.marks.ofItems([item.id])).find(({ id }) => id === markId)
      if (!mark || mark.supersededAt !== null) {
        const message = 'The mark has been taken back or replaced before.'
        return { kind: 'MarkAlreadyEnded', field: 'markId', message, endedAt: mark?.supersededAt ?? this.clock.now() }
      }
      const ended = { ...mark, supersededBy: scope.personId, supersededAt: this.clock.now() }
      await this.marks.supersede([markId], ended.supersededBy, ended.supersededAt)
      const trail = { subjectType: 'Mark', subjectId: markId, details: { kind: mark.kind, itemId: item.id } }
      return { done: { kind: 'MarkEnded', itemId: item.id, mark: ended }, trail }
    })
  }

  private async takeBackNotPursued(scope: NetworkScope, itemId: string): Promise<void> {
    const standing = await this.marks.replacedBy({ itemId, occurrenceId: null, kind: 'NOT_PURSUED', partner: null })
    await this.marks.supersede(standing, scope.personId, this.clock.now())
  }

  /** Adds a mark, which ends the one that said the same of the same. Errors: NOT_FOUND when the occurrence is not the item's. */
  private async mark(scope: NetworkScope, said: Said): Promise<Changed<MarkRecorded>> {
    const { itemId, occurrenceId } = said
    if (occurrenceId !== null) await this.mustBelong(occurrenceId, itemId)
    const recorded = { recordedBy: scope.personId, recordedAt: this.clock.now(), supersededBy: null, supersededAt: null }
    const mark: MarkEntity = { id: randomUUID(), partner: null, startsOn: this.clock.today(), endsOn: null, ...said, ...recorded }
    const replaced = await this.marks.replacedBy(mark)
    await this.marks.supersede(replaced, scope.personId, mark.recordedAt)
    await this.marks.add(mark)
    const { kind, startsOn, endsOn } = mark
    const trail = { subjectType: 'Mark', subjectId: mark.id, details: { kind, itemId, occurrenceId, startsOn, endsOn, replaced } }
    return { done: { kind: 'MarkRecorded', itemId, mark }, trail }
  }

  private async mustBelong(occurrenceId: string, itemId: string): Promise<void> {
    const [occurrence] = await this.checklists.occurrences([occurrenceId])
    if (occurrence?.itemId !== itemId) throw new RequestError('NOT_FOUND', 'There is no such occurrence of this item.')
  }
}
