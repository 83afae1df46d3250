import { Injectable } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem, RequestError } from '../../platform/request-error.js'
import { type FormFields } from '../../platform/web/form.js'
import { saidAfter } from '../layout/done.js'
import { Forms, newKey } from '../layout/forms.js'
import { Pages } from '../layout/pages.js'
import { type Visit } from '../layout/visit.js'
import { count, dayInWords } from '../layout/words.js'
import { type ItemPageData } from './item.data.js'
import { itemView } from './item.view.js'
import { otherChoices, ownChoices } from './occurrence.view.js'
import { rightsOf } from './rights.js'
import { sayable, wordsOf } from './saying.js'
import { emptyRecordForm, type RecordForm, recordFormOf } from './record.form.js'

const Item = operation(import.meta.url, 'item.page.graphql', '../layout/item-row.page.graphql', '../layout/evidence.page.graphql')

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What the item page shows besides the item: a form as it was sent, and what is wrong with it. */
export interface Shown {
  readonly form?: RecordForm
  readonly problems?: readonly InputProblem[]
  /** The question that is answered, or "new". */
  readonly asking?: string
  readonly askedText?: string
  /** The evidence that is withdrawn. */
  readonly withdrawing?: string
  /** The question how long something took, as it was answered. */
  readonly timing?: Timing
}

/** About how long something took: never asked for, only offered. */
export interface Timing {
  readonly idempotencyKey: string
  /** Empty when it is about the item as a whole. */
  readonly evidenceId: string
  readonly minutes: string
  readonly staffGroup: string
}

/** What was done, told once it is: by the word in the address. */
const doneWords: Readonly<Record<string, string>> = {
  recorded: 'Evidence recorded.',
  declared: 'Declaration recorded.',
  reused: 'Evidence linked.',
  confirmed: 'Confirmation recorded.',
  asked: 'Question sent.',
  answered: 'Answer sent.',
  assigned: 'Saved who looks after it.',
  withdrawn: 'Evidence withdrawn. It is kept with the reason.',
  corrected: 'Evidence corrected. What it replaces is kept with the reason.',
  reported: 'Event reported.',
  said: 'Saved.',
  ended: 'Taken back. It is kept with who took it back and when.',
  submitted: 'Submitted to your commissioner.',
  automatic: 'From now on it is submitted by itself, as soon as it is shown in full.',
  byhand: 'From now on nothing is submitted by itself. You submit each time.',
  mine: 'Declaration confirmed.',
  timed: 'Time noted.',
}

/** What is done that takes time. */
const TAKES_TIME = new Set(['recorded', 'declared', 'confirmed'])

/** Whose time somebody in this role most likely spent. */
const groupOf: Readonly<Record<string, string>> = {
  ...{ NETWORK_MANAGER: 'NETWORK_MANAGER', CLINICAL_DIRECTOR: 'CLINICAL_DIRECTOR', PRACTICE_MEMBER: 'PRACTICE_MANAGER' },
}

/** The page of one item, and what its forms share. */
@Injectable()
export class ItemPages {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
  ) {}

  /** The item. Errors: NOT_FOUND, also for what the caller may not see. */
  async item(request: Request, id: string): Promise<ItemPageData> {
    const { node } = UUID.test(id) ? await this.pages.ask<{ node: Partial<ItemPageData> | null }>(request, Item, { id }) : { node: null }
    if (!node?.id) throw new RequestError('NOT_FOUND', 'There is no such item.')
    return node as ItemPageData
  }

  async show(request: Request, response: Response, visit: Visit, id: string, shown: Shown = {}): Promise<void> {
    const item = await this.item(request, id)
    const { today } = visit
    const own = ownChoices(item)
    const draft = shown.form ? null : await this.forms.draft(visit.personId, `/items/${id}`)
    const empty = emptyRecordForm(
      newKey(),
      own.slice(0, 1).map((one) => one.id),
    )
    const form = shown.form ?? (draft ? { ...recordFormOf({ fields: draft, files: [] }), idempotencyKey: newKey() } : empty)
    const { suggested, others } = otherChoices(item)
    const rights = rightsOf(item, visit)
    await this.pages.send(request, response, visit, 'item/item.page.njk', {
      ...itemView(item, today),
      ...{ ...askedIn(draft), ...shown, ...rights },
      ...{ id, form, restored: draft !== null, own, suggested, others, title: item.requirement.title },
      ...{ areaTitle: item.requirement.serviceArea.title, perPractice: item.requirement.perPractice, todayInWords: dayInWords(today) },
      ...{ canReuse: item.checklist.network !== null, isCommissioner: visit.place.role === 'COMMISSIONER', personId: visit.personId },
      ...{ sayings: rights.canDeclare ? sayable(item).map((saying) => ({ saying, text: wordsOf(saying).link })) : [] },
      ...timingView(item, rights.isOwner ? (shown.timing ?? timingOf(request, visit)) : null),
      ...{ submitting: submittingOf(item), submissionKey: newKey() },
      ...{
        othersChosen: others.some((one) => form.occurrenceIds.includes(one.id)),
        done: doneOf(request),
        breadcrumbs: crumbs(item, rights.isOwner),
      },
      evidenceHeading: item.evidence?.length ? `Evidence: ${count(item.evidence.length, 'piece')}` : 'Evidence',
      assignable: rights.canDeclare ? assignable(item) : [],
      assignmentNote: item.assignmentNote ?? '',
    })
  }
}

/** A question or answer that was typed before the session ran out. */
function askedIn(draft: FormFields | null): Pick<Shown, 'asking' | 'askedText'> {
  const text = draft?.one('text')
  return text ? { asking: draft?.one('questionId') || 'new', askedText: text } : {}
}

function doneOf(request: Request): string | null {
  const number = Number(request.query['number'])
  const said = saidAfter(request, doneWords)
  if (said === null) return null
  const also = Number.isSafeInteger(number) && number > 1 ? ` It shows ${count(number, 'thing')}.` : ''
  return `${said}${also}`
}

/** The offer to say how long what was just done took. */
function timingOf(request: Request, { place }: Visit): Timing | null {
  const { done, evidence } = request.query
  if (typeof done !== 'string' || !TAKES_TIME.has(done)) return null
  const evidenceId = typeof evidence === 'string' && UUID.test(evidence) ? evidence : ''
  return { idempotencyKey: newKey(), evidenceId, minutes: '', staffGroup: groupOf[place.role] ?? '' }
}

/** Only where the network plans with staff groups, and the visitor is of the network. */
function timingView({ checklist }: ItemPageData, timing: Timing | null) {
  const groups = checklist.network?.staffGroups ?? []
  const items = groups.map(({ code, name }) => ({ value: code, text: name, selected: code === timing?.staffGroup }))
  return { timing: groups.length > 0 ? timing : null, groupItems: [{ value: '', text: 'Choose', selected: false }, ...items] }
}

/** How things come before the commissioner; null where nobody decides. */
function submittingOf({ requirement, checklist }: ItemPageData): { automatic: boolean } | null {
  if (requirement.decidedBy !== 'COMMISSIONER' || checklist.submitsAutomatically === null) return null
  return { automatic: checklist.submitsAutomatically }
}

/** The way here: by one's own checklist, or by that of the network one oversees. */
function crumbs({ requirement, checklist }: ItemPageData, isOwner: boolean): { text: string; href: string }[] {
  const { code, title } = requirement.serviceArea
  const { network } = checklist
  const page = network && !isOwner ? `/networks/${encodeURIComponent(network.odsCode)}` : '/checklist'
  return [
    { text: 'Home', href: '/' },
    { text: network && !isOwner ? network.name : 'Checklist', href: page },
    { text: title, href: `${page}?area=${encodeURIComponent(code)}` },
  ]
}

function assignable({ checklist, assignee }: ItemPageData): { value: string; text: string; selected: boolean }[] {
  const people = (checklist.assignable ?? []).map(({ id, name }) => ({ value: id, text: name, selected: assignee?.id === id }))
  return people.length === 0 ? [] : [{ value: '', text: 'Nobody yet', selected: assignee === null }, ...people]
}
