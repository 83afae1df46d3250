import { Query, Resolver } from '@nestjs/graphql'
import { Allow, type Caller, CurrentCaller } from '../platform/graphql/allow.js'
import { AccessService } from './access.service.js'
import { Viewer } from './access.types.js'

@Resolver(() => Viewer)
export class AccessResolver {
  constructor(private readonly access: AccessService) {}

  @Query(() => Viewer, { description: 'Who is calling, and what they are.' })
  @Allow('viewer.read')
  viewer(@CurrentCaller() caller: Caller): Promise<Viewer> {
    return this.access.viewerOf(caller)
  }
}
