import { type Day } from '../../platform/day.js'

/**
 * The first day after today on which something reads differently from today; null when it never does. Exact as long as what is read changes
 * on no day but those given, in any order and however often: it is read on those alone.
 */
export function nextChange(days: readonly Day[], today: Day, read: (day: Day) => string): Day | null {
  const ahead = [...new Set(days)].filter((day) => day > today).sort()
  if (ahead.length === 0) return null
  const now = read(today)
  return ahead.find((day) => read(day) !== now) ?? null
}
