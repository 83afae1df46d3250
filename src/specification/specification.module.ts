import { Module } from '@nestjs/common'
import { CatalogueRepository } from './catalogue.repository.js'
import { CatalogueResolver } from './catalogue.resolver.js'
import { CommentaryRepository } from './commentary.repository.js'
import {
  CatalogueEntryCommentaryResolver,
  ContractEventResolver,
  FigureTemplateResolver,
  IndicatorCommentaryResolver,
  PaymentFigureResolver,
  PaymentDisagreementResolver,
  PublishedReadingResolver,
  SpecificationCommentaryResolver,
} from './commentary.resolver.js'
import { SpecificationImporter } from './specification.importer.js'
import { SpecificationLoader } from './specification.loader.js'
import { SpecificationRepository } from './specification.repository.js'
import { CatalogueEntryResolver, ServiceAreaResolver, SpecificationResolver } from './specification.resolver.js'

@Module({
  providers: [
    SpecificationRepository,
    CatalogueRepository,
    CommentaryRepository,
    SpecificationLoader,
    SpecificationImporter,
    SpecificationResolver,
    ServiceAreaResolver,
    CatalogueEntryResolver,
    CatalogueResolver,
    CatalogueEntryCommentaryResolver,
    SpecificationCommentaryResolver,
    IndicatorCommentaryResolver,
    ContractEventResolver,
    PaymentFigureResolver,
    PaymentDisagreementResolver,
    PublishedReadingResolver,
    FigureTemplateResolver,
  ],
  exports: [SpecificationRepository, SpecificationLoader, SpecificationImporter],
})
export class SpecificationModule {}
