import { Injectable } from '@nestjs/common'
import { type ContractYear } from '../platform/day.js'
import { rowLoader } from '../platform/graphql/children-loader.js'
import { SpecificationRepository } from '../specification/specification.repository.js'

/** Which contract year is meant when none is named: asked once per request, however many networks. */
@Injectable()
export class ContractYearLoader {
  constructor(private readonly specifications: SpecificationRepository) {}

  /** The year asked for, or the one in force, or the catalogue's last. */
  async of(context: object, { contractYear }: { readonly contractYear?: ContractYear | null }): Promise<ContractYear> {
    if (contractYear) return contractYear
    const found = await this.current(context, 'current')
    if (!found) throw new Error('There is no current contract year')
    return found.year
  }

  private readonly current = rowLoader(
    async () => [{ year: await this.specifications.currentYear() }],
    () => 'current',
  )
}
