import { Module } from '@nestjs/common'
import { ChecklistPage } from './checklist/checklist.page.js'
import { HomePage } from './home/home.page.js'
import { ItemPages } from './item/item-pages.js'
import { ItemPage } from './item/item.page.js'
import { Forms } from './layout/forms.js'
import { Pages } from './layout/pages.js'
import { SignInPage } from './sign-in/sign-in.page.js'

/** Pages for people in a browser: clients of the API, like any other. */
@Module({
  controllers: [SignInPage, HomePage, ChecklistPage, ItemPage],
  providers: [Pages, Forms, ItemPages],
})
export class WebModule {}
