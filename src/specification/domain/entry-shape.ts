import { isContractYear } from '../../platform/day.js'
import {
  certainties,
  decidedByValues,
  entryKinds,
  evidenceHolders,
  fallsDueValues,
  natures,
  obligations,
  rateBases,
  requirementKinds,
  responsibles,
  shownEveryValues,
  type CarriedFrom,
  type CatalogueEntry,
  type DeclarationFacts,
  type EntryBase,
  type EvidenceExpected,
  type Money,
  type Requirement,
  type RequirementFields,
  type Window,
} from './catalogue.js'
import { reportInconsistent } from './entry-rules.js'
import { refuse, type Place } from './problem.js'
import {
  day,
  flag,
  isComplete,
  listOf,
  matching,
  nullable,
  oneOf,
  readFields,
  record,
  text,
  wholeNumber,
  type Check,
  type Shape,
} from './shape.js'

/** An entry's or indicator's code: capitals, digits and hyphens, such as `24-01` or `GMS-06`. */
export const codeCheck = matching(
  /^(?=.{1,20}$)[A-Z0-9]+(-[A-Z0-9]+)*$/,
  'a code of capitals, digits and single hyphens, at most 20 characters',
)

/** A permanent key or an area's code: small letters, digits and hyphens. */
export const keyCheck = matching(/^(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and single hyphens, at most 64 characters')

/** A source's key, such as `PULSE-2425`. */
export const sourceKeyCheck = matching(/^[A-Z0-9][A-Z0-9-]{0,39}$/, 'the key of a source: capitals, digits and hyphens')

/** A contract year written as `2024/25`. */
export const contractYearCheck: Check<string> = (value, at) =>
  isContractYear(value) ? value : refuse(at, 'a contract year written as 2024/25', value)

const base: Shape<EntryBase> = {
  code: codeCheck,
  key: keyCheck,
  title: text(120),
  text: text(1000, true),
  paragraph: nullable(text(64)),
  sources: listOf(sourceKeyCheck, 0),
  certainty: oneOf(certainties),
  carriedFrom: nullable(record<CarriedFrom>({ contractYear: contractYearCheck, code: codeCheck })),
}

const noWindow: Window = { opensOn: null, dueOn: null, dueDays: null, afterYearEnd: false }

const window = record<Window>(
  { opensOn: nullable(day), dueOn: nullable(day), dueDays: nullable(wholeNumber(0, 366)), afterYearEnd: flag },
  { defaults: noWindow },
)

const money = record<Money>({
  text: text(300),
  pence: nullable(wholeNumber(0, 100_000_000_000)),
  rateMills: nullable(wholeNumber(0, 1_000_000_000)),
  base: nullable(oneOf(rateBases)),
})

const declarationFacts = record<DeclarationFacts>({
  selfDeclared: nullable(flag),
  documentOrRole: nullable(flag),
  fixedNationally: nullable(flag),
  yesNo: nullable(flag),
  noOutcomeMeasure: nullable(flag),
  calledTickBox: flag,
})

const requirementFields: Shape<RequirementFields> = {
  responsible: listOf(oneOf(responsibles), 1),
  nature: oneOf(natures),
  obligation: oneOf(obligations),
  fallsDue: oneOf(fallsDueValues),
  shownEvery: oneOf(shownEveryValues),
  monthlyBecause: nullable(text(300)),
  standing: flag,
  window,
  evidence: listOf(record<EvidenceExpected>({ what: text(200), per: oneOf(evidenceHolders) }), 1),
  decidedBy: oneOf(decidedByValues),
  money: nullable(money),
  defaultsToNoOn: nullable(day),
  informationGovernance: flag,
  declarationFacts,
}

const requirement: Shape<Requirement> = { kind: oneOf(requirementKinds), ...base, ...requirementFields }
const requirementDefaults = { carriedFrom: null, monthlyBecause: null, window: noWindow }

const explanationKinds = ['ENTITLEMENT', 'RULE', 'NOTE'] as const
type ExplanationEntry = EntryBase & { kind: (typeof explanationKinds)[number] }
const explanation: Shape<ExplanationEntry> = { kind: oneOf(explanationKinds), ...base }

/**
 * Reads one entry of a service-area file: every field by its shape, then the fields against each other.
 * Gives undefined when anything is wrong; every problem is reported. Format: data/specifications/README.md.
 */
export const checkEntry: Check<CatalogueEntry> = (value, at) => {
  const kind = kindOf(value)
  if (kind === undefined || requirementKinds.some((known) => known === kind)) return checkRequirement(value, at, kind === undefined)
  const forbidden = { fields: Object.keys(requirementFields), because: `only a DUTY or a CONDITION has it, and this is a ${kind}` }
  const read = readFields(explanation, value, at, { defaults: { carriedFrom: null }, forbidden })
  if (read === undefined) return undefined
  reportInconsistent(read, at)
  return isComplete(explanation, read) ? read : undefined
}

function checkRequirement(value: unknown, at: Place, kindIsUnknown: boolean): Requirement | undefined {
  const shape = kindIsUnknown ? { ...requirement, kind: refuseKind } : requirement
  const read = readFields(shape, value, at, { defaults: requirementDefaults })
  if (read === undefined) return undefined
  reportInconsistent(read, at)
  return isComplete(requirement, read) ? read : undefined
}

const refuseKind: Check<Requirement['kind']> = (value, at) => refuse(at, `one of ${entryKinds.join(', ')}`, value)

function kindOf(value: unknown): string | undefined {
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined
  return entryKinds.find((known) => known === kind)
}
