import { type Day } from '../../platform/day.js'
import { dayInWords, periodInWords } from '../layout/words.js'
import { bases, word } from './catalogue-words.js'
import { type SourceData } from './entry.view.js'

export interface PaymentData {
  readonly key: string
  readonly title: string
  readonly text: string
  readonly figures: readonly {
    readonly says: string
    readonly base: string | null
    readonly certainty: string
    readonly sources: readonly SourceData[]
  }[]
  readonly disagreements: readonly { readonly text: string; readonly sources: readonly SourceData[] }[]
}

export interface IndicatorData {
  readonly code: string
  readonly title: string
  readonly use: string
  readonly direction: string | null
  readonly numerator: string | null
  readonly denominator: string | null
  readonly lowerThreshold: string | null
  readonly upperThreshold: string | null
  readonly thresholdCertainty: string | null
  readonly points: number | null
  readonly pointsCertainty: string | null
  readonly penceAPoint: number | null
  readonly aliases: readonly string[]
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  readonly note: string | null
  readonly sources: readonly SourceData[]
}

/** A payment with each figure said as far as it is known. */
export function paymentView(payment: PaymentData) {
  return {
    ...payment,
    figures: payment.figures.map(({ says, base, certainty, sources }) => ({
      ...{ says, sources, base: word(bases, base), isUnsourced: certainty === 'UNSOURCED' },
    })),
  }
}

/** Figures of an indicator in words; "not known" where there are none, never 0. */
export function indicatorView(indicator: IndicatorData) {
  const { lowerThreshold, upperThreshold, thresholdCertainty, points, pointsCertainty, penceAPoint, startsOn, endsOn, direction } =
    indicator
  const range = [lowerThreshold, upperThreshold].filter((one) => one !== null).join(' to ')
  return {
    ...indicator,
    isPaid: indicator.use === 'PAYMENT',
    thresholds: range ? `${range}${unsure(thresholdCertainty)}` : 'Not known',
    points: points === null ? 'Not known' : `${points}${unsure(pointsCertainty)}`,
    worth: penceAPoint === null ? 'Not known' : `£${(penceAPoint / 100).toFixed(2)}`,
    better: direction === 'DOWN' ? 'Lower is better' : direction === 'DONE' ? 'Done or not done' : '',
    period: periodOf(startsOn, endsOn),
  }
}

function unsure(certainty: string | null): string {
  return certainty === 'SOURCED' ? '' : ' (no source)'
}

function periodOf(startsOn: Day | null, endsOn: Day | null): string {
  if (startsOn && endsOn) return periodInWords(startsOn, endsOn)
  if (startsOn) return `From ${dayInWords(startsOn)}`
  return endsOn ? `Until ${dayInWords(endsOn)}` : ''
}
