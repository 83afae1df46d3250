import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo'
import { Global, Module } from '@nestjs/common'
import { GraphQLModule } from '@nestjs/graphql'
import { type Request } from 'express'
import { enforcePermissions, type RequestContext } from './allow.js'
import { CallerResolver } from './caller-resolver.js'
import { answerableError } from './answerable-error.js'
import { InProcessGraphql } from './in-process-graphql.js'

/** Apollo Server over the schema the resolvers declare. Introspection is on: the schema is public, the data is not. */
@Global()
@Module({
  providers: [InProcessGraphql],
  exports: [InProcessGraphql],
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      inject: [CallerResolver],
      useFactory: (callers: CallerResolver) => ({
        path: '/graphql',
        autoSchemaFile: true,
        sortSchema: true,
        introspection: true,
        playground: false,
        graphiql: false,
        // Cache control would be asked at every single field, to say in the end that nothing may be cached: `security-headers.ts` says so.
        plugins: [ApolloServerPluginLandingPageDisabled(), ApolloServerPluginCacheControlDisabled()],
        transformSchema: enforcePermissions,
        transformAutoSchemaFile: false,
        buildSchemaOptions: { numberScalarMode: 'integer' },
        includeStacktraceInErrorResponses: false,
        formatError: answerableError,
        context: async ({ req }: { req: Request }): Promise<RequestContext> => ({ caller: await callers.callerOf(req) }),
      }),
    }),
  ],
})
export class GraphqlModule {}
