import { Module } from '@nestjs/common'
import { Pages } from './layout/pages.js'
import { ChecklistPage } from './checklist/checklist.page.js'
import { HomePage } from './home/home.page.js'
import { SignInPage } from './sign-in/sign-in.page.js'

/** Pages for people in a browser: clients of the API, like any other. */
@Module({
  controllers: [SignInPage, HomePage, ChecklistPage],
  providers: [Pages],
})
export class WebModule {}
