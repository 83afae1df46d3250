import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { type NetworkScope } from '../access/domain/scope.js'
import { Allow, Scope } from '../platform/graphql/allow.js'
import { RequestError } from '../platform/request-error.js'
import { AttendanceService } from './attendance.service.js'
import {
  AcceptAttendanceInput,
  AnswerRequestInput,
  AttachReadingInput,
  AttendForInput,
  RecommendAnswerInput,
  RemoveWordingInput,
  SaveWordingInput,
} from './request-answer.inputs.js'
import { RequestAnswerService } from './request-answer.service.js'
import {
  AcceptAttendanceResult,
  AnswerRequestResult,
  AttachReadingResult,
  AttendForResult,
  NetworkRequestChange,
  RecommendAnswerResult,
  RecordRequestResult,
  RemoveWordingResult,
  RequestChange,
  SaveWordingResult,
  WithdrawRequestResult,
} from './request-result.types.js'
import { type RequestEntity } from './request.entity.js'
import { RecordRequestInput, WithdrawRequestInput } from './request.inputs.js'
import { RequestLoader } from './request.loader.js'
import { type NetworkRequestRow } from './request.repository.js'
import { RequestService } from './request.service.js'
import { NetworkRequest, Request } from './request.types.js'
import { SiftingService } from './sifting.service.js'
import { WordingService } from './wording.service.js'

@Resolver()
export class RequestMutationResolver {
  constructor(
    private readonly service: RequestService,
    private readonly answering: RequestAnswerService,
    private readonly attendance: AttendanceService,
  ) {}

  @Mutation(() => RecordRequestResult, { description: 'Record what one network was asked, or many at once: it is one request.' })
  @Allow('request.record')
  recordRequest(@Args('input') input: RecordRequestInput, @Scope() scope: NetworkScope): Promise<typeof RecordRequestResult> {
    return this.service.record(scope, input)
  }

  @Mutation(() => WithdrawRequestResult, {
    description: 'Take back a request that was recorded by mistake. It stays readable, and counts no more.',
  })
  @Allow('request.withdraw')
  withdrawRequest(@Args('input') input: WithdrawRequestInput, @Scope() scope: NetworkScope): Promise<typeof WithdrawRequestResult> {
    return this.service.withdraw(scope, input)
  }

  @Mutation(() => AnswerRequestResult, { description: 'Accept a request, decline it, delegate it or offer something instead.' })
  @Allow('request.answer')
  answerRequest(@Args('input') input: AnswerRequestInput, @Scope() scope: NetworkScope): Promise<typeof AnswerRequestResult> {
    return this.answering.answer(scope, input)
  }

  @Mutation(() => AttendForResult, { description: 'Offer to attend for the other networks that were asked, or take the offer back.' })
  @Allow('request.answer')
  attendFor(@Args('input') input: AttendForInput, @Scope() scope: NetworkScope): Promise<typeof AttendForResult> {
    return this.attendance.offer(scope, input)
  }

  @Mutation(() => AcceptAttendanceResult, { description: 'Have another network attend for one’s own, or end that.' })
  @Allow('request.answer')
  acceptAttendance(@Args('input') input: AcceptAttendanceInput, @Scope() scope: NetworkScope): Promise<typeof AcceptAttendanceResult> {
    return this.attendance.accept(scope, input)
  }
}

@Resolver()
export class SiftingMutationResolver {
  constructor(
    private readonly sifting: SiftingService,
    private readonly wordings: WordingService,
  ) {}

  @Mutation(() => AttachReadingResult, {
    description: 'Attach a reading of the clause a request rests on, for every network that was asked.',
  })
  @Allow('request.sift')
  attachReading(@Args('input') input: AttachReadingInput, @Scope() scope: NetworkScope): Promise<typeof AttachReadingResult> {
    return this.sifting.attachReading(scope, input)
  }

  @Mutation(() => RecommendAnswerResult, { description: 'Recommend an answer to every network that was asked.' })
  @Allow('request.sift')
  recommendAnswer(@Args('input') input: RecommendAnswerInput, @Scope() scope: NetworkScope): Promise<typeof RecommendAnswerResult> {
    return this.sifting.recommend(scope, input)
  }

  @Mutation(() => SaveWordingResult, { description: 'Keep a reply to use again, or change one.' })
  @Allow('request.answer')
  saveWording(@Args('input') input: SaveWordingInput, @Scope() scope: NetworkScope): Promise<typeof SaveWordingResult> {
    return this.wordings.save(scope, input)
  }

  @Mutation(() => RemoveWordingResult, { description: 'Keep a reply no longer.' })
  @Allow('request.answer')
  removeWording(@Args('input') input: RemoveWordingInput, @Scope() scope: NetworkScope): Promise<typeof RemoveWordingResult> {
    return this.wordings.remove(scope, input)
  }
}

@Resolver(() => RequestChange)
export class RequestChangeResolver {
  constructor(private readonly loader: RequestLoader) {}

  @ResolveField(() => Request, { description: 'The request as it is now.' })
  async request(@Parent() { requestId }: RequestChange, @Context() context: object): Promise<RequestEntity> {
    const request = await this.loader.request(context, requestId)
    if (!request) throw new RequestError('NOT_FOUND', 'There is no such request.')
    return request
  }
}

@Resolver(() => NetworkRequestChange)
export class NetworkRequestChangeResolver {
  constructor(private readonly loader: RequestLoader) {}

  @ResolveField(() => NetworkRequest, { description: 'The request as it is to the network now.' })
  async networkRequest(@Parent() { requestId, networkCode }: NetworkRequestChange, @Context() context: object): Promise<NetworkRequestRow> {
    const row = (await this.loader.received(context, requestId)).find((one) => one.networkCode === networkCode)
    if (!row) throw new RequestError('NOT_FOUND', 'There is no such request of this network.')
    return row
  }
}
