import { type Figure } from './evidence-kind.js'

/** Fewer than this many people can be told apart by who knows them: the usual threshold of health statistics. */
const FEWEST = 5

/**
 * What to look at before a figure is shown to others; null when nothing. A figure of one to four patients, or that leaves one to four out, may identify somebody. None and all identify
 * nobody, and a count of something else than patients cannot be told from one of patients: it is a warning, not a refusal.
 * Units: whole counts. Source: docs/method/patients.md.
 */
export function warnOfSmallFigure({ numerator, denominator }: Pick<Figure, 'numerator' | 'denominator'>): string | null {
  const counts = denominator === null ? [numerator] : [numerator, denominator, denominator - numerator]
  if (!counts.some((count) => count > 0 && count < FEWEST)) return null
  return 'Fewer than five patients, or all but fewer than five, may be recognised by those who know them. If these are patients, give a rate or a longer period.'
}
