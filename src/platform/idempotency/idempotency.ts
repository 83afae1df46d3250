import { Injectable } from '@nestjs/common'
import { Clock } from '../clock.js'
import { Database } from '../database/database.js'
import { addDays, startOf } from '../day.js'
import { digestOf } from '../digest.js'
import { RequestError } from '../request-error.js'
import { IdempotencyKeyEntity } from './idempotency-key.entity.js'

/** How long an answer is kept for retries. */
const DAYS_KEPT = 30

/** The part every mutation's input shares. */
export interface Retryable {
  readonly idempotencyKey?: string | null
}

/** Makes a mutation safe to send again: the same caller, mutation and key get the first answer and change nothing. */
@Injectable()
export class Idempotency {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs `work` in a transaction, once per key. A refusal (a result with a `field`) rolls everything back and is not kept: it may be tried again.
   * Errors: CONFLICT when the key was used with other content.
   */
  async once<T extends { readonly kind: string }>(caller: string, mutation: string, input: Retryable, work: () => Promise<T>): Promise<T> {
    try {
      return await this.database.transaction(() => this.answer(caller, mutation, input, work))
    } catch (error) {
      if (error instanceof Refused) return error.refusal as T
      throw error
    }
  }

  private async answer<T extends { readonly kind: string }>(
    callerId: string,
    mutation: string,
    input: Retryable,
    work: () => Promise<T>,
  ): Promise<T> {
    const where = { callerId, mutation, key: input.idempotencyKey ?? '' }
    const digest = digestOf(input)
    if (where.key && !(await this.claim({ ...where, digest }))) return this.earlierAnswer<T>(where, digest)
    const result = await work()
    if ('field' in result) throw new Refused(result)
    if (where.key) await this.database.manager.update(IdempotencyKeyEntity, where, { result: result })
    return result
  }

  /** Takes the key, or finds that it is taken: on PostgreSQL this waits for a concurrent request with the same key. */
  private async claim(row: Pick<IdempotencyKeyEntity, 'callerId' | 'mutation' | 'key' | 'digest'>): Promise<boolean> {
    const { manager } = this.database
    const oldest = startOf(addDays(this.clock.today(), -DAYS_KEPT))
    await manager
      .createQueryBuilder()
      .delete()
      .from(IdempotencyKeyEntity)
      .where('"callerId" = :callerId and "createdAt" < :oldest', { callerId: row.callerId, oldest })
      .execute()
    const before = await manager.findOneBy(IdempotencyKeyEntity, { callerId: row.callerId, mutation: row.mutation, key: row.key })
    if (before) return false
    const values = { ...row, createdAt: this.clock.now() }
    await manager.createQueryBuilder().insert().into(IdempotencyKeyEntity).values(values).orIgnore().execute()
    const mine = await manager.findOneByOrFail(IdempotencyKeyEntity, { callerId: row.callerId, mutation: row.mutation, key: row.key })
    return mine.result === null && mine.digest === row.digest
  }

  private async earlierAnswer<T>(where: { callerId: string; mutation: string; key: string }, digest: string): Promise<T> {
    const row = await this.database.manager.findOneByOrFail(IdempotencyKeyEntity, where)
    if (row.digest !== digest) throw keyUsedBefore()
    return row.result as T
  }
}

/** The error of a key that comes again with other content. */
export function keyUsedBefore(): RequestError {
  return new RequestError('CONFLICT', 'This idempotency key was used before with other content.')
}

/** Carries a refusal out of a transaction, so that nothing of it remains. */
class Refused extends Error {
  constructor(readonly refusal: unknown) {
    super('refused')
  }
}
