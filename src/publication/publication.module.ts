import { Module } from '@nestjs/common'
import { CommissionerService } from './commissioner.service.js'
import { FigureMergeService } from './figure-merge.service.js'
import { MembershipMergeService } from './membership-merge.service.js'
import { PracticeMergeService } from './practice-merge.service.js'
import { PublicationMergeService } from './publication-merge.service.js'
import { PublicationImporter } from './publication.importer.js'
import { PublicationLoader } from './publication.loader.js'
import { PublicationRepository } from './publication.repository.js'
import { PublicationResolver } from './publication.resolver.js'
import { PublishedRepository } from './published.repository.js'
import { RegisterService } from './register.service.js'

@Module({
  providers: [
    PublicationRepository,
    RegisterService,
    MembershipMergeService,
    PracticeMergeService,
    FigureMergeService,
    CommissionerService,
    PublicationMergeService,
    PublicationImporter,
    PublishedRepository,
    PublicationLoader,
    PublicationResolver,
  ],
  exports: [PublicationImporter],
})
export class PublicationModule {}
