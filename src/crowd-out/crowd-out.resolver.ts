import { Args, Context, Info, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { type GraphQLResolveInfo } from 'graphql'
import { GraphQLSafeInt } from 'graphql-scalars'
import { type NetworkScope } from '../access/domain/scope.js'
import { type NetworkEntity } from '../network/network.entity.js'
import { Network } from '../network/network.types.js'
import { Allow, type RequestContext } from '../platform/graphql/allow.js'
import { OwnNetworkLoader } from '../priority/own-network.loader.js'
import { CrowdOutArgs, ExplainArgs, OfGroupArgs, TogetherArgs } from './crowd-out.inputs.js'
import { CrowdOutLoader } from './crowd-out.loader.js'
import { CrowdOutService, groupOf, titleOf } from './crowd-out.service.js'
import {
  CrowdOut,
  CrowdOutCoverage,
  CrowdOutItem,
  CrowdOutMonth,
  CrowdOutNote,
  CrowdOutPriority,
  EstimateCases,
  FigureExplanation,
  LogCoverage,
  LoggedBesideEstimated,
  PaidWork,
  StaffGroupCrowdOut,
} from './crowd-out.types.js'
import { networkCrowdOut } from './domain/coverage.js'
import { spanOf } from './domain/estimate-cases.js'
import { spanInWords } from './domain/headline.js'
import { ExplanationService } from './explanation.service.js'
import { HighlightService } from './highlight.service.js'

@Resolver(() => Network)
export class NetworkCrowdOutResolver {
  constructor(
    private readonly own: OwnNetworkLoader,
    private readonly loader: CrowdOutLoader,
    private readonly service: CrowdOutService,
  ) {}

  @ResolveField('crowdOut', () => CrowdOut, {
    nullable: true,
    description:
      'Which national work pushes out which of its own priorities in a contract year, as it is or as supposed. Ask twice by alias to compare.',
  })
  @Allow('crowdOut.read')
  async crowdOutOf(
    @Parent() network: NetworkEntity,
    @Args() args: CrowdOutArgs,
    @Context() context: object,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CrowdOut> {
    const code = await this.own.network(context, 'crowdOut.read', network.odsCode)
    return this.service.crowdOut(this.loader.stage(context, info), code, args)
  }
}

@Resolver(() => CrowdOut)
export class CrowdOutResolver {
  constructor(
    private readonly service: CrowdOutService,
    private readonly explanations: ExplanationService,
    private readonly highlighted: HighlightService,
  ) {}

  @ResolveField(() => String, { description: 'The figures of one staff group in words: the clinical director unless another is named.' })
  headline(@Parent() { view }: CrowdOut, @Args() { staffGroup }: OfGroupArgs, @Context() context: object): string {
    // Only a clinical director rates items, so this permission tells who she is.
    const director = (context as RequestContext).caller.scopeOf('workload.rate') as NetworkScope
    const isSelf = staffGroup === 'CLINICAL_DIRECTOR' && director.own.includes(view.networkCode)
    return this.explanations.headline(view, staffGroup, isSelf)
  }

  @ResolveField(() => CrowdOutCoverage)
  coverage(@Parent() { view }: CrowdOut): CrowdOutCoverage {
    return view.figures.network().coverage
  }

  @ResolveField('estimateCases', () => EstimateCases)
  casesOf(@Parent() { view: { figures } }: CrowdOut): EstimateCases {
    const cases = { low: figures.network('low'), central: figures.network('central'), high: figures.network('high') }
    const span = spanOf(cases, ({ displacedMinutes }) => displacedMinutes)
    return { ...cases, displacedInWords: span && spanInWords(span) }
  }

  @ResolveField(() => [CrowdOutMonth], { nullable: true, description: 'The picture; null where no group’s capacity is known.' })
  months(@Parent() { view }: CrowdOut): CrowdOutMonth[] | null {
    return this.service.months(view, view.figures.network().months)
  }

  @ResolveField(() => [CrowdOutItem], { description: 'National work of the groups that are counted, by code.' })
  items(@Parent() { view }: CrowdOut): CrowdOutItem[] {
    return this.service.items(view, null)
  }

  @ResolveField('highlights', () => [CrowdOutItem], {
    description: 'Declaration-only items that give local time back, most first. Care and governance are never among them.',
  })
  highlightsOf(@Parent() { view }: CrowdOut): Promise<CrowdOutItem[]> {
    return this.highlighted.highlights(view)
  }

  @ResolveField(() => [CrowdOutPriority], { description: 'The network’s priorities in the order they are placed in.' })
  priorities(@Parent() { view }: CrowdOut): CrowdOutPriority[] {
    return this.service.priorities(view, null)
  }

  @ResolveField(() => GraphQLSafeInt, {
    nullable: true,
    description: 'Local minutes that come back if all these items were relaxed together; null where not known.',
  })
  returnedTogetherMinutes(@Parent() { view }: CrowdOut, @Args() { items }: TogetherArgs): number | null {
    return this.service.returnedTogether(view, items, null)
  }

  @ResolveField(() => [StaffGroupCrowdOut], { description: 'The same of each staff group, in the network’s order.' })
  staffGroups(@Parent() { view }: CrowdOut): StaffGroupCrowdOut[] {
    return this.service.groups(view)
  }

  @ResolveField('staffGroup', () => StaffGroupCrowdOut, {
    description: 'The same of one staff group: the clinical director unless another is named.',
  })
  groupOf(@Parent() { view }: CrowdOut, @Args() { staffGroup }: OfGroupArgs): StaffGroupCrowdOut {
    const { code } = groupOf(view, staffGroup)
    const found = this.service.groups(view).find((group) => group.staffGroup === code)
    if (!found) throw new Error(`No figures of ${code}`)
    return found
  }

  @ResolveField('paidWork', () => [PaidWork], { description: 'Every piece of paid work, gone for or not, by code.' })
  paidWorkOf(@Parent() { view }: CrowdOut): PaidWork[] {
    const itemIds = new Map(view.sources.inputs.items.map(({ code, itemId }) => [code, itemId]))
    return view.figures.paidWork().map((paid) => {
      const itemId = itemIds.get(paid.code) ?? null
      const money = view.stakes.get(paid.code)?.inWords ?? null
      return {
        ...paid,
        itemId,
        origin: itemId === null ? 'INDICATOR' : 'REQUIREMENT',
        title: titleOf(view, paid.code),
        moneyInWords: money,
      }
    })
  }

  @ResolveField(() => [CrowdOutNote], { description: 'What should be known about what is supposed, such as that it is care.' })
  notes(@Parent() { view }: CrowdOut): readonly CrowdOutNote[] {
    return view.figures.notes
  }

  @ResolveField(() => LogCoverage, {
    nullable: true,
    description: 'For "from here" only: how much of the work begun has time logged on it.',
  })
  logCoverage(@Parent() { view }: CrowdOut): LogCoverage | null {
    return view.figures.logCoverage()
  }

  @ResolveField(() => [LoggedBesideEstimated], { description: 'Logged beside estimated for the year, what has either, by code.' })
  logged(@Parent() { view }: CrowdOut): LoggedBesideEstimated[] {
    return this.service.logged(view, null)
  }

  @ResolveField('explain', () => FigureExplanation, { description: 'What a figure is made of: inputs, basis and rule version.' })
  explanationOf(@Parent() { view }: CrowdOut, @Args() args: ExplainArgs): Promise<FigureExplanation> {
    return this.explanations.explain(view, args)
  }
}

@Resolver(() => StaffGroupCrowdOut)
export class StaffGroupCrowdOutResolver {
  constructor(
    private readonly service: CrowdOutService,
    private readonly explanations: ExplanationService,
  ) {}

  @ResolveField(() => CrowdOutCoverage)
  coverage(@Parent() { view, staffGroup }: StaffGroupCrowdOut): CrowdOutCoverage {
    return networkCrowdOut(view.figures.groups().filter((group) => group.staffGroup === staffGroup)).coverage
  }

  @ResolveField(() => String, { description: 'Its figures in words.' })
  headline(@Parent() { view, staffGroup }: StaffGroupCrowdOut): string {
    return this.explanations.headline(view, staffGroup, false)
  }

  @ResolveField('estimateCases', () => EstimateCases)
  casesOf(@Parent() { view: { figures }, staffGroup }: StaffGroupCrowdOut): EstimateCases {
    const inCase = (estimateCase: 'low' | 'central' | 'high') => {
      const group = figures.group(staffGroup, estimateCase)
      if (!group) throw new Error(`No figures of ${staffGroup}`)
      return group
    }
    const cases = { low: inCase('low'), central: inCase('central'), high: inCase('high') }
    const span = spanOf(cases, ({ displacedMinutes }) => displacedMinutes)
    return { ...cases, displacedInWords: span && spanInWords(span) }
  }

  @ResolveField(() => [CrowdOutMonth], { nullable: true, description: 'The picture; null where its capacity is not known.' })
  months(@Parent() { view, staffGroup }: StaffGroupCrowdOut): CrowdOutMonth[] | null {
    return this.service.months(view, view.figures.group(staffGroup)?.months ?? null)
  }

  @ResolveField(() => [CrowdOutItem], { description: 'National work, by code.' })
  items(@Parent() { view, staffGroup }: StaffGroupCrowdOut): CrowdOutItem[] {
    return this.service.items(view, staffGroup)
  }

  @ResolveField(() => [String], { description: 'Codes of national items nobody has estimated for it: counted, and never as no work.' })
  itemsWithoutEstimate(@Parent() { view, staffGroup }: StaffGroupCrowdOut): readonly string[] {
    return view.figures.group(staffGroup)?.itemsWithoutEstimate ?? []
  }

  @ResolveField(() => [CrowdOutPriority], { description: 'The network’s priorities in the order they are placed in.' })
  priorities(@Parent() { view, staffGroup }: StaffGroupCrowdOut): CrowdOutPriority[] {
    return this.service.priorities(view, staffGroup)
  }

  @ResolveField(() => GraphQLSafeInt, {
    nullable: true,
    description: 'Local minutes that come back if all these items were relaxed together; null where not known.',
  })
  returnedTogetherMinutes(@Parent() { view, staffGroup }: StaffGroupCrowdOut, @Args() { items }: TogetherArgs): number | null {
    return this.service.returnedTogether(view, items, staffGroup)
  }

  @ResolveField(() => [LoggedBesideEstimated], { description: 'Logged beside estimated for the year, what has either, by code.' })
  logged(@Parent() { view, staffGroup }: StaffGroupCrowdOut): LoggedBesideEstimated[] {
    return this.service.logged(view, staffGroup)
  }
}
