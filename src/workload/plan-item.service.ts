import { Injectable } from '@nestjs/common'
import { occurrenceFactsOf } from '../checklist/domain/item-status.js'
import { isMarked } from '../checklist/domain/mark.js'
import { occurrenceOn } from '../checklist/domain/status.js'
import { isOwed } from '../checklist/domain/status-words.js'
import { Clock } from '../platform/clock.js'
import { type ContractYear } from '../platform/day.js'
import { monthsOf } from '../priority/domain/months.js'
import { type PriorityRow } from '../priority/priority.repository.js'
import { type ItemWithFacts } from '../standing/facts.service.js'
import {
  type LoggedByMonth,
  occurrenceMonths,
  type PlanIndicator,
  type PlanItem,
  type PlanOccurrence,
  type PlanPriority,
  spanOf,
} from './domain/plan-inputs.js'
import { type PlannedStaffGroup } from './domain/staff-group.js'
import { type IndicatorInForce, IndicatorService } from './indicator.service.js'

/** Items, indicators and priorities as a plan needs them, on the day it is. */
@Injectable()
export class PlanItemService {
  constructor(
    private readonly clock: Clock,
    private readonly indicators: IndicatorService,
  ) {}

  /** Indicators of networks already in scope. */
  indicatorsOf(networkCodes: readonly string[], year: ContractYear): Promise<IndicatorInForce[]> {
    return this.indicators.inForce(networkCodes, year)
  }

  indicator(one: IndicatorInForce, groups: readonly PlannedStaffGroup[]): PlanIndicator {
    const estimates = groups.map((group) => {
      const { minutes, basis, networks, businessAsUsualPercent, businessAsUsualBasis, note } = one.figure(group)
      return { staffGroup: group.code, minutes, basis, networks, businessAsUsualPercent, businessAsUsualBasis, note }
    })
    const { code, title, nature, pursued, once, window, points, pointsCertainty, penceAPoint } = one
    return { code, title, nature, pursued, once, window, points, pointsCertainty, penceAPoint, estimates }
  }

  item(one: ItemWithFacts, year: ContractYear): Omit<PlanItem, 'estimates' | 'logged' | 'rating'> {
    const { item, entry, facts } = one
    const today = this.clock.today()
    const isSaid = (kind: 'NOT_PURSUED' | 'NOT_APPLICABLE') => isMarked(kind, facts.marks, facts.requirement.obligation, [], today)
    const occurrences = this.occurrences(one, year)
    const { code, key, title, paragraph, nature, obligation, fallsDue, shownEvery, perPractice, declarationOnly } = entry
    if (fallsDue === null) throw new Error(`${code} is no requirement`)
    return {
      ...{ itemId: item.id, entryId: entry.id, code, key, title, paragraph },
      ...{ nature, obligation, fallsDue, shownEvery, perPractice, declarationOnly },
      moneyPence: entry.money?.pence ?? null,
      status: item.status,
      pursued: !isSaid('NOT_PURSUED'),
      applies: !isSaid('NOT_APPLICABLE'),
      window: spanOf(occurrences),
      occurrences,
    }
  }

  priority(row: PriorityRow, logged: readonly LoggedByMonth[], year: ContractYear): PlanPriority {
    const { id, title, rank, place, closing, opensOn, closesOn, minutes, serves } = row
    const window = monthsOf(opensOn, closesOn, year)
    return { priorityId: id, title, rank, place, closed: closing !== null, window, minutes, serves, logged }
  }

  private occurrences({ occurrences, facts }: ItemWithFacts, year: ContractYear): PlanOccurrence[] {
    return occurrences.flatMap((row, index) => {
      const record = facts.occurrences[index]
      if (!record) return []
      const { status } = occurrenceOn(occurrenceFactsOf(facts, record), this.clock.today())
      return [{ occurrenceId: row.id, ordinal: row.ordinal, ...occurrenceMonths(row, year), status, done: !isOwed(status) }]
    })
  }
}
