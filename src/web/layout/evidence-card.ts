import { type Day, type Instant } from '../../platform/day.js'
import { type Tag } from './status.js'
import { count, dayInWords, listInWords, momentInWords, periodInWords, periodName, size } from './words.js'
import { type Role, roleName } from './visit.js'

/** What the fragment `EvidenceOnPage` answers. */
export interface EvidenceData {
  readonly id: string
  readonly kind: 'FILES' | 'LINK' | 'NOTE' | 'FIGURE' | 'DECLARATION' | 'PRACTICE_CONFIRMATION'
  readonly status: 'STANDS' | 'SUPERSEDED' | 'WITHDRAWN' | 'LAPSED'
  readonly happenedOn: Day | null
  readonly coversFrom: Day | null
  readonly coversTo: Day | null
  readonly lapsesOn: Day | null
  readonly receivedAt: Instant
  readonly recordedDaysAfter: number
  readonly note: string
  readonly link: string | null
  readonly figure: {
    readonly numerator: number
    readonly denominator: number | null
    readonly source: string
    readonly trust: keyof typeof trusts
    readonly warning: string | null
  } | null
  readonly practiceCodes: readonly string[]
  readonly files: readonly { readonly id: string; readonly name: string; readonly bytes: number; readonly url: string }[]
  readonly declaration: {
    readonly role: Role
    readonly director: { readonly id: string; readonly name: string } | null
    readonly confirmedAt: Instant | null
    readonly onBehalf: { readonly confirmedHow: string; readonly confirmedOn: Day } | null
    readonly statements: readonly { readonly requirementCode: string; readonly paragraph: string | null; readonly wording: string }[]
  } | null
  readonly ended: { readonly kind: string; readonly reason: string; readonly endedAt: Instant } | null
  readonly recordedBy: { readonly name: string } | null
  readonly occurrences: readonly {
    readonly id: string
    readonly periodFrom: Day
    readonly periodTo: Day | null
    readonly item: { readonly id: string; readonly code: string; readonly requirement: { readonly title: string } }
  }[]
}

const trusts = {
  SELF_DECLARED: 'counted by ourselves',
  SUPPLIER_SEARCH: 'from a search by the system supplier',
  CQRS: 'from CQRS',
  PUBLISHED: 'as published',
} as const

const kinds = {
  FILES: 'File',
  LINK: 'Link',
  NOTE: 'Note',
  FIGURE: 'Figure',
  DECLARATION: 'Declaration',
  PRACTICE_CONFIRMATION: 'Practice confirmation',
} as const

const tags: Readonly<Record<EvidenceData['status'], Tag | null>> = {
  STANDS: null,
  SUPERSEDED: { text: 'Replaced', classes: 'nhsuk-tag--grey' },
  WITHDRAWN: { text: 'Withdrawn', classes: 'nhsuk-tag--grey' },
  LAPSED: { text: 'Lapsed', classes: 'nhsuk-tag--orange' },
}

/** Evidence as pages show it. */
export interface EvidenceCard {
  readonly id: string
  readonly title: string
  readonly tag: Tag | null
  readonly stands: boolean
  /** Whether a correction can take its place: what was declared or confirmed is withdrawn and done again. */
  readonly isCorrectable: boolean
  /** The clinical director who has still to confirm here what was entered for her; null when there is nothing to confirm. */
  readonly toConfirmBy: string | null
  readonly when: string
  readonly note: string
  readonly link: string | null
  readonly figure: string | null
  /** That the figure may identify somebody. */
  readonly caution: string | null
  readonly files: readonly { readonly href: string; readonly text: string }[]
  readonly statements: readonly { readonly heading: string; readonly wording: string }[]
  readonly facts: readonly string[]
  readonly serves: readonly { readonly href: string; readonly text: string }[]
}

/** A piece of evidence with everything it says; `practiceName` names a practice by its code. */
export function evidenceCard(evidence: EvidenceData, contractYear: string, practiceName: (code: string) => string): EvidenceCard {
  const { id, kind, status, note, link, figure, files, declaration, practiceCodes, occurrences } = evidence
  return {
    ...{ id, title: kind === 'FILES' ? count(files.length, 'file') : kinds[kind], tag: tags[status], stands: status === 'STANDS' },
    ...{ when: whenWords(evidence), note, link, figure: figure && figureWords(figure), caution: figure?.warning ?? null },
    isCorrectable: status !== 'SUPERSEDED' && status !== 'WITHDRAWN' && kind !== 'DECLARATION' && kind !== 'PRACTICE_CONFIRMATION',
    toConfirmBy: declaration?.onBehalf && !declaration.confirmedAt && status === 'STANDS' ? (declaration.director?.id ?? null) : null,
    files: files.map((file) => ({ href: file.url, text: `${file.name} (${size(file.bytes)})` })),
    statements: (declaration?.statements ?? []).map(({ requirementCode, paragraph, wording }) => ({
      ...{ heading: paragraph ? `${requirementCode}, paragraph ${paragraph}` : requirementCode, wording },
    })),
    facts: [
      ...(practiceCodes.length > 0 ? [`For ${listInWords(practiceCodes.map(practiceName))}`] : []),
      ...(declaration ? [declaredBy(declaration)] : []),
      ...recordedWords(evidence),
    ],
    serves: occurrences.map(({ item, periodFrom, periodTo }) => ({
      ...{ href: `/items/${item.id}`, text: `${item.code} ${item.requirement.title}, ${periodName(periodFrom, periodTo, contractYear)}` },
    })),
  }
}

function whenWords({ happenedOn, coversFrom, coversTo, lapsesOn, status }: EvidenceData): string {
  const when = happenedOn ? dayInWords(happenedOn) : coversFrom ? periodInWords(coversFrom, coversTo) : ''
  if (lapsesOn === null) return when
  return `${when}, ${status === 'LAPSED' ? 'lapsed' : 'lapses'} on ${dayInWords(lapsesOn)}`
}

/** A figure with where it comes from and how far it can be trusted. */
function figureWords({ numerator, denominator, source, trust }: NonNullable<EvidenceData['figure']>): string {
  const number = (value: number): string => value.toLocaleString('en-GB')
  return `${number(numerator)}${denominator === null ? '' : ` of ${number(denominator)}`}, ${trusts[trust]}: ${source}`
}

function declaredBy({ role, director, onBehalf, confirmedAt }: NonNullable<EvidenceData['declaration']>): string {
  const who = director?.name ?? roleName(role)
  if (!onBehalf) return `Declared by ${who}`
  const here = confirmedAt ? `, and here on ${momentInWords(confirmedAt)}` : ''
  return `Declared for ${who}, who confirmed it ${onBehalf.confirmedHow} on ${dayInWords(onBehalf.confirmedOn)}${here}`
}

function recordedWords({ recordedBy, receivedAt, recordedDaysAfter, ended }: EvidenceData): string[] {
  const after = recordedDaysAfter > 0 ? `, ${count(recordedDaysAfter, 'day')} after` : ''
  const recorded = `Recorded${recordedBy ? ` by ${recordedBy.name}` : ''} on ${momentInWords(receivedAt)}${after}`
  if (!ended) return [recorded]
  const word = ended.kind === 'SUPERSEDED' ? 'Replaced' : 'Withdrawn'
  return [recorded, `${word} on ${momentInWords(ended.endedAt)}: ${ended.reason}`]
}
