import { Field, ID, Int, ObjectType } from '@nestjs/graphql'
import { GraphQLDateTimeISO, GraphQLLocalDate, GraphQLSafeInt } from 'graphql-scalars'
import { RoleName } from '../access/access.types.js'
import { type Role } from '../access/domain/permission.js'
import { type Day, type Instant } from '../platform/day.js'
import { patientSearches, type PatientSearch } from '../platform/files/patient-search.js'
import { enumOf } from '../platform/graphql/enum.js'
import { Node } from '../platform/graphql/node.js'
import { connectionOf } from '../platform/graphql/page.js'
import * as domain from './domain/evidence-kind.js'

export const EvidenceKindEnum = enumOf(
  'EvidenceKind',
  domain.evidenceKinds,
  'What a piece of evidence is. Every piece may have a note besides.',
)
export const EvidenceStatusEnum = enumOf(
  'EvidenceStatus',
  domain.evidenceStatuses,
  'STANDS; SUPERSEDED by a correction; WITHDRAWN with a reason; LAPSED since the day it says.',
)
const PatientSearchEnum = enumOf(
  'PatientSearch',
  patientSearches,
  'SEARCHED: all of its text was searched for NHS numbers. CONFIRMED: it cannot be searched, and whoever sent it confirmed that no patient can be identified in it.',
)
const EvidenceEndKindEnum = enumOf('EvidenceEndKind', domain.evidenceEndKinds, 'Whether a correction took its place, or it was taken back.')
export const FigureTrustEnum = enumOf(
  'FigureTrust',
  domain.figureTrusts,
  'How far a figure can be trusted: the own count, a search by the system supplier, the Calculating Quality Reporting Service, or a publication.',
)

@ObjectType({ description: 'A figure as evidence.' })
export class Figure {
  @Field(() => GraphQLSafeInt, { description: 'What was counted.' })
  numerator!: number

  @Field(() => GraphQLSafeInt, { nullable: true, description: 'Out of how many; null for a plain count.' })
  denominator!: number | null

  @Field(() => String, { description: 'Where it comes from.' })
  source!: string

  @Field(() => FigureTrustEnum)
  trust!: domain.FigureTrust
}

@ObjectType({ description: 'What was declared of one requirement.' })
export class DeclaredStatement {
  @Field(() => String, { description: 'Code of the requirement in its year.' })
  requirementCode!: string

  @Field(() => String, { nullable: true, description: 'The clause, where a source states it.' })
  paragraph!: string | null

  @Field(() => String, { description: 'The wording as it was shown.' })
  wording!: string
}

@ObjectType({ description: 'How a clinical director said yes to what somebody else entered for her.' })
export class DirectorsConfirmation {
  @Field(() => String, { description: 'How she confirmed it.' })
  confirmedHow!: string

  @Field(() => GraphQLLocalDate, { description: 'The day she did.' })
  confirmedOn!: Day
}

@ObjectType({ description: 'A declaration: the wording, the clause, by whom. The evidence says on which day and for whom.' })
export class Declaration {
  evidenceId!: string
  directorId!: string | null

  @Field(() => [DeclaredStatement], { description: 'One for each requirement it is about.' })
  statements!: readonly DeclaredStatement[]

  @Field(() => RoleName, { description: 'What whoever entered it is.' })
  role!: Role

  @Field(() => DirectorsConfirmation, { nullable: true, description: 'When entered on her behalf; null when she declared herself.' })
  onBehalf!: DirectorsConfirmation | null
}

@ObjectType({ description: 'Why a piece of evidence no longer stands.' })
export class EvidenceEnd {
  @Field(() => EvidenceEndKindEnum)
  kind!: domain.EvidenceEndKind

  @Field(() => String)
  reason!: string

  @Field(() => GraphQLDateTimeISO)
  endedAt!: Instant
}

@ObjectType({ description: 'A file of a piece of evidence.' })
export class EvidenceFile {
  @Field(() => ID)
  id!: string

  @Field(() => String)
  name!: string

  @Field(() => String)
  mediaType!: string

  @Field(() => Int, { description: 'Its size.' })
  bytes!: number

  @Field(() => PatientSearchEnum, { description: 'How it was kept free of patients.' })
  patientSearch!: PatientSearch
}

@ObjectType({
  description: 'Something an organisation can show. Never edited or deleted: a correction supersedes it, a withdrawal keeps its reason.',
  implements: () => [Node],
})
export class Evidence extends Node {
  ownerCode!: string
  recordedBy!: string
  supersedesId!: string | null

  @Field(() => EvidenceKindEnum)
  kind!: domain.EvidenceKind

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day it happened; null when it covers a period.' })
  happenedOn!: Day | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'First day of the period it covers.' })
  coversFrom!: Day | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Last day of the period it covers.' })
  coversTo!: Day | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The first day on which it no longer stands; null when it never lapses.' })
  lapsesOn!: Day | null

  @Field(() => GraphQLDateTimeISO, { description: 'When it was recorded.' })
  receivedAt!: Instant

  @Field(() => String, { description: 'Empty when there is none.' })
  note!: string

  @Field(() => String, { nullable: true })
  link!: string | null

  @Field(() => Figure, { nullable: true })
  figure!: Figure | null

  @Field(() => [String], { description: 'Practices it speaks for; empty when it is for the organisation as a whole.' })
  practiceCodes!: readonly string[]

  @Field(() => String, { description: 'SHA-256 of all it says and of its files. Decisions bind to it.' })
  digest!: string
}

export const EvidenceConnection = connectionOf(Evidence, 'Evidence')
