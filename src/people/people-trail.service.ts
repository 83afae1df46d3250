import { Injectable } from '@nestjs/common'
import { PeopleTrail } from '../access/people-trail.js'
import { AdministrationService, type PeopleRecord } from './administration.service.js'

/** Tells what signing in does to people as everything else is told that is done to them. */
@Injectable()
export class PeopleTrailService extends PeopleTrail {
  constructor(private readonly administration: AdministrationService) {
    super()
  }

  /** What is no practice is in no network, and has a trail of its own. */
  record(organisationCode: string, record: PeopleRecord): Promise<void> {
    return this.administration.record({ code: organisationCode, kind: 'PRACTICE' }, record)
  }
}
