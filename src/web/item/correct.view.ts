import { type Day } from '../../platform/day.js'
import { type EvidenceData } from '../layout/evidence-card.js'
import { type ChecklistOfItem } from './item.data.js'

/** An item the evidence serves. */
export interface ServedItem {
  readonly id: string
  readonly code: string
  readonly requirement: { readonly title: string; readonly perPractice: boolean }
  readonly checklist: ChecklistOfItem
}

/** What the operation of the page answers. */
export interface CorrectData extends EvidenceData {
  readonly serving: readonly { readonly item: ServedItem }[]
}

/** The form as it would have been typed to record this evidence. */
export function fieldsOf(evidence: CorrectData): Record<string, readonly string[]> {
  const { note, link, figure, happenedOn, coversFrom, coversTo, lapsesOn, practiceCodes, files } = evidence
  return {
    ...{ note: [note], link: [link ?? ''], when: [happenedOn ? 'day' : 'period'], practiceCodes, keptFileIds: files.map(({ id }) => id) },
    ...boxes('happenedOn', happenedOn),
    ...boxes('coversFrom', coversFrom),
    ...boxes('coversTo', coversTo),
    ...boxes('lapsesOn', lapsesOn),
    ...(figure && {
      ...{
        'figure-numerator': [String(figure.numerator)],
        'figure-denominator': [figure.denominator === null ? '' : String(figure.denominator)],
      },
      ...{ 'figure-source': [figure.source], 'figure-trust': [figure.trust] },
    }),
  }
}

/** A day in three boxes, as somebody types it. */
function boxes(name: string, day: Day | null): Record<string, readonly string[]> {
  if (day === null) return {}
  const [year = '', month = '', date = ''] = day.split('-').map((part) => String(Number(part)))
  return { [`${name}[day]`]: [date], [`${name}[month]`]: [month], [`${name}[year]`]: [year] }
}
