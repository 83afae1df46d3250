import { Global, Module } from '@nestjs/common'
import { LetThroughRepository } from './let-through.repository.js'
import { LetThroughResolver } from './let-through.resolver.js'
import { LetThroughService } from './let-through.service.js'
import { PatientGuard } from './patient-guard.js'

/** Needs somebody to provide `FileAudience`, which knows whose organisation is whose. */
@Global()
@Module({ providers: [LetThroughRepository, PatientGuard, LetThroughService, LetThroughResolver], exports: [PatientGuard] })
export class PatientGuardModule {}
