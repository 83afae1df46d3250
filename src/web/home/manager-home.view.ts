import { addDays, type Day, type Instant, weekday } from '../../platform/day.js'
import { type ItemData, type ItemRow, itemRow } from '../layout/item-row.js'
import { type ProgressData, progressFigure } from '../layout/progress.js'
import { isOwed, type Status, statusTag } from '../layout/status.js'
import { count, dayInWords, forPeriod, momentInWords, weekdayInWords } from '../layout/words.js'
import { type ConfirmationItem, practiceMessages } from './practice-messages.js'

export interface DeadlineData {
  readonly day: Day
  readonly nationalDay: Day | null
  readonly localDay: Day | null
  readonly status: Status
  readonly item: ItemData
  readonly occurrence: { readonly id: string; readonly periodFrom: Day; readonly periodTo: Day | null }
}

export interface ManagerHomeData {
  readonly network: {
    readonly name: string
    readonly practices: readonly { readonly practice: { readonly odsCode: string; readonly name: string } }[]
    readonly checklist: {
      readonly id: string
      readonly contractYear: string
      readonly progress: ProgressData
      readonly deadlines: readonly DeadlineData[]
      readonly items: { readonly nodes: readonly ItemData[] }
      readonly returned: {
        readonly nodes: readonly {
          readonly id: string
          readonly occurrences: readonly {
            readonly decisions: readonly { readonly reason: string; readonly verdict: string; readonly inForce: boolean }[] | null
          }[]
        }[]
      }
      readonly unconfirmed: { readonly nodes: readonly ConfirmationItem[] }
      readonly questions: {
        readonly nodes: readonly {
          readonly id: string
          readonly text: string
          readonly askedAt: Instant
          readonly askedBy: { readonly name: string } | null
          readonly item: { readonly id: string; readonly code: string; readonly requirement: { readonly title: string } }
        }[]
      } | null
    } | null
  }
}

type Checklist = NonNullable<ManagerHomeData['network']['checklist']>

/** The Sunday of this week and that of the next. */
export function weekEnds(today: Day): { readonly thisSunday: Day; readonly nextSunday: Day } {
  const thisSunday = addDays(today, 7 - weekday(today))
  return { thisSunday, nextSunday: addDays(thisSunday, 7) }
}

/** Whether a list is narrowed to what one person looks after. */
export interface Whose {
  readonly mineOnly: boolean
  readonly personId: string
}

/** What a manager finds at home: what is due and late, what came back, what waits for whom. */
export function managerHome({ network }: ManagerHomeData, checklist: Checklist, today: Day, whose: Whose) {
  const isWanted = ({ assignee }: ItemData): boolean => !whose.mineOnly || assignee?.id === whose.personId
  const items = checklist.items.nodes.filter(isWanted)
  const rows = (wanted: (item: ItemData) => boolean): ItemRow[] => items.filter(wanted).map((item) => itemRow(item, today))
  const late = items.filter(({ status }) => status === 'OVERDUE')
  const { thisSunday } = weekEnds(today)
  const deadlines = checklist.deadlines.filter(({ item }) => isWanted(item))
  const returned = returnedRows(checklist, items, today)
  return {
    contractYear: checklist.contractYear,
    progressFigure: progressFigure(checklist.progress),
    figures: figuresOf(items, deadlines.length, returned.length, checklist.questions?.nodes.length ?? 0),
    breaches: late.filter((item) => item.late === 'BREACH').map((item) => itemRow(item, today)),
    moneyMissed: late.filter((item) => item.late === 'MONEY_MISSED').map((item) => itemRow(item, today)),
    pastLocalDay: rows((item) => item.pastLocalDay && isOwed(item.status) && item.status !== 'OVERDUE'),
    lapsed: rows(({ status }) => status === 'LAPSED'),
    thisWeek: deadlines.filter(({ day }) => day <= thisSunday).map((one) => deadlineRow(one, checklist.contractYear)),
    nextWeek: deadlines.filter(({ day }) => day > thisSunday).map((one) => deadlineRow(one, checklist.contractYear)),
    next: rows(({ status, nextDueOn }) => nextDueOn !== null && nextDueOn >= today && isOwed(status)).slice(0, 5),
    returned,
    hazards: hazardsOf(items, today),
    questions: (checklist.questions?.nodes ?? []).map((question) => ({
      ...{ href: `/items/${question.item.id}#questions`, text: question.text },
      ...{ about: `${question.item.code} ${question.item.requirement.title}` },
      asked: `${question.askedBy?.name ?? 'Somebody'}, ${momentInWords(question.askedAt)}`,
    })),
    practices: practiceMessages(network, checklist.unconfirmed.nodes, today),
  }
}

function figuresOf(items: readonly ItemData[], due: number, returned: number, questions: number) {
  const late = items.filter(({ status }) => status === 'OVERDUE').length
  return [
    { number: late, label: 'late', href: '#late', tone: late > 0 ? 'red' : 'calm' },
    { number: due, label: 'due this week and next', href: '#due', tone: due > 0 ? 'amber' : 'calm' },
    { number: returned, label: 'returned to you', href: '#returned', tone: returned > 0 ? 'amber' : 'calm' },
    {
      number: questions,
      label: `open ${questions === 1 ? 'question' : 'questions'}`,
      href: '#questions',
      tone: questions > 0 ? 'amber' : 'calm',
    },
  ]
}

function deadlineRow({ day, nationalDay, localDay, status, item, occurrence }: DeadlineData, contractYear: string): ItemRow {
  const row = itemRow(item, day)
  const period = forPeriod(occurrence.periodFrom, occurrence.periodTo, contractYear)
  return {
    ...row,
    tag: statusTag(status),
    due: nationalDay ? `Due ${nationalDay === day ? weekdayInWords(day) : dayInWords(nationalDay)}` : null,
    localDue: localDay ? `Your ICB asks for ${localDay === day ? weekdayInWords(day) : dayInWords(localDay)}` : null,
    detail: [period, ...(row.detail ? [row.detail] : [])].join('. '),
  }
}

function returnedRows({ returned }: Checklist, items: readonly ItemData[], today: Day): ItemRow[] {
  return returned.nodes.flatMap(({ id, occurrences }) => {
    const item = items.find((one) => one.id === id)
    if (!item) return []
    const decisions = occurrences.flatMap((one) => one.decisions ?? [])
    const reason = decisions.findLast((one) => one.inForce && one.verdict === 'RETURNED')?.reason
    return [{ ...itemRow(item, today), ...(reason && { detail: `“${reason}”` }) }]
  })
}

/** What silence would answer "No" to, by the day it bites. */
function hazardsOf(items: readonly ItemData[], today: Day): { words: string; rows: ItemRow[] }[] {
  const hazards = items.filter(({ hazardOn, status }) => hazardOn !== null && isOwed(status))
  const days = [...new Set(hazards.flatMap(({ hazardOn }) => (hazardOn ? [hazardOn] : [])))].sort()
  return days.map((day) => {
    const rows = hazards.filter(({ hazardOn }) => hazardOn === day).map((item) => ({ ...itemRow(item, today), detail: null }))
    return { words: `${count(rows.length, 'item counts', 'items count')} as “No” on ${dayInWords(day)} unless declared`, rows }
  })
}
