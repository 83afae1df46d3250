import { Controller, Param, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem } from '../../platform/request-error.js'
import { Forms, type SentForm } from '../layout/forms.js'
import { type Outcome, Pages } from '../layout/pages.js'
import { ItemPages, type Shown, type Timing } from './item-pages.js'

const EndMark = operation(import.meta.url, 'ending-mark.page.graphql')
const Submit = operation(import.meta.url, 'submitting.page.graphql')
const SetAutomatic = operation(import.meta.url, 'submitting-automatically.page.graphql')
const ConfirmDeclaration = operation(import.meta.url, 'confirming-declaration.page.graphql')
const LogMinutes = operation(import.meta.url, 'minutes.page.graphql')

/** What one button of the item's page does. */
interface Action {
  readonly id: string
  readonly done: string
  readonly change: (sent: SentForm) => Promise<Outcome<unknown>>
  readonly shown?: (sent: SentForm) => Shown
}

/** What is done about an item with one button: submit, take back, confirm, say how long it took. */
@Controller('items/:id')
export class ItemActionsPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
    private readonly items: ItemPages,
  ) {}

  @Post('mark/end')
  endMark(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const change = ({ fields }: SentForm) => this.pages.change(request, EndMark, { markId: fields.one('markId') })
    return this.act(request, response, { id, done: 'ended', change })
  }

  @Post('submit')
  submit(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const change = ({ fields }: SentForm) =>
      this.pages.change(request, Submit, {
        ...{ occurrenceIds: fields.all('occurrenceIds'), idempotencyKey: fields.one('idempotencyKey') || null },
      })
    return this.act(request, response, { id, done: 'submitted', change })
  }

  @Post('automatic')
  setAutomatic(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.act(request, response, {
      ...{ id, done: request.query['to'] === 'hand' ? 'byhand' : 'automatic' },
      change: ({ fields }) =>
        this.pages.change(request, SetAutomatic, { networkCode: fields.one('networkCode'), automatic: request.query['to'] !== 'hand' }),
    })
  }

  @Post('declaration')
  confirmDeclaration(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const change = ({ fields }: SentForm) => this.pages.change(request, ConfirmDeclaration, { evidenceId: fields.one('evidenceId') })
    return this.act(request, response, { id, done: 'mine', change })
  }

  @Post('minutes')
  logMinutes(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.act(request, response, {
      ...{ id, done: 'timed', shown: (sent) => ({ timing: timingOf(sent) }) },
      change: async (sent) => {
        const timing = timingOf(sent)
        const problems = minutesProblems(timing)
        if (problems.length > 0) return { problems }
        const { today } = await this.pages.visit(request, response)
        const { idempotencyKey, evidenceId, minutes, staffGroup } = timing
        const input = { idempotencyKey: idempotencyKey || null, itemId: id, evidenceId: evidenceId || null, spentOn: today }
        return this.pages.change(request, LogMinutes, { ...input, minutes: Number(minutes), staffGroup })
      },
    })
  }

  private async act(request: Request, response: Response, { id, done, change, shown }: Action): Promise<void> {
    const sent = await this.forms.receive(request, response, `/items/${id}`)
    if (!sent) return
    const outcome = await change(sent)
    if ('done' in outcome) {
      response.redirect(303, `/items/${id}?done=${done}`)
      return
    }
    const visit = await this.pages.visit(request, response)
    await this.items.show(request, response, visit, id, { ...shown?.(sent), problems: outcome.problems.map(placed) })
  }
}

/** A problem at the field it is about, or at the page where that is hidden. */
function placed({ field, message }: InputProblem): InputProblem {
  const name = field.replace(/^input\./, '')
  return { field: ['minutes', 'staffGroup'].includes(name) ? name : '', message }
}

function timingOf({ fields }: SentForm): Timing {
  return {
    ...{ idempotencyKey: fields.one('idempotencyKey'), evidenceId: fields.one('evidenceId') },
    ...{ minutes: fields.one('minutes'), staffGroup: fields.one('staffGroup') },
  }
}

function minutesProblems({ minutes, staffGroup }: Timing): InputProblem[] {
  return [
    ...(/^\d{1,6}$/.test(minutes) ? [] : [{ field: 'minutes', message: 'Enter about how many minutes, as a whole number' }]),
    ...(staffGroup ? [] : [{ field: 'staffGroup', message: 'Choose whose time it was' }]),
  ]
}
