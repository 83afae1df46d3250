import { Injectable } from '@nestjs/common'
import { Config } from '../platform/config.js'
import { RequestError } from '../platform/request-error.js'
import { isLoopbackHost } from '../platform/sign-in-settings.js'
import { type PersonEntity } from './access.entity.js'
import { AccessRepository } from './access.repository.js'

/** The invented people of a demonstration, whom anybody may be who sits at its own machine. */
@Injectable()
export class Personas {
  constructor(
    private readonly access: AccessRepository,
    private readonly config: Config,
  ) {}

  /** Whether a request may choose one. `host` is what it asked for: another name for this machine is one that somebody elsewhere gave it. */
  areOffered(host: string | undefined): boolean {
    return this.config.mode === 'demonstration' && this.config.isLocal && isLoopbackHost(host)
  }

  /** One of them. Errors: NOT_FOUND. */
  async find(personId: string, host: string | undefined): Promise<PersonEntity> {
    if (!this.areOffered(host)) {
      throw new RequestError('NOT_FOUND', 'Invented people can sign in to a demonstration on its own machine only.')
    }
    const person = await this.access.person(personId)
    if (!person?.invented) throw new RequestError('NOT_FOUND', 'There is no such person.')
    return person
  }
}
