import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem, RequestError } from '../../platform/request-error.js'
import { FormFields } from '../../platform/web/form.js'
import { evidenceCard } from '../layout/evidence-card.js'
import { type FormFile, Forms, newKey, type SentForm } from '../layout/forms.js'
import { Pages } from '../layout/pages.js'
import { type Visit } from '../layout/visit.js'
import { dayInWords } from '../layout/words.js'
import { type CorrectData, fieldsOf, type ServedItem } from './correct.view.js'
import { practiceNames } from './item.view.js'
import { correctionInput, recordFormOf } from './record.form.js'
import { rightsOf } from './rights.js'

const Correct = operation(import.meta.url, 'correct.page.graphql', '../layout/evidence.page.graphql')
const SupersedeEvidence = operation(import.meta.url, 'correcting.page.graphql')

/** A form as it stands, with what is wrong with it. */
interface Shown {
  readonly sent: Pick<SentForm, 'fields' | 'files'>
  readonly problems: readonly InputProblem[]
}

/** Corrects evidence: the correction takes its place and shows the same; what it replaces is kept. */
@Controller('evidence/:id/correct')
export class CorrectPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.pages.visit(request, response)
    const evidence = await this.evidence(request, id)
    const draft = await this.forms.draft(visit.personId, pageOf(id))
    const asRecorded = FormFields.of({ idempotencyKey: [newKey()], ...(draft?.content ?? fieldsOf(evidence)) })
    await this.send(request, response, visit, evidence, { sent: { fields: asRecorded, files: [] }, problems: [] })
  }

  @Post()
  async correct(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const sent = await this.forms.receive(request, response, pageOf(id))
    if (!sent) return
    const visit = await this.pages.visit(request, response)
    const evidence = await this.evidence(request, id)
    const keptIds = sent.fields.all('keptFileIds')
    const kept: FormFile[] = evidence.files
      .filter((file) => keptIds.includes(file.id))
      .map(({ id: fileId, name }) => ({ id: fileId, name }))
    const { input, problems } = correctionInput(sent, visit.today, kept)
    const change = () => this.pages.change<unknown>(request, SupersedeEvidence, { evidenceId: id, ...input })
    const outcome = problems.length > 0 ? { problems } : await change()
    if ('problems' in outcome) {
      await this.send(request, response, visit, evidence, { sent, problems: outcome.problems })
      return
    }
    await this.forms.discard(visit.personId, pageOf(id))
    response.redirect(303, `/items/${itemOf(request, evidence).id}?done=corrected`)
  }

  /** Errors: NOT_FOUND, also for what cannot be corrected or serves nothing any more. */
  private async evidence(request: Request, id: string): Promise<CorrectData> {
    const { node } = await this.pages.ask<{ node: Partial<CorrectData> | null }>(request, Correct, { id })
    if (!node?.id || !node.serving?.[0]) throw new RequestError('NOT_FOUND', 'There is no such evidence.')
    return node as CorrectData
  }

  private async send(
    request: Request,
    response: Response,
    visit: Visit,
    evidence: CorrectData,
    { sent: { fields, files }, problems }: Shown,
  ): Promise<void> {
    const item = itemOf(request, evidence)
    const card = evidenceCard(evidence, item.checklist.contractYear, practiceNames(item))
    if (!card.isCorrectable) throw new RequestError('NOT_FOUND', 'This evidence cannot be corrected any more.')
    const rights = rightsOf(item, visit)
    if (!rights.canRecord) throw new RequestError('FORBIDDEN', 'Only the evidence’s own organisation corrects it.')
    const kept = fields.all('keptFileIds')
    const text = `${item.code} ${item.requirement.title}`
    await this.pages.send(request, response, visit, 'item/correct.page.njk', {
      ...{ title: 'Correct evidence', id: evidence.id, itemId: item.id, card, problems, reason: fields.one('reason') },
      ...{ form: recordFormOf({ fields, files }), todayInWords: dayInWords(visit.today), ...rights },
      keptFiles: evidence.files.map(({ id, name }) => ({ value: id, text: name, checked: kept.includes(id) })),
      breadcrumbs: [
        { text: 'Home', href: '/' },
        { text: 'Checklist', href: '/checklist' },
        { text, href: `/items/${item.id}` },
      ],
    })
  }
}

function pageOf(id: string): string {
  return `/evidence/${id}/correct`
}

/** The item somebody came from, as far as the evidence serves it; else the first it serves. */
function itemOf(request: Request, { serving }: CorrectData): ServedItem {
  const asked = serving.find(({ item }) => item.id === request.query['item'])
  return (asked ?? serving[0])?.item as ServedItem
}
