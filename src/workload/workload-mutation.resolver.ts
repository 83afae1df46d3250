import { Args, Mutation, Resolver } from '@nestjs/graphql'
import { type NetworkScope } from '../access/domain/scope.js'
import { Allow, Scope } from '../platform/graphql/allow.js'
import { CapacityService } from './capacity.service.js'
import { EstimatingService } from './estimating.service.js'
import { MinutesLogService } from './minutes-log.service.js'
import { RatingService } from './rating.service.js'
import { WorkloadFileService } from './workload-file.service.js'
import {
  AddStaffGroupResult,
  EstimateMinutesResult,
  LogMinutesResult,
  RateItemResult,
  RemoveStaffGroupResult,
  SetCapacityResult,
  SetEstimatesResult,
  SetWorkloadFromCsvResult,
  StartWorkloadResult,
  WithdrawMinutesResult,
} from './workload-result.types.js'
import { WorkloadStartService } from './workload-start.service.js'
import {
  AddStaffGroupInput,
  EstimateMinutesInput,
  LogMinutesInput,
  RateItemInput,
  RemoveStaffGroupInput,
  SetCapacityInput,
  SetEstimatesInput,
  SetWorkloadFromCsvInput,
  StartWorkloadInput,
  WithdrawMinutesInput,
} from './workload.inputs.js'

@Resolver()
export class CapacityMutationResolver {
  constructor(
    private readonly capacity: CapacityService,
    private readonly files: WorkloadFileService,
    private readonly starting: WorkloadStartService,
  ) {}

  @Mutation(() => AddStaffGroupResult, { description: 'Plan with a staff group of the network’s own.' })
  @Allow('workload.set')
  addStaffGroup(@Args('input') input: AddStaffGroupInput, @Scope() scope: NetworkScope): Promise<typeof AddStaffGroupResult> {
    return this.capacity.addGroup(scope, input)
  }

  @Mutation(() => RemoveStaffGroupResult, { description: 'No longer plan with a staff group of the network’s own.' })
  @Allow('workload.set')
  removeStaffGroup(@Args('input') input: RemoveStaffGroupInput, @Scope() scope: NetworkScope): Promise<typeof RemoveStaffGroupResult> {
    return this.capacity.removeGroup(scope, input)
  }

  @Mutation(() => SetCapacityResult, {
    description: 'Say what time a staff group has in a contract year, and what of it is taken already.',
  })
  @Allow('workload.set')
  setCapacity(@Args('input') input: SetCapacityInput, @Scope() scope: NetworkScope): Promise<typeof SetCapacityResult> {
    return this.capacity.set(scope, input)
  }

  @Mutation(() => SetWorkloadFromCsvResult, {
    description: 'Take time and estimates over from a file: all of it, or nothing and every problem.',
  })
  @Allow('workload.set')
  setWorkloadFromCsv(
    @Args('input') input: SetWorkloadFromCsvInput,
    @Scope() scope: NetworkScope,
  ): Promise<typeof SetWorkloadFromCsvResult> {
    return this.files.setFromCsv(scope, input)
  }

  @Mutation(() => StartWorkloadResult, { description: 'From nothing to a first figure: two people’s time and the network’s priorities.' })
  @Allow('workload.set')
  startWorkload(@Args('input') input: StartWorkloadInput, @Scope() scope: NetworkScope): Promise<typeof StartWorkloadResult> {
    return this.starting.start(scope, input)
  }
}

@Resolver()
export class MinutesMutationResolver {
  constructor(
    private readonly estimating: EstimatingService,
    private readonly logs: MinutesLogService,
    private readonly ratings: RatingService,
  ) {}

  @Mutation(() => EstimateMinutesResult, {
    description: 'Say what a requirement takes of a staff group in a contract year, or take that back.',
  })
  @Allow('workload.set')
  estimateMinutes(@Args('input') input: EstimateMinutesInput, @Scope() scope: NetworkScope): Promise<typeof EstimateMinutesResult> {
    return this.estimating.estimate(scope, input)
  }

  @Mutation(() => SetEstimatesResult, { description: 'Say what several requirements take, all of it or nothing.' })
  @Allow('workload.set')
  setEstimates(@Args('input') input: SetEstimatesInput, @Scope() scope: NetworkScope): Promise<typeof SetEstimatesResult> {
    return this.estimating.setSeveral(scope, input)
  }

  @Mutation(() => LogMinutesResult, { description: 'Note about how long something took.' })
  @Allow('workload.log')
  logMinutes(@Args('input') input: LogMinutesInput, @Scope() scope: NetworkScope): Promise<typeof LogMinutesResult> {
    return this.logs.log(scope, input)
  }

  @Mutation(() => WithdrawMinutesResult, { description: 'Take back time noted by mistake: one’s own, or any where one runs the network.' })
  @Allow('workload.log')
  withdrawMinutes(@Args('input') input: WithdrawMinutesInput, @Scope() scope: NetworkScope): Promise<typeof WithdrawMinutesResult> {
    return this.logs.withdraw(scope, input)
  }

  @Mutation(() => RateItemResult, {
    description: 'Say what an item is worth to patients. The clinical director’s; every member practice sees it.',
  })
  @Allow('workload.rate')
  rateItem(@Args('input') input: RateItemInput, @Scope() scope: NetworkScope): Promise<typeof RateItemResult> {
    return this.ratings.rate(scope, input)
  }
}
