import { Module } from '@nestjs/common'
import { SpecificationImporter } from './specification.importer.js'
import { SpecificationLoader } from './specification.loader.js'
import { SpecificationRepository } from './specification.repository.js'
import { CatalogueEntryResolver, ServiceAreaResolver, SpecificationResolver } from './specification.resolver.js'

@Module({
  providers: [
    SpecificationRepository,
    SpecificationLoader,
    SpecificationImporter,
    SpecificationResolver,
    ServiceAreaResolver,
    CatalogueEntryResolver,
  ],
  exports: [SpecificationRepository, SpecificationLoader, SpecificationImporter],
})
export class SpecificationModule {}
