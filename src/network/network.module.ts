import { Global, Module } from '@nestjs/common'
import { NodeModule } from '../platform/graphql/node.js'
import { BoardRepository } from './board.repository.js'
import { BoardResolver } from './board.resolver.js'
import { NetworkLoader } from './network.loader.js'
import { NetworkRepository } from './network.repository.js'
import { NetworkPracticeResolver, NetworkResolver } from './network.resolver.js'
import { PracticeRepository } from './practice.repository.js'

@Global()
@Module({
  imports: [NodeModule],
  providers: [
    NetworkRepository,
    BoardRepository,
    PracticeRepository,
    NetworkLoader,
    NetworkResolver,
    NetworkPracticeResolver,
    BoardResolver,
  ],
  exports: [NetworkRepository, BoardRepository, PracticeRepository, NetworkLoader],
})
export class NetworkModule {}
