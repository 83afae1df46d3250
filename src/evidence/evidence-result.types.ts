import { Field, ID, ObjectType } from '@nestjs/graphql'
import { GraphQLLocalDate } from 'graphql-scalars'
import { type Day } from '../platform/day.js'
import { type Answer, Refusal, resultOf } from '../platform/graphql/refusal.js'
import { Evidence } from './evidence.types.js'

/** What every mutation on one piece of evidence answers with. */
@ObjectType({ isAbstract: true })
abstract class EvidenceAnswer implements Answer {
  readonly kind!: string

  @Field(() => Evidence, { description: 'The evidence, as it is now.' })
  readonly evidence!: Evidence
}

/** The answers are one class each, so that a retry answers what the first call did. */
@ObjectType({ description: 'Evidence was recorded.' })
export class EvidenceRecorded extends EvidenceAnswer {}

@ObjectType({ description: 'A correction took the place of a piece of evidence. `evidence` is the correction.' })
export class EvidenceSuperseded extends EvidenceAnswer {}

@ObjectType({ description: 'A piece of evidence was taken back.' })
export class EvidenceWithdrawn extends EvidenceAnswer {}

@ObjectType({ description: 'A piece of evidence now serves these occurrences too.' })
export class EvidenceLinked extends EvidenceAnswer {}

@ObjectType({ description: 'A piece of evidence no longer serves these occurrences.' })
export class EvidenceUnlinked extends EvidenceAnswer {}

@ObjectType({ description: 'A declaration was made.' })
export class DeclarationMade extends EvidenceAnswer {}

@ObjectType({ description: 'The clinical director confirmed a declaration made on her behalf.' })
export class DeclarationConfirmed extends EvidenceAnswer {}

@ObjectType({ description: 'A practice’s part was confirmed.' })
export class PracticeConfirmed extends EvidenceAnswer {}

@ObjectType({ implements: () => [Refusal], description: 'Neither a day nor a whole period was given, or both.' })
export class EvidenceUndated extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'The period ends before it starts.' })
export class EvidencePeriodBackwards extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'The day has not come.' })
export class EvidenceInFuture extends Refusal {
  @Field(() => GraphQLLocalDate, { description: 'The latest day that can be given: today.' })
  readonly latestDay!: Day
}

@ObjectType({ implements: () => [Refusal], description: 'It would lapse before the end of what it is about.' })
export class EvidenceLapsesBeforeItHappened extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'There is no file, link, figure or note.' })
export class EvidenceEmpty extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'It could never count for one of the occurrences, by its day or period.' })
export class EvidenceOutsideWindow extends Refusal {
  @Field(() => ID)
  readonly occurrenceId!: string

  @Field(() => GraphQLLocalDate, { description: 'First day whose evidence counts.' })
  readonly countsFrom!: Day

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Last day whose evidence counts; null where a late act still counts.' })
  readonly countsTo!: Day | null
}

@ObjectType({ implements: () => [Refusal], description: 'One of the occurrences is asked of every practice, and none is named.' })
export class EvidenceNamesNoPractice extends Refusal {
  @Field(() => ID)
  readonly occurrenceId!: string
}

@ObjectType({ implements: () => [Refusal], description: 'A practice named is not in the network and never was.' })
export class PracticeNotAMember extends Refusal {
  @Field(() => [String])
  readonly practiceCodes!: readonly string[]
}

@ObjectType({ implements: () => [Refusal], description: 'Practice staff speak for their own practice only, and have to name it.' })
export class PracticeNotYours extends Refusal {
  @Field(() => [String], { description: 'The practices that are not yours; empty when none was named.' })
  readonly practiceCodes!: readonly string[]
}

@ObjectType({ implements: () => [Refusal], description: 'The occurrences belong to more than one organisation.' })
export class DifferentOrganisations extends Refusal {
  @Field(() => [String])
  readonly organisationCodes!: readonly string[]
}

@ObjectType({
  implements: () => [Refusal],
  description: 'A file is not an upload of yours for this organisation, or is part of other evidence.',
})
export class FileUnknown extends Refusal {
  @Field(() => [ID], { description: 'Files given, of which at least one is not known.' })
  readonly fileIds!: readonly string[]
}

@ObjectType({ implements: () => [Refusal], description: 'It was superseded or withdrawn before.' })
export class EvidenceAlreadyEnded extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'A declaration or confirmation is not corrected: it is withdrawn and made again.' })
export class EvidenceNotCorrectable extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'It does not serve one of the occurrences.' })
export class EvidenceNotLinked extends Refusal {
  @Field(() => [ID])
  readonly occurrenceIds!: readonly string[]
}

@ObjectType({ implements: () => [Refusal], description: 'A declaration shows only what its wording says.' })
export class DeclarationSaysOtherwise extends Refusal {
  @Field(() => [String], { description: 'Codes of the requirements it does not declare.' })
  readonly requirementCodes!: readonly string[]
}

@ObjectType({ implements: () => [Refusal], description: 'A declaration is the clinical director’s.' })
export class NotADirector extends Refusal {}

@ObjectType({
  implements: () => [Refusal],
  description: 'It is no declaration made on behalf of a clinical director: there is nothing to confirm.',
})
export class DeclarationNotOnBehalf extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'The requirement is asked of the network as a whole, not of each practice.' })
export class NotAskedOfPractices extends Refusal {}

@ObjectType({ implements: () => [Refusal], description: 'Whoever confirms for a practice has to say how they know.' })
export class ConfirmationUnexplained extends Refusal {}

const aboutDates = [EvidenceUndated, EvidencePeriodBackwards, EvidenceInFuture, EvidenceLapsesBeforeItHappened] as const
const aboutUse = [DifferentOrganisations, EvidenceOutsideWindow, EvidenceNamesNoPractice, PracticeNotAMember, PracticeNotYours] as const
const aboutContent = [...aboutDates, ...aboutUse, EvidenceEmpty, FileUnknown] as const

export const RecordEvidenceResult = resultOf('RecordEvidenceResult', 'The evidence, or why it cannot be recorded.', () => [
  EvidenceRecorded,
  ...aboutContent,
])
export const SupersedeEvidenceResult = resultOf('SupersedeEvidenceResult', 'The correction, or why it cannot be made.', () => [
  EvidenceSuperseded,
  EvidenceAlreadyEnded,
  EvidenceNotCorrectable,
  ...aboutContent,
])
export const WithdrawEvidenceResult = resultOf('WithdrawEvidenceResult', 'The evidence, or why it cannot be withdrawn.', () => [
  EvidenceWithdrawn,
  EvidenceAlreadyEnded,
  PracticeNotYours,
])
export const LinkEvidenceResult = resultOf('LinkEvidenceResult', 'The evidence, or why it cannot serve these occurrences.', () => [
  EvidenceLinked,
  EvidenceAlreadyEnded,
  DeclarationSaysOtherwise,
  ...aboutUse,
])
export const UnlinkEvidenceResult = resultOf('UnlinkEvidenceResult', 'The evidence, or why it cannot be unlinked.', () => [
  EvidenceUnlinked,
  EvidenceNotLinked,
  EvidenceAlreadyEnded,
  PracticeNotYours,
])
export const DeclareResult = resultOf('DeclareResult', 'The declaration, or why it cannot be made.', () => [
  DeclarationMade,
  NotADirector,
  ...aboutDates,
  ...aboutUse,
])
export const ConfirmDeclarationResult = resultOf('ConfirmDeclarationResult', 'The declaration, or why it cannot be confirmed.', () => [
  DeclarationConfirmed,
  DeclarationNotOnBehalf,
  NotADirector,
  EvidenceAlreadyEnded,
])
export const ConfirmForPracticeResult = resultOf('ConfirmForPracticeResult', 'The confirmation, or why it cannot be given.', () => [
  PracticeConfirmed,
  NotAskedOfPractices,
  ConfirmationUnexplained,
  ...aboutDates,
  ...aboutUse,
])
