import { declarationOnlyRule, judgeDeclarationOnly, type JudgedFields } from '../../specification/domain/declaration-only.js'

/** What a network put in place of our reading, with its reason. */
export interface DeclarationOnlyOverride {
  readonly verdict: boolean
  readonly reason: string
}

/** Whether an item is declaration-only for one network: our reading, and the network's own where it gave one. */
export interface DeclarationOnlyReading {
  /** Null: too little is known. */
  readonly verdict: boolean | null
  readonly reasons: readonly string[]
  readonly ruleVersion: string
  /** The verdict is the network's, not ours. */
  readonly overridden: boolean
  /** What the rule says, whoever decided. */
  readonly ruleVerdict: boolean | null
  /** Only then may people be shown the word "tick-box" for it. */
  readonly calledTickBoxBySource: boolean
}

/**
 * The rule's verdict, or the network's own with its reason. Items that are never judged (care, governance, gates, information governance)
 * cannot be made declaration-only: an override of one is not applied, so that a figure never calls a safeguard paperwork.
 * Errors: RangeError when an override has no reason (a caller's bug). Source: docs/method/declaration-only.md, version 1.
 */
export function declarationOnlyReading(requirement: JudgedFields, override: DeclarationOnlyOverride | null = null): DeclarationOnlyReading {
  const judged = judgeDeclarationOnly(requirement)
  if (override !== null && override.reason.trim() === '') throw new RangeError('An override needs a reason')
  const reading = {
    ruleVersion: declarationOnlyRule,
    ruleVerdict: judged.verdict,
    calledTickBoxBySource: requirement.declarationFacts.calledTickBox,
  }
  if (override === null || !isJudged(requirement)) return { ...reading, ...judged, overridden: false }
  return { ...reading, verdict: override.verdict, reasons: [override.reason.trim()], overridden: true }
}

/** Whether an item is judged at all. */
export function isJudged({ nature, obligation, informationGovernance }: JudgedFields): boolean {
  return (nature === 'DECLARE' || nature === 'REPORT') && obligation !== 'GATE' && !informationGovernance
}
