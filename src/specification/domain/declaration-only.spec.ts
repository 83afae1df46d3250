import { describe, expect, it } from '@jest/globals'
import { type DeclarationFacts, type Requirement } from './catalogue.js'
import { judgeDeclarationOnly } from './declaration-only.js'

type Fact = boolean | null

function requirement(changes: Partial<Requirement>, facts: readonly Fact[] = [], calledTickBox = false): Requirement {
  const [selfDeclared = null, documentOrRole = null, fixedNationally = null, yesNo = null, noOutcomeMeasure = null] = facts
  const declarationFacts: DeclarationFacts = { selfDeclared, documentOrRole, fixedNationally, yesNo, noOutcomeMeasure, calledTickBox }
  return {
    ...{
      code: 'A-1',
      key: 'a',
      kind: 'DUTY',
      title: 'A',
      text: 'A.',
      paragraph: null,
      sources: [],
      certainty: 'UNSOURCED',
      carriedFrom: null,
    },
    ...{ responsible: ['NETWORK'], nature: 'DECLARE', obligation: 'PAID', fallsDue: 'ONCE', shownEvery: 'YEAR', monthlyBecause: null },
    ...{ standing: false, window: { opensOn: null, dueOn: null, dueDays: null, afterYearEnd: false }, evidence: [], decidedBy: 'NOBODY' },
    ...{ money: null, defaultsToNoOn: null, informationGovernance: false, declarationFacts },
    ...changes,
  }
}

describe('judgeDeclarationOnly', () => {
  it.each<[name: string, changes: Partial<Requirement>, facts: readonly Fact[], verdict: boolean | null, reasons: number]>([
    ['three facts hold', {}, [true, true, true, false, null], true, 3],
    ['two of five hold', {}, [true, true, false, false, false], false, 2],
    ['two known', {}, [true, true, null, null, null], null, 1],
    ['nothing known', {}, [], null, 1],
    ['a report', { nature: 'REPORT' }, [true, true, true, true, true], true, 5],
    ['governance', { nature: 'GOVERN' }, [true, true, true, true, true], false, 1],
    ['care', { nature: 'DELIVER' }, [true, true, true, true, true], false, 1],
    ['a gate', { obligation: 'GATE' }, [true, true, true, true, true], false, 1],
    ['information governance', { informationGovernance: true }, [true, true, true, true, true], false, 1],
  ])('%s', (_name, changes, facts, verdict, reasons) => {
    const judged = judgeDeclarationOnly(requirement(changes, facts))
    expect(judged.verdict).toBe(verdict)
    expect(judged.reasons).toHaveLength(reasons)
  })

  it('follows a source that says tick-box, but for a gate', () => {
    expect(judgeDeclarationOnly(requirement({}, [], true)).verdict).toBe(true)
    expect(judgeDeclarationOnly(requirement({ obligation: 'GATE' }, [], true)).verdict).toBe(false)
  })
})
