import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { ChecklistRepository, type OccurrenceInScope } from '../checklist/checklist.repository.js'
import { judgeEvidence } from '../checklist/domain/evidence-counts.js'
import { EvidenceRepository, type EvidenceUse, factsOf } from '../evidence/evidence.repository.js'
import { Clock } from '../platform/clock.js'
import { groupedBy } from '../platform/grouped-by.js'
import { RequestError } from '../platform/request-error.js'
import { DecisionRepository } from './decision.repository.js'
import { decisionHolding } from './domain/holding.js'
import { type EvidenceDigest, isNews, type Submission, type Submittable } from './domain/submission.js'
import { SubmissionSettingRepository } from './submission-setting.repository.js'

/** An occurrence with what bears on whether it can be submitted. */
export type ToSubmit = OccurrenceInScope & { readonly submittable: Submittable }

/** An occurrence with its submissions, oldest first. */
export type ToDecide = OccurrenceInScope & { readonly submissions: readonly Submission[] }

/** An occurrence shown in full, and the evidence that shows it. */
export interface Submissible {
  readonly occurrenceId: string
  readonly ownerCode: string
  readonly evidence: readonly { readonly id: string }[]
}

/** An occurrence and what it is to be submitted with. */
export interface Frozen {
  readonly occurrenceId: string
  readonly ownerCode: string
  readonly evidence: readonly EvidenceDigest[]
}

/** What submitting and deciding start from: the occurrences in scope, in the order asked for, and what is known of them. */
@Injectable()
export class DecisionFacts {
  constructor(
    private readonly checklists: ChecklistRepository,
    private readonly evidence: EvidenceRepository,
    private readonly decisions: DecisionRepository,
    private readonly settings: SubmissionSettingRepository,
    private readonly clock: Clock,
  ) {}

  /** Occurrences to submit, their items held until the end of the transaction. Errors: NOT_FOUND unless all are in scope. */
  async toSubmit(scope: NetworkScope, occurrenceIds: readonly string[]): Promise<ToSubmit[]> {
    const found = await this.toDecide(scope, occurrenceIds)
    const uses = groupedBy(await this.evidence.usesOf(occurrenceIds), idOf)
    return found.map((row) => ({
      ...row,
      submittable: {
        occurrenceId: row.occurrence.id,
        ownerKind: row.checklist.ownerKind,
        decidedBy: row.entry.decidedBy ?? 'NOBODY',
        shownBy: this.counting(row, uses.get(row.occurrence.id) ?? []),
        submissions: row.submissions,
      },
    }))
  }

  /** Occurrences to decide on, their items held until the end of the transaction. Errors: NOT_FOUND unless all are in scope. */
  async toDecide(scope: NetworkScope, occurrenceIds: readonly string[]): Promise<ToDecide[]> {
    const found = new Map((await this.checklists.occurrencesInScope(scope, occurrenceIds)).map((row) => [row.occurrence.id, row]))
    const rows = occurrenceIds.flatMap((id) => found.get(id) ?? [])
    if (rows.length < occurrenceIds.length) throw new RequestError('NOT_FOUND', 'There is no such occurrence.')
    // Nothing may be submitted or decided twice at once.
    await this.checklists.lock(rows.map(({ item }) => item.id))
    const submissions = groupedBy(await this.decisions.ofOccurrences(occurrenceIds), idOf)
    return rows.map((row) => ({ ...row, submissions: submissions.get(row.occurrence.id) ?? [] }))
  }

  /** Of occurrences shown in full, those a network that has not switched it off submits by itself, as they are now. */
  async worthSubmitting(shown: readonly Submissible[]): Promise<Frozen[]> {
    const automatic = await this.settings.automatic(shown.map(({ ownerCode }) => ownerCode))
    const candidates = await this.frozen(shown.filter(({ ownerCode }) => automatic.has(ownerCode)))
    const submissions = groupedBy(await this.decisions.ofOccurrences(candidates.map(idOf)), idOf)
    const news = candidates.filter(({ occurrenceId, evidence }) => isNews(evidence, submissions.get(occurrenceId)?.at(-1)))
    const decided = news.filter(({ occurrenceId }) => submissions.get(occurrenceId)?.some(({ decision }) => decision !== null))
    // What was accepted stays accepted when evidence is added: nobody has to look at it again.
    const holding = await this.holding(decided.map(idOf))
    const accepted = new Set(holding.filter(({ decision }) => decision?.verdict === 'ACCEPTED').map(idOf))
    return news.filter(({ occurrenceId }) => !accepted.has(occurrenceId))
  }

  /** The decision that holds for each of these occurrences, already in scope. */
  async holding(occurrenceIds: readonly string[]): Promise<{ occurrenceId: string; decision: Submission['decision'] }[]> {
    if (occurrenceIds.length === 0) return []
    const submissions = groupedBy(await this.decisions.ofOccurrences(occurrenceIds), idOf)
    const uses = groupedBy(await this.evidence.usesOf(occurrenceIds), idOf)
    return occurrenceIds.map((occurrenceId) => {
      const facts = (uses.get(occurrenceId) ?? []).map(factsOf)
      return { occurrenceId, decision: decisionHolding(submissions.get(occurrenceId) ?? [], facts) }
    })
  }

  private async frozen(shown: readonly Submissible[]): Promise<Frozen[]> {
    const digests = await this.decisions.digestsOf(shown.flatMap(({ evidence }) => evidence.map(({ id }) => id)))
    return shown.map(({ occurrenceId, ownerCode, evidence }) => ({
      occurrenceId,
      ownerCode,
      evidence: evidence.map(({ id }) => ({ id, digest: digests.get(id) ?? '' })),
    }))
  }

  private counting({ occurrence, entry }: OccurrenceInScope, uses: readonly EvidenceUse[]): EvidenceDigest[] {
    const [terms, today] = [{ ...occurrence, standing: entry.standing }, this.clock.today()]
    return uses
      .filter((use) => judgeEvidence(factsOf(use), terms, today).verdict === 'COUNTS')
      .map(({ evidence }) => ({ id: evidence.id, digest: evidence.digest }))
  }
}

function idOf({ occurrenceId }: { readonly occurrenceId: string }): string {
  return occurrenceId
}
