import { Global, Module } from '@nestjs/common'
import { FileAudience } from '../platform/files/file-audience.js'
import { ConfirmationService } from './confirmation.service.js'
import { DeclarationService } from './declaration.service.js'
import { EntryItemLoader } from './entry-item.loader.js'
import { EntryItemResolver } from './entry-item.resolver.js'
import { EvidenceCheckService } from './evidence-check.service.js'
import { EvidenceFileService } from './evidence-file.service.js'
import { EvidenceLinkService } from './evidence-link.service.js'
import { EvidenceMutationResolver } from './evidence-mutation.resolver.js'
import {
  DeclarationResolver,
  EvidenceFileResolver,
  FigureResolver,
  ItemEvidenceResolver,
  NetworkEvidenceResolver,
  OccurrenceEvidenceResolver,
} from './evidence-part.resolver.js'
import { EvidenceRecordRepository } from './evidence-record.repository.js'
import { EvidenceRecordingService } from './evidence-recording.service.js'
import { EvidenceLoader } from './evidence.loader.js'
import { EvidenceRepository } from './evidence.repository.js'
import { EvidenceResolver } from './evidence.resolver.js'
import { EvidenceService } from './evidence.service.js'

const resolvers = [
  EvidenceResolver,
  EvidenceFileResolver,
  FigureResolver,
  DeclarationResolver,
  ItemEvidenceResolver,
  OccurrenceEvidenceResolver,
  NetworkEvidenceResolver,
  EvidenceMutationResolver,
  EntryItemResolver,
]
const services = [
  EvidenceService,
  EvidenceLinkService,
  DeclarationService,
  ConfirmationService,
  EvidenceCheckService,
  EvidenceRecordingService,
]

@Global()
@Module({
  providers: [
    EvidenceRepository,
    EvidenceRecordRepository,
    EvidenceLoader,
    EntryItemLoader,
    ...services,
    ...resolvers,
    { provide: FileAudience, useClass: EvidenceFileService },
  ],
  exports: [
    EvidenceRepository,
    EvidenceRecordRepository,
    EvidenceLoader,
    EvidenceService,
    DeclarationService,
    ConfirmationService,
    FileAudience,
  ],
})
export class EvidenceModule {}
