import { Injectable } from '@nestjs/common'
import { childrenLoader, rowLoader } from '../platform/graphql/children-loader.js'
import { CatalogueRepository } from './catalogue.repository.js'
import { SpecificationRepository } from './specification.repository.js'

/** Parts of the catalogue, one query per request and field. */
@Injectable()
export class SpecificationLoader {
  constructor(
    private readonly specifications: SpecificationRepository,
    private readonly catalogue: CatalogueRepository,
  ) {}

  readonly specification = rowLoader(
    (ids) => this.specifications.byIds(ids),
    (row) => row.id,
  )

  readonly requirement = rowLoader(
    (ids) => this.specifications.entries(ids),
    (entry) => entry.id,
  )

  readonly serviceArea = rowLoader(
    (ids) => this.specifications.serviceAreas(ids),
    (area) => area.id,
  )

  readonly areasOf = childrenLoader(
    (ids) => this.specifications.areasOfSpecifications(ids),
    (area) => area.specificationId,
  )

  readonly entriesOf = childrenLoader(
    (ids) => this.specifications.entriesOfAreas(ids),
    (entry) => entry.serviceAreaId,
  )

  readonly countsOf = childrenLoader(
    (ids) => this.specifications.countsOf(ids),
    (count) => count.specificationId,
  )

  /** The same duty in every edition, by permanent key. */
  readonly historyOf = childrenLoader(
    (keys) => this.catalogue.ofKeys(keys),
    (entry) => entry.key,
  )

  readonly indicatorsOf = childrenLoader(
    (ids) => this.specifications.indicatorsOf(ids),
    (indicator) => indicator.specificationId,
  )
}
