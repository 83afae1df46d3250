import { Query, Resolver } from '@nestjs/graphql'
import { Allow, Scope } from '../platform/graphql/allow.js'
import { RequestError } from '../platform/request-error.js'
import { AccessRepository } from './access.repository.js'
import { Viewer } from './access.types.js'
import { type NetworkScope } from './domain/scope.js'

@Resolver(() => Viewer)
export class AccessResolver {
  constructor(private readonly access: AccessRepository) {}

  @Query(() => Viewer, { description: 'Who is calling, and what they are.' })
  @Allow('viewer.read')
  async viewer(@Scope() scope: NetworkScope): Promise<Viewer> {
    const person = await this.access.person(scope.personId)
    if (!person) throw new RequestError('NOT_FOUND', 'There is no such person any more.')
    return { person, memberships: await this.access.membershipsOf(scope.personId) }
  }
}
