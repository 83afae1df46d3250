import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { type NetworkScope } from '../access/domain/scope.js'
import { daysLateOn } from '../checklist/domain/lateness.js'
import { addProgress, type Progress as ProgressCounts, progressOf } from '../checklist/domain/progress.js'
import { type IntegratedCareBoardEntity } from '../network/network.entity.js'
import { IntegratedCareBoard } from '../network/network.types.js'
import { Clock } from '../platform/clock.js'
import { type ContractYear, isContractYear } from '../platform/day.js'
import { Allow, Scope } from '../platform/graphql/allow.js'
import { RequestError } from '../platform/request-error.js'
import { SpecificationRepository } from '../specification/specification.repository.js'
import { ProgressRepository } from './progress.repository.js'
import { BoardProgress, England, Progress, RequirementAcrossNetworks } from './standing.types.js'

@Resolver(() => England)
export class EnglandResolver {
  constructor(
    private readonly progress: ProgressRepository,
    private readonly specifications: SpecificationRepository,
  ) {}

  @Query(() => England, {
    description: 'Every network there is, as plain rows; a commissioner’s own networks are in `integratedCareBoard`.',
  })
  @Allow('england.read')
  async england(
    @Scope() scope: NetworkScope,
    @Args('contractYear', { type: () => String, nullable: true }) asked?: ContractYear | null,
  ): Promise<England> {
    const contractYear = yearOr(asked, await this.specifications.currentYear())
    const networks = await this.progress.networksOf(scope)
    const progressOfNetwork = new Map((await this.progress.ofNetworks(scope, contractYear)).map(({ key, progress }) => [key, progress]))
    const rows = networks.map((network) => ({ ...network, progress: progressOfNetwork.get(network.odsCode) ?? null }))
    const total = [...progressOfNetwork.values()].reduce(addProgress, progressOf([]))
    return { contractYear, progress: total, networks: rows, boards: boardsOf(rows) }
  }
}

@Resolver(() => IntegratedCareBoard)
export class BoardStandingResolver {
  constructor(
    private readonly repository: ProgressRepository,
    private readonly specifications: SpecificationRepository,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => Progress, { nullable: true, description: 'All networks it leads, together.' })
  @Allow('board.read')
  async progress(
    @Parent() board: IntegratedCareBoardEntity,
    @Scope() scope: NetworkScope,
    @Args('contractYear', { type: () => String, nullable: true }) asked?: ContractYear | null,
  ): Promise<ProgressCounts> {
    requireReach(scope, board.odsCode)
    const contractYear = yearOr(asked, await this.specifications.currentYear())
    const [found] = await this.repository.ofBoards([board.odsCode], contractYear)
    return found?.progress ?? progressOf([])
  }

  @ResolveField(() => RequirementAcrossNetworks, { nullable: true, description: 'One requirement across the networks it leads.' })
  @Allow('board.read')
  async requirement(
    @Parent() board: IntegratedCareBoardEntity,
    @Scope() scope: NetworkScope,
    @Args('code', { type: () => String }) code: string,
    @Args('contractYear', { type: () => String, nullable: true }) asked?: ContractYear | null,
  ): Promise<RequirementAcrossNetworks> {
    requireReach(scope, board.odsCode)
    const contractYear = yearOr(asked, await this.specifications.currentYear())
    const today = this.clock.today()
    const rows = await this.repository.requirementOf(board.odsCode, contractYear, code)
    const networks = rows.map(({ odsCode, name, invented, lateSince, shownDaysLate, ...row }) => ({
      ...row,
      network: { odsCode, name, invented },
      daysLate: daysLateOn({ lateSince, shownDaysLate }, today),
    }))
    return { code, contractYear, networks }
  }
}

/** An ICB can be seen as the other commissioner of a shared network: what it oversees is still its own. */
function requireReach(scope: NetworkScope, boardCode: string): void {
  if (scope.england || scope.overseen.includes(boardCode)) return
  throw new RequestError('NOT_FOUND', 'There is no such integrated care board.')
}

function yearOr(asked: ContractYear | null | undefined, current: ContractYear): ContractYear {
  if (!asked) return current
  if (isContractYear(asked)) return asked
  throw RequestError.badInput([{ field: 'contractYear', message: 'A contract year is written like 2026/27.' }])
}

function boardsOf(networks: readonly (England['networks'][number] & { readonly boardName: string })[]): BoardProgress[] {
  const boards = new Map<string, BoardProgress>()
  for (const { boardCode, boardName, progress } of networks) {
    const board = boards.get(boardCode) ?? { boardCode, boardName, networks: 0, networksWithChecklist: 0, progress: progressOf([]) }
    boards.set(boardCode, {
      ...{ boardCode, boardName },
      networks: board.networks + 1,
      networksWithChecklist: board.networksWithChecklist + (progress ? 1 : 0),
      progress: progress ? addProgress(board.progress, progress) : board.progress,
    })
  }
  return [...boards.values()].sort((one, other) => (one.boardCode < other.boardCode ? -1 : 1))
}
