import { Global, Module } from '@nestjs/common'
import { NetworkRepository } from './network.repository.js'

@Global()
@Module({ providers: [NetworkRepository], exports: [NetworkRepository] })
export class NetworkModule {}
