import { Injectable } from '@nestjs/common'
import { GraphQLSchemaHost } from '@nestjs/graphql'
import { type Request } from 'express'
import { type DocumentNode, execute, type ExecutionResult, parse, validate } from 'graphql'
import { type RequestContext } from './allow.js'
import { CallerResolver } from './caller-resolver.js'

/** Runs an operation inside the server, as the person whose request it is: what pages are made of. */
@Injectable()
export class InProcessGraphql {
  private readonly documents = new Map<string, DocumentNode>()

  constructor(
    private readonly host: GraphQLSchemaHost,
    private readonly callers: CallerResolver,
  ) {}

  /** Data and errors as a client would get them. Errors: Error when the operation does not fit the schema (a bug of the page). */
  async run(operation: string, variables: Record<string, unknown>, request: Request): Promise<ExecutionResult> {
    const contextValue: RequestContext = { caller: await this.callers.callerOf(request) }
    return execute({ schema: this.host.schema, document: this.documentOf(operation), variableValues: variables, contextValue })
  }

  private documentOf(operation: string): DocumentNode {
    const known = this.documents.get(operation)
    if (known) return known
    const document = parse(operation)
    const [problem] = validate(this.host.schema, document)
    if (problem) throw problem
    this.documents.set(operation, document)
    return document
  }
}
