import { Injectable } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem, RequestError } from '../../platform/request-error.js'
import { type FormFields } from '../../platform/web/form.js'
import { Forms, newKey } from '../layout/forms.js'
import { saidAfter } from '../layout/done.js'
import { Pages } from '../layout/pages.js'
import { runsNetwork } from '../layout/rights.js'
import { type Visit } from '../layout/visit.js'
import { type AnswerForm, answerFormOf, answerOf } from './answer.form.js'
import { type Committee, type ReceivedInFull, type RequestData } from './request.data.js'
import { choices, commonGroups } from './request-words.js'
import { receivedAt, requestView, rightsOf } from './request.view.js'
import { type AdviceForm, adviceFormOf, type ReadingForm, readingFormOf } from './sift.form.js'

const One = operation(import.meta.url, 'request.page.graphql', 'asked.page.graphql', 'received.page.graphql')

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What the page shows besides the request: forms as they were sent, and what is wrong with them. */
export interface Shown {
  readonly problems?: readonly InputProblem[]
  readonly answer?: AnswerForm
  readonly reading?: ReadingForm
  readonly adviceForm?: AdviceForm
  readonly mistake?: string
}

/** What was done, told once it is: by the word in the address. */
const doneWords: Readonly<Record<string, string>> = {
  recorded: 'Request recorded.',
  answered: 'Answer recorded. You can change it; earlier answers are kept.',
  attending: 'The other networks are told that you would go for them.',
  'attending-no-more': 'Taken back: you no longer go for others.',
  agreed: 'Agreed: another network goes for you.',
  itself: 'You go yourselves again.',
  read: 'Reading attached. Every network that was asked sees it.',
  advised: 'Recommended to every network that was asked. Each still answers for itself.',
  withdrawn: 'Taken back as recorded by mistake. It stays readable here.',
}

/** The page of one request, and what its forms share. */
@Injectable()
export class RequestPages {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
  ) {}

  /** Errors: NOT_FOUND, also for what the caller may not see. */
  async request(request: Request, id: string): Promise<{ data: RequestData; committees: readonly Committee[] }> {
    if (!UUID.test(id)) throw new RequestError('NOT_FOUND', 'There is no such request.')
    type Found = { readonly node: Partial<RequestData> | null; readonly localMedicalCommittees: readonly Committee[] | null }
    const { node, localMedicalCommittees } = await this.pages.ask<Found>(request, One, { id })
    if (!node?.id) throw new RequestError('NOT_FOUND', 'There is no such request.')
    return { data: node as RequestData, committees: localMedicalCommittees ?? [] }
  }

  async show(request: Request, response: Response, visit: Visit, id: string, shown: Shown = {}): Promise<void> {
    const { data, committees } = await this.request(request, id)
    const { place } = visit
    const own = receivedAt(data, place)
    if (!own && place.role !== 'LMC') throw new RequestError('NOT_FOUND', 'There is no such request of this network.')
    const draft = shown.problems ? null : await this.forms.draft(visit.personId, `/requests/${id}`)
    const rights = rightsOf(data, place, committees)
    const forms = { ...this.formsOf(data, visit, rights.bodyName, draft), ...shown }
    await this.pages.send(request, response, visit, 'requests/request.page.njk', {
      ...requestView(data, place, committees, visit.today),
      ...{ ...rights, id, ...forms, restored: draft !== null, isLmc: place.role === 'LMC', mayWithdraw: isTheirs(data, visit) },
      wordings: wordingChoices(own, forms.answer),
      hoursOpen: forms.answer?.hours.some(({ least, likely, most }) => `${least}${likely}${most}` !== '') === true,
      adviceChoices: Object.entries(choices).map(([value, text]) => ({ value, text: text.charAt(0).toUpperCase() + text.slice(1) })),
      done: saidAfter(request, doneWords),
      breadcrumbs: [
        { text: 'Home', href: '/' },
        { text: 'Requests', href: '/requests' },
      ],
    })
  }

  private formsOf(
    data: RequestData,
    { place }: Visit,
    author: string,
    draft: FormFields | null,
  ): Required<Pick<Shown, 'reading' | 'adviceForm'>> & Shown {
    const own = receivedAt(data, place)
    const groups = own?.network.staffGroups ?? commonGroups
    const idempotencyKey = newKey()
    const none = { day: '', month: '', year: '' }
    const empty = { idempotencyKey, author, text: '', link: '', publishedOn: none, readingClause: '', requirementCode: '', paragraph: '' }
    const kept = <Form extends object>(has: string, read: (fields: FormFields) => Form): Form | null =>
      draft?.one(has) ? { ...read(draft), idempotencyKey } : null
    const answer = kept('choice', (fields) => answerFormOf(fields, groups)) ?? (own && answerOf(own, idempotencyKey, groups))
    return {
      ...(answer && { answer }),
      reading: kept('text', readingFormOf) ?? empty,
      adviceForm: kept('advice', adviceFormOf) ?? { idempotencyKey, advice: '', adviceReason: '', adviceReply: '' },
    }
  }
}

/** Replies the network keeps, to choose from; none where it keeps none. */
function wordingChoices(own: ReceivedInFull | null, answer: AnswerForm | undefined) {
  const kept = own?.network.requestWordings ?? []
  if (kept.length === 0) return []
  const choicesOf = kept.map(({ wordingId: value, title: text }) => ({ value, text, selected: value === answer?.wordingId }))
  return [{ value: '', text: 'None', selected: false }, ...choicesOf]
}

/** Whether somebody's own body recorded it: only then it can be taken back. The API asks again. */
function isTheirs({ lmcCode, withdrawal, networksAsked, received }: RequestData, { place }: Visit): boolean {
  if (withdrawal) return false
  if (place.role === 'LMC') return lmcCode === place.code
  return runsNetwork({ place }) && lmcCode === null && received.length === networksAsked
}
