import { type DynamicModule, Module } from '@nestjs/common'
import { AccessModule } from './access/access.module.js'
import './access/permission-table.js'
import { AuditModule } from './audit/audit.module.js'
import { ChecklistModule } from './checklist/checklist.module.js'
import { CrowdOutModule } from './crowd-out/crowd-out.module.js'
import { DecisionModule } from './decision/decision.module.js'
import { EvidenceModule } from './evidence/evidence.module.js'
import { NetworkModule } from './network/network.module.js'
import { FilesModule } from './platform/files/files.module.js'
import { GraphqlModule } from './platform/graphql/graphql.module.js'
import { PatientGuardModule } from './platform/patient-guard/patient-guard.module.js'
import { type Foundations, PlatformModule } from './platform/platform.module.js'
import { PagesModule } from './platform/web/pages.module.js'
import { PeopleModule } from './people/people.module.js'
import { PriorityModule } from './priority/priority.module.js'
import { PublicationModule } from './publication/publication.module.js'
import { ReleaseModule } from './release/release.module.js'
import { RequestModule } from './request/request.module.js'
import { SignInModule } from './sign-in/sign-in.module.js'
import { SpecificationModule } from './specification/specification.module.js'
import { StandingModule } from './standing/standing.module.js'
import { StatementModule } from './statement/statement.module.js'
import { WebModule } from './web/web.module.js'
import { WorkloadModule } from './workload/workload.module.js'

/** Everything, put together. */
@Module({})
export class AppModule {
  static on(foundations: Foundations): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.on(foundations),
        PatientGuardModule,
        FilesModule,
        GraphqlModule,
        PagesModule,
        AccessModule,
        SignInModule,
        AuditModule,
        SpecificationModule,
        NetworkModule,
        PeopleModule,
        ChecklistModule,
        EvidenceModule,
        PublicationModule,
        DecisionModule,
        StandingModule,
        PriorityModule,
        WorkloadModule,
        RequestModule,
        CrowdOutModule,
        StatementModule,
        ReleaseModule,
        WebModule,
      ],
    }
  }
}
