import { Injectable } from '@nestjs/common'
import { type ContractYear } from '../platform/day.js'
import { type ReleasedMedian } from './domain/estimate.js'

/** A published median for a requirement (by permanent key) and one of the five staff groups; null where there is none. */
export type MedianOf = (key: string, staffGroup: string) => ReleasedMedian | null

/** Medians of the latest release bearing on a contract year. */
export type MedianSource = (contractYear: ContractYear) => Promise<MedianOf>

/** Medians of published releases. They are a later feature's, which gives them here when it starts; until then there are none. */
@Injectable()
export class ReleasedMediansService {
  private source: MedianSource = () => Promise.resolve(() => null)

  /** Registers where medians come from. There is one. */
  from(source: MedianSource): void {
    this.source = source
  }

  of(contractYear: ContractYear): Promise<MedianOf> {
    return this.source(contractYear)
  }
}
