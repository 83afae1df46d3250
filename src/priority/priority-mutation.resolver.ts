import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { type NetworkScope } from '../access/domain/scope.js'
import { Allow, Scope } from '../platform/graphql/allow.js'
import { PriorityCourseService } from './priority-course.service.js'
import {
  ClosePriorityInput,
  EndorsePriorityInput,
  MarkMilestoneInput,
  RankPrioritiesInput,
  ReopenPriorityInput,
  SetPriorityInput,
} from './priority.inputs.js'
import { PriorityLoader } from './priority.loader.js'
import { type PriorityRow } from './priority.repository.js'
import {
  ClosePriorityResult,
  EndorsePriorityResult,
  MarkMilestoneResult,
  PriorityChange,
  RankPrioritiesResult,
  ReopenPriorityResult,
  SetPriorityResult,
} from './priority-result.types.js'
import { PriorityService } from './priority.service.js'
import { Priority } from './priority.types.js'

@Resolver()
export class PriorityMutationResolver {
  constructor(
    private readonly service: PriorityService,
    private readonly course: PriorityCourseService,
  ) {}

  @Mutation(() => SetPriorityResult, { description: 'Make a priority, or change what one says. What it said is kept.' })
  @Allow('priority.set')
  setPriority(@Args('input') input: SetPriorityInput, @Scope() scope: NetworkScope): Promise<typeof SetPriorityResult> {
    return this.service.set(scope, input)
  }

  @Mutation(() => RankPrioritiesResult, { description: 'Put all open priorities of a year in order. Earlier orders are kept.' })
  @Allow('priority.set')
  rankPriorities(@Args('input') input: RankPrioritiesInput, @Scope() scope: NetworkScope): Promise<typeof RankPrioritiesResult> {
    return this.course.rank(scope, input)
  }

  @Mutation(() => ClosePriorityResult, { description: 'End a priority, with the reason.' })
  @Allow('priority.set')
  closePriority(@Args('input') input: ClosePriorityInput, @Scope() scope: NetworkScope): Promise<typeof ClosePriorityResult> {
    return this.course.close(scope, input)
  }

  @Mutation(() => ReopenPriorityResult, { description: 'Open a priority that was ended by mistake. That it was ended is kept.' })
  @Allow('priority.set')
  reopenPriority(@Args('input') input: ReopenPriorityInput, @Scope() scope: NetworkScope): Promise<typeof ReopenPriorityResult> {
    return this.course.reopen(scope, input)
  }

  @Mutation(() => MarkMilestoneResult, {
    description: 'Say on which day a milestone was done, or that it is not after all. What was said before is kept.',
  })
  @Allow('priority.set')
  markMilestone(@Args('input') input: MarkMilestoneInput, @Scope() scope: NetworkScope): Promise<typeof MarkMilestoneResult> {
    return this.course.markMilestone(scope, input)
  }

  @Mutation(() => EndorsePriorityResult, { description: 'Say whether the caller’s practice stands behind a priority, or why not.' })
  @Allow('priority.endorse')
  endorsePriority(@Args('input') input: EndorsePriorityInput, @Scope() scope: NetworkScope): Promise<typeof EndorsePriorityResult> {
    return this.course.endorse(scope, input)
  }
}

@Resolver(() => PriorityChange)
export class PriorityChangeResolver {
  constructor(private readonly loader: PriorityLoader) {}

  @ResolveField(() => Priority, { description: 'The priority as it is now.' })
  async priority(@Parent() change: PriorityChange, @Context() context: object): Promise<PriorityRow> {
    const priority = await this.loader.byId(context, change.priorityId)
    if (!priority) throw new Error(`No priority ${change.priorityId}`)
    return priority
  }
}
