import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { Idempotency } from '../platform/idempotency/idempotency.js'
import { RequestError } from '../platform/request-error.js'
import { type Organisation } from './administered.repository.js'
import { AdministrationService } from './administration.service.js'
import { ENGLAND } from './domain/organisation.js'
import { OneTimeLinkService } from './one-time-link.service.js'
import { type ResetSignInInput } from './people.inputs.js'
import { type ResetSignInResult } from './people-result.types.js'
import { PersonReachService } from './person-reach.service.js'

/** Where it is said what was done to somebody who is in no organisation. */
export const nowhere: Pick<Organisation, 'code' | 'kind'> = { code: ENGLAND, kind: 'ENGLAND' }

/** Gives somebody who lost a password or a telephone a link to set up anew how they sign in. */
@Injectable()
export class SignInResetService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly reach: PersonReachService,
    private readonly administration: AdministrationService,
    private readonly links: OneTimeLinkService,
  ) {}

  /**
   * Makes the link: for who administers every organisation the person is in, for whoever has the link can become that person. Nobody makes their
   * own: who has got into a browser of theirs could. Errors: NOT_FOUND when the person is in no organisation the caller administers.
   */
  async reset(scope: NetworkScope, input: ResetSignInInput): Promise<typeof ResetSignInResult> {
    let path: string | null = null
    const result = await this.idempotency.once(scope.personId, 'resetSignIn', input, async () => {
      const found = await this.reach.find(scope, input.personId)
      if (!found || found.person.erasedAt !== null)
        throw new RequestError('NOT_FOUND', 'There is no such person in an organisation you administer.')
      const { person, administered } = found
      if (person.id === scope.personId) return notForOneself
      if (!found.isWhole) return belongsElsewhere
      const createdBy = scope.personId || null
      const what = { role: null, organisationCode: null, startsOn: null, endsOn: null, createdBy }
      const made = await this.links.make({ kind: 'RESET', personId: person.id, email: person.email ?? '', name: person.name, ...what })
      path = made.path
      const { id: invitationId, expiresAt } = made.invitation
      const subject = { subjectType: 'Person', subjectId: person.id, details: { invitationId } }
      for (const organisation of administered.length > 0 ? administered : [nowhere]) {
        await this.administration.record(organisation, { action: 'signIn.reset', actorId: createdBy, ...subject })
      }
      return { kind: 'SignInReset' as const, invitationId, personId: person.id, expiresAt }
    })
    if (result.kind !== 'SignInReset') return result
    return { ...result, path: path ?? (await this.links.again(result.invitationId)) }
  }
}

const belongsElsewhere = {
  kind: 'BelongsElsewhere' as const,
  field: 'personId',
  message: 'This person also belongs to an organisation you do not administer. Only whoever runs this server can give them a link.',
}

const notForOneself = {
  kind: 'NotForOneself' as const,
  field: 'personId',
  message: 'Ask another administrator, or whoever runs this server: nobody makes this link for themselves.',
}
