import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { type NetworkScope } from '../access/domain/scope.js'
import { type IntegratedCareBoardEntity } from '../network/network.entity.js'
import { IntegratedCareBoard } from '../network/network.types.js'
import { type ContractYear } from '../platform/day.js'
import { Allow, Scope } from '../platform/graphql/allow.js'
import { SpecificationRepository } from '../specification/specification.repository.js'
import { type LocalDayEntity } from './checklist.entity.js'
import { ContractYearArgs } from './checklist.inputs.js'
import { type RequirementEntry } from './checklist.repository.js'
import { occurrencesOf } from './domain/occurrences.js'
import { SetLocalDayInput, SetLocalDaysInput } from './local-day.inputs.js'
import { LocalDayRepository } from './local-day.repository.js'
import { LocalDayService } from './local-day.service.js'
import { LocalDeadline, SetLocalDayResult, SetLocalDaysResult } from './local-day.types.js'

@Resolver()
export class LocalDayResolver {
  constructor(private readonly service: LocalDayService) {}

  @Mutation(() => SetLocalDayResult, { description: 'Set the day an ICB asks the networks it leads for to show something by.' })
  @Allow('localDay.set')
  setLocalDay(@Args('input') input: SetLocalDayInput, @Scope() scope: NetworkScope): Promise<typeof SetLocalDayResult> {
    return this.service.set(scope, input)
  }

  @Mutation(() => SetLocalDaysResult, {
    description: 'Set many of the days an ICB asks the networks it leads for for something by: all or none.',
  })
  @Allow('localDay.set')
  setLocalDays(@Args('input') input: SetLocalDaysInput, @Scope() scope: NetworkScope): Promise<typeof SetLocalDaysResult> {
    return this.service.setAll(scope, input)
  }
}

@Resolver(() => IntegratedCareBoard)
export class BoardLocalDayResolver {
  constructor(
    private readonly localDays: LocalDayRepository,
    private readonly specifications: SpecificationRepository,
  ) {}

  @ResolveField(() => [LocalDeadline], {
    nullable: true,
    description: 'Every time its networks have to show something in a contract year, with the day it asks for it by. For its own people.',
  })
  @Allow('localDay.set')
  async localDeadlines(
    @Parent() board: IntegratedCareBoardEntity,
    @Args() { contractYear }: ContractYearArgs,
    @Scope() scope: NetworkScope,
  ): Promise<LocalDeadline[] | null> {
    if (!scope.own.includes(board.odsCode)) return null
    const year = contractYear ?? (await this.specifications.currentYear())
    const entries = await this.localDays.ofNetworks(year)
    const set = await this.localDays.inForce(
      board.odsCode,
      entries.map(({ id }) => id),
    )
    return entries.flatMap((entry) => deadlinesOf(entry, year, set))
  }
}

function deadlinesOf(entry: RequirementEntry, year: ContractYear, set: readonly LocalDayEntity[]): LocalDeadline[] {
  return occurrencesOf(entry, year).map(({ ordinal, periodFrom, periodTo, dueOn }) => ({
    ...{ contractYear: year, requirementCode: entry.code, title: entry.title, ordinal, periodFrom, periodTo, dueOn },
    localDueOn: set.find((day) => day.entryId === entry.id && day.ordinal === ordinal)?.dueOn ?? null,
  }))
}
