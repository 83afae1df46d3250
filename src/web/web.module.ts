import { Module } from '@nestjs/common'
import { ActingPage } from './acting/acting.page.js'
import { AccountPage } from './account/account.page.js'
import { TokenPage } from './account/token.page.js'
import { TrailCheckPage } from './audit-trail/trail-check.page.js'
import { TrailFilesPage } from './audit-trail/trail-files.page.js'
import { TrailPage } from './audit-trail/trail.page.js'
import { AuthenticatorPage } from './account/authenticator.page.js'
import { LocalAccountPages } from './account/local-account.js'
import { PasswordPage } from './account/password.page.js'
import { CataloguePage } from './catalogue/catalogue.page.js'
import { ComparePage } from './catalogue/compare.page.js'
import { EntryPage } from './catalogue/entry.page.js'
import { YearPage } from './catalogue/year.page.js'
import { ChecklistPage } from './checklist/checklist.page.js'
import { CrowdOutPage } from './crowd-out/crowd-out.page.js'
import { DisplacementLogPage } from './crowd-out/displacement-log.page.js'
import { FiguresPage } from './crowd-out/figures.page.js'
import { HandOverPage } from './hand-over/hand-over.page.js'
import { DirectorHome } from './home/director-home.js'
import { DirectorPage } from './home/director.page.js'
import { HomePage } from './home/home.page.js'
import { LmcCoveragePage } from './home/operator-home.page.js'
import { OtherHomes } from './home/other-homes.js'
import { GlossaryPage } from './glossary/glossary.page.js'
import { GraphiqlPage } from './graphiql/graphiql.page.js'
import { ConfirmPage } from './item/confirm.page.js'
import { CorrectPage } from './item/correct.page.js'
import { DeclarePage } from './item/declare.page.js'
import { ItemActionsPage } from './item/item-actions.page.js'
import { ItemPages } from './item/item-pages.js'
import { ItemPage } from './item/item.page.js'
import { ReusePage } from './item/reuse.page.js'
import { SayPage } from './item/say.page.js'
import { InvitationPage } from './invitation/invitation.page.js'
import { Forms } from './layout/forms.js'
import { Frameless } from './layout/frameless.js'
import { Glossary } from './layout/glossary.js'
import { Pages } from './layout/pages.js'
import { NumberPage } from './number/number.page.js'
import { OwnersPage } from './owners/owners.page.js'
import { PermissionsPage } from './permissions/permissions.page.js'
import { InvitePage } from './people/invite.page.js'
import { MemberPage } from './people/member.page.js'
import { MemberPages } from './people/member-pages.js'
import { PeoplePage } from './people/people.page.js'
import { PrioritiesPage } from './priorities/priorities.page.js'
import { PriorityFormPage } from './priorities/priority-form.page.js'
import { PriorityPage } from './priorities/priority.page.js'
import { PicturePage } from './picture/picture.page.js'
import { Recording } from './requests/recording.js'
import { RequestPages } from './requests/request-pages.js'
import { RequestPage } from './requests/request.page.js'
import { RequestsPage } from './requests/requests.page.js'
import { WordingsPage } from './requests/wordings.page.js'
import { RequirementPage } from './requirement/requirement.page.js'
import { RequirementsPage } from './requirement/requirements.page.js'
import { BulkReviewPage } from './review/bulk.page.js'
import { ReviewPage } from './review/review.page.js'
import { SignInNotesPage } from './sign-in/sign-in-notes.page.js'
import { SignOutPage } from './sign-in/sign-out.page.js'
import { SignInPage } from './sign-in/sign-in.page.js'
import { CapacityPage } from './time/capacity.page.js'
import { EstimatePage } from './time/estimate.page.js'
import { EstimatesPage } from './time/estimates.page.js'
import { TimeFilePage } from './time/file.page.js'
import { LogPage } from './time/log.page.js'
import { StartPage } from './time/start.page.js'
import { TimePage } from './time/time.page.js'
import { PublishedPage } from './statement/published.page.js'
import { StatementPage } from './statement/statement.page.js'

/** Pages for people in a browser: clients of the API, like any other. */
@Module({
  controllers: [
    ...[SignInPage, SignInNotesPage, SignOutPage, InvitationPage],
    ...[PasswordPage, AuthenticatorPage],
    AccountPage,
    ActingPage,
    TokenPage,
    PermissionsPage,
    HomePage,
    ChecklistPage,
    OwnersPage,
    NumberPage,
    CrowdOutPage,
    FiguresPage,
    DisplacementLogPage,
    PicturePage,
    DirectorPage,
    ItemPage,
    ItemActionsPage,
    SayPage,
    CorrectPage,
    ReusePage,
    DeclarePage,
    ConfirmPage,
    ReviewPage,
    BulkReviewPage,
    RequirementPage,
    RequirementsPage,
    StatementPage,
    PublishedPage,
    // Addresses of the first two could be a request's, so they come before it.
    ...[WordingsPage, RequestsPage, RequestPage],
    LmcCoveragePage,
    ...[InvitePage, PeoplePage, MemberPage, HandOverPage],
    ...[PrioritiesPage, PriorityFormPage, PriorityPage],
    ...[StartPage, CapacityPage, EstimatesPage, EstimatePage, LogPage, TimeFilePage, TimePage],
    // The first two have addresses the others could take for a year or a code.
    ...[ComparePage, YearPage, EntryPage, CataloguePage],
    ...[TrailCheckPage, TrailFilesPage, TrailPage],
    GlossaryPage,
    GraphiqlPage,
  ],
  providers: [
    Pages,
    Frameless,
    LocalAccountPages,
    Forms,
    Glossary,
    ItemPages,
    DirectorHome,
    OtherHomes,
    RequestPages,
    Recording,
    MemberPages,
  ],
})
export class WebModule {}
