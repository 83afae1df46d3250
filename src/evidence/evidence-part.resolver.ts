import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { GraphQLDateTimeISO } from 'graphql-scalars'
import { PersonLoader } from '../access/access.loader.js'
import { Person } from '../access/access.types.js'
import { type ChecklistItemEntity, type OccurrenceEntity } from '../checklist/checklist.entity.js'
import { ChecklistItem, Occurrence } from '../checklist/checklist.types.js'
import { type NetworkEntity } from '../network/network.entity.js'
import { Network } from '../network/network.types.js'
import { type Instant } from '../platform/day.js'
import { Allow } from '../platform/graphql/allow.js'
import { keyAfter, type Page, pageOf } from '../platform/graphql/page.js'
import { warnOfSmallFigure } from './domain/small-figure.js'
import { type EvidenceEntity } from './evidence.entity.js'
import { EvidenceArgs } from './evidence.inputs.js'
import { EvidenceLoader } from './evidence.loader.js'
import { Declaration, Evidence, EvidenceConnection, EvidenceFile, Figure } from './evidence.types.js'

@Resolver(() => EvidenceFile)
export class EvidenceFileResolver {
  @ResolveField(() => String, { description: 'Where to fetch it, with the same bearer token.' })
  url(@Parent() file: EvidenceFile): string {
    return `/files/${file.id}`
  }
}

@Resolver(() => Figure)
export class FigureResolver {
  @ResolveField(() => String, {
    nullable: true,
    description: 'What to look at before it is shown to others: that it may identify a patient. Null when nothing.',
  })
  warning(@Parent() figure: Figure): string | null {
    return warnOfSmallFigure(figure)
  }
}

@Resolver(() => Declaration)
export class DeclarationResolver {
  constructor(
    private readonly loader: EvidenceLoader,
    private readonly people: PersonLoader,
  ) {}

  @ResolveField(() => Person, { nullable: true, description: 'The clinical director whose declaration it is; null for an ICB’s own.' })
  director(@Parent() { directorId }: Declaration, @Context() context: object): Promise<Person | null> | null {
    return directorId === null ? null : this.people.person(context, directorId)
  }

  @ResolveField(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'When she confirmed here herself what was entered on her behalf.',
  })
  async confirmedAt(@Parent() { evidenceId }: Declaration, @Context() context: object): Promise<Instant | null> {
    return (await this.loader.confirmation(context, evidenceId))?.confirmedAt ?? null
  }
}

@Resolver(() => ChecklistItem)
export class ItemEvidenceResolver {
  constructor(private readonly loader: EvidenceLoader) {}

  @ResolveField(() => [Evidence], { nullable: true, description: 'Evidence recorded against this item, newest first.' })
  @Allow('evidence.read')
  evidence(@Parent() item: ChecklistItemEntity, @Context() context: object): Promise<EvidenceEntity[]> {
    return this.loader.ofItem(context, item.id)
  }
}

@Resolver(() => Occurrence)
export class OccurrenceEvidenceResolver {
  constructor(private readonly loader: EvidenceLoader) {}

  @ResolveField(() => [Evidence], { nullable: true, description: 'Evidence that serves this occurrence, newest first.' })
  @Allow('evidence.read')
  evidence(@Parent() occurrence: OccurrenceEntity, @Context() context: object): Promise<EvidenceEntity[]> {
    return this.loader.ofOccurrence(context, occurrence.id)
  }
}

@Resolver(() => Network)
export class NetworkEvidenceResolver {
  constructor(private readonly loader: EvidenceLoader) {}

  @ResolveField(() => EvidenceConnection, {
    nullable: true,
    description: 'All its evidence that was neither superseded nor withdrawn, newest first, to be used again.',
  })
  @Allow('evidence.read')
  async evidence(
    @Parent() network: NetworkEntity,
    @Args() { search, first, after }: EvidenceArgs,
    @Context() context: object,
  ): Promise<Page<EvidenceEntity>> {
    const list = ['evidence', network.odsCode, search ?? null]
    const key = keyAfter(after, list)
    const from = key ? ([String(key[0]), String(key[1])] as const) : null
    const rows = await this.loader.page(context, network.odsCode, { search: search ?? null, after: from, limit: first + 1 })
    return pageOf(
      rows.map(({ row }) => row),
      first,
      list,
      (row) => [row.receivedAt, row.id],
    )
  }

  @ResolveField(() => [Evidence], {
    nullable: true,
    description: 'Declarations entered on a clinical director’s behalf that she has not confirmed here herself, newest first.',
  })
  @Allow('evidence.read')
  unconfirmedDeclarations(@Parent() { odsCode }: NetworkEntity, @Context() context: object): Promise<EvidenceEntity[]> {
    return this.loader.unconfirmed(context, odsCode)
  }
}
