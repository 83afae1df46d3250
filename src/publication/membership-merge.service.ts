import { Injectable } from '@nestjs/common'
import { addDays, type Day, type Instant } from '../platform/day.js'
import { changesBetween } from './domain/changes.js'
import { type TableReport } from './domain/import-report.js'
import { type MembershipRow, type NetworkRow } from './domain/official-row.js'
import { PublicationRepository } from './publication.repository.js'
import { type Register } from './register.service.js'

/** What the tables of an import share. */
export interface Merge {
  readonly register: Register
  readonly report: TableReport
  readonly day: Day
  readonly at: Instant
}

/** A release leaves out more of what an earlier one said than ODS ever took back. Nothing was changed. */
export class TooMuchMissing extends Error {
  constructor(
    readonly file: string,
    readonly missing: number,
    readonly known: number,
  ) {
    super(`${file} leaves out ${missing} of ${known} memberships that stand`)
  }
}

type Spell = Pick<MembershipRow, 'practiceCode' | 'networkCode' | 'startsOn' | 'endsOn'>

/** Of 6,757 memberships ODS took back 13 in three years. */
const MOST_MISSING = 50
const MOST_MISSING_SHARE = 0.01

/** Merges what the Organisation Data Service says of networks and their members: the only source of memberships. */
@Injectable()
export class MembershipMergeService {
  constructor(private readonly repository: PublicationRepository) {}

  async networks(rows: readonly NetworkRow[], merge: Merge): Promise<void> {
    const { register, report, at } = merge
    const known = new Map(register.all('network').map(({ odsCode, closedOn }) => [odsCode, closedOn]))
    for (const { networkCode, networkName, openedOn, closedOn } of rows) {
      register.keep('network', networkCode, networkName, { openedOn, closedOn }, at)
      if (known.get(networkCode) === null && closedOn !== null) report.closed += 1
    }
    const listed = new Set(rows.map(({ networkCode }) => networkCode))
    const unlisted = [...known.keys()].filter((code) => !listed.has(code)).length
    if (unlisted > 0) report.notes.push(`${unlisted} networks known before are not in it; they stay as they are`)
    const { added, changed } = await register.write()
    report.added += added
    report.changed += changed - report.closed
    report.same += rows.length - added - changed
    await this.leads(new Map(rows.map((row) => [row.networkCode, row.subIcbCode])), merge)
  }

  /** Returns the networks whose members changed. */
  async memberships(rows: readonly MembershipRow[], merge: Merge, isLossAccepted: boolean): Promise<Set<string>> {
    const { register, report, at } = merge
    const standing = await this.repository.standing('membership')
    const changes = changesBetween(standing, rows, keyOf, ({ endsOn }: Spell) => endsOn)
    const { length: missing } = changes.gone
    if (!isLossAccepted && missing >= MOST_MISSING && missing >= standing.length * MOST_MISSING_SHARE) {
      throw new TooMuchMissing(report.file, missing, standing.length)
    }
    for (const { networkCode, networkName, practiceCode, practiceName } of rows) {
      const network = register.find('network', networkCode)
      register.keep('network', networkCode, networkName, { openedOn: network?.openedOn ?? null, closedOn: network?.closedOn ?? null }, at)
      register.keep('practice', practiceCode, practiceName, {}, at)
    }
    await register.write()
    report.added += changes.fresh.length
    report.closed += changes.changed.filter(({ row, fact }) => row.endsOn === null && fact.endsOn !== null).length
    report.changed += changes.changed.length - report.closed
    report.withdrawn += missing
    report.same += changes.same
    const gone = [...changes.gone, ...changes.changed.map(({ row }) => row)]
    const facts = [...changes.fresh, ...changes.changed.map(({ fact }) => fact)]
    const fields = facts.map(({ networkCode, practiceCode, startsOn, endsOn }) => ({ networkCode, practiceCode, startsOn, endsOn }))
    await this.repository.restate('membership', gone, fields, at)
    return new Set([...gone, ...facts].map(({ networkCode }) => networkCode))
  }

  /** Who leads for networks, as a release of a day has it: what led before led until the day before. */
  async leads(leadOf: ReadonlyMap<string, string | null>, { register, report, day, at }: Merge): Promise<void> {
    const standing = (await this.repository.standing('lead')).filter(({ endsOn }) => endsOn === null)
    const known = new Map(standing.map((row) => [row.networkCode, row]))
    const gone: { id: string }[] = []
    const facts: { networkCode: string; subIcbCode: string; startsOn: Day; endsOn: Day | null }[] = []
    for (const [networkCode, subIcbCode] of leadOf) {
      const row = known.get(networkCode)
      if (subIcbCode === null || row?.subIcbCode === subIcbCode) continue
      const startsOn = row && day > row.startsOn ? day : (row?.startsOn ?? register.find('network', networkCode)?.openedOn ?? day)
      facts.push({ networkCode, subIcbCode, startsOn, endsOn: null })
      if (!row) continue
      gone.push(row)
      if (day > row.startsOn) facts.push({ networkCode, subIcbCode: row.subIcbCode, startsOn: row.startsOn, endsOn: addDays(day, -1) })
    }
    if (gone.length > 0) report.notes.push(`${gone.length} networks have another lead sub-ICB location`)
    await this.repository.restate('lead', gone, facts, at)
  }
}

function keyOf({ practiceCode, networkCode, startsOn }: Spell): string {
  return `${practiceCode} ${networkCode} ${startsOn}`
}
