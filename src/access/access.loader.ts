import { Injectable } from '@nestjs/common'
import { rowLoader } from '../platform/graphql/children-loader.js'
import { AccessRepository } from './access.repository.js'

/** People by id, one query per request and field. */
@Injectable()
export class PersonLoader {
  constructor(private readonly access: AccessRepository) {}

  readonly person = rowLoader(
    (ids) => this.access.people(ids),
    (person) => person.id,
  )
}
