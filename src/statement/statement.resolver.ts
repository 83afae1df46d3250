import { Args, Context, ID, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { type GraphQLResolveInfo } from 'graphql'
import { PersonLoader } from '../access/access.loader.js'
import { Person } from '../access/access.types.js'
import { type NetworkScope } from '../access/domain/scope.js'
import { CrowdOutLoader } from '../crowd-out/crowd-out.loader.js'
import { CrowdOutService } from '../crowd-out/crowd-out.service.js'
import { type NetworkEntity } from '../network/network.entity.js'
import { Network } from '../network/network.types.js'
import { Allow, Scope } from '../platform/graphql/allow.js'
import { keyAfter, type Page, PageArgs, pageOf } from '../platform/graphql/page.js'
import { OwnNetworkLoader } from '../priority/own-network.loader.js'
import { OptionalYearArgs } from '../priority/priority.inputs.js'
import { answerInWords, basesInWords, clauseInWords, displacedLine, requestsInAll, timeInWords, togetherLine } from './domain/statement.js'
import { type StatementReader } from './domain/statement-reader.js'
import { PublishingService } from './publishing.service.js'
import { PublishStatementInput, WithdrawStatementInput } from './statement.inputs.js'
import { StatementLoader } from './statement.loader.js'
import { type PublishedStatementRow, StatementRepository } from './statement.repository.js'
import { StatementService } from './statement.service.js'
import {
  PublishedStatement,
  PublishedStatementConnection,
  PublishStatementResult,
  StatedRequest,
  Statement,
  StatementPublished,
  StatementReaderEnum,
  StatementWithdrawn,
  WithdrawStatementResult,
} from './statement.types.js'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

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
    description:
      'Statements it published of a contract year, latest first. Its own people see all; others those published to them, until withdrawn.',
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

  @ResolveField(() => String, { description: 'What the network was called then.' })
  networkName(@Parent() { content }: PublishedStatementRow): string {
    return content.networkName
  }

  @ResolveField('readers', () => [StatementReaderEnum], { description: 'Who besides the network’s own people reads it.' })
  readersOf(@Parent() { toCommissioners, toLmcs }: PublishedStatementRow): StatementReader[] {
    return [...(toCommissioners ? (['COMMISSIONERS'] as const) : []), ...(toLmcs ? (['LMCS'] as const) : [])]
  }

  @ResolveField('publishedBy', () => Person, { nullable: true })
  publisher(@Parent() { recordedBy }: PublishedStatementRow, @Context() context: object) {
    return this.people.person(context, recordedBy)
  }
}

/** The same words on the page as in its plain text. */
@Resolver(() => Statement)
export class StatementWordsResolver {
  @ResolveField('requestsInAll', () => String, { nullable: true, description: 'All requests in one line; null where there are none.' })
  inAll(@Parent() { requests }: Statement): string | null {
    return requestsInAll(requests)
  }

  @ResolveField('displacedInAll', () => String, { nullable: true, description: 'What is displaced in all; null where not known.' })
  displaced(@Parent() statement: Statement): string | null {
    return displacedLine(statement)
  }

  @ResolveField('basesInWords', () => String, { description: 'What the minutes rest on, and what is not counted.' })
  basesOf(@Parent() statement: Statement): string {
    return basesInWords(statement)
  }

  @ResolveField('returnedTogetherInWords', () => String, { nullable: true, description: 'Null where there are fewer than two items.' })
  together(@Parent() statement: Statement): string | null {
    return togetherLine(statement)
  }
}

@Resolver(() => StatedRequest)
export class StatedRequestResolver {
  @ResolveField('timeInWords', () => String)
  time(@Parent() request: StatedRequest): string {
    return timeInWords(request)
  }

  @ResolveField('clauseInWords', () => String)
  clause(@Parent() request: StatedRequest): string {
    return clauseInWords(request)
  }

  @ResolveField('answerInWords', () => String, { description: 'What became of it, with the reason where there is one.' })
  answer(@Parent() request: StatedRequest): string {
    return answerInWords(request)
  }
}

@Resolver()
export class PublishedStatementsResolver {
  constructor(private readonly statements: StatementRepository) {}

  @Query(() => PublishedStatementConnection, {
    description: 'Statements networks published to the caller, and the caller’s own networks’, of every year, latest first.',
  })
  @Allow('statement.readPublished')
  async publishedStatements(@Args() { first, after }: PageArgs, @Scope() scope: NetworkScope): Promise<Page<PublishedStatementRow>> {
    const list = ['published-statements']
    const [recordedAt, id] = (keyAfter(after, list) ?? []).map(String)
    const start = recordedAt !== undefined && id !== undefined ? { recordedAt, id } : null
    const rows = await this.statements.page(scope, { limit: first + 1, after: start })
    return pageOf(rows, first, list, (row) => [row.recordedAt, row.id])
  }

  @Query(() => PublishedStatement, { nullable: true, description: 'One of these; null where there is none.' })
  @Allow('statement.readPublished')
  publishedStatement(@Args('id', { type: () => ID }) id: string, @Scope() scope: NetworkScope): Promise<PublishedStatementRow | null> {
    return UUID.test(id) ? this.statements.readableById(scope, id) : Promise.resolve(null)
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
    description: 'Publish the statement as it is today to those it names, who can read it from then on. It never changes.',
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
