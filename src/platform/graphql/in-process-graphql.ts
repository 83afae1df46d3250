import { Injectable } from '@nestjs/common'
import { GraphQLSchemaHost } from '@nestjs/graphql'
import { type Request } from 'express'
import { type DocumentNode, execute, type ExecutionResult, parse, validate } from 'graphql'
import { type Caller, type RequestContext } from './allow.js'
import { RequestRate } from './request-rate.js'

/** Runs operations inside the server, as the person whose request it is: what pages are made of. */
@Injectable()
export class InProcessGraphql {
  private readonly documents = new Map<string, DocumentNode>()
  private readonly contexts = new WeakMap<Request, Promise<RequestContext>>()

  constructor(
    private readonly host: GraphQLSchemaHost,
    private readonly rate: RequestRate,
  ) {}

  /** Data and errors as a client would get them. Errors: Error when the operation does not fit the schema (a bug of the page). */
  async run(operation: string, variables: Record<string, unknown>, request: Request): Promise<ExecutionResult> {
    const contextValue = await this.contextOf(request)
    return execute({ schema: this.host.schema, document: this.documentOf(operation), variableValues: variables, contextValue })
  }

  /** Who is asking: found out once for a request. Errors: UNAUTHENTICATED, FORBIDDEN. */
  async callerOf(request: Request): Promise<Caller> {
    return (await this.contextOf(request)).caller
  }

  private contextOf(request: Request): Promise<RequestContext> {
    const known = this.contexts.get(request) ?? this.rate.contextOf(request)
    this.contexts.set(request, known)
    return known
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
