/** Networks that are only ever told as one sum, by code. */
export type Group = readonly string[]

/** Where networks count, widest area first, and which of them may be told as one sum. */
export interface Grouping {
  readonly areasOf: (network: string) => readonly string[]
  readonly passes: (networks: Group) => boolean
}

/** What one area and those in it have come to. */
interface Settled {
  /** Groups nothing more is added to. */
  readonly fixed: readonly Group[]
  /** Groups that pass, and may still take in others. */
  readonly joined: readonly Group[]
  /** What passes in no area so far. */
  readonly loose: readonly Group[]
}

/**
 * The one pass that withholds: sorts what a release counts into groups that each pass, smallest areas first. What does not pass in its area is
 * joined, in the next wider one, with others that do not pass and, when that is not enough, with the smallest groups that do; the areas a group
 * then lies across are the complement that is withheld.
 *
 * Groups of earlier releases of the year are only ever kept or joined with each other, never split or added to, and networks that are new form
 * groups of their own that pass without them, or wait. So all releases of a year tell sums of the same few groups, each of which passed when it
 * was made. Null: the earlier groups pass nowhere any more, and nothing may be told this time.
 * Source: docs/method/release.md, rule version 1.
 */
export function groupsOf(before: readonly Group[], newcomers: readonly string[], grouping: Grouping): readonly Group[] | null {
  const kept = settle(before, [], grouping, () => false)
  if (kept.loose.length > 0) return null
  const standing = [...kept.fixed, ...kept.joined]
  const taken = new Set(standing.flatMap((group) => commonAreas(group, grouping)))
  const singles = [...newcomers].sort().map((network) => [network])
  const added = settle(singles, [], grouping, (area) => taken.has(area))
  return [...standing, ...added.fixed, ...added.joined].sort(byFirst)
}

/** `isTold` says of an area that a group is told in it: what does not pass there waits instead of taking the area's figure away. */
function settle(groups: readonly Group[], path: readonly string[], grouping: Grouping, isTold: (area: string) => boolean): Settled {
  const here: Group[] = []
  const inside = new Map<string, Group[]>()
  for (const group of groups) {
    const area = commonAreas(group, grouping)[path.length]
    if (area === undefined) here.push(group)
    else inside.set(area, [...(inside.get(area) ?? []), group])
  }
  const areas = [...inside].sort(([one], [other]) => (one < other ? -1 : 1))
  const parts = areas.map(([area, own]) => settle(own, [...path, area], grouping, isTold))
  const fixed = parts.flatMap((part) => part.fixed)
  const joined = [...here.filter(grouping.passes), ...parts.flatMap((part) => part.joined)]
  const loose = [...here.filter((group) => !grouping.passes(group)), ...parts.flatMap((part) => part.loose)]
  const merged = merge(loose, joined, grouping)
  const area = path.at(-1)
  if (area === undefined || !isTold(area)) return { fixed, ...(merged ?? { joined, loose }) }
  return { fixed: [...fixed, ...(merged?.joined ?? joined)], joined: [], loose: [] }
}

/** What is loose as one group that passes, with the fewest and smallest others it needs for that; null when it cannot. */
function merge(loose: readonly Group[], joined: readonly Group[], { passes }: Grouping): Pick<Settled, 'joined' | 'loose'> | null {
  if (loose.length === 0) return { joined, loose }
  const others = [...joined].sort((one, other) => one.length - other.length || byFirst(one, other))
  let together = loose.flat()
  while (!passes(together)) {
    const next = others.shift()
    if (!next) return null
    together = [...together, ...next]
  }
  return { joined: [...others, together.sort()], loose: [] }
}

/** Areas all networks of a group count in, widest first. */
function commonAreas(group: Group, { areasOf }: Grouping): readonly string[] {
  const [first = [], ...others] = group.map(areasOf)
  const count = others.reduce((most, areas) => Math.min(most, sharedStart(first, areas)), first.length)
  return first.slice(0, count)
}

function sharedStart(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((area, index) => area !== other[index])
  return differs === -1 ? one.length : differs
}

function byFirst(one: Group, other: Group): number {
  return (one[0] ?? '') < (other[0] ?? '') ? -1 : 1
}
