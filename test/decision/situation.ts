import { type ChecklistGiven, type NetworkGiven } from '../support/given.js'
import { type TestApp } from '../support/app.js'
import { type Client } from '../support/client.js'
import { decided, submit } from './operations.js'

/** What the tests' own specification asks, by who decides on it. The commissioner never gets `MAY` unless somebody submits it. */
const entries = [
  { code: 'MAY', decidedBy: 'COMMISSIONER_MAY_VERIFY', shownEvery: 'QUARTER', nature: 'GOVERN' },
  { code: 'YES', decidedBy: 'COMMISSIONER' },
  { code: 'PER', decidedBy: 'COMMISSIONER', perPractice: true },
  { code: 'NOT', decidedBy: 'NOBODY' },
  { code: 'SUM', decidedBy: 'CALCULATED' },
] as const

export type Code = (typeof entries)[number]['code']

const record = /* GraphQL */ `
  mutation ($input: RecordEvidenceInput!) {
    recordEvidence(input: $input) {
      __typename
      ... on EvidenceRecorded {
        evidence {
          id
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`

const supersede = /* GraphQL */ `
  mutation ($input: SupersedeEvidenceInput!) {
    supersedeEvidence(input: $input) {
      __typename
    }
  }
`

const withdraw = /* GraphQL */ `
  mutation ($input: WithdrawEvidenceInput!) {
    withdrawEvidence(input: $input) {
      __typename
    }
  }
`

/** A network with a checklist, its manager and its commissioner. */
export class Situation {
  private constructor(
    readonly network: NetworkGiven,
    readonly manager: Client,
    readonly commissioner: Client,
    readonly checklist: ChecklistGiven,
  ) {}

  static async in(test: TestApp, boardCode?: string): Promise<Situation> {
    const network = await test.given.network(boardCode ? { boardCode } : {})
    const checklist = await test.given.checklist(network, { entries })
    return new Situation(network, await test.given.manager(network), await test.given.commissioner(network), checklist)
  }

  itemId(code: Code): string {
    return this.checklist.item(code).id
  }

  /** An occurrence of an item, the first unless another is named. */
  occurrenceId(code: Code, ordinal = 1): string {
    return this.checklist.item(code).occurrences[ordinal - 1]?.id ?? ''
  }

  /** Records evidence and says its id. */
  async recorded(occurrenceIds: readonly string[], more: object = {}, by = this.manager): Promise<string> {
    const result = await by.mutate(record, { occurrenceIds, happenedOn: '2026-11-01', note: 'Minutes', ...more })
    if (result['__typename'] !== 'EvidenceRecorded') throw new Error(JSON.stringify(result))
    return result['evidence'].id
  }

  async superseded(evidenceId: string): Promise<void> {
    await this.manager.mutate(supersede, { evidenceId, happenedOn: '2026-11-02', note: 'Minutes, signed', reason: 'Signed' })
  }

  async withdrawn(evidenceId: string): Promise<void> {
    await this.manager.mutate(withdraw, { evidenceId, reason: 'Wrong meeting' })
  }

  /** Submits an occurrence that must be accepted for submission, and says the submission's id. */
  async submitted(occurrenceId: string, by = this.manager): Promise<string> {
    const result = await by.mutate(submit, { occurrenceIds: [occurrenceId] })
    if (result['__typename'] !== 'Submitted') throw new Error(JSON.stringify(result))
    return result['submissions'][0].id
  }

  /** Evidence recorded for an occurrence and submitted. */
  async shown(occurrenceId: string): Promise<{ evidenceId: string; submissionId: string }> {
    return { evidenceId: await this.recorded([occurrenceId]), submissionId: await this.submitted(occurrenceId) }
  }

  /** Submissions and decisions of an occurrence, as somebody sees them. */
  async seen(occurrenceId: string, by = this.manager): Promise<{ standing: { status: string }; submissions: any[]; decisions: any[] }> {
    return (await by.query(decided, { id: occurrenceId }))['node']
  }
}
