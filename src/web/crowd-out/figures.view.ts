import { hoursInWords } from '../layout/hours.js'

/** What the fragment `Explained` answers. */
export interface ExplainedData {
  readonly figure: string
  readonly minutes: number | null
  readonly sentence: string
  readonly ruleVersion: number
  readonly rows: readonly { readonly label: string; readonly minutes: number | null; readonly basis: string; readonly source: string }[]
}

const names = {
  capacity: 'Time entered',
  otherFixed: 'Other fixed work',
  fixedShortfall: 'Fixed work past its month’s time',
  available: 'Time there is',
  national: 'National work',
  nationalOverrun: 'National work that fits in no month',
  localWanted: 'Your own priorities: wanted',
  localPossible: 'Your own priorities: still fit',
  displaced: 'Your own priorities: no longer fit',
  beyondCapacity: 'Your own priorities: would not fit anyway',
  returned: 'Given back by one item',
} as const

export type FigureName = keyof typeof names

/** Every figure in the order of the sentence, each with what it means and what it is made of. */
export function figureRows(explained: Partial<Readonly<Record<FigureName, ExplainedData | null>>>, itemTitle: string | null) {
  return (Object.keys(names) as FigureName[]).flatMap((name) => {
    const found = explained[name]
    if (!found) return []
    return [
      {
        // What was asked for by name is shown at once.
        open: name === 'returned',
        ...{ id: name, name: name === 'returned' && itemTitle ? `${names.returned}: ${itemTitle}` : names[name] },
        ...{ value: hoursInWords(found.minutes), sentence: found.sentence, ruleVersion: found.ruleVersion },
        rows: found.rows.map(({ label, minutes, basis, source }) => ({ label, value: hoursInWords(minutes), basis, source })),
      },
    ]
  })
}
