import { Global, Module } from '@nestjs/common'
import { LinkMaker } from '../access/link-maker.js'
import { PeopleTrail } from '../access/people-trail.js'
import { AdministeredRepository } from './administered.repository.js'
import { AdministrationService } from './administration.service.js'
import { ErasureService } from './erasure.service.js'
import { InvitationRules } from './invitation-rules.service.js'
import { InvitationService } from './invitation.service.js'
import { LinkMakerService } from './link-maker.service.js'
import { LinkWithdrawalService } from './link-withdrawal.service.js'
import { MembershipChangeService } from './membership-change.service.js'
import { MembershipService } from './membership.service.js'
import { OneTimeLinkService } from './one-time-link.service.js'
import { PeopleLoader } from './people.loader.js'
import { MemberInvitedResolver, PeopleMutationResolver } from './people-mutation.resolver.js'
import { PeopleRepository } from './people.repository.js'
import { InvitationFieldsResolver, MembershipFieldsResolver, PeopleResolver } from './people.resolver.js'
import { PeopleTrailService } from './people-trail.service.js'
import { PersonEndingService } from './person-ending.service.js'
import { PersonForgettingService } from './person-forgetting.service.js'
import { PersonReachService } from './person-reach.service.js'
import { SignInResetService } from './sign-in-reset.service.js'

/** Who is what in which organisation: inviting, changing, ending. */
@Global()
@Module({
  providers: [
    ...[AdministeredRepository, PeopleRepository, PeopleLoader],
    ...[AdministrationService, InvitationRules, OneTimeLinkService, LinkWithdrawalService, InvitationService],
    ...[MembershipChangeService, MembershipService, PersonReachService, SignInResetService],
    { provide: PeopleTrail, useClass: PeopleTrailService },
    { provide: LinkMaker, useClass: LinkMakerService },
    ...[PersonEndingService, PersonForgettingService, ErasureService],
    ...[PeopleResolver, MembershipFieldsResolver, InvitationFieldsResolver, PeopleMutationResolver, MemberInvitedResolver],
  ],
  exports: [InvitationService, SignInResetService, PeopleTrail, LinkMaker],
})
export class PeopleModule {}
