import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { GraphQLSafeInt } from 'graphql-scalars'
import { type ChecklistItemEntity } from '../checklist/checklist.entity.js'
import { ChecklistItemLoader } from '../checklist/checklist-item.loader.js'
import { ChecklistItem } from '../checklist/checklist.types.js'
import { PriorityLoader } from '../priority/priority.loader.js'
import { type PriorityRow } from '../priority/priority.repository.js'
import { Priority } from '../priority/priority.types.js'
import { Estimate } from '../workload/workload.types.js'
import { BurdenService } from './burden.service.js'
import { BurdenFigures } from './burden.types.js'
import { CrowdOutItem, CrowdOutPriority, ItemDeclarationOnly, PaidWork } from './crowd-out.types.js'
import { HighlightService } from './highlight.service.js'

@Resolver(() => CrowdOutItem)
export class CrowdOutItemResolver {
  constructor(
    private readonly items: ChecklistItemLoader,
    private readonly highlights: HighlightService,
    private readonly burdens: BurdenService,
  ) {}

  @ResolveField(() => ChecklistItem, { nullable: true, description: 'The item; null for an indicator and for an accepted request.' })
  item(@Parent() { itemId }: CrowdOutItem, @Context() context: object): Promise<ChecklistItemEntity | null> | null {
    return itemId === null ? null : this.items.item(context, itemId)
  }

  @ResolveField('declarationOnly', () => ItemDeclarationOnly, {
    nullable: true,
    description: 'Null for an indicator and for an accepted request.',
  })
  declarationOnlyOf(@Parent() item: CrowdOutItem): Promise<ItemDeclarationOnly | null> {
    return this.highlights.reading(item)
  }

  @ResolveField(() => [Estimate], {
    description: 'The minutes in force behind it, with basis and how many networks they rest on; none for a request.',
  })
  estimates(@Parent() { view, staffGroup, code }: CrowdOutItem): Estimate[] {
    const { items, indicators } = view.sources.inputs
    const itemId = items.find((one) => one.code === code)?.itemId ?? null
    const { estimates = [], title = code } = [...items, ...indicators].find((one) => one.code === code) ?? {}
    const { networkCode, contractYear } = view
    return estimates
      .filter((estimate) => staffGroup === null || estimate.staffGroup === staffGroup)
      .map((estimate) => ({ ...estimate, networkCode, contractYear, itemId, requirementCode: code, title }))
  }

  @ResolveField('burden', () => BurdenFigures, {
    nullable: true,
    description: 'What it costs as paperwork, over all staff groups; null for care and governance, and where nothing is estimated.',
  })
  async burdenOf(@Parent() { view, code }: CrowdOutItem): Promise<BurdenFigures | null> {
    const burden = await this.burdens.burden(view.context, view.networkCode, view.contractYear)
    return burden.view.breakdown.byItem.get(code) ?? null
  }

  @ResolveField(() => GraphQLSafeInt, { nullable: true, description: 'Its burden in pence; null where a tariff is not known.' })
  async burdenPence(@Parent() item: CrowdOutItem): Promise<number | null> {
    return (await this.burdenOf(item))?.burdenPence ?? null
  }
}

@Resolver(() => CrowdOutPriority)
export class CrowdOutPriorityResolver {
  constructor(private readonly priorities: PriorityLoader) {}

  @ResolveField(() => Priority, { nullable: true })
  priority(@Parent() { priorityId }: CrowdOutPriority, @Context() context: object): Promise<PriorityRow | null> {
    return this.priorities.byId(context, priorityId)
  }
}

@Resolver(() => PaidWork)
export class PaidWorkResolver {
  constructor(private readonly items: ChecklistItemLoader) {}

  @ResolveField(() => ChecklistItem, { nullable: true, description: 'The item; null for an indicator.' })
  item(@Parent() { itemId }: PaidWork, @Context() context: object): Promise<ChecklistItemEntity | null> | null {
    return itemId === null ? null : this.items.item(context, itemId)
  }
}
