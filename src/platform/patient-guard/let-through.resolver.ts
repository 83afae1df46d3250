import { Args, Mutation, Resolver } from '@nestjs/graphql'
import { Allow, type Caller, CurrentCaller } from '../graphql/allow.js'
import { TakesNumber } from '../graphql/clean-arguments.js'
import { LetNumberThroughInput } from './let-through.inputs.js'
import { LetThroughService } from './let-through.service.js'
import { LetNumberThroughResult } from './let-through.types.js'

@Resolver()
export class LetThroughResolver {
  constructor(private readonly service: LetThroughService) {}

  @Mutation(() => LetNumberThroughResult, {
    description:
      'Say that a number that was refused is not a patient’s, and what it is: the caller may then send that number for a day. It is on the audit trail of the organisation.',
  })
  @Allow('evidence.record')
  @TakesNumber('number')
  letNumberThrough(@Args('input') input: LetNumberThroughInput, @CurrentCaller() caller: Caller): Promise<typeof LetNumberThroughResult> {
    return this.service.letThrough(caller, input)
  }
}
