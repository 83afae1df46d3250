import { type Day, type Instant } from '../../platform/day.js'
import { type EstimateData, type HighlightData, highlightRow, minutesByBasis, sentenceParts } from '../crowd-out/highlight.js'
import { CLINICAL_DIRECTOR, nothingSwitched } from '../crowd-out/switches.js'
import { type ProgressData, progressFigure } from '../layout/progress.js'
import { wholeHours } from '../layout/hours.js'
import { count, dayInWords, listInWords, momentInWords } from '../layout/words.js'
import { pictureOnPage } from '../picture/picture-on-page.js'
import { type PictureMonth } from '../picture/picture.view.js'
import { type HistoryData } from './since.js'

interface ItemNamed {
  readonly id: string
  readonly code: string
  readonly requirement: { readonly title: string }
}

/** A declaration somebody entered on a director's behalf. */
export interface UnconfirmedData {
  readonly id: string
  readonly happenedOn: Day | null
  readonly recordedBy: { readonly name: string } | null
  readonly declaration: {
    readonly director: { readonly id: string } | null
    readonly onBehalf: { readonly confirmedHow: string; readonly confirmedOn: Day } | null
    readonly statements: readonly { readonly requirementCode: string; readonly paragraph: string | null; readonly wording: string }[]
  } | null
}

export interface DirectorCrowdOut {
  readonly contractYear: string
  readonly headline: string
  readonly basis: string
  readonly coverage: { readonly groupsWithoutCapacity: number }
  readonly staffGroup: {
    readonly availableMinutes: number | null
    readonly localWantedMinutes: number | null
    readonly displacedMinutes: number | null
    readonly coverage: { readonly itemsWithoutEstimate: number }
    readonly estimateCases: { readonly displacedInWords: string | null }
    readonly months: readonly PictureMonth[] | null
    readonly items: readonly { readonly minutes: number | null; readonly estimates: readonly EstimateData[] }[]
  }
  readonly highlights: readonly HighlightData[]
}

export interface DirectorHomeData {
  readonly network: {
    readonly odsCode: string
    readonly name: string
    readonly crowdOut: DirectorCrowdOut | null
    readonly checklist: {
      readonly contractYear: string
      readonly progress: ProgressData
      readonly history: readonly HistoryData[] | null
      readonly questions: {
        readonly nodes: readonly {
          readonly id: string
          readonly text: string
          readonly askedAt: Instant
          readonly askedBy: { readonly name: string } | null
          readonly item: ItemNamed
        }[]
      } | null
    } | null
    readonly unconfirmedDeclarations: readonly UnconfirmedData[] | null
    readonly requests: {
      readonly nodes: readonly {
        readonly id: string
        readonly code: string
        readonly clause: 'FOUND' | 'NOT_FOUND' | 'NOT_LOOKED'
        readonly request: {
          readonly id: string
          readonly title: string
          readonly askedBy: string
          readonly receivedOn: Day
          readonly dueOn: Day | null
        }
      }[]
    } | null
  }
}

/** What a clinical director finds at home about her time: the sentence, the picture, and what would give most of it back. */
export function timeAtHome(crowdOut: DirectorCrowdOut, networkCode: string) {
  const { headline, staffGroup, highlights, coverage } = crowdOut
  const { months, estimateCases, displacedMinutes } = staffGroup
  return {
    known: months !== null,
    sentence: sentenceParts(headline),
    picture: months && pictureOnPage(months, nothingSwitched, { networkCode, whose: 'Your', size: 'wide' }),
    span: displacedMinutes && estimateCases.displacedInWords?.startsWith('between') ? estimateCases.displacedInWords : null,
    rests: restsOn(staffGroup),
    leftOut: coverage.groupsWithoutCapacity,
    highlights: highlights.map(highlightRow),
    noHighlights: whyNone(staffGroup),
  }
}

/** What the national hours of the sentence rest on. */
function restsOn({ items, coverage }: DirectorCrowdOut['staffGroup']): string {
  const { own, released, assumed, requested } = minutesByBasis(items, CLINICAL_DIRECTOR)
  const parts = [
    ...(own > 0 ? [`${wholeHours(own)} rest on your own estimates`] : []),
    ...(released > 0 ? [`${wholeHours(released)} on what other networks recorded`] : []),
    ...(assumed > 0 ? [`${wholeHours(assumed)} on assumptions`] : []),
    ...(requested > 0 ? [`${wholeHours(requested)} on requests you accepted`] : []),
  ]
  const missing = coverage.itemsWithoutEstimate
  const unknown =
    missing > 0 ? ` ${count(missing, 'item has', 'items have')} no estimate and ${missing === 1 ? 'is' : 'are'} left out.` : ''
  return parts.length === 0 ? unknown.trim() : `Of the national work, ${listInWords(parts)}.${unknown}`
}

function whyNone({ localWantedMinutes, displacedMinutes }: DirectorCrowdOut['staffGroup']): 'no priorities' | 'all fits' | 'none alone' {
  if (!localWantedMinutes) return 'no priorities'
  return displacedMinutes === 0 ? 'all fits' : 'none alone'
}

/** What waits for the director herself. */
export function waitingAtHome({ unconfirmedDeclarations, requests, checklist }: DirectorHomeData['network'], personId: string) {
  const declarations = (unconfirmedDeclarations ?? []).filter(({ declaration }) => declaration?.director?.id === personId)
  const questions = checklist?.questions?.nodes ?? []
  const asked = requests?.nodes ?? []
  return {
    nothing: declarations.length + questions.length + asked.length === 0,
    declarations: declarations.map(declarationRow),
    requests: asked.map(({ code, clause, request }) => ({
      ...{ href: `/requests/${request.id}`, text: `${code} ${request.title}` },
      detail: [
        `${request.askedBy}, received ${dayInWords(request.receivedOn)}`,
        ...(request.dueOn ? [`answer by ${dayInWords(request.dueOn)}`] : []),
        ...(clause === 'NOT_FOUND' ? ['no clause found'] : []),
      ].join('; '),
    })),
    questions: questions.map(({ text, askedAt, askedBy, item }) => ({
      ...{ href: `/items/${item.id}#questions`, text: `${item.code} ${item.requirement.title}` },
      detail: `“${text}” ${askedBy?.name ?? 'Somebody'}, ${momentInWords(askedAt)}`,
    })),
  }
}

function declarationRow({ id, happenedOn, recordedBy, declaration }: UnconfirmedData) {
  const statements = declaration?.statements ?? []
  const { onBehalf } = declaration ?? { onBehalf: null }
  return {
    id,
    title: listInWords(statements.map(({ requirementCode }) => requirementCode)),
    statements: statements.map(({ requirementCode, paragraph, wording }) => ({
      ...{ heading: paragraph ? `${requirementCode}, paragraph ${paragraph}` : requirementCode, wording },
    })),
    detail: [
      `${recordedBy?.name ?? 'Somebody'} declared this for you${happenedOn ? ` on ${dayInWords(happenedOn)}` : ''}`,
      ...(onBehalf ? [`how you agreed, as noted: “${onBehalf.confirmedHow}”, ${dayInWords(onBehalf.confirmedOn)}`] : []),
    ].join('; '),
  }
}

/** How far the contract itself is. */
export function contractAtHome(checklist: NonNullable<DirectorHomeData['network']['checklist']>) {
  const { progress } = checklist
  return { figure: progressFigure(progress), late: progress.overdue, lateWords: count(progress.overdue, 'item is late', 'items are late') }
}
