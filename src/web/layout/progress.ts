import { count, listInWords, percent } from './words.js'

/** What the fragment `ProgressCounts` answers. */
export interface ProgressData {
  readonly total: number
  readonly due: number
  readonly accepted: number
  readonly evidenced: number
  readonly returned: number
  readonly lapsed: number
  readonly overdue: number
  readonly notMet: number
  readonly open: number
  readonly notYetDue: number
  readonly blocked: number
  readonly share: number | null
}

/** How far something is, in words and as a bar that says the same. */
export interface ProgressFigure {
  readonly words: string
  readonly bar: { readonly done: number; readonly late: number } | null
}

/** Of what has fallen due, how much is shown. Nothing due is said so, and is not 0%. */
export function progressFigure({ due, share, accepted, evidenced, overdue, returned, lapsed, notMet, open }: ProgressData): ProgressFigure {
  if (share === null) {
    const rest = open === 0 ? 'nothing is open' : `${count(open, 'item is', 'items are')} open`
    return { words: `Nothing has fallen due yet, and ${rest}.`, bar: null }
  }
  const wrong = [
    ...(overdue > 0 ? [`${overdue} overdue`] : []),
    ...(returned > 0 ? [`${returned} returned`] : []),
    ...(lapsed > 0 ? [`${lapsed} lapsed`] : []),
    ...(notMet > 0 ? [`${notMet} not met`] : []),
  ]
  const rest = wrong.length > 0 ? ` ${listInWords(wrong)}.` : ''
  return {
    words: `${accepted + evidenced} of ${count(due, 'item')} due so far ${due === 1 ? 'is' : 'are'} shown (${percent(share)}).${rest}`,
    bar: { done: Math.round(share * 1000) / 10, late: Math.round((overdue / due) * 1000) / 10 },
  }
}
