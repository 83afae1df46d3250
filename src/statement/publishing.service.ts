import { Injectable } from '@nestjs/common'
import { createHash, randomUUID } from 'node:crypto'
import { type NetworkScope } from '../access/domain/scope.js'
import { NetworkRepository } from '../network/network.repository.js'
import { AuditLog } from '../platform/audit-log/audit-log.js'
import { Clock } from '../platform/clock.js'
import { Idempotency } from '../platform/idempotency/idempotency.js'
import { RequestError } from '../platform/request-error.js'
import { type PublishStatementInput, type WithdrawStatementInput } from './statement.inputs.js'
import { StatementRepository } from './statement.repository.js'
import { type Statement, type PublishStatementResult, type WithdrawStatementResult } from './statement.types.js'

/** Puts a statement together, inside the transaction that stores it. */
export type Composed = (network: { readonly odsCode: string; readonly name: string }) => Promise<Statement>

/** Publishes statements and takes them back. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly statements: StatementRepository,
    private readonly networks: NetworkRepository,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Errors: NOT_FOUND for a network that is not in scope. */
  publish(scope: NetworkScope, input: PublishStatementInput, compose: Composed): Promise<typeof PublishStatementResult> {
    return this.idempotency.once<typeof PublishStatementResult>(scope.personId, 'publishStatement', input, async () => {
      const network = await this.networks.network(scope, input.networkCode)
      if (!network) throw new RequestError('NOT_FOUND', 'There is no such network.')
      const { text, ...content } = await compose(network)
      if (content.displacedMinutes === null) {
        const message = 'Enter the time of at least one staff group for all twelve months first: until then there is nothing to state.'
        return { kind: 'NothingToState', field: 'contractYear', message }
      }
      const { contractYear, asOf } = content
      const statement = {
        id: randomUUID(),
        networkCode: network.odsCode,
        contractYear,
        asOf,
        content,
        text,
        digest: createHash('sha256').update(text).digest('hex'),
      }
      const readers = { toCommissioners: input.readers.includes('COMMISSIONERS'), toLmcs: input.readers.includes('LMCS') }
      await this.statements.add({ ...statement, ...readers, recordedBy: scope.personId, recordedAt: this.clock.now() })
      await this.trace(scope, 'statement.publish', statement)
      return { kind: 'StatementPublished', statementId: statement.id }
    })
  }

  /** Errors: NOT_FOUND for a statement that is not in scope. */
  withdraw(scope: NetworkScope, input: WithdrawStatementInput): Promise<typeof WithdrawStatementResult> {
    return this.idempotency.once<typeof WithdrawStatementResult>(scope.personId, 'withdrawStatement', input, async () => {
      const statement = await this.statements.statement(scope, input.statementId)
      if (!statement) throw new RequestError('NOT_FOUND', 'There is no such statement.')
      if (statement.withdrawnAt !== null) {
        return { kind: 'StatementWithdrawnBefore', field: 'statementId', message: 'It was withdrawn before.' }
      }
      const { statementId, reason } = input
      await this.statements.withdraw({ id: randomUUID(), statementId, reason, recordedBy: scope.personId, recordedAt: this.clock.now() })
      await this.trace(scope, 'statement.withdraw', statement)
      return { kind: 'StatementWithdrawn', statementId }
    })
  }

  private trace(
    { personId: actorId }: NetworkScope,
    action: string,
    {
      id: subjectId,
      networkCode: organisationCode,
      digest,
      contractYear,
    }: Record<'id' | 'networkCode' | 'digest' | 'contractYear', string>,
  ): Promise<void> {
    return this.audit.record({ action, actorId, organisationCode, subjectType: 'Statement', subjectId, details: { digest, contractYear } })
  }
}
