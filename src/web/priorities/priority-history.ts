import { type Instant } from '../../platform/day.js'
import { listInWords, momentInWords } from '../layout/words.js'
import { type VersionData } from './priority.data.js'

/** An order somebody put the priorities in. */
interface Ranking {
  readonly priorityIds: readonly string[]
  readonly recordedAt: Instant
  readonly recordedBy: { readonly name: string } | null
}

/** The places a priority was given, latest first; orders that left it where it was are passed over. */
export function placesOverTime(id: string, rankings: readonly Ranking[]): string[] {
  const places = rankings.map((ranking) => ({ ...ranking, place: ranking.priorityIds.indexOf(id) + 1 })).filter(({ place }) => place > 0)
  return places.flatMap(({ place, priorityIds, recordedAt, recordedBy }, index) =>
    places[index + 1]?.place === place
      ? []
      : [`${place} of ${priorityIds.length}: ${recordedBy?.name ?? 'Somebody'}, ${momentInWords(recordedAt)}`],
  )
}

const parts: Readonly<Record<string, (version: VersionData) => unknown>> = {
  title: (version) => version.title,
  need: (version) => [version.need, version.needSource],
  'who it is for': (version) => version.population,
  measure: (version) => [version.measure, version.baseline, version.target],
  window: (version) => [version.opensOn, version.closesOn],
  time: (version) => [...version.minutes].sort((one, other) => (one.staffGroup < other.staffGroup ? -1 : 1)),
  milestones: (version) => version.milestones.map(({ title, dueOn, minutes }) => [title, dueOn, minutes]),
  'requirements it serves': (version) => version.serves,
}

/** When a priority was made and changed, and what of it, latest first. Versions come latest first. */
export function changedWords(history: readonly VersionData[]): string[] {
  return history.map((version, index) => {
    const before = history[index + 1]
    if (!before) return `Made on ${momentInWords(version.recordedAt)}`
    const changed = Object.entries(parts).flatMap(([name, part]) =>
      JSON.stringify(part(version)) === JSON.stringify(part(before)) ? [] : [name],
    )
    return `Changed on ${momentInWords(version.recordedAt)}: ${listInWords(changed) || 'who leads it'}`
  })
}
