import { type OnModuleInit } from '@nestjs/common'
import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { type NetworkScope } from '../access/domain/scope.js'
import { Allow, Scope } from '../platform/graphql/allow.js'
import { Nodes } from '../platform/graphql/node.js'
import { keyAfter, type Page, PageArgs, pageOf } from '../platform/graphql/page.js'
import { RequestError } from '../platform/request-error.js'
import { BoardRepository } from './board.repository.js'
import { type IntegratedCareBoardEntity, type NetworkEntity, type RegionEntity } from './network.entity.js'
import { ODS_CODE } from './network.inputs.js'
import { NetworkLoader } from './network.loader.js'
import { IntegratedCareBoard, NetworkConnection, Region } from './network.types.js'

@Resolver(() => IntegratedCareBoard)
export class BoardResolver implements OnModuleInit {
  constructor(
    private readonly boards: BoardRepository,
    private readonly loader: NetworkLoader,
    private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    const find = (scope: NetworkScope, id: string) => (ODS_CODE.test(id) ? this.boards.board(scope, id) : Promise.resolve(null))
    this.nodes.register({ type: 'IntegratedCareBoard', permission: 'board.read', find })
  }

  @Query(() => IntegratedCareBoard, { nullable: true, description: 'An ICB by its ODS code.' })
  @Allow('board.read')
  async integratedCareBoard(
    @Args('odsCode', { type: () => String }) odsCode: string,
    @Scope() scope: NetworkScope,
  ): Promise<IntegratedCareBoardEntity> {
    const board = await this.boards.board(scope, odsCode)
    if (!board) throw new RequestError('NOT_FOUND', 'There is no such integrated care board.')
    return board
  }

  @ResolveField(() => ID)
  id(@Parent() board: IntegratedCareBoardEntity): string {
    return board.odsCode
  }

  @ResolveField(() => Region, { nullable: true, description: 'The NHS England region it is in.' })
  region(@Parent() board: IntegratedCareBoardEntity, @Context() context: object): Promise<RegionEntity | null> {
    return board.regionCode === null ? Promise.resolve(null) : this.loader.region(context, board.regionCode)
  }

  @ResolveField(() => NetworkConnection, {
    nullable: true,
    description: 'The networks it commissions today, of those you may see, by code.',
  })
  @Allow('network.read')
  async networks(
    @Parent() board: IntegratedCareBoardEntity,
    @Args() args: PageArgs,
    @Context() context: object,
  ): Promise<Page<NetworkEntity>> {
    const list = ['IntegratedCareBoard.networks', board.odsCode]
    const after = keyAfter(args.after, list)?.[0]?.toString()
    const rows = await this.loader.commissionedBy(context, board.odsCode, args.first, after)
    return pageOf(rows, args.first, list, (row) => [row.odsCode])
  }
}
