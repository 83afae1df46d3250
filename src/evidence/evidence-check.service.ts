import { Injectable } from '@nestjs/common'
import { type NetworkScope } from '../access/domain/scope.js'
import { ChecklistRepository, type OccurrenceInScope } from '../checklist/checklist.repository.js'
import { PracticeRepository } from '../network/practice.repository.js'
import { Clock } from '../platform/clock.js'
import { dayAt } from '../platform/day.js'
import { RequestError } from '../platform/request-error.js'
import { type EvidenceContent, refuseEmpty } from './domain/evidence-content.js'
import { refuseEvidence } from './domain/evidence-dates.js'
import { refuseNeverCounting, type ServedOccurrence } from './domain/never-counts.js'
import { type Recorder, refuseOthers, refusePractices } from './domain/practices-named.js'
import { EvidenceRecordRepository } from './evidence-record.repository.js'
import { type EvidenceEndEntity, type EvidenceEntity } from './evidence.entity.js'
import { EvidenceRepository } from './evidence.repository.js'

/** Why something was refused, as a mutation answers it. */
export interface EvidenceRefusal {
  readonly kind: string
  readonly field: string | null
  readonly message: string
}

/** Evidence that stands, with what it serves. */
export interface StandingEvidence {
  readonly evidence: EvidenceEntity
  readonly serving: readonly OccurrenceInScope[]
}

/** What has to hold before evidence is stored or serves anything. Every text that is stored passes `refuse`: whatever else texts must not hold belongs there. */
@Injectable()
export class EvidenceCheckService {
  constructor(
    private readonly checklists: ChecklistRepository,
    private readonly evidence: EvidenceRepository,
    private readonly records: EvidenceRecordRepository,
    private readonly practices: PracticeRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * The occurrences of these ids. Errors: NOT_FOUND when any is unknown or not the caller's, without saying which.
   */
  async occurrences(scope: NetworkScope, ids: readonly string[]): Promise<OccurrenceInScope[]> {
    const found = await this.checklists.occurrencesInScope(scope, ids)
    if (found.length < new Set(ids).size) throw new RequestError('NOT_FOUND', 'There is no such occurrence.')
    return found
  }

  /** Why this cannot be recorded as an organisation's evidence of these occurrences; undefined when it can. */
  async refuse(
    scope: NetworkScope,
    ownerCode: string,
    content: EvidenceContent,
    serving: readonly OccurrenceInScope[],
  ): Promise<EvidenceRefusal | undefined> {
    return refuseEvidence(content, this.clock.today()) ?? refuseEmpty(content) ?? (await this.refuseUse(scope, ownerCode, content, serving))
  }

  /** Why an organisation's evidence cannot serve these occurrences; undefined when it can. */
  async refuseUse(
    scope: NetworkScope,
    ownerCode: string,
    evidence: Pick<EvidenceContent, 'happenedOn' | 'coversFrom' | 'coversTo' | 'lapsesOn' | 'practiceCodes'>,
    serving: readonly OccurrenceInScope[],
  ): Promise<EvidenceRefusal | undefined> {
    const owners = new Set([ownerCode, ...serving.map(({ checklist }) => checklist.ownerCode)])
    if (owners.size > 1) return severalOrganisations([...owners].sort())
    const members = new Set((await this.practices.membershipsOf([ownerCode])).map(({ practiceCode }) => practiceCode))
    return (
      refusePractices(evidence.practiceCodes, members, recorderOf(scope, ownerCode)) ??
      refuseNeverCounting(evidence, serving.map(servedBy), this.clock.today())
    )
  }

  /**
   * Evidence the caller may change the fate of, kept from others until the transaction ends; or why they may not.
   * Errors: NOT_FOUND when there is none the caller sees.
   */
  async standing(scope: NetworkScope, id: string): Promise<StandingEvidence | EvidenceRefusal> {
    const evidence = await this.evidence.one(scope, id)
    if (!evidence) throw new RequestError('NOT_FOUND', 'There is no such evidence.')
    await this.records.hold(id)
    const [end] = await this.records.ends([id])
    if (end) return alreadyEnded(end)
    const refusal = refuseOthers(evidence.practiceCodes, recorderOf(scope, evidence.ownerCode), 'evidenceId')
    if (refusal) return refusal
    const uses = await this.records.uses(id)
    const occurrenceIds = uses.map(({ occurrenceId }) => occurrenceId)
    return { evidence, serving: await this.occurrences(scope, occurrenceIds) }
  }
}

function alreadyEnded({ kind, endedAt }: EvidenceEndEntity): EvidenceRefusal {
  const how = kind === 'SUPERSEDED' ? 'corrected' : 'withdrawn'
  return { kind: 'EvidenceAlreadyEnded', field: 'evidenceId', message: `It was ${how} on ${dayAt(endedAt)}` }
}

/** The same refusal, about a field by the name it has in another input. */
export function renamed(refusal: EvidenceRefusal | undefined, names: Readonly<Record<string, string>>): EvidenceRefusal | undefined {
  return refusal && { ...refusal, field: names[refusal.field ?? ''] ?? refusal.field }
}

/** Whether a step was refused. */
export function isRefusal(step: object): step is EvidenceRefusal {
  return 'field' in step
}

/** More than one organisation's occurrences. */
function severalOrganisations(organisationCodes: readonly string[]): EvidenceRefusal & { organisationCodes: readonly string[] } {
  const message = `Evidence belongs to one organisation. Record it once for each: ${organisationCodes.join(', ')}`
  return { kind: 'DifferentOrganisations', field: 'occurrenceIds', message, organisationCodes }
}

function recorderOf(scope: NetworkScope, ownerCode: string): Recorder {
  return { ofOrganisation: scope.own.includes(ownerCode), ownPractices: scope.practices }
}

function servedBy({ occurrence, entry }: OccurrenceInScope): ServedOccurrence {
  const { periodFrom, periodTo, countsFrom, countsTo, dueOn } = occurrence
  const { standing, perPractice } = entry
  return {
    occurrenceId: occurrence.id,
    requirementCode: entry.code,
    periodFrom,
    periodTo,
    countsFrom,
    countsTo,
    dueOn,
    standing,
    perPractice,
  }
}
