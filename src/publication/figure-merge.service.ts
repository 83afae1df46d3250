import { Injectable } from '@nestjs/common'
import { changesBetween } from './domain/changes.js'
import { type DeprivationRow, type ResultRow } from './domain/official-row.js'
import { type Merge } from './membership-merge.service.js'
import { PublicationRepository, type RowIn } from './publication.repository.js'
import { type Register } from './register.service.js'

/** Merges published results and deprivation scores: a figure published again takes the place of the one before. */
@Injectable()
export class FigureMergeService {
  constructor(private readonly repository: PublicationRepository) {}

  async results(rows: readonly ResultRow[], merge: Merge): Promise<void> {
    const standing: RowIn<'result'>[] = []
    for (const achievedOn of new Set(rows.map((row) => row.achievedOn)))
      standing.push(...(await this.repository.standing('result', { achievedOn })))
    const keyOf = (row: ResultRow) => `${row.organisationCode} ${row.achievedOn} ${row.indicatorCode} ${row.measure}`
    const changes = changesBetween(standing, rows, keyOf, ({ value, contractYear }) => `${value} ${contractYear}`)
    const suppressed = rows.filter(({ value }) => value === null).length
    if (suppressed > 0) merge.report.notes.push(`${suppressed} values are suppressed by the publisher: they are not known, and not 0`)
    await this.restate('result', changes, merge)
    noteUnknown(rows, merge)
  }

  async deprivation(rows: readonly DeprivationRow[], merge: Merge): Promise<void> {
    const keyOf = (row: DeprivationRow) => `${row.organisationCode} ${row.indexYear}`
    const standing = await this.repository.standing('deprivation')
    const changes = changesBetween(standing, rows, keyOf, ({ scoreThousandths, decile }) => `${scoreThousandths} ${decile}`)
    if (rows.some(({ indexYear }) => indexYear === null)) merge.report.notes.push('it does not say which index the scores are of')
    await this.restate('deprivation', changes, merge)
    noteUnknown(rows, merge)
  }

  private async restate<Name extends 'result' | 'deprivation'>(
    name: Name,
    {
      fresh,
      changed,
      same,
    }: ReturnType<typeof changesBetween<object, RowIn<Name>, Omit<RowIn<Name>, 'id' | 'recordedAt' | 'supersededAt'>>>,
    { report, at }: Merge,
  ): Promise<void> {
    report.added += fresh.length
    report.changed += changed.length
    report.same += same
    await this.repository.restate(
      name,
      changed.map(({ row }) => row),
      [...fresh, ...changed.map(({ fact }) => fact)],
      at,
    )
  }
}

function noteUnknown(
  rows: readonly { readonly organisationCode: string }[],
  { register, report }: { register: Register; report: Merge['report'] },
): void {
  const unknown = new Set(
    rows.flatMap(({ organisationCode: code }) => ((register.find('network', code) ?? register.find('practice', code)) ? [] : [code])),
  )
  if (unknown.size > 0) report.notes.push(`${unknown.size} of its organisations are in no other file yet`)
}
