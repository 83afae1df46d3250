import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type NetworkScope } from '../access/domain/scope.js'
import { Clock } from '../platform/clock.js'
import { type Day } from '../platform/day.js'
import { ChecklistEventRepository } from './checklist-event.repository.js'
import { type ChecklistEventEntity, type OccurrenceEntity } from './checklist.entity.js'
import { type RequirementEntry } from './checklist.repository.js'
import { occurrenceOfEvent } from './domain/occurrences.js'
import { type Changed, ItemChangeService } from './item-change.service.js'
import { type ReportEventInput } from './mark.inputs.js'
import { type EventInFuture, type EventReported, type NotOnEvent } from './mark.types.js'

/** Records what happened, and what it makes fall due. */
@Injectable()
export class ChecklistEventService {
  constructor(
    private readonly changes: ItemChangeService,
    private readonly events: ChecklistEventRepository,
    private readonly clock: Clock,
  ) {}

  report(scope: NetworkScope, input: ReportEventInput): Promise<EventReported | EventInFuture | NotOnEvent> {
    const { itemId, happenedOn, note } = input
    const asked = { scope, mutation: 'reportEvent', action: 'item.reportEvent', input, find: this.changes.item(scope, itemId) }
    return this.changes.change(asked, async ({ entry }): Promise<Changed<EventReported> | EventInFuture | NotOnEvent> => {
      const refusal = refuseEvent(entry, happenedOn, this.clock.today())
      if (refusal) return refusal
      const recorded = { recordedBy: scope.personId, recordedAt: this.clock.now() }
      const event: ChecklistEventEntity = { id: randomUUID(), itemId, happenedOn, note, ...recorded }
      const made = occurrenceOfEvent(entry, happenedOn, await this.events.nextOrdinal(itemId))
      const occurrence: OccurrenceEntity = { ...made, id: randomUUID(), itemId, eventId: event.id }
      await this.events.add(event, occurrence)
      const details = { itemId, happenedOn, occurrenceId: occurrence.id, dueOn: occurrence.dueOn }
      return {
        done: { kind: 'EventReported', itemId, event, occurrence },
        trail: { subjectType: 'ChecklistEvent', subjectId: event.id, details },
      }
    })
  }
}

/** Why an event of a day cannot be reported; undefined when it can. */
function refuseEvent(entry: RequirementEntry, happenedOn: Day, today: Day): EventInFuture | NotOnEvent | undefined {
  if (entry.shownEvery !== 'EVENT') {
    return { kind: 'NotOnEvent', field: 'itemId', message: 'This requirement falls due by the calendar, not on events.' }
  }
  if (happenedOn <= today) return undefined
  return { kind: 'EventInFuture', field: 'happenedOn', message: `The day must be ${today} or earlier.`, latestDay: today }
}
