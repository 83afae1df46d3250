import { Controller, Get, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem, RequestError } from '../../platform/request-error.js'
import { attachCsv } from '../layout/attachment.js'
import { Forms } from '../layout/forms.js'
import { Pages } from '../layout/pages.js'
import { type Visit } from '../layout/visit.js'
import { count } from '../layout/words.js'
import { mustRunNetwork, networkOf, runsNetwork } from '../layout/rights.js'

const File = operation(import.meta.url, 'file.page.graphql')
const ReadFile = operation(import.meta.url, 'read-file.page.graphql')

const PAGE = '/time/file'

interface Network {
  readonly name: string
  readonly odsCode: string
  readonly workloadCsv: string | null
  readonly checklist: { readonly contractYear: string } | null
}

/** Something in a file that stands in the way, as the API says it. */
interface LineProblem {
  readonly row: number
  readonly column: string | null
  readonly message: string
}

/** What reading a file came to: what was changed, or why nothing was. */
interface FileRead {
  readonly capacitiesSet?: number
  readonly estimatesSet?: number
  readonly estimatesWithdrawn?: number
  readonly why?: string
  readonly problems?: readonly LineProblem[]
}

/** A network's time and estimates as one file for a spreadsheet, to and fro. */
@Controller('time')
export class TimeFilePage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: Forms,
  ) {}

  @Get('file')
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.send(request, response, await this.pages.visit(request, response), { problems: [], lines: [] })
  }

  /** The file itself. */
  @Get('workload.csv')
  async download(@Req() request: Request, @Res() response: Response): Promise<void> {
    const network = await this.network(request, await this.pages.visit(request, response))
    const name = `${network.odsCode}-time-${(network.checklist?.contractYear ?? '').replace('/', '-')}.csv`
    attachCsv(response, name)
    response.end(network.workloadCsv ?? '')
  }

  @Post('file')
  async read(@Req() request: Request, @Res() response: Response): Promise<void> {
    const sent = await this.forms.receive(request, response, PAGE, { isText: true })
    if (!sent) return
    const visit = await this.pages.visit(request, response)
    const [networkCode, contractYear] = [mustRunNetwork(visit), sent.fields.one('contractYear')]
    const csv = sent.text ?? ''
    const missing = csv || sent.problems.length > 0 ? [] : [{ field: 'files', message: 'Choose the file' }]
    const problems = [...sent.problems, ...missing]
    const outcome =
      problems.length > 0 ? { problems } : await this.pages.change<FileRead>(request, ReadFile, { networkCode, contractYear, csv })
    if ('problems' in outcome) return this.send(request, response, visit, { problems: outcome.problems.map(onFile), lines: [] })
    const { why, problems: lines = [], capacitiesSet = 0, estimatesSet = 0, estimatesWithdrawn = 0 } = outcome.done
    if (why) return this.send(request, response, visit, { problems: [{ field: 'files', message: why }], lines })
    response.redirect(303, `${PAGE}?done=${capacitiesSet}-${estimatesSet}-${estimatesWithdrawn}`)
  }

  private async network(request: Request, visit: Visit): Promise<Network> {
    const { network } = await this.pages.ask<{ network: Network }>(request, File, { code: networkOf(visit) })
    if (network.workloadCsv === null) throw new RequestError('FORBIDDEN', 'A network’s time is its own people’s to see.')
    return network
  }

  private async send(
    request: Request,
    response: Response,
    visit: Visit,
    { problems, lines }: { readonly problems: readonly InputProblem[]; readonly lines: readonly LineProblem[] },
  ): Promise<void> {
    const { name, checklist } = await this.network(request, visit)
    await this.pages.send(request, response, visit, 'time/file.page.njk', {
      ...{ title: 'One file for a spreadsheet', owner: name, contractYear: checklist?.contractYear ?? '', problems },
      ...{ canSet: runsNetwork(visit), done: doneOf(request) },
      lines: lines.map(({ row, column, message }) => [{ text: row }, { text: column ?? 'The whole line' }, { text: message }]),
    })
  }
}

function onFile({ message }: InputProblem): InputProblem {
  return { field: 'files', message }
}

function doneOf({ query }: Request): string | null {
  const done = typeof query['done'] === 'string' ? query['done'] : ''
  const [, groups, set, withdrawn] = (/^(\d{1,4})-(\d{1,5})-(\d{1,5})$/.exec(done) ?? []).map(Number)
  if (groups === undefined || set === undefined || withdrawn === undefined) return null
  if (groups + set + withdrawn === 0) return 'The file says what holds already. Nothing was changed.'
  const parts = [
    groups > 0 ? `the time of ${count(groups, 'staff group')} set` : '',
    set > 0 ? `${count(set, 'estimate')} saved` : '',
    withdrawn > 0 ? `${count(withdrawn, 'estimate')} taken back` : '',
  ].filter(Boolean)
  return `The file was taken over: ${parts.join(', ')}.`
}
