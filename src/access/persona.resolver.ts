import { Query, Resolver } from '@nestjs/graphql'
import { Config } from '../platform/config.js'
import { AllowEverybody } from '../platform/graphql/allow.js'
import { AccessRepository } from './access.repository.js'
import { Viewer } from './access.types.js'

@Resolver(() => Viewer)
export class PersonaResolver {
  constructor(
    private readonly access: AccessRepository,
    private readonly config: Config,
  ) {}

  @Query(() => [Viewer], {
    description: 'The invented people one can sign in as. None but in a demonstration that is reached from its own machine only.',
  })
  @AllowEverybody()
  async personas(): Promise<Viewer[]> {
    if (this.config.mode !== 'demonstration' || !this.config.isLocal) return []
    const viewers = new Map<string, Viewer>()
    for (const { person, membership } of await this.access.personas()) {
      const viewer = viewers.get(person.id) ?? { person, memberships: [] }
      viewer.memberships.push(membership)
      viewers.set(person.id, viewer)
    }
    return [...viewers.values()]
  }
}
