import { Global, Module } from '@nestjs/common'
import { NodeModule } from '../platform/graphql/node.js'
import { BoardRepository } from './board.repository.js'
import { BoardResolver } from './board.resolver.js'
import { MembershipRepository } from './membership.repository.js'
import { DirectorResolver, MembershipResolver } from './membership.resolver.js'
import { NetworkImporter } from './network.importer.js'
import { NetworkReach } from './network-reach.loader.js'
import { NetworkLoader } from './network.loader.js'
import { NetworkRepository } from './network.repository.js'
import { NetworkPracticeResolver, NetworkResolver } from './network.resolver.js'
import { OrganisationRepository } from './organisation.repository.js'
import { PracticeRepository } from './practice.repository.js'

const shared = [
  NetworkRepository,
  BoardRepository,
  PracticeRepository,
  MembershipRepository,
  OrganisationRepository,
  NetworkLoader,
  NetworkReach,
  NetworkImporter,
]

@Global()
@Module({
  imports: [NodeModule],
  providers: [...shared, NetworkResolver, NetworkPracticeResolver, BoardResolver, MembershipResolver, DirectorResolver],
  exports: shared,
})
export class NetworkModule {}
