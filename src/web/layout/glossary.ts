import { Injectable } from '@nestjs/common'
import { type Request } from 'express'
import { InProcessGraphql } from '../../platform/graphql/in-process-graphql.js'
import { operation } from '../../platform/graphql/operation.js'
import { type Term } from './terms.js'

const GlossaryDocument = operation(import.meta.url, '../glossary/glossary.page.graphql')

/** The words pages explain. They are the same for everybody and as long as the server runs: they are asked for once. */
@Injectable()
export class Glossary {
  private known: Promise<ReadonlyMap<string, Term>> | undefined

  constructor(private readonly graphql: InProcessGraphql) {}

  terms(request: Request): Promise<ReadonlyMap<string, Term>> {
    this.known ??= this.read(request)
    return this.known
  }

  private async read(request: Request): Promise<ReadonlyMap<string, Term>> {
    const { data, errors = [] } = await this.graphql.run(GlossaryDocument, {}, request)
    if (errors[0]) throw errors[0]
    const { glossary } = data as unknown as { glossary: readonly Term[] }
    return new Map(glossary.map((term) => [term.term, term]))
  }
}
