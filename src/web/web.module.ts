import { Module } from '@nestjs/common'
import { ChecklistPage } from './checklist/checklist.page.js'
import { CrowdOutPage } from './crowd-out/crowd-out.page.js'
import { HomePage } from './home/home.page.js'
import { ConfirmPage } from './item/confirm.page.js'
import { DeclarePage } from './item/declare.page.js'
import { ItemPages } from './item/item-pages.js'
import { ItemPage } from './item/item.page.js'
import { ReusePage } from './item/reuse.page.js'
import { Forms } from './layout/forms.js'
import { Pages } from './layout/pages.js'
import { RequirementPage } from './requirement/requirement.page.js'
import { BulkReviewPage } from './review/bulk.page.js'
import { ReviewPage } from './review/review.page.js'
import { SignInPage } from './sign-in/sign-in.page.js'

/** Pages for people in a browser: clients of the API, like any other. */
@Module({
  controllers: [
    SignInPage,
    HomePage,
    ChecklistPage,
    CrowdOutPage,
    ItemPage,
    ReusePage,
    DeclarePage,
    ConfirmPage,
    ReviewPage,
    BulkReviewPage,
    RequirementPage,
  ],
  providers: [Pages, Forms, ItemPages],
})
export class WebModule {}
