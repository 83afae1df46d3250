import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type NetworkScope } from '../access/domain/scope.js'
import { AuditLog } from '../platform/audit-log/audit-log.js'
import { Clock } from '../platform/clock.js'
import { Database } from '../platform/database/database.js'
import { Idempotency } from '../platform/idempotency/idempotency.js'
import { RequestError } from '../platform/request-error.js'
import { spanOf } from '../specification/domain/year-span.js'
import { type LocalDayEntity } from './checklist.entity.js'
import { type RequirementEntry } from './checklist.repository.js'
import { occurrencesOf } from './domain/occurrences.js'
import { type SetLocalDayInput, type SetLocalDaysInput } from './local-day.inputs.js'
import { LocalDayRepository } from './local-day.repository.js'
import { type LocalDayFarOff, type LocalDayRefused, type LocalDaySet, type LocalDaysSet } from './local-day.types.js'

/** Sets the days an ICB asks its networks for something by. It moves no national day. */
@Injectable()
export class LocalDayService {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly localDays: LocalDayRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  set(scope: NetworkScope, input: SetLocalDayInput): Promise<LocalDaySet | LocalDayRefused> {
    return this.idempotency.once<LocalDaySet | LocalDayRefused>(scope.personId, 'setLocalDay', input, () => this.one(scope, input, ''))
  }

  /** All of them or none: what one of them is refused for is said at its place. */
  setAll(scope: NetworkScope, input: SetLocalDaysInput): Promise<LocalDaysSet | LocalDayRefused> {
    return this.idempotency.once<LocalDaysSet | LocalDayRefused>(scope.personId, 'setLocalDays', input, async () => {
      const { boardCode, contractYear } = input
      const days: LocalDaySet[] = []
      const keys = input.days.map(({ requirementCode, ordinal }) => `${requirementCode} ${ordinal}`)
      const twice = keys.findIndex((key, index) => keys.indexOf(key) < index)
      if (twice >= 0) {
        const message = `The day of ${input.days[twice]?.requirementCode} is given twice.`
        throw RequestError.badInput([{ field: `days.${twice}`, message }])
      }
      for (const [index, day] of input.days.entries()) {
        const set = await this.one(scope, { boardCode, contractYear, ...day }, `days.${index}.`)
        if ('field' in set) return set
        days.push(set)
      }
      return { kind: 'LocalDaysSet', boardCode, days }
    })
  }

  /** `at` is where in the input it stands. */
  private async one(scope: NetworkScope, input: SetLocalDayInput, at: string): Promise<LocalDaySet | LocalDayRefused> {
    if (!scope.own.includes(input.boardCode)) throw new RequestError('NOT_FOUND', 'There is no such ICB.')
    const entries = await this.localDays.requirements(input.contractYear, input.requirementCode)
    if (entries.length === 0)
      throw new RequestError('NOT_FOUND', `There is no requirement ${input.requirementCode} in ${input.contractYear}.`)
    const ordinals = ordinalsOf(entries, input.contractYear)
    if (ordinals.includes(input.ordinal)) return refuseFarOff(input, at) ?? this.replace(scope, input, entries)
    const message =
      ordinals.length === 0 ? 'This requirement falls due on events only.' : `The ordinal must be one of ${ordinals.join(', ')}.`
    return { kind: 'NoSuchOccurrence', field: `${at}ordinal`, message, ordinals }
  }

  private async replace(scope: NetworkScope, input: SetLocalDayInput, entries: readonly RequirementEntry[]): Promise<LocalDaySet> {
    const { boardCode, requirementCode, contractYear, ordinal, dueOn = null } = input
    const entryIds = entries.map(({ id }) => id)
    const items = await this.localDays.lockItemsLedBy(boardCode, entryIds)
    const recorded = { recordedBy: scope.personId, recordedAt: this.clock.now(), supersededAt: null }
    const days =
      dueOn === null
        ? []
        : entryIds.map((entryId): LocalDayEntity => ({ id: randomUUID(), boardCode, entryId, ordinal, dueOn, ...recorded }))
    await this.localDays.replace(boardCode, ordinal, entryIds, days)
    await this.audit.record({
      ...{ action: 'localDay.set', actorId: scope.personId, organisationCode: boardCode },
      ...{ subjectType: 'CatalogueEntry', subjectId: entryIds.at(-1) ?? '', details: { requirementCode, contractYear, ordinal, dueOn } },
    })
    this.database.touch(items.map(({ itemId }) => itemId))
    const networks = new Set(items.map(({ networkCode }) => networkCode)).size
    return { kind: 'LocalDaySet', boardCode, requirementCode, ordinal, dueOn, networks }
  }
}

/** Which times a requirement is shown in a year, in any of its editions. */
function ordinalsOf(entries: readonly RequirementEntry[], contractYear: string): number[] {
  const ordinals = entries.flatMap((entry) => occurrencesOf(entry, contractYear).map(({ ordinal }) => ordinal))
  return [...new Set(ordinals)].sort((one, other) => one - other)
}

/** Why a day cannot be one of the year; undefined when it can, or when none is set. */
function refuseFarOff({ contractYear, dueOn = null }: SetLocalDayInput, at: string): LocalDayFarOff | undefined {
  const { earliestDay, latestDay } = spanOf(contractYear)
  if (dueOn === null || (dueOn >= earliestDay && dueOn <= latestDay)) return undefined
  const message = `A day of ${contractYear} must be from ${earliestDay} to ${latestDay}.`
  return { kind: 'LocalDayFarOff', field: `${at}dueOn`, message, earliestDay, latestDay }
}
