import { describe, expect, it } from '@jest/globals'
import type { DeclarationFacts, Requirement } from '../../specification/domain/catalogue.js'
import { declarationOnlyReading } from './declaration-only.js'

const unknown: DeclarationFacts = {
  selfDeclared: null,
  documentOrRole: null,
  fixedNationally: null,
  yesNo: null,
  noOutcomeMeasure: null,
  calledTickBox: false,
}

/** Only what the rule reads; the rest of a requirement plays no part in it. */
function requirement(facts: Partial<DeclarationFacts>, part: Partial<Requirement> = {}): Requirement {
  const read: Partial<Requirement> = { nature: 'DECLARE', obligation: 'PAID', informationGovernance: false, ...part }
  return { ...read, declarationFacts: { ...unknown, ...facts } } as Requirement
}

const three = { selfDeclared: true, documentOrRole: true, yesNo: true }

describe('declaration-only', () => {
  it.each([
    ['three known facts hold', requirement(three), true],
    ['three known, two hold', requirement({ ...three, yesNo: false }), false],
    ['two known', requirement({ selfDeclared: true, yesNo: true }), null],
    ['five known, three hold', requirement({ ...three, fixedNationally: false, noOutcomeMeasure: false }), true],
    ['the source calls it a tick-box', requirement({ calledTickBox: true }), true],
    ['reports are judged', requirement(three, { nature: 'REPORT' }), true],
    ['care is not', requirement(three, { nature: 'DELIVER' }), false],
    ['governance is not', requirement(three, { nature: 'GOVERN' }), false],
    ['a gate never is', requirement({ calledTickBox: true }, { obligation: 'GATE' }), false],
    ['information governance never is', requirement(three, { informationGovernance: true }), false],
  ])('%s', (_, given, verdict) => {
    expect(declarationOnlyReading(given)).toMatchObject({
      verdict,
      ruleVerdict: verdict,
      overridden: false,
      ruleVersion: 'declaration-only, version 1',
    })
  })

  it('gives way to the network’s own reading, with its reason, and keeps the rule’s beside it', () => {
    const override = { verdict: false, reason: ' We review it every quarter. ' }
    expect(declarationOnlyReading(requirement(three), override)).toMatchObject({
      verdict: false,
      ruleVerdict: true,
      overridden: true,
      reasons: ['We review it every quarter.'],
    })
  })

  it('is never put on a safeguard or on care by a network', () => {
    const override = { verdict: true, reason: 'It feels like one.' }
    expect(declarationOnlyReading(requirement(three, { obligation: 'GATE' }), override)).toMatchObject({
      verdict: false,
      overridden: false,
    })
    expect(declarationOnlyReading(requirement(three, { nature: 'DELIVER' }), override)).toMatchObject({ verdict: false, overridden: false })
  })

  it('needs a reason to be overridden', () => {
    expect(() => declarationOnlyReading(requirement(three), { verdict: false, reason: ' ' })).toThrow(RangeError)
  })

  it('keeps the word tick-box for what its source calls so', () => {
    expect(declarationOnlyReading(requirement(three)).calledTickBoxBySource).toBe(false)
    expect(declarationOnlyReading(requirement({ calledTickBox: true })).calledTickBoxBySource).toBe(true)
  })
})
