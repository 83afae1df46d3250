import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { Idempotency } from '../platform/idempotency/idempotency.js'
import { RequestError } from '../platform/request-error.js'
import { AdministrationService, lastAdministrator } from './administration.service.js'
import { type ErasePersonInput } from './people.inputs.js'
import { type ErasePersonResult } from './people-result.types.js'
import { PersonEndingService } from './person-ending.service.js'
import { PersonForgettingService } from './person-forgetting.service.js'
import { type PersonInReach, PersonReachService } from './person-reach.service.js'
import { nowhere } from './sign-in-reset.service.js'

/** Erases people: their name goes, and what they did stays. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly reach: PersonReachService,
    private readonly administration: AdministrationService,
    private readonly ending: PersonEndingService,
    private readonly forgetting: PersonForgettingService,
  ) {}

  /** Errors: NOT_FOUND when there is no such person. */
  erase(scope: NetworkScope, input: ErasePersonInput): Promise<typeof ErasePersonResult> {
    return this.idempotency.once<typeof ErasePersonResult>(scope.personId, 'erasePerson', input, async () => {
      const found = await this.reach.find(scope, input.personId)
      if (!found) throw new RequestError('NOT_FOUND', 'There is no such person.')
      const { person } = found
      if (person.erasedAt !== null) {
        return { kind: 'ErasedAlready', field: 'personId', message: `Their name and address were removed before, at ${person.erasedAt}.` }
      }
      const firstDay = await this.ending.endMemberships(scope, found)
      if (firstDay !== null) return lastAdministrator(firstDay)
      const erasedAt = await this.forgetting.forget(person)
      for (const organisation of placesOf(found)) {
        const subject = { subjectType: 'Person', subjectId: person.id, details: {} }
        await this.administration.record(organisation, { action: 'person.erase', actorId: scope.personId, ...subject })
      }
      return { kind: 'PersonErased', personId: person.id, erasedAt }
    })
  }
}

function placesOf({ administered }: PersonInReach) {
  return administered.length > 0 ? administered : [nowhere]
}
