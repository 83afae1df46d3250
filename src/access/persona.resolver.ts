import { Context, Query, Resolver } from '@nestjs/graphql'
import { AllowEverybody, type RequestContext } from '../platform/graphql/allow.js'
import { AccessRepository } from './access.repository.js'
import { Viewer } from './access.types.js'
import { Personas } from './personas.js'

@Resolver(() => Viewer)
export class PersonaResolver {
  constructor(
    private readonly access: AccessRepository,
    private readonly offered: Personas,
  ) {}

  @Query(() => [Viewer], {
    description: 'The invented people one can sign in as. None but in a demonstration that is reached from its own machine only.',
  })
  @AllowEverybody()
  async personas(@Context() { host }: RequestContext): Promise<Viewer[]> {
    if (!this.offered.areOffered(host)) return []
    const viewers = new Map<string, Viewer>()
    for (const { person, membership } of await this.access.personas()) {
      const viewer = viewers.get(person.id) ?? { person, memberships: [] }
      viewer.memberships.push(membership)
      viewers.set(person.id, viewer)
    }
    return [...viewers.values()]
  }
}
