import { type DeclarationFacts, type Requirement } from './catalogue.js'

/** The rule's version, shown with every verdict. */
export const declarationOnlyRule = 'declaration-only, version 1'

/** Whether a requirement is declaration-only, and why. null: too little is known. */
export interface DeclarationOnly {
  verdict: boolean | null
  reasons: readonly string[]
}

/** What of a requirement the judgement looks at. */
export type JudgedFields = Pick<Requirement, 'nature' | 'obligation' | 'informationGovernance' | 'declarationFacts'>

const facts: Readonly<Record<Exclude<keyof DeclarationFacts, 'calledTickBox'>, string>> = {
  selfDeclared: 'It is discharged by self-declaration.',
  documentOrRole: 'Its evidence is that a document or a role exists.',
  fixedNationally: 'How it is done is fixed nationally.',
  yesNo: 'Its outcome is yes or no.',
  noOutcomeMeasure: 'It has no patient-level or outcome measure.',
}

/**
 * Whether showing a requirement is a declaration and nothing else (what people call tick-box). Judged for DECLARE and REPORT only, and never
 * for a GATE or an information-governance duty. True when the source calls it a tick-box, or at least three of five facts hold; null where
 * fewer than three are known. The facts are our reading. Source: data/specifications/README.md.
 */
export function judgeDeclarationOnly(requirement: JudgedFields): DeclarationOnly {
  const { nature, obligation, informationGovernance, declarationFacts } = requirement
  if (nature === 'GOVERN' || nature === 'DELIVER') return no('It is not a declaration or a report.')
  if (obligation === 'GATE') return no('Money stops without it.')
  if (informationGovernance) return no('It protects information.')
  if (declarationFacts.calledTickBox) return { verdict: true, reasons: ['Its source calls it a tick-box or yes/no indicator.'] }
  const names = Object.keys(facts) as (keyof typeof facts)[]
  const known = names.filter((name) => declarationFacts[name] !== null)
  const holding = known.filter((name) => declarationFacts[name] === true)
  if (known.length < 3) return { verdict: null, reasons: [`Only ${known.length} of the five facts are known.`] }
  return { verdict: holding.length >= 3, reasons: holding.map((name) => facts[name]) }
}

function no(reason: string): DeclarationOnly {
  return { verdict: false, reasons: [reason] }
}
