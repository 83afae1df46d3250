import { requireMinutes, requireOnce, requireWindow } from './bounds.js'
import type { NationalItem, StaffGroupPlan, Work } from './plan.js'
import { isPaperwork } from './prepare.js'

/** A window given to an item or priority in place of its own. */
export interface MovedWindow {
  readonly code: string
  readonly firstMonth: number
  readonly lastMonth: number
}

/** Minutes added to every month from the first to the last, for one staff group. */
export interface AddedTime {
  readonly staffGroup: string
  readonly firstMonth: number
  readonly lastMonth: number
  readonly minutesAMonth: number
}

/** What to suppose. Nothing is stored: the answer is another plan, whose figures stand beside today's. */
export interface Change {
  /** Items of which only business as usual is left. */
  readonly relaxing?: readonly string[]
  /** Paid work taken on, and paid work dropped. */
  readonly pursuing?: readonly string[]
  readonly dropping?: readonly string[]
  readonly moving?: readonly MovedWindow[]
  readonly adding?: readonly AddedTime[]
  /** Priorities placed before national work. */
  readonly protecting?: readonly string[]
}

/** What there can be to say about what is supposed. */
export const changeNoteKinds = [
  'CARE_NOT_PAPERWORK',
  'GOVERNANCE_NOT_PAPERWORK',
  'NEEDS_BUSINESS_AS_USUAL_PERCENT',
  'SERVED_BY_PRIORITY',
  'NO_ESTIMATE',
] as const

/** Something a person should be told about what they supposed. */
export interface ChangeNote {
  readonly code: string
  readonly kind: (typeof changeNoteKinds)[number]
  readonly message: string
}

export interface WhatIf {
  readonly plan: StaffGroupPlan
  readonly notes: readonly ChangeNote[]
}

const messages: Record<ChangeNote['kind'], string> = {
  CARE_NOT_PAPERWORK: 'This is care, not paperwork.',
  GOVERNANCE_NOT_PAPERWORK: 'This is governance, not paperwork.',
  NEEDS_BUSINESS_AS_USUAL_PERCENT: 'Enter how much of it you would do anyway; until then it stays as it is.',
  SERVED_BY_PRIORITY: 'One of your own priorities serves it, so relaxing it returns nothing.',
  NO_ESTIMATE: 'Its minutes are not known, so nothing can be taken out.',
}

/**
 * A staff group's plan under a what-if. Codes that are no part of this group's work change nothing here. Relaxing care needs a
 * business-as-usual percent entered by the network; without it the item stays, and a note says so.
 * Errors: RangeError on a window outside the year, minutes that cannot be, or work both pursued and dropped (a caller's bug).
 * Source: docs/method/crowd-out.md, rule version 1.
 */
export function whatIf(plan: StaffGroupPlan, change: Change): WhatIf {
  const { relaxing = [], pursuing = [], dropping = [], moving = [], adding = [], protecting = [] } = change
  requireOnce([...pursuing, ...dropping], 'pursued or dropped')
  requireOnce(
    moving.map(({ code }) => code),
    'moved',
  )
  const served = new Set(plan.local.flatMap(({ serves }) => serves.map(({ requirementCode }) => requirementCode)))
  const national = plan.national.map((item) => ({
    ...item,
    pursued: pursuing.includes(item.code) || (item.pursued && !dropping.includes(item.code)),
    work: moved(item.code, item.work, moving),
    relaxed: item.relaxed === true || relaxing.includes(item.code),
  }))
  const local = plan.local.map((priority) => ({
    ...priority,
    work: moved(priority.code, priority.work, moving),
    protected: priority.protected === true || protecting.includes(priority.code),
  }))
  const notes = plan.national.filter(({ code }) => relaxing.includes(code)).flatMap((item) => notesOn(item, served))
  return { plan: { ...plan, national, local, capacityMinutes: withAdded(plan, adding) }, notes }
}

function notesOn(item: NationalItem, served: ReadonlySet<string>): ChangeNote[] {
  const kinds: ChangeNote['kind'][] = []
  if (!isPaperwork(item)) kinds.push(item.nature === 'DELIVER' ? 'CARE_NOT_PAPERWORK' : 'GOVERNANCE_NOT_PAPERWORK')
  if (served.has(item.code)) kinds.push('SERVED_BY_PRIORITY')
  else if (item.work === null) kinds.push('NO_ESTIMATE')
  else if (item.businessAsUsualPercent === null) kinds.push('NEEDS_BUSINESS_AS_USUAL_PERCENT')
  return kinds.map((kind) => ({ code: item.code, kind, message: messages[kind] }))
}

function moved(code: string, work: readonly Work[] | null, moving: readonly MovedWindow[]): readonly Work[] | null {
  const window = moving.find((move) => move.code === code)
  if (!window || work === null) return work
  requireWindow(window.firstMonth, window.lastMonth)
  return work.map((piece) => ({ ...piece, firstMonth: window.firstMonth, lastMonth: window.lastMonth }))
}

function withAdded({ staffGroup, capacityMinutes }: StaffGroupPlan, adding: readonly AddedTime[]): StaffGroupPlan['capacityMinutes'] {
  for (const { firstMonth, lastMonth, minutesAMonth } of adding) {
    requireWindow(firstMonth, lastMonth)
    requireMinutes(minutesAMonth, 'added a month')
  }
  const mine = adding.filter((added) => added.staffGroup === staffGroup)
  const extra = (month: number): number =>
    mine.reduce((sum, { firstMonth, lastMonth, minutesAMonth }) => sum + (firstMonth <= month && month <= lastMonth ? minutesAMonth : 0), 0)
  return capacityMinutes && capacityMinutes.map((minutes, month) => (minutes === null ? null : minutes + extra(month)))
}
