import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo'
import { Global, Module } from '@nestjs/common'
import { GraphQLModule } from '@nestjs/graphql'
import { type Request } from 'express'
import { enforcePermissions, type RequestContext } from './allow.js'
import { answerableError } from './answerable-error.js'
import { statusOf } from './error.filter.js'
import { InProcessGraphql } from './in-process-graphql.js'
import { cleanArguments } from './clean-arguments.js'
import { KnownDocuments } from './known-documents.js'
import { MOST_TOKENS, operationLimits } from './operation-limits.js'
import { RequestRate } from './request-rate.js'
import { Turns } from './turns.js'
import { PatientGuard } from '../patient-guard/patient-guard.js'
import { RequestError } from '../request-error.js'

/** Apollo Server over the schema the resolvers declare. Introspection is on: the schema is public, the data is not. */
@Global()
@Module({
  providers: [InProcessGraphql, RequestRate, Turns],
  exports: [InProcessGraphql, RequestRate, Turns],
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      inject: [RequestRate, PatientGuard, Turns],
      useFactory: (rate: RequestRate, guard: PatientGuard, turns: Turns) => ({
        path: '/graphql',
        autoSchemaFile: true,
        sortSchema: true,
        introspection: true,
        playground: false,
        graphiql: false,
        // Cache control would be asked at every single field, to say in the end that nothing may be cached: `security-headers.ts` says so.
        plugins: [ApolloServerPluginLandingPageDisabled(), ApolloServerPluginCacheControlDisabled(), operationLimits],
        parseOptions: { maxTokens: MOST_TOKENS },
        validationOptions: { maxErrors: 5 },
        documentStore: new KnownDocuments(),
        transformSchema: (schema) => cleanArguments(enforcePermissions(schema), guard),
        transformAutoSchemaFile: false,
        buildSchemaOptions: { numberScalarMode: 'integer' },
        includeStacktraceInErrorResponses: false,
        formatError: answerableError,
        context: ({ req }: { req: Request }): Promise<RequestContext> => contextOf(rate, turns, req),
      }),
    }),
  ],
})
export class GraphqlModule {}

/** Who is calling. An unknown token is the caller's mistake: without a status of its own the answer would say that it is ours. */
async function contextOf(rate: RequestRate, turns: Turns, request: Request): Promise<RequestContext> {
  try {
    const context = await rate.contextOf(request)
    if (context.caller.personId !== null && request.res) await turns.take(context.caller.personId, request.res)
    return context
  } catch (error) {
    if (error instanceof RequestError) error.extensions['http'] = { status: statusOf(error) }
    throw error
  }
}
