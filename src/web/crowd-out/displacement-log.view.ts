import { type Day, type Instant } from '../../platform/day.js'
import { hoursInWords } from '../layout/hours.js'
import { dayInWords, momentInWords, percent } from '../layout/words.js'
import { type Cause, causes } from './displacement-log.form.js'

interface Observed {
  readonly plannedMinutes: number
  readonly doneMinutes: number
  readonly loggedMinutes: number
  readonly lowShare: number | null
  readonly highShare: number | null
  readonly coverageShare: number | null
}

/** What the page's query answers. */
export interface DisplacementLogData {
  readonly network: {
    readonly name: string
    readonly observedCrowdOut:
      | (Observed & {
          readonly contractYear: string
          readonly sentence: string
          readonly ruleVersion: number
          readonly priorities: readonly (Observed & { readonly priority: { readonly id: string; readonly title: string } | null })[]
        })
      | null
    readonly displacements:
      | readonly {
          readonly id: string
          readonly minutes: number
          readonly cause: Cause
          readonly requirementCode: string | null
          readonly requestId: string | null
          readonly happenedOn: Day
          readonly note: string
          readonly recordedAt: Instant
          readonly recordedBy: { readonly name: string } | null
          readonly priority: { readonly title: string } | null
          readonly milestone: { readonly title: string } | null
        }[]
      | null
    readonly priorities:
      | readonly {
          readonly id: string
          readonly title: string
          readonly milestones: readonly { readonly id: string; readonly title: string }[]
        }[]
      | null
    readonly checklist: {
      readonly items: {
        readonly nodes: readonly { readonly id: string; readonly code: string; readonly requirement: { readonly title: string } }[]
      }
    } | null
    readonly requests: {
      readonly nodes: readonly { readonly code: string; readonly request: { readonly id: string; readonly title: string } }[]
    } | null
  } | null
}

type Network = NonNullable<DisplacementLogData['network']>

/** The log with its range: what happened, which is never mixed with the arithmetic of a plan. */
export function displacementLog({ observedCrowdOut: observed, displacements, requests, checklist }: Network) {
  const titles = new Map((checklist?.items.nodes ?? []).map(({ code, requirement }) => [code, requirement.title]))
  const asked = new Map((requests?.nodes ?? []).map(({ code, request }) => [request.id, `${code} ${request.title}`]))
  return {
    contractYear: observed?.contractYear ?? '',
    sentence: observed?.sentence ?? '',
    ruleVersion: observed?.ruleVersion ?? null,
    priorities: (observed?.priorities ?? [])
      .filter(({ plannedMinutes, loggedMinutes }) => plannedMinutes > 0 || loggedMinutes > 0)
      .map((one) => ({
        title: one.priority?.title ?? 'A priority',
        ...{ planned: hoursInWords(one.plannedMinutes), done: hoursInWords(one.doneMinutes), logged: hoursInWords(one.loggedMinutes) },
        ...{ range: rangeOf(one), coverage: one.coverageShare === null ? 'nothing left to do' : percent(one.coverageShare) },
      })),
    entries: (displacements ?? []).map((entry) => ({
      id: entry.id,
      what: [entry.priority?.title ?? 'A priority', ...(entry.milestone ? [entry.milestone.title] : [])].join(': '),
      much: hoursInWords(entry.minutes),
      why: [
        causes[entry.cause],
        ...(entry.requirementCode ? [`${entry.requirementCode} ${titles.get(entry.requirementCode) ?? ''}`.trim()] : []),
        ...(entry.requestId ? [asked.get(entry.requestId) ?? 'a request'] : []),
      ].join(': '),
      note: entry.note,
      when: dayInWords(entry.happenedOn),
      who: `Noted by ${entry.recordedBy?.name ?? 'somebody'}, ${momentInWords(entry.recordedAt)}`,
    })),
  }
}

/** The range observed: because of national work for certain, and with what nobody knows the reason of. */
function rangeOf({ lowShare, highShare }: Observed): string {
  if (lowShare === null || highShare === null) return 'nothing was planned'
  const [low, high] = [percent(lowShare), percent(highShare)]
  return low === high ? low : `${low} to ${high}`
}

/** What can be chosen in the form. */
export function displacementChoices(
  { priorities, checklist, requests }: Network,
  chosen: { what: string; requirementCode: string; requestId: string },
) {
  const whats = (priorities ?? []).flatMap(({ id, title, milestones }) => [
    { value: id, text: title },
    ...milestones.map((milestone) => ({ value: `${id} ${milestone.id}`, text: `${title}: ${milestone.title}` })),
  ])
  const items = (checklist?.items.nodes ?? []).map(({ code, requirement }) => ({ value: code, text: `${code} ${requirement.title}` }))
  const asked = (requests?.nodes ?? []).map(({ code, request }) => ({ value: request.id, text: `${code} ${request.title}` }))
  return {
    any: whats.length > 0,
    whats: selected(whats, chosen.what),
    items: selected(items, chosen.requirementCode),
    requests: selected(asked, chosen.requestId),
    causes: Object.entries(causes).map(([value, text]) => ({ value, text })),
  }
}

function selected(choices: readonly { readonly value: string; readonly text: string }[], value: string) {
  return [{ value: '', text: 'Choose', selected: value === '' }, ...choices.map((one) => ({ ...one, selected: one.value === value }))]
}
