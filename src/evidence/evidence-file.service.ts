import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { BoardRepository } from '../network/board.repository.js'
import { NetworkRepository } from '../network/network.repository.js'
import { FileAudience } from '../platform/files/file-audience.js'
import { type Caller } from '../platform/graphql/allow.js'
import { RequestError } from '../platform/request-error.js'
import { EvidenceRepository } from './evidence.repository.js'

/** Who may send files, and who may read those that belong to evidence. */
@Injectable()
export class EvidenceFileService extends FileAudience {
  constructor(
    private readonly evidence: EvidenceRepository,
    private readonly networks: NetworkRepository,
    private readonly boards: BoardRepository,
  ) {
    super()
  }

  async admit(caller: Caller, organisationCode: string): Promise<void> {
    if (!caller.may('evidence.record')) throw new RequestError('FORBIDDEN', 'Your role does not allow sending files.')
    const scope = caller.scopeOf('evidence.record') as NetworkScope
    if (await this.networks.network(scope, organisationCode)) return
    if (scope.own.includes(organisationCode) && (await this.boards.boards([organisationCode])).length > 0) return
    throw new RequestError('NOT_FOUND', 'There is no such organisation.')
  }

  async mayRead(caller: Caller, fileId: string): Promise<boolean> {
    return caller.may('evidence.read') && this.evidence.seesFile(caller.scopeOf('evidence.read') as NetworkScope, fileId)
  }
}
