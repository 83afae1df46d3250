import { Injectable } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { Personas } from '../access/personas.js'
import { SessionService } from '../access/session.service.js'
import { SignInDoor, type TypedSignIn } from '../platform/web/sign-in-door.js'
import { AddressThrottle } from './address-throttle.js'
import { LocalSignIn } from './local-sign-in.service.js'
import { ProviderVisit } from './provider-visit.service.js'

/** Lets people in by a browser, each by a session of its own. */
@Injectable()
export class Door extends SignInDoor {
  constructor(
    private readonly personas: Personas,
    private readonly local: LocalSignIn,
    private readonly throttle: AddressThrottle,
    private readonly visits: ProviderVisit,
    private readonly sessions: SessionService,
  ) {
    super()
  }

  async asPersona(personId: string, request: Request, response: Response): Promise<void> {
    const person = await this.personas.find(personId, request.headers.host)
    await this.sessions.start(person.id, 'PERSONA', request, response)
  }

  async withPassword(
    { email, password, code }: TypedSignIn,
    request: Request,
    response: Response,
  ): Promise<{ failedTries: number } | null> {
    await this.throttle.count(request)
    const found = await this.local.signIn(email, password, code)
    if (!found) return null
    await this.throttle.takeBack(request)
    await this.sessions.start(found.personId, 'PASSWORD', request, response)
    return { failedTries: found.failedTries }
  }

  afterProof(personId: string, request: Request, response: Response): Promise<void> {
    return this.sessions.start(personId, 'PASSWORD', request, response)
  }

  atProvider(errand: { next: string; invitation: string }, request: Request, response: Response): Promise<string | null> {
    return this.visits.begin(errand, { request, response })
  }

  async leave(request: Request, response: Response): Promise<string | null> {
    await this.sessions.end(request, response)
    return this.visits.over(request, response)
  }
}
