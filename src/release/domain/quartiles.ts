/** The middle of several figures, how far the middle half spreads, and how many there are. */
export interface Quartiles {
  readonly networks: number
  readonly lowerQuartile: number
  readonly median: number
  readonly upperQuartile: number
}

/** Minutes of a median are told to this. */
const QUARTER_HOUR = 15

/**
 * Median and quartiles, between two figures in proportion (the inclusive method spreadsheets use): of whole figures, quarters.
 * Errors: RangeError without figures. Source: docs/method/release.md, rule version 1.
 */
export function quartilesOf(figures: readonly number[]): Quartiles {
  if (figures.length === 0) throw new RangeError('No figures have no median')
  const sorted = [...figures].sort((one, other) => one - other)
  const quarter = (part: 1 | 2 | 3): number => {
    const parts = (sorted.length - 1) * part
    const low = sorted[Math.floor(parts / 4)] ?? 0
    const high = sorted[Math.ceil(parts / 4)] ?? 0
    return low + ((high - low) * (parts % 4)) / 4
  }
  return { networks: sorted.length, lowerQuartile: quarter(1), median: quarter(2), upperQuartile: quarter(3) }
}

/** Minutes to the quarter of an hour, half up, and never rounded down to nothing. Source: docs/method/release.md, rule version 1. */
export function toQuarterHour(minutes: number): number {
  if (minutes === 0) return 0
  return Math.max(QUARTER_HOUR, Math.floor((minutes + QUARTER_HOUR / 2) / QUARTER_HOUR) * QUARTER_HOUR)
}
