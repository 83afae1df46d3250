import { Args, Mutation, Resolver } from '@nestjs/graphql'
import { type NetworkScope } from '../access/domain/scope.js'
import { Allow, Scope } from '../platform/graphql/allow.js'
import { SetLocalDayInput } from './local-day.inputs.js'
import { LocalDayService } from './local-day.service.js'
import { SetLocalDayResult } from './local-day.types.js'

@Resolver()
export class LocalDayResolver {
  constructor(private readonly service: LocalDayService) {}

  @Mutation(() => SetLocalDayResult, { description: 'Set the day an ICB asks the networks it leads for to show something by.' })
  @Allow('localDay.set')
  setLocalDay(@Args('input') input: SetLocalDayInput, @Scope() scope: NetworkScope): Promise<typeof SetLocalDayResult> {
    return this.service.set(scope, input)
  }
}
