import { type Day, type Instant } from '../../platform/day.js'
import { hoursInWords } from '../layout/hours.js'
import { type Role } from '../layout/visit.js'
import { dayInWords } from '../layout/words.js'

/** Time somebody noted, as the fragment `LoggedOnPage` answers. */
interface LoggedData {
  readonly id: string
  readonly staffGroup: string
  readonly minutes: number
  readonly spentOn: Day
  readonly note: string
  readonly recordedAt: Instant
  readonly recordedBy: { readonly id: string; readonly name: string } | null
}

/** What the page's query answers. What somebody may not see is null. */
export interface LogNetwork {
  readonly name: string
  readonly staffGroups: readonly { readonly code: string; readonly name: string }[] | null
  readonly priorities:
    | readonly {
        readonly id: string
        readonly title: string
        readonly rank: number | null
        readonly loggedMinutes: readonly LoggedData[] | null
      }[]
    | null
  readonly checklist: {
    readonly contractYear: string
    readonly items: {
      readonly nodes: readonly {
        readonly id: string
        readonly code: string
        readonly requirement: { readonly title: string; readonly serviceArea: { readonly title: string } }
        readonly loggedMinutes: readonly LoggedData[] | null
      }[]
    }
  } | null
}

/** How many are shown: what was noted lately, to be taken back when it was a slip. */
const MOST_SHOWN = 25

/** What time can be noted on: priorities first, then requirements by service area. A value says what it is and which. */
export function subjectsOf({ priorities, checklist }: LogNetwork, chosen: string) {
  const option = (value: string, text: string) => ({ value, text, selected: value === chosen })
  const open = (priorities ?? []).filter(({ rank }) => rank !== null)
  const areas = new Map<string, ReturnType<typeof option>[]>()
  for (const { id, code, requirement } of checklist?.items.nodes ?? []) {
    const title = requirement.serviceArea.title
    areas.set(title, [...(areas.get(title) ?? []), option(`item ${id}`, `${code} ${requirement.title}`)])
  }
  return [
    ...(open.length > 0 ? [{ title: 'Our own priorities', options: open.map(({ id, title }) => option(`priority ${id}`, title)) }] : []),
    ...[...areas].map(([title, options]) => ({ title, options })),
  ]
}

/** What was noted lately, latest first; whoever noted it, or runs the network, may take it back. */
export function latelyLogged(
  { priorities, checklist, staffGroups }: LogNetwork,
  { personId, runsNetwork }: { readonly personId: string; readonly runsNetwork: boolean },
) {
  const nameOf = new Map((staffGroups ?? []).map(({ code, name }) => [code, name.toLowerCase()]))
  const all = [
    ...(priorities ?? []).flatMap(({ id, title, loggedMinutes }) =>
      (loggedMinutes ?? []).map((log) => ({ log, title, href: `/priorities/${id}` })),
    ),
    ...(checklist?.items.nodes ?? []).flatMap(({ id, code, requirement, loggedMinutes }) =>
      (loggedMinutes ?? []).map((log) => ({ log, title: `${code} ${requirement.title}`, href: `/items/${id}` })),
    ),
  ].sort((one, other) => (one.log.recordedAt < other.log.recordedAt ? 1 : -1))
  const shown = all.slice(0, MOST_SHOWN).map(({ log, title, href }) => ({
    ...{ id: log.id, title, href, note: log.note },
    words: `${hoursInWords(log.minutes)}, ${nameOf.get(log.staffGroup) ?? log.staffGroup}, ${dayInWords(log.spentOn)}`,
    who: log.recordedBy?.name ?? 'Somebody',
    canTakeBack: runsNetwork || log.recordedBy?.id === personId,
  }))
  return { shown, more: all.length - shown.length }
}

/** Whose time somebody most likely notes. */
export function groupOf(role: Role): string {
  if (role === 'CLINICAL_DIRECTOR' || role === 'NETWORK_MANAGER') return role
  return 'PRACTICE_MANAGER'
}
