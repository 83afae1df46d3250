import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { ContractEvent, FigureTemplate, Payment, PaymentDisagreement, PaymentFigure, PublishedReading } from './catalogue.types.js'
import { CommentaryRepository } from './commentary.repository.js'
import type * as commentary from './domain/commentary.js'
import { type CatalogueEntryEntity, type IndicatorEntity, type SpecificationEntity } from './specification.entity.js'
import { SpecificationLoader } from './specification.loader.js'
import { CatalogueEntry, Indicator, Source, Specification } from './specification.types.js'

/** What is known around an entry, whatever its year: it hangs on the permanent key. */
@Resolver(() => CatalogueEntry)
export class CatalogueEntryCommentaryResolver {
  constructor(private readonly commentary: CommentaryRepository) {}

  @ResolveField(() => [ContractEvent], { description: 'What happened to it, in any year, in order.' })
  events(@Parent() entry: CatalogueEntryEntity): ContractEvent[] {
    return this.commentary.eventsOf(entry.key)
  }

  @ResolveField(() => [PublishedReading], { description: 'How others read it, in any year.' })
  readings(@Parent() entry: CatalogueEntryEntity): PublishedReading[] {
    return this.commentary.readingsOf(entry.key)
  }

  @ResolveField(() => [FigureTemplate], { description: 'Figures that show it and are commonly asked for.' })
  figureTemplates(@Parent() entry: CatalogueEntryEntity): FigureTemplate[] {
    return this.commentary.figureTemplatesOf(entry.key)
  }
}

@Resolver(() => Specification)
export class SpecificationCommentaryResolver {
  constructor(private readonly commentary: CommentaryRepository) {}

  @ResolveField(() => [ContractEvent], { description: 'What happened in its contract year, in order.' })
  events(@Parent() specification: SpecificationEntity): ContractEvent[] {
    return this.commentary.events(specification.contractYear)
  }

  @ResolveField(() => [Payment], { description: 'The money of its contract year, by all the sources say of it.' })
  payments(@Parent() specification: SpecificationEntity): Payment[] {
    return this.commentary.payments(specification.contractYear)
  }
}

@Resolver(() => Indicator)
export class IndicatorCommentaryResolver {
  constructor(
    private readonly commentary: CommentaryRepository,
    private readonly loader: SpecificationLoader,
  ) {}

  @ResolveField(() => [ContractEvent], { description: 'What happened to it in its year.' })
  async events(@Parent() indicator: IndicatorEntity, @Context() context: object): Promise<ContractEvent[]> {
    const specification = await this.loader.specification(context, indicator.specificationId)
    return specification ? this.commentary.eventsOfIndicator(specification.contractYear, indicator.code) : []
  }

  @ResolveField(() => [Source], { description: 'The publications it rests on.' })
  async sources(@Parent() indicator: IndicatorEntity, @Context() context: object): Promise<Source[]> {
    const specification = await this.loader.specification(context, indicator.specificationId)
    return (specification?.sources ?? []).filter(({ key }) => indicator.sources.includes(key))
  }
}

@Resolver(() => ContractEvent)
export class ContractEventResolver {
  constructor(private readonly commentary: CommentaryRepository) {}

  @ResolveField(() => [Source], { description: 'The publications it rests on.' })
  sources(@Parent() event: commentary.ContractEvent): Source[] {
    return this.commentary.sources(event.sources)
  }
}

@Resolver(() => PaymentFigure)
export class PaymentFigureResolver {
  constructor(private readonly commentary: CommentaryRepository) {}

  @ResolveField(() => [Source], { description: 'The publications that say so; none where it is unsourced.' })
  sources(@Parent() figure: commentary.PaymentFigure): Source[] {
    return this.commentary.sources(figure.sources)
  }
}

@Resolver(() => PaymentDisagreement)
export class PaymentDisagreementResolver {
  constructor(private readonly commentary: CommentaryRepository) {}

  @ResolveField(() => [Source], { description: 'The publications that contradict each other.' })
  sources(@Parent() disagreement: commentary.Disagreement): Source[] {
    return this.commentary.sources(disagreement.sources)
  }
}

@Resolver(() => PublishedReading)
export class PublishedReadingResolver {
  constructor(private readonly commentary: CommentaryRepository) {}

  @ResolveField(() => Source, { description: 'Where it was published or reported.' })
  source(@Parent() reading: commentary.Reading): Source | undefined {
    return this.commentary.sources([reading.source])[0]
  }
}

@Resolver(() => FigureTemplate)
export class FigureTemplateResolver {
  constructor(private readonly commentary: CommentaryRepository) {}

  @ResolveField(() => [Source], { description: 'The publications the rule behind it rests on.' })
  sources(@Parent() template: commentary.FigureTemplate): Source[] {
    return this.commentary.sources(template.sources)
  }
}
