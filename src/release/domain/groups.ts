/** Networks that are only ever told as one sum, by code. */
export type Group = readonly string[]

/** Where networks count, widest area first, and which of them may be told as one sum. */
export interface Grouping {
  readonly areasOf: (network: string) => readonly string[]
  readonly passes: (networks: Group) => boolean
}

/** What one area and those in it have come to: groups that pass, and networks or earlier groups that so far do not. */
interface Settled {
  readonly joined: readonly Group[]
  readonly loose: readonly Group[]
}

/**
 * The one pass that withholds: sorts the networks a release counts into groups that each pass, smallest areas first. What does not pass in its
 * area is tried together with the rest of the next wider one, and counts in wider areas only. What passes nowhere takes in, for England, the
 * smallest groups that do until it passes: these are the complement, and are withheld in their own areas with it.
 *
 * Groups of the year's earlier releases are only ever kept or joined with each other, never split or added to; networks that are new form groups
 * of their own that pass without them, or wait. So all releases of a year tell sums of the same few groups, each of which passed when it was
 * made. Null: the earlier groups pass nowhere any more, and nothing may be told this time.
 * Source: docs/method/release.md, rule version 1.
 */
export function groupsOf(before: readonly Group[], newcomers: readonly string[], grouping: Grouping): readonly Group[] | null {
  const standing = joinedOf(before, grouping)
  if (standing === null) return null
  const singles = [...newcomers].sort().map((network) => [network])
  const parts = settle(singles, 0, grouping)
  return [...standing, ...(merge(parts, grouping) ?? parts.joined)].sort(byFirst)
}

/** Earlier groups as they stand now. */
function joinedOf(before: readonly Group[], grouping: Grouping): readonly Group[] | null {
  return merge(settle(before, 0, grouping), grouping)
}

/** Groups that share their areas as far as this depth. */
function settle(groups: readonly Group[], depth: number, grouping: Grouping): Settled {
  const here: Group[] = []
  const inside = new Map<string, Group[]>()
  for (const group of groups) {
    const area = commonAreas(group, grouping)[depth]
    if (area === undefined) here.push(group)
    else if (!inside.get(area)?.push(group)) inside.set(area, [group])
  }
  const parts = [...inside.values()].map((own) => settle(own, depth + 1, grouping))
  const joined = [...here.filter(grouping.passes), ...parts.flatMap((part) => part.joined)]
  const loose = [...here.filter((group) => !grouping.passes(group)), ...parts.flatMap((part) => part.loose)]
  const together = loose.flat().sort()
  return loose.length > 0 && grouping.passes(together) ? { joined: [...joined, together], loose: [] } : { joined, loose }
}

/** What is still loose as one group, with the fewest and smallest others it needs to pass; null when it cannot. */
function merge({ joined, loose }: Settled, { passes }: Grouping): readonly Group[] | null {
  if (loose.length === 0) return joined
  const others = [...joined].sort((one, other) => one.length - other.length || byFirst(one, other))
  let together = loose.flat()
  while (!passes(together)) {
    const next = others.shift()
    if (!next) return null
    together = [...together, ...next]
  }
  return [...others, together.sort()]
}

/** Areas all networks of a group count in, widest first. */
function commonAreas(group: Group, { areasOf }: Grouping): readonly string[] {
  const [first = [], ...others] = group.map(areasOf)
  const differs = first.findIndex((area, index) => others.some((areas) => areas[index] !== area))
  return differs === -1 ? first : first.slice(0, differs)
}

function byFirst(one: Group, other: Group): number {
  return (one[0] ?? '') < (other[0] ?? '') ? -1 : 1
}
