import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type NetworkScope } from '../access/domain/scope.js'
import { WorkloadChangeService } from './workload-change.service.js'
import { WorkloadRecordRepository } from './workload-record.repository.js'
import { type RateItemResult } from './workload-result.types.js'
import { type RateItemInput } from './workload.inputs.js'

/** What items are worth to patients in the clinical director's eyes. */
@Injectable()
export class RatingService {
  constructor(
    private readonly changes: WorkloadChangeService,
    private readonly records: WorkloadRecordRepository,
  ) {}

  rate(scope: NetworkScope, input: RateItemInput): Promise<typeof RateItemResult> {
    const { itemId, rating: stars, reason } = input
    return this.changes.once<typeof RateItemResult>(scope, 'rateItem', input, async () => {
      const { networkCode, contractYear } = await this.changes.item(scope, itemId)
      const rating = { id: randomUUID(), itemId, rating: stars, reason, ...this.changes.recorded(scope) }
      await this.records.replaceRating(rating)
      await this.changes.trace(scope, networkCode, { action: 'workload.rate', subjectId: itemId, contractYear })
      return { kind: 'ItemRated', networkCode, rating }
    })
  }
}
