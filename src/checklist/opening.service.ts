import { Injectable } from '@nestjs/common'
import { setImmediate } from 'node:timers/promises'
import { BoardRepository } from '../network/board.repository.js'
import { ENGLAND } from '../network/domain/organisations.js'
import { Clock } from '../platform/clock.js'
import { earlier, firstDayOf, isContractYear, lastDayOf, later } from '../platform/day.js'
import { RequestError } from '../platform/request-error.js'
import { ChecklistService } from './checklist.service.js'
import { OpeningRepository } from './opening.repository.js'

/** Checklists opened in one transaction: few enough that others change things in between. */
const TOGETHER = 25

/** How to open them. */
export interface Opening {
  readonly progress: (line: string) => void
  /** Whether to begin no more of them. */
  readonly isStopped?: () => boolean
}

/** How many checklists were opened, were open already, and are left because it was stopped. */
export interface Opened {
  readonly opened: number
  readonly known: number
  readonly left: number
}

/** Opens checklists for many networks at once. */
@Injectable()
export class OpeningService {
  constructor(
    private readonly boards: BoardRepository,
    private readonly opening: OpeningRepository,
    private readonly checklists: ChecklistService,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens the checklists of a year for every network that has a member and that an ICB leads (or, of ENGLAND, every network that has a member), and for the ICBs
   * themselves. Each few stand on their own: what was opened stays when it is broken off, and doing it again opens the rest.
   * Errors: BAD_USER_INPUT for what is no contract year; NOT_FOUND for an ICB without networks, and for a year the catalogue has not.
   */
  async openAll(contractYear: string, of: string, { progress, isStopped = () => false }: Opening): Promise<Opened> {
    if (!isContractYear(contractYear))
      throw new RequestError('BAD_USER_INPUT', `${String(contractYear)} is no contract year such as 2026/27.`)
    // As near to today as the year has days: who was there in a year that is over, or will be in one to come.
    const day = earlier(later(this.clock.today(), firstDayOf(contractYear)), lastDayOf(contractYear))
    const { networks, boards } = await this.boards.commissioningOn(day, of === ENGLAND ? null : of)
    const codes = [...networks, ...boards].sort()
    if (codes.length === 0) throw new RequestError('NOT_FOUND', `${of} has no networks on ${day}.`)
    const missing = (await this.opening.withoutChecklist(codes, contractYear)).map(({ code }) => code)
    let opened = 0
    for (let from = 0; from < missing.length && !isStopped(); from += TOGETHER) {
      opened += (await this.checklists.open(missing.slice(from, from + TOGETHER), contractYear)).opened
      // SQLite answers without waiting: nothing else, a signal to stop included, would have its turn.
      await setImmediate()
      progress(`opened ${opened.toLocaleString('en-GB')} of ${missing.length.toLocaleString('en-GB')}`)
    }
    return { opened, known: codes.length - missing.length, left: missing.length - opened }
  }
}
