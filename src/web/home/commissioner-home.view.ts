import { type Day, type Instant } from '../../platform/day.js'
import { type ItemData, itemRow } from '../layout/item-row.js'
import { type ProgressData, progressFigure } from '../layout/progress.js'
import { isOwed, type Status } from '../layout/status.js'
import { count, dayInWords, fromToday, momentInWords, periodName } from '../layout/words.js'

interface NetworkData {
  readonly odsCode: string
  readonly name: string
  readonly checklist: {
    readonly progress: ProgressData
    readonly serviceAreas: readonly { readonly code: string; readonly title: string; readonly progress: ProgressData }[]
    readonly due: {
      readonly nodes: readonly {
        readonly code: string
        readonly status: Status
        readonly nextDueOn: Day | null
        readonly requirement: { readonly title: string }
      }[]
    }
  } | null
}

export interface CommissionerHomeData {
  readonly integratedCareBoard: {
    readonly name: string
    readonly progress: ProgressData | null
    readonly networks: { readonly nodes: readonly NetworkData[] } | null
    readonly checklist: { readonly contractYear: string; readonly items: { readonly nodes: readonly ItemData[] } } | null
  }
  readonly reviewQueue: {
    readonly count: number
    readonly nodes: readonly {
      readonly id: string
      readonly submittedAt: Instant
      readonly network: { readonly name: string }
      readonly item: {
        readonly code: string
        readonly checklist: { readonly contractYear: string }
        readonly requirement: { readonly title: string }
      }
      readonly occurrence: { readonly periodFrom: Day; readonly periodTo: Day | null }
    }[]
  }
}

/** What a cell of the table says: how much is shown, and what is not as it should be, in words. */
export interface Cell {
  readonly text: string
  readonly wrong: readonly string[]
  readonly tone: 'red' | 'amber' | 'calm' | 'none'
}

/** What a commissioner finds at home. */
export function commissionerHome({ integratedCareBoard: board, reviewQueue }: CommissionerHomeData, today: Day) {
  const networks = board.networks?.nodes ?? []
  return {
    waiting: reviewQueue.count,
    queue: reviewQueue.nodes.map(({ network, item, occurrence: { periodFrom, periodTo }, submittedAt }) => ({
      text: `${item.code} ${item.requirement.title}`,
      detail:
        `${network.name}, ${item.checklist.contractYear}, ${periodName(periodFrom, periodTo, item.checklist.contractYear)}. ` +
        `Submitted ${momentInWords(submittedAt)}`,
    })),
    progressFigure: board.progress && progressFigure(board.progress),
    table: tableOf(networks),
    due: dueOf(networks, today),
    duties: (board.checklist?.items.nodes ?? []).map((item) => itemRow(item, today)),
  }
}

/** Networks by code and the parts of the specification in reading order: neither is a ranking. */
function tableOf(networks: readonly NetworkData[]) {
  const areas = new Map<string, string>()
  for (const { checklist } of networks) for (const { code, title } of checklist?.serviceAreas ?? []) areas.set(code, title)
  return {
    areas: [...areas.values()],
    rows: networks.map(({ name, odsCode, checklist }) => ({
      ...{ name, odsCode, href: `/networks/${odsCode}`, all: checklist ? cellOf(checklist.progress) : null },
      cells: [...areas.keys()].map((code) => {
        const area = checklist?.serviceAreas.find((one) => one.code === code)
        return area ? cellOf(area.progress) : { text: checklist ? 'nothing asked' : 'no checklist', wrong: [], tone: 'none' as const }
      }),
    })),
  }
}

/** Of what has fallen due how much is shown; a share of nothing is not a share. */
export function cellOf({ due, accepted, evidenced, overdue, returned, lapsed, notMet }: ProgressData): Cell {
  if (due === 0) return { text: 'nothing due', wrong: [], tone: 'none' }
  const amber = [
    ...(returned > 0 ? [`${returned} returned`] : []),
    ...(lapsed > 0 ? [`${lapsed} lapsed`] : []),
    ...(notMet > 0 ? [`${notMet} not met`] : []),
  ]
  const wrong = [...(overdue > 0 ? [`${overdue} overdue`] : []), ...amber]
  return { text: `${accepted + evidenced} of ${due}`, wrong, tone: overdue > 0 ? 'red' : amber.length > 0 ? 'amber' : 'calm' }
}

/** What falls due, once for each requirement and day, with how many networks still owe it. */
function dueOf(networks: readonly NetworkData[], today: Day) {
  const found = new Map<string, { code: string; title: string; day: Day; owing: number; of: number }>()
  for (const { checklist } of networks) {
    for (const { code, status, nextDueOn, requirement } of checklist?.due.nodes ?? []) {
      if (nextDueOn === null) continue
      const key = `${nextDueOn} ${code}`
      const row = found.get(key) ?? { code, title: requirement.title, day: nextDueOn, owing: 0, of: 0 }
      found.set(key, { ...row, owing: row.owing + (isOwed(status) ? 1 : 0), of: row.of + 1 })
    }
  }
  return [...found]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .filter(([, { owing }]) => owing > 0)
    .map(([, { code, title, day, owing }]) => ({
      ...{ href: `/requirements/${encodeURIComponent(code)}`, code, title, due: `Due ${dayInWords(day)} (${fromToday(day, today)})` },
      owing: `${count(owing, 'network still owes', 'networks still owe')} it`,
    }))
}
