/** The widths of a release's table, widest first. */
export const releaseLevels = ['ENGLAND', 'REGION', 'BOARD'] as const
export type ReleaseLevel = (typeof releaseLevels)[number]

/** The one area of the widest level. */
export const ENGLAND = 'ENGLAND'

/** An area of the table. */
export interface Area {
  readonly level: ReleaseLevel
  readonly code: string
}

/** Where a network counts: the ICB that leads it and that ICB's region; null where not known. It then counts in wider areas only. */
export interface Place {
  readonly boardCode: string | null
  readonly regionCode: string | null
}

/** The areas a network counts in, widest first, as keys that compare. */
export function areaKeysOf({ regionCode, boardCode }: Place): string[] {
  const region = regionCode === null ? [] : [areaKey({ level: 'REGION', code: regionCode })]
  const board = boardCode === null ? [] : [areaKey({ level: 'BOARD', code: boardCode })]
  return [areaKey({ level: 'ENGLAND', code: ENGLAND }), ...region, ...board]
}

export function areaKey({ level, code }: Area): string {
  return `${level} ${code}`
}

/**
 * Where networks count in a contract year: where the year's first release that knew them had them, so that a network that moves takes nothing
 * from one area's sum to another's. Source: docs/method/release.md, rule version 1.
 */
export function placesOfYear(before: ReadonlyMap<string, Place>, now: ReadonlyMap<string, Place>): ReadonlyMap<string, Place> {
  return new Map([...now, ...before].sort(([one], [other]) => (one < other ? -1 : 1)))
}
