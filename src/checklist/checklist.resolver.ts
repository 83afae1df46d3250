import { type OnModuleInit } from '@nestjs/common'
import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { PersonLoader } from '../access/access.loader.js'
import { type PersonEntity } from '../access/access.entity.js'
import { Person } from '../access/access.types.js'
import { type NetworkScope } from '../access/domain/scope.js'
import { type IntegratedCareBoardEntity, type NetworkEntity } from '../network/network.entity.js'
import { NetworkLoader } from '../network/network.loader.js'
import { IntegratedCareBoard, Network } from '../network/network.types.js'
import { Allow, Scope } from '../platform/graphql/allow.js'
import { Nodes } from '../platform/graphql/node.js'
import { RequestError } from '../platform/request-error.js'
import { type SpecificationEntity } from '../specification/specification.entity.js'
import { SpecificationLoader } from '../specification/specification.loader.js'
import { Specification } from '../specification/specification.types.js'
import { type ChecklistEntity } from './checklist.entity.js'
import { ContractYearArgs } from './checklist.inputs.js'
import { ChecklistLoader } from './checklist.loader.js'
import { type ChecklistArea, ChecklistRepository } from './checklist.repository.js'
import { Checklist, ChecklistServiceArea } from './checklist.types.js'
import { writeItems } from './owners-file.reader.js'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

@Resolver(() => Network)
export class NetworkChecklistResolver {
  constructor(private readonly loader: ChecklistLoader) {}

  @ResolveField(() => Checklist, { nullable: true, description: 'Its checklist of a contract year; null where none was opened.' })
  @Allow('checklist.read')
  checklist(
    @Parent() network: NetworkEntity,
    @Args() { contractYear }: ContractYearArgs,
    @Context() context: object,
  ): Promise<ChecklistEntity | null> {
    return this.loader.ofOwner(context, network.odsCode, contractYear)
  }
}

@Resolver(() => IntegratedCareBoard)
export class BoardChecklistResolver {
  constructor(private readonly loader: ChecklistLoader) {}

  @ResolveField(() => Checklist, {
    nullable: true,
    description: 'What the ICB itself has to do in a contract year; null where no checklist was opened or you may not see it.',
  })
  @Allow('checklist.read')
  checklist(
    @Parent() board: IntegratedCareBoardEntity,
    @Args() { contractYear }: ContractYearArgs,
    @Context() context: object,
  ): Promise<ChecklistEntity | null> {
    return this.loader.ofOwner(context, board.odsCode, contractYear)
  }
}

@Resolver(() => Checklist)
export class ChecklistResolver implements OnModuleInit {
  constructor(
    private readonly checklists: ChecklistRepository,
    private readonly loader: ChecklistLoader,
    private readonly networks: NetworkLoader,
    private readonly specifications: SpecificationLoader,
    private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    const none = Promise.resolve(null)
    const found = (scope: NetworkScope, id: string) => (UUID.test(id) ? this.checklists.checklist(scope, id) : none)
    const item = async (scope: NetworkScope, id: string) =>
      (UUID.test(id) ? (await this.checklists.itemsInScope(scope, [id]))[0]?.item : null) ?? null
    this.nodes.register({ type: 'Checklist', permission: 'checklist.read', find: found })
    this.nodes.register({ type: 'ChecklistItem', permission: 'checklist.read', find: item })
    this.nodes.register({ type: 'Occurrence', permission: 'checklist.read', find: (scope, id) => this.occurrence(scope, id) })
  }

  @ResolveField(() => Network, { nullable: true, description: 'Whose it is; null for an ICB’s.' })
  network(@Parent() checklist: ChecklistEntity, @Context() context: object): Promise<NetworkEntity | null> | null {
    return checklist.ownerKind === 'NETWORK' ? this.networks.network(context, checklist.ownerCode) : null
  }

  @ResolveField(() => IntegratedCareBoard, { nullable: true, description: 'Whose it is; null for a network’s.' })
  integratedCareBoard(@Parent() checklist: ChecklistEntity, @Context() context: object): Promise<IntegratedCareBoardEntity | null> | null {
    return checklist.ownerKind === 'BOARD' ? this.networks.board(context, checklist.ownerCode) : null
  }

  @ResolveField(() => Specification, { description: 'The edition it rests on.' })
  specification(@Parent() checklist: ChecklistEntity, @Context() context: object): Promise<SpecificationEntity | null> {
    return this.specifications.specification(context, checklist.specificationId)
  }

  @ResolveField(() => [ChecklistServiceArea], { description: 'The parts of the specification it has items in, in reading order.' })
  serviceAreas(@Parent() checklist: ChecklistEntity, @Context() context: object): Promise<ChecklistArea[]> {
    return this.loader.areasOf(context, checklist.id)
  }

  @ResolveField(() => String, {
    description:
      'Its items as a CSV file: code, title, status, due, owner (email address), note. Owner and note are empty where the caller may not see them. ' +
      "A `'` stands before what a spreadsheet would run as a formula.",
  })
  async itemsCsv(@Parent() checklist: ChecklistEntity, @Context() context: object): Promise<string> {
    return writeItems(await this.loader.linesOf(context, checklist.id))
  }

  private async occurrence(scope: NetworkScope, id: string): Promise<object | null> {
    return (UUID.test(id) ? (await this.checklists.occurrencesInScope(scope, [id]))[0]?.occurrence : null) ?? null
  }
}

@Resolver(() => Checklist)
export class ChecklistPeopleResolver {
  constructor(
    private readonly loader: ChecklistLoader,
    private readonly people: PersonLoader,
  ) {}

  @ResolveField(() => [Person], {
    nullable: true,
    description: 'Who its items can be given to: who works for the network, its practices or the ICB.',
  })
  @Allow('item.assign')
  async assignable(
    @Parent() checklist: ChecklistEntity,
    @Scope() scope: NetworkScope,
    @Context() context: object,
  ): Promise<PersonEntity[]> {
    // Holding the permission somewhere is not holding it here: an ICB's commissioner sees its networks' checklists, and gives out its own items.
    if (!scope.own.includes(checklist.ownerCode)) throw new RequestError('FORBIDDEN', 'People are for those who give out its items.')
    const found = await this.loader.assignableOf(context, checklist.ownerCode)
    const people = await Promise.all(found.map(({ personId }) => this.people.person(context, personId)))
    return people.filter((person) => person !== null)
  }
}
