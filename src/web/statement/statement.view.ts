import { type Day } from '../../platform/day.js'
import { type InputProblem } from '../../platform/request-error.js'
import { type FormFields } from '../../platform/web/form.js'
import { count, dayInWords, listInWords, momentInWords } from '../layout/words.js'
import { type PaperData, type PublishedData, type Reader } from './paper.data.js'

/** What the operation of the page answers. */
export interface StatementPageData {
  readonly network: {
    readonly name: string
    readonly integratedCareBoards: readonly { readonly name: string }[]
    readonly statement: PaperData | null
    readonly publishedStatements: readonly PublishedData[] | null
  }
  readonly localMedicalCommittees: readonly {
    readonly name: string
    readonly networks: readonly { readonly odsCode: string; readonly startsOn: Day }[]
  }[]
}

/** The most lines of asks a statement takes. */
const MOST_ASKS = 8
const LONGEST_ASK = 300

/** What stands in the form that publishes. */
export interface PublishForm {
  readonly idempotencyKey: string
  readonly asks: string
  readonly readers: readonly string[]
}

export function publishFormOf(fields: FormFields): PublishForm {
  return { idempotencyKey: fields.one('idempotencyKey'), asks: fields.one('asks'), readers: fields.all('readers') }
}

/** Who a statement can be published to, by name. A network without an LMC that covers it is told so. */
export function readerChoices({ network, localMedicalCommittees }: StatementPageData, today: Day) {
  const code = network.statement?.networkCode
  const lmcs = localMedicalCommittees.filter(({ networks }) =>
    networks.some(({ odsCode, startsOn }) => odsCode === code && startsOn <= today),
  )
  const named = (rows: readonly { readonly name: string }[]): string => listInWords(rows.map(({ name }) => name))
  return {
    choices: [
      ...(network.integratedCareBoards.length > 0
        ? [{ value: 'COMMISSIONERS', text: named(network.integratedCareBoards), hint: { text: 'Your commissioner' } }]
        : []),
      ...(lmcs.length > 0 ? [{ value: 'LMCS', text: named(lmcs), hint: { text: 'Your local medical committee (LMC)' } }] : []),
    ],
    hasLmc: lmcs.length > 0,
  }
}

/** The mutation's input, and what has to be put right first. Each line is one point. */
export function publishInput(form: PublishForm, networkCode: string, contractYear: string): { input: object; problems: InputProblem[] } {
  const asks = form.asks.split('\n').flatMap((line) => line.trim().replace(/^(\d+[.)]|[-•])\s+/, '') || [])
  const tooLong = asks.findIndex((ask) => [...ask].length > LONGEST_ASK)
  const problems: InputProblem[] = [
    ...(form.readers.length === 0 ? [{ field: 'readers', message: 'Choose who is to read it' }] : []),
    ...(asks.length > MOST_ASKS ? [{ field: 'asks', message: `Ask for at most ${MOST_ASKS} things, each on its own line` }] : []),
    ...(tooLong >= 0 ? [{ field: 'asks', message: `Line ${tooLong + 1} must be ${LONGEST_ASK} characters or fewer` }] : []),
  ]
  return { input: { networkCode, contractYear, asks, readers: form.readers, idempotencyKey: form.idempotencyKey || null }, problems }
}

const readerNames: Readonly<Record<Reader, string>> = { COMMISSIONERS: 'your commissioner', LMCS: 'your LMC' }

/** A statement that was published, with who reads it and whether it still stands. */
export function publishedRow({ id, asOf, recordedAt, readers, withdrawnAt, withdrawalReason, publishedBy }: PublishedData) {
  const by = publishedBy ? ` by ${publishedBy.name}` : ''
  return {
    ...{ id, href: `/statements/${id}`, title: `As of ${dayInWords(asOf)}`, stands: withdrawnAt === null },
    said: `Published ${momentInWords(recordedAt)}${by}, to ${listInWords(readers.map((reader) => readerNames[reader]))}`,
    withdrawn: withdrawnAt === null ? null : `Withdrawn ${momentInWords(withdrawnAt)}: ${withdrawalReason ?? ''}`,
  }
}

/** A line of the list of statements somebody may read. */
export interface ListedData {
  readonly id: string
  readonly networkCode: string
  readonly networkName: string
  readonly contractYear: string
  readonly asOf: Day
  readonly recordedAt: string
  readonly withdrawnAt: string | null
  readonly content: { readonly sentence: string }
}

export function listedRow({ id, networkCode, networkName, contractYear, asOf, recordedAt, withdrawnAt, content }: ListedData) {
  return {
    ...{ href: `/statements/${id}`, title: networkName, code: networkCode, sentence: content.sentence },
    detail: `For ${contractYear}, as of ${dayInWords(asOf)}`,
    published: `Published ${momentInWords(recordedAt)}`,
    isWithdrawn: withdrawnAt !== null,
  }
}

/** Says how the page stands: a draft nobody else sees, or published to whom. */
export function draftState(published: readonly PublishedData[]): string {
  const standing = published.filter(({ withdrawnAt }) => withdrawnAt === null).length
  return standing === 0
    ? 'A draft: not published.'
    : `A draft: ${count(standing, 'earlier statement is', 'earlier statements are')} published.`
}
