import { Args, Context, Info, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { type GraphQLResolveInfo } from 'graphql'
import { PersonLoader } from '../access/access.loader.js'
import { Person } from '../access/access.types.js'
import { type NetworkScope } from '../access/domain/scope.js'
import { CrowdOutLoader } from '../crowd-out/crowd-out.loader.js'
import { CrowdOutService } from '../crowd-out/crowd-out.service.js'
import { type NetworkEntity } from '../network/network.entity.js'
import { Network } from '../network/network.types.js'
import { Allow, Scope } from '../platform/graphql/allow.js'
import { OwnNetworkLoader } from '../priority/own-network.loader.js'
import { OptionalYearArgs } from '../priority/priority.inputs.js'
import { PublishingService } from './publishing.service.js'
import { PublishStatementInput, WithdrawStatementInput } from './statement.inputs.js'
import { StatementLoader } from './statement.loader.js'
import { type PublishedStatementRow } from './statement.repository.js'
import { StatementService } from './statement.service.js'
import {
  PublishedStatement,
  PublishStatementResult,
  Statement,
  StatementPublished,
  StatementWithdrawn,
  WithdrawStatementResult,
} from './statement.types.js'

@Resolver(() => Network)
export class NetworkStatementResolver {
  constructor(
    private readonly own: OwnNetworkLoader,
    private readonly figures: CrowdOutLoader,
    private readonly years: CrowdOutService,
    private readonly service: StatementService,
    private readonly loader: StatementLoader,
  ) {}

  @ResolveField('statement', () => Statement, { nullable: true, description: 'The page to take into the meeting, as it would be today.' })
  @Allow('statement.read')
  async statementOf(
    @Parent() network: NetworkEntity,
    @Args() args: OptionalYearArgs,
    @Context() context: object,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Statement> {
    await this.own.network(context, 'statement.read', network.odsCode)
    return this.service.statement(this.figures.stage(context, info), network, await this.years.yearOf(args))
  }

  @ResolveField(() => [PublishedStatement], {
    nullable: true,
    description: 'Statements it published of a contract year, latest first; withdrawn ones for its own people only.',
  })
  @Allow('statement.readPublished')
  async publishedStatements(
    @Parent() network: NetworkEntity,
    @Args() args: OptionalYearArgs,
    @Context() context: object,
  ): Promise<PublishedStatementRow[]> {
    const code = await this.own.network(context, 'statement.readPublished', network.odsCode)
    return this.loader.published(context, code, await this.years.yearOf(args))
  }
}

@Resolver(() => PublishedStatement)
export class PublishedStatementResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField('content', () => Statement, { description: 'The page as data.' })
  contentOf(@Parent() { content, text }: PublishedStatementRow): Statement {
    return { ...content, text }
  }

  @ResolveField('publishedBy', () => Person, { nullable: true })
  publisher(@Parent() { recordedBy }: PublishedStatementRow, @Context() context: object) {
    return this.people.person(context, recordedBy)
  }
}

@Resolver()
export class StatementMutationResolver {
  constructor(
    private readonly publishing: PublishingService,
    private readonly service: StatementService,
    private readonly figures: CrowdOutLoader,
  ) {}

  @Mutation(() => PublishStatementResult, {
    description: 'Publish the statement as it is today: the network’s commissioners can read it from then on. It never changes.',
  })
  @Allow('statement.publish')
  publishStatement(
    @Args('input') input: PublishStatementInput,
    @Scope() scope: NetworkScope,
    @Context() context: object,
    @Info() info: GraphQLResolveInfo,
  ): Promise<typeof PublishStatementResult> {
    const stage = this.figures.stage(context, info)
    return this.publishing.publish(scope, input, (network) =>
      this.service.statement(stage, network, input.contractYear, input.asks ?? null),
    )
  }

  @Mutation(() => WithdrawStatementResult, { description: 'Say that a published statement no longer stands.' })
  @Allow('statement.publish')
  withdrawStatement(@Args('input') input: WithdrawStatementInput, @Scope() scope: NetworkScope): Promise<typeof WithdrawStatementResult> {
    return this.publishing.withdraw(scope, input)
  }
}

@Resolver(() => StatementPublished)
export class StatementPublishedResolver {
  constructor(private readonly loader: StatementLoader) {}

  @ResolveField(() => PublishedStatement, { nullable: true })
  statement(@Parent() { statementId }: StatementPublished, @Context() context: object): Promise<PublishedStatementRow | null> {
    return this.loader.byId(context, statementId)
  }
}

@Resolver(() => StatementWithdrawn)
export class StatementWithdrawnResolver {
  constructor(private readonly loader: StatementLoader) {}

  @ResolveField(() => PublishedStatement, { nullable: true })
  statement(@Parent() { statementId }: StatementWithdrawn, @Context() context: object): Promise<PublishedStatementRow | null> {
    return this.loader.byId(context, statementId)
  }
}
