import { Injectable } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { type GraphQLError } from 'graphql'
import { InProcessGraphql } from '../../platform/graphql/in-process-graphql.js'
import { operation } from '../../platform/graphql/operation.js'
import { type InputProblem, RequestError, type RequestErrorCode } from '../../platform/request-error.js'
import { cookieOf, setCookie } from '../../platform/web/cookies.js'
import { Templates } from '../../platform/web/templates.js'
import { Glossary } from './glossary.js'
import { footerOf, navigationOf } from './navigation.js'
import { errorsOf, summaryOf } from './problems.js'
import { explainer } from './terms.js'
import { type FrameData, keyOf, roleName, type Visit, visitOf } from './visit.js'

const Frame = operation(import.meta.url, 'frame.page.graphql')

/** Remembers as which of their organisations somebody looks. */
const PLACE_COOKIE = 'headroom_place'

/** What a change came to: what the mutation answered, or what has to be put right, with all that a refusal says. */
export type Outcome<T> =
  { readonly done: T } | { readonly problems: readonly InputProblem[]; readonly refusal?: Readonly<Record<string, unknown>> }

/** What a page needs besides its own content. */
export interface PageModel {
  readonly title: string
  /** What has to be put right, in the order of the page; each leads to its field. */
  readonly problems?: readonly InputProblem[]
  readonly breadcrumbs?: readonly { readonly text: string; readonly href: string }[]
}

/** What every page does: find out who is here, ask and change things through the API, and answer with a template. */
@Injectable()
export class Pages {
  constructor(
    private readonly graphql: InProcessGraphql,
    private readonly templates: Templates,
    private readonly glossary: Glossary,
  ) {}

  /** Who is here. Errors: UNAUTHENTICATED, which takes them to sign in. */
  async visit(request: Request, response: Response): Promise<Visit> {
    const asked = request.query['organisation']
    const visit = visitOf(await this.ask<FrameData>(request, Frame), typeof asked === 'string' ? asked : cookieOf(request, PLACE_COOKIE))
    if (typeof asked === 'string' && keyOf(visit.place) === asked) setCookie(request, response, PLACE_COOKIE, asked)
    return visit
  }

  /** What a query answers. What somebody may not see of it is null. Errors: RequestError about the whole page; Error for any other reason. */
  async ask<T>(request: Request, query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, errors = [] } = await this.graphql.run(query, variables, request)
    for (const error of errors) {
      if (codeOf(error) === undefined) throw error.originalError ?? error
      if (codeOf(error) !== 'FORBIDDEN' || (error.path?.length ?? 0) <= 1) throw requestErrorOf(error)
    }
    return data as T
  }

  /** Runs a mutation. Refusals and unusable input are what the form has to show. Errors: as `ask`. */
  async change<T>(request: Request, mutation: string, input: object): Promise<Outcome<T>> {
    const { data, errors = [] } = await this.graphql.run(mutation, { input }, request)
    const [error] = errors
    if (error) {
      if (codeOf(error) === undefined) throw error.originalError ?? error
      const problems = error.extensions['problems'] as readonly InputProblem[] | undefined
      if (problems) return { problems }
      if (codeOf(error) === 'CONFLICT') return { problems: [{ field: '', message: error.message }] }
      throw requestErrorOf(error)
    }
    const result = Object.values(data ?? {})[0] as { message?: string; field?: string | null }
    if (typeof result.message !== 'string') return { done: result as T }
    return { problems: [{ field: result.field ?? '', message: result.message }], refusal: { ...result } }
  }

  /** Answers with a page in its frame. */
  async send<T extends PageModel>(request: Request, response: Response, visit: Visit, template: string, model: T): Promise<void> {
    const { problems = [] } = model
    if (problems.length > 0) response.status(422)
    const told = { problems: summaryOf(problems), errors: errorsOf(problems) }
    const explain = explainer(await this.glossary.terms(request))
    await this.templates.send(request, response, template, { ...model, ...told, explain, frame: frameOf(visit, request) })
  }
}

function codeOf(error: GraphQLError): RequestErrorCode | undefined {
  return error.extensions['code'] as RequestErrorCode | undefined
}

function requestErrorOf(error: GraphQLError): RequestError {
  return new RequestError(codeOf(error) ?? 'BAD_USER_INPUT', error.message)
}

function frameOf({ personName, place, places, isInvented, isNarrowed, clockNote }: Visit, request: Request) {
  return {
    personName,
    roleName: roleName(place.role),
    place,
    places: places.map((one) => ({
      text: one.networkName && one.networkName !== one.name ? `${one.name} (${one.networkName})` : one.name,
      role: roleName(one.role),
      href: `/?organisation=${keyOf(one)}`,
      current: one === place,
    })),
    navigation: navigationOf(place.role, request.path),
    footer: footerOf(place.role),
    isInvented,
    isNarrowed,
    clockNote,
  }
}
