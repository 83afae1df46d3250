import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { type RequestContext } from '../platform/graphql/allow.js'
import { childrenLoader, rowLoader } from '../platform/graphql/children-loader.js'
import { DecisionFacts } from './decision-facts.service.js'
import { DecisionRepository } from './decision.repository.js'
import { SubmissionSettingRepository } from './submission-setting.repository.js'

/** Submissions and decisions of the request's other rows. */
@Injectable()
export class DecisionLoader {
  constructor(
    private readonly decisions: DecisionRepository,
    private readonly settings: SubmissionSettingRepository,
    private readonly facts: DecisionFacts,
  ) {}

  /** Submissions of an occurrence, oldest first: none where the caller may not see evidence of its owner. */
  readonly submissionsOf = childrenLoader(
    async (occurrenceIds, context) => {
      const seen = await this.seen(context, occurrenceIds)
      return seen.length > 0 ? this.decisions.submissionsOf(seen) : []
    },
    (row) => row.occurrenceId,
  )

  /** Decisions on an occurrence, oldest first. */
  readonly decisionsOf = childrenLoader(
    async (occurrenceIds, context) => {
      const seen = await this.seen(context, occurrenceIds)
      return seen.length > 0 ? this.decisions.decisionsOf(seen) : []
    },
    (row) => row.occurrenceId,
  )

  readonly decisionOn = rowLoader(
    (submissionIds) => this.decisions.decisionsOn(submissionIds),
    (row) => row.submissionId,
  )

  /** What a submission showed. Who sees a submission sees its evidence. */
  readonly evidenceOf = childrenLoader(
    (submissionIds) => this.decisions.evidenceOf([...new Set(submissionIds)]),
    (row) => row.submissionId,
  )

  /** The decision that holds for an occurrence. */
  readonly holding = rowLoader(
    (occurrenceIds) => this.facts.holding([...new Set(occurrenceIds)]),
    (row) => row.occurrenceId,
  )

  /** Whether a network submits by itself. */
  async isAutomatic(context: object, networkCode: string): Promise<boolean> {
    return (await this.automatic(context, networkCode)) !== null
  }

  private readonly automatic = rowLoader(
    async (codes) => [...(await this.settings.automatic(codes))],
    (code) => code,
  )

  private seen(context: object, occurrenceIds: readonly string[]): Promise<string[]> {
    const scope = (context as RequestContext).caller.scopeOf('evidence.read') as NetworkScope
    return this.decisions.inScope(scope, [...new Set(occurrenceIds)])
  }
}
