import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { type NetworkScope } from '../access/domain/scope.js'
import { Allow, Scope } from '../platform/graphql/allow.js'
import { keyAfter, type Page, PageArgs, pageOf } from '../platform/graphql/page.js'
import { RequestError } from '../platform/request-error.js'
import { type SubmissionEntity } from './decision.entity.js'
import { SetAutomaticSubmissionInput, SubmitInput } from './decision.inputs.js'
import { SetAutomaticSubmissionResult, SubmissionConnection, SubmitResult } from './decision.types.js'
import { ReviewQueueRepository } from './review-queue.repository.js'
import { SubmissionSettingService } from './submission-setting.service.js'
import { SubmissionService } from './submission.service.js'

/** A page of the review queue, and which queue it is of. */
type QueuePage = Page<SubmissionEntity> & { readonly boardCode: string | null }

@Resolver(() => SubmissionConnection)
export class SubmissionResolver {
  constructor(
    private readonly submissions: SubmissionService,
    private readonly settings: SubmissionSettingService,
    private readonly queue: ReviewQueueRepository,
  ) {}

  @Mutation(() => SubmitResult, { description: 'Put occurrences before the commissioner, with everything that counts for them now.' })
  @Allow('evidence.submit')
  submit(@Args('input') input: SubmitInput, @Scope() scope: NetworkScope): Promise<typeof SubmitResult> {
    return this.submissions.submit(scope, input)
  }

  @Mutation(() => SetAutomaticSubmissionResult, {
    description:
      'Say whether a network submits by itself what its commissioner decides on, once it is shown in full. It does unless told not to.',
  })
  @Allow('evidence.submit')
  setAutomaticSubmission(
    @Args('input') input: SetAutomaticSubmissionInput,
    @Scope() scope: NetworkScope,
  ): Promise<typeof SetAutomaticSubmissionResult> {
    return this.settings.set(scope, input)
  }

  @Query(() => SubmissionConnection, {
    description: "What networks submitted and nobody has decided on, oldest first: of one of the caller's ICBs, or of all.",
  })
  @Allow('occurrence.decide')
  async reviewQueue(
    @Args() { first, after }: PageArgs,
    @Scope() scope: NetworkScope,
    @Args('boardCode', { type: () => String, nullable: true, description: 'ODS code of one ICB.' }) boardCode?: string | null,
  ): Promise<QueuePage> {
    const board = boardCode ?? null
    if (board !== null && !scope.overseen.includes(board)) throw new RequestError('NOT_FOUND', 'There is no such ICB.')
    const list = ['reviewQueue', board]
    const rows = await this.queue.page(scope, board, first + 1, keyAfter(after, list))
    return { ...pageOf(rows, first, list, (row) => [row.submittedAt, row.id]), boardCode: board }
  }

  @ResolveField(() => Int, { nullable: true, description: 'How many wait in all.' })
  @Allow('occurrence.decide')
  count(@Parent() page: QueuePage, @Scope() scope: NetworkScope): Promise<number> {
    return this.queue.count(scope, page.boardCode)
  }
}
