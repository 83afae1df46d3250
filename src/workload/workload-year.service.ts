import { Injectable } from '@nestjs/common'
import { Clock } from '../platform/clock.js'
import { type ContractYear, type Day } from '../platform/day.js'
import { SpecificationRepository } from '../specification/specification.repository.js'

/** Which contract year is meant, and what day it is. */
@Injectable()
export class WorkloadYearService {
  constructor(
    private readonly specifications: SpecificationRepository,
    private readonly clock: Clock,
  ) {}

  /** The year asked for, or the one in force. */
  async of({ contractYear }: { readonly contractYear?: ContractYear | null }): Promise<ContractYear> {
    return contractYear ?? (await this.specifications.currentYear())
  }

  today(): Day {
    return this.clock.today()
  }
}
