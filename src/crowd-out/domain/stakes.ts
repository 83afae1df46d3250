import type { Money, RateBase } from '../../specification/domain/catalogue.js'
import type { PlanIndicator, PlanInputs } from '../../workload/domain/plan-inputs.js'
import { MILLS_A_PENNY } from './money.js'
import { baseTitle, type BaseSize, enteredBases, indicatorStake, pointMills, type Stake, stakeOf } from './payment-base.js'

/** What a network's bases of payment are worked out from. */
export interface BaseSources {
  readonly inputs: Pick<PlanInputs, 'items' | 'indicators' | 'contractYear'>
  /** What the source says of the money of an item, by its catalogue entry. */
  readonly moneyOf: (entryId: string) => Money | null
  /** Registered patients on 1 January; null where not known of every practice. */
  readonly patients: number | null
  /** What the network entered. */
  readonly own: readonly BaseSize[]
}

/** A base of payment of a network, and which of its paid work is multiplied with it. */
export interface UsedBase extends BaseSize {
  readonly entered: boolean
  /** Codes of requirements, or of the indicator. */
  readonly usedBy: readonly string[]
}

/**
 * Every base of payment of a network's year: the registered list, what it can enter itself, and the points of each indicator.
 * Source: docs/method/burden.md, rule version 1.
 */
export function basesOf(sources: BaseSources): UsedBase[] {
  const { inputs, moneyOf } = sources
  const usedBy = (base: RateBase): string[] => inputs.items.filter(({ entryId }) => moneyOf(entryId)?.base === base).map(({ code }) => code)
  const bases = (['REGISTERED_1_JANUARY', ...enteredBases] as const).map((base) => ({ ...sizeOf(base, sources), usedBy: usedBy(base) }))
  const points = inputs.indicators.map((one) => ({ ...pointsOf(one, sources), usedBy: [one.code] }))
  return [...bases, ...points].map((base) => ({ ...base, entered: ownOf(base, sources) !== undefined }))
}

/** What is at stake with each paid requirement and indicator, by code. Source: docs/method/burden.md, rule version 1. */
export function stakesOf(sources: BaseSources): ReadonlyMap<string, Stake> {
  const { inputs, moneyOf } = sources
  const mills = pointMills(inputs.items.map(({ entryId }) => moneyOf(entryId)))
  return new Map([
    ...inputs.items.map(({ code, entryId }) => [code, stakeOf(moneyOf(entryId), (base) => sizeOf(base, sources))] as const),
    ...inputs.indicators.map((one) => {
      const own = one.penceAPoint === null ? mills : one.penceAPoint * MILLS_A_PENNY
      return [one.code, indicatorStake(pointsOf(one, sources), own)] as const
    }),
  ])
}

function ownOf({ base, indicatorCode }: Pick<BaseSize, 'base' | 'indicatorCode'>, { own }: BaseSources): BaseSize | undefined {
  return own.find((entered) => entered.base === base && entered.indicatorCode === indicatorCode)
}

function sizeOf(base: RateBase, sources: BaseSources): BaseSize {
  const entered = ownOf({ base, indicatorCode: null }, sources)
  if (entered) return entered
  if (base !== 'REGISTERED_1_JANUARY') return { base, indicatorCode: null, size: null, basis: missing(baseTitle(base)) }
  const year = sources.inputs.contractYear.slice(0, 4)
  const lists = `list sizes of the member practices on 1 January ${year}`
  const basis = sources.patients === null ? `Not known: there are no ${lists} for every practice.` : `The ${lists}, added up.`
  return { base, indicatorCode: null, size: sources.patients, basis }
}

function pointsOf({ code, points, pointsCertainty }: PlanIndicator, sources: BaseSources): BaseSize {
  const entered = ownOf({ base: 'POINTS', indicatorCode: code }, sources)
  if (entered) return entered
  const place = { base: 'POINTS', indicatorCode: code } as const
  if (points === null) return { ...place, size: null, basis: missing(`Points of ${code}`) }
  const basis = pointsCertainty === 'SOURCED' ? 'The catalogue, from its sources.' : 'The catalogue; no source was found that states it.'
  return { ...place, size: points, basis }
}

function missing(what: string): string {
  return `${what}: nobody has entered it yet. Until then no pounds are worked out with it.`
}
