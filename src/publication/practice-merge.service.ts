import { Injectable } from '@nestjs/common'
import { changesBetween } from './domain/changes.js'
import { kindWords } from './domain/official-kind.js'
import { type ListRow, type MapRow, type PracticeRow } from './domain/official-row.js'
import { type Merge } from './membership-merge.service.js'
import { PublicationRepository } from './publication.repository.js'

/** Merges what is published about practices: names, places and list sizes by day. None of it changes a membership. */
@Injectable()
export class PracticeMergeService {
  constructor(private readonly repository: PublicationRepository) {}

  async practices(rows: readonly PracticeRow[], { register, report, at }: Merge): Promise<void> {
    let closed = 0
    for (const { practiceCode, practiceName, isActive } of rows) {
      if (isActive || register.find('practice', practiceCode)) register.keep('practice', practiceCode, practiceName, {}, at)
      else closed += 1
    }
    if (closed > 0) report.skipped.push({ why: 'closed, and in no other file', rows: closed })
    const { added, changed } = await register.write()
    report.added += added
    report.changed += changed
    report.same += rows.length - closed - added - changed
  }

  async map(rows: readonly MapRow[], { register, report, day, at }: Merge): Promise<void> {
    for (const row of rows) {
      register.keep('region', row.regionCode, row.regionName, {}, at)
      register.keep('board', row.boardCode, row.boardName, { regionCode: row.regionCode }, at)
      register.keep('subIcbLocation', row.subIcbCode, row.subIcbName, { boardCode: row.boardCode }, at)
      register.keep('practice', row.practiceCode, row.practiceName, {}, at)
      const network = row.networkCode === null ? undefined : register.find('network', row.networkCode)
      if (network)
        register.keep('network', network.odsCode, row.networkName ?? '', { openedOn: network.openedOn, closedOn: network.closedOn }, at)
    }
    const only = new Set(
      rows.flatMap(({ networkCode }) => (networkCode === null || register.find('network', networkCode) ? [] : [networkCode])),
    )
    if (only.size > 0) report.notes.push(`networks ODS has not named yet: ${[...only].sort().join(', ')}`)
    await register.write()
    const standing = await this.repository.standing('placing', { onDay: day })
    const facts = rows.map(({ practiceCode, onDay, networkCode, subIcbCode, boardCode }) => {
      return { practiceCode, onDay, networkCode, subIcbCode, boardCode }
    })
    const valueOf = (one: (typeof facts)[number]) => `${one.networkCode} ${one.subIcbCode} ${one.boardCode}`
    const changes = changesBetween(standing, facts, ({ practiceCode }) => practiceCode, valueOf)
    report.added += changes.fresh.length
    report.changed += changes.changed.length
    report.withdrawn += changes.gone.length
    report.same += changes.same
    const gone = [...changes.gone, ...changes.changed.map(({ row }) => row)]
    await this.repository.restate('placing', gone, [...changes.fresh, ...changes.changed.map(({ fact }) => fact)], at)
  }

  /** List sizes of a day. Where another file of the same day says otherwise, what stands stays, and the report says so. */
  async lists(rows: readonly ListRow[], { register, report, day, at }: Merge): Promise<void> {
    const source = `Patients registered at a GP practice (${kindWords[report.kind]})`
    const unnamed = rows.filter(({ practiceCode }) => !register.find('practice', practiceCode))
    for (const { practiceCode } of unnamed) register.keep('practice', practiceCode, '', {}, at)
    await register.write()
    if (unnamed.length > 0) report.notes.push(`${unnamed.length} practices are in no other file yet, and are called by their codes`)
    const facts = rows.map(({ practiceCode, onDay, patients }) => ({ practiceCode, onDay, patients, source }))
    const keyOf = ({ practiceCode }: (typeof facts)[number]) => practiceCode
    const standing = await this.repository.standing('listSize', { onDay: day })
    const changes = changesBetween(standing, facts, keyOf, ({ patients }) => patients)
    const revised = changes.changed.filter(({ row }) => row.source === source)
    const disputed = changes.changed.filter(({ row }) => row.source !== source)
    const [first] = disputed
    if (first) {
      const { practiceCode, patients } = first.fact
      report.notes.push(
        `${disputed.length} list sizes differ from another file of the day, which stands: ${practiceCode} has ${first.row.patients} there, ${patients} here`,
      )
    }
    report.added += changes.fresh.length
    report.changed += revised.length
    report.same += changes.same
    await this.repository.restate(
      'listSize',
      revised.map(({ row }) => row),
      [...changes.fresh, ...revised.map(({ fact }) => fact)],
      at,
    )
  }
}
