import { hoursInWords } from '../layout/hours.js'
import { listInWords } from '../layout/words.js'

/** What of a priority fits, as the fragment `PriorityFigures` answers. Null: not known. */
export interface FiguresData {
  readonly wantedMinutes: number | null
  readonly possibleMinutes: number | null
  readonly displacedMinutes: number | null
  readonly beyondCapacityMinutes: number | null
}

/** Part of a bar, in hundredths of it. */
export interface BarPart {
  readonly kind: 'fits' | 'displaced' | 'beyond'
  readonly from: number
  readonly width: number
}

/** What of wanted time fits, in words and as a bar that says the same. */
export interface FitView {
  readonly words: string
  readonly bar: readonly BarPart[]
}

const NOT_SAID = 'Nobody has said how much time it takes.'

/**
 * Of the time something wants, what fits, what national work displaces, and what would not fit anyway. `asked` is what it asks for of all staff
 * groups, whether or not their time is known.
 */
export function fitView(figures: FiguresData, asked: number): FitView {
  const { wantedMinutes: wanted, possibleMinutes: fits, displacedMinutes: displaced, beyondCapacityMinutes: beyond } = figures
  if (wanted === null || fits === null || displaced === null || beyond === null) {
    return { words: asked === 0 ? NOT_SAID : `${hoursInWords(asked)} asked for. What of it fits is not known.`, bar: [] }
  }
  if (wanted === 0) return { words: NOT_SAID, bar: [] }
  const are = (minutes: number): string => (minutes === 60 ? 'is' : 'are')
  const parts = [
    fits === wanted ? 'all of it fits' : fits === 0 ? 'none of it fits' : `${hoursInWords(fits)} ${fits === 60 ? 'fits' : 'fit'}`,
    displaced > 0 ? `${hoursInWords(displaced)} ${are(displaced)} displaced by national work` : '',
    beyond > 0 ? `${hoursInWords(beyond)} would not fit anyway` : '',
  ]
  const words = `${hoursInWords(wanted)} asked for: ${listInWords(parts.filter(Boolean))}.`
  return { words, bar: barOf(wanted, { fits, displaced, beyond }) }
}

function barOf(wanted: number, minutes: Readonly<Record<BarPart['kind'], number>>): BarPart[] {
  const parts: BarPart[] = []
  let from = 0
  for (const kind of ['fits', 'displaced', 'beyond'] as const) {
    const width = Math.round((minutes[kind] / wanted) * 1000) / 10
    if (width > 0) parts.push({ kind, from, width })
    from += width
  }
  return parts
}
