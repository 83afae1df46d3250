import { BURDEN_RULE_VERSION, type Burden, type OutsideCost, tariffMillsAnHour } from './burden.js'
import type { ExplainedRow, Explanation } from './explain.js'
import { dividedHalfUp, MILLS_A_PENNY } from './money.js'
import { type BaseSize, baseTitle, poundsInWords, rateInWords, sizeInWords, type Stake } from './payment-base.js'
import type { TariffInForce } from './tariff-table.js'

const UP_TO =
  'What is at stake if all of it is achieved: what the source states, or its rate times the rate’s own base. Never worked out on another base.'
const BURDEN = 'Declarations and reports: minutes beyond business as usual, at what an hour costs, and what was paid to others.'

/** How what is at stake with one piece of paid work comes about. `isEntered`: whether the network entered the base. Source: docs/method/burden.md, rule version 1. */
export function explainUpTo({ pence, inWords, rate }: Stake, isEntered: (size: BaseSize) => boolean): Explanation {
  const source = inWords ?? 'The source says nothing of money.'
  const stated: ExplainedRow = {
    label: 'What the source says',
    minutes: null,
    inWords: pence === null ? null : poundsInWords(pence),
    basis: 'Catalogue',
    source,
  }
  if (rate === null) return { ...shared('UP_TO', UP_TO), pence, rows: [stated] }
  const { mills, size } = rate
  const basis = size.size === null ? 'Not known' : isEntered(size) ? 'Entered by the network' : 'Not entered: from records'
  const rows: ExplainedRow[] = [
    { label: 'Rate', minutes: null, inWords: rateInWords(mills, size.base), basis: 'Catalogue', source },
    {
      label: baseTitle(size.base),
      minutes: null,
      inWords: size.size === null ? null : sizeInWords(size.base, size.size),
      basis,
      source: size.basis,
    },
  ]
  return { ...shared('UP_TO', UP_TO), pence, rows }
}

/** Burden of one item or of all, ready to be explained. */
export interface ExplainedBurden {
  readonly total: Burden
  readonly byStaffGroup: ReadonlyMap<string, Burden>
  readonly tariffs: readonly TariffInForce[]
  readonly nameOf: (staffGroup: string) => string
  readonly outsideCosts: readonly (OutsideCost & { readonly what: string; readonly paidOn: string })[]
}

/** How the burden of one item, or of all, comes about. Source: docs/method/burden.md, rule version 1. */
export function explainBurden({ total, byStaffGroup, tariffs, nameOf, outsideCosts }: ExplainedBurden): Explanation {
  const computed = { basis: 'Computed', source: `docs/method/burden.md, rule version ${BURDEN_RULE_VERSION}` }
  const groups = [...byStaffGroup].map(([staffGroup, { burdenMinutes }]): ExplainedRow => {
    const found = tariffs.find((one) => one.staffGroup === staffGroup)
    return { label: nameOf(staffGroup), minutes: burdenMinutes, ...tariffOf(found) }
  })
  const usual: ExplainedRow = { label: 'Taken out: would be done anyway', minutes: total.businessAsUsualMinutes, ...computed }
  const outside = outsideCosts.map(({ what, pence, businessAsUsualPercent, paidOn }): ExplainedRow => {
    const anyway = businessAsUsualPercent === 0 ? '' : ` ${businessAsUsualPercent}% of it would be paid anyway.`
    const entered = { basis: 'Entered by the network', source: `Paid on ${paidOn}.${anyway}` }
    return { label: `Paid outside: ${what}`, minutes: null, inWords: poundsInWords(pence), ...entered }
  })
  return { ...shared('BURDEN', BURDEN), minutes: total.burdenMinutes, pence: total.burdenPence, rows: [...groups, usual, ...outside] }
}

function tariffOf(found: TariffInForce | undefined): Pick<ExplainedRow, 'inWords' | 'basis' | 'source'> {
  if (!found?.tariff) return { inWords: null, basis: 'Not known', source: found?.note ?? 'No tariff is entered.' }
  const { tariff, basis, note } = found
  const { hourlyPayMills, onCostsPercent, overheadPercent, priceYear } = tariff
  const each = poundsInWords(dividedHalfUp(tariffMillsAnHour(tariff), MILLS_A_PENNY))
  const pay = poundsInWords(dividedHalfUp(hourlyPayMills, MILLS_A_PENNY))
  const inWords = `${each} an hour: pay ${pay}, on-costs ${onCostsPercent}%, overhead ${overheadPercent}%, prices of ${priceYear}`
  return {
    inWords,
    basis: basis === 'NETWORK' ? 'Entered by the network' : 'Assumption',
    source: note === '' ? 'No note was given with it.' : note,
  }
}

function shared(figure: Explanation['figure'], sentence: string): Pick<Explanation, 'figure' | 'minutes' | 'sentence' | 'ruleVersion'> {
  return { figure, minutes: null, sentence, ruleVersion: BURDEN_RULE_VERSION }
}
