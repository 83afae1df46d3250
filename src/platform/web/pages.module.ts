import { Global, type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common'
import { AssetsMiddleware } from './assets.middleware.js'
import { Assets } from './assets.js'
import { DraftRepository } from './draft.repository.js'
import { ErrorPage } from './error-page.js'
import { Templates } from './templates.js'

/** What pages are made with. */
@Global()
@Module({
  providers: [Assets, Templates, ErrorPage, DraftRepository],
  exports: [Assets, Templates, ErrorPage, DraftRepository],
})
export class PagesModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(AssetsMiddleware).forRoutes('assets/*path')
  }
}
