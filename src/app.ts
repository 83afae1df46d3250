import { ValidationPipe, type ValidationError } from '@nestjs/common'
import { HttpAdapterHost, NestFactory } from '@nestjs/core'
import { type NestExpressApplication } from '@nestjs/platform-express'
import { AppModule } from './app.module.js'
import { readerOf, writerOf } from './data-source.js'
import { Clock } from './platform/clock.js'
import { type Config } from './platform/config.js'
import { answerBadBodies } from './platform/graphql/bad-body.js'
import { ErrorFilter } from './platform/graphql/error.filter.js'
import { PUBLIC_BY_HTTPS } from './platform/web/cookies.js'
import { ErrorPage } from './platform/web/error-page.js'
import { setSecurityHeaders } from './platform/web/security-headers.js'
import { type InputProblem, RequestError } from './platform/request-error.js'

/** The largest GraphQL request. Files travel by the file route instead. */
const LARGEST_REQUEST = '1mb'

/** Opens the database, migrates it and puts the application together, without listening. */
export async function createApp(config: Config, clock: Clock = new Clock()): Promise<NestExpressApplication> {
  const writer = await writerOf(config).initialize()
  await writer.runMigrations()
  const reader = await readerOf(config).initialize()
  const app = await NestFactory.create<NestExpressApplication>(AppModule.on({ config, writer, reader, clock }), {
    logger: ['error', 'warn'],
    abortOnError: false,
    bodyParser: false,
  })
  // Or throttling would see the proxy before us, not who is behind it.
  app.set('trust proxy', config.trustedProxies)
  app.set(PUBLIC_BY_HTTPS, config.PUBLIC_URL?.startsWith('https:') ?? false)
  // Before anything else answers, so that what cannot be read is answered with them too.
  app.use(setSecurityHeaders)
  app.useBodyParser('json', { limit: LARGEST_REQUEST })
  app.use('/graphql', answerBadBodies)
  app.useGlobalPipes(new ValidationPipe({ transform: true, exceptionFactory: badInput }))
  app.useGlobalFilters(new ErrorFilter(app.get(HttpAdapterHost).httpAdapter, app.get(ErrorPage)))
  app.enableShutdownHooks()
  return app
}

function badInput(errors: ValidationError[]): RequestError {
  return RequestError.badInput(errors.flatMap((error) => problemsOf(error, '')))
}

function problemsOf(error: ValidationError, path: string): InputProblem[] {
  const field = path ? `${path}.${error.property}` : error.property
  const own = Object.values(error.constraints ?? {}).map((message) => ({ field, message: `${message}.` }))
  return [...own, ...(error.children ?? []).flatMap((child) => problemsOf(child, field))]
}
