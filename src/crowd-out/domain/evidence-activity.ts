import { byCode, requireMinutes, requireOnce } from './bounds.js'
import type { StaffMinutes } from './burden.js'
import { businessAsUsualMinutes } from './demand.js'

/** Work that produces evidence, for one requirement or shared by several. */
export interface EvidenceActivity {
  readonly code: string
  /** For the year, per staff group. */
  readonly grossMinutes: readonly StaffMinutes[]
  readonly businessAsUsualPercent: number
  /** Codes of the requirements it serves: at least one. */
  readonly serves: readonly string[]
}

/** Burden minutes of one requirement and staff group. */
export interface AllocatedMinutes extends StaffMinutes {
  readonly requirementCode: string
}

/**
 * Burden minutes of evidence, each activity counted once and shared equally by the requirements it serves; whole minutes, the remainder to
 * the first codes. What is allocated is not what is freed: see `avoidableMinutes`. By requirement, then staff group.
 * Errors: RangeError on figures that cannot be, or an activity that serves nothing. Source: docs/method/burden.md, rule version 1.
 */
export function allocatedMinutes(activities: readonly EvidenceActivity[]): AllocatedMinutes[] {
  const allocated = activities.flatMap((activity) => {
    const codes = [...served(activity)].sort(byCode)
    return burdenMinutes(activity).flatMap(({ staffGroup, minutes }) => {
      const each = Math.floor(minutes / codes.length)
      const extra = minutes % codes.length
      return codes.map((requirementCode, index) => ({ requirementCode, staffGroup, minutes: each + (index < extra ? 1 : 0) }))
    })
  })
  return addedUp(allocated, ({ requirementCode, staffGroup }) => `${requirementCode}\n${staffGroup}`).sort(
    (one, other) => byCode(one.requirementCode, other.requirementCode) || byCode(one.staffGroup, other.staffGroup),
  )
}

/**
 * Burden minutes that end if these requirements end together: activities that serve nothing else. Shared evidence is not freed.
 * By staff group. Errors: as `allocatedMinutes`. Source: docs/method/burden.md, rule version 1.
 */
export function avoidableMinutes(activities: readonly EvidenceActivity[], requirementCodes: readonly string[]): StaffMinutes[] {
  const freed = activities.filter((activity) => served(activity).every((code) => requirementCodes.includes(code)))
  return addedUp(freed.flatMap(burdenMinutes), ({ staffGroup }) => staffGroup).sort((one, other) =>
    byCode(one.staffGroup, other.staffGroup),
  )
}

function served({ code, serves }: EvidenceActivity): readonly string[] {
  if (serves.length === 0) throw new RangeError(`Serves no requirement: ${code}`)
  requireOnce(serves, `requirement of ${code}`)
  return serves
}

function burdenMinutes({ code, grossMinutes, businessAsUsualPercent }: EvidenceActivity): StaffMinutes[] {
  requireOnce(
    grossMinutes.map(({ staffGroup }) => staffGroup),
    `staff group of ${code}`,
  )
  return grossMinutes.map(({ staffGroup, minutes }) => ({
    staffGroup,
    minutes: requireMinutes(minutes, `of ${code}`) - businessAsUsualMinutes(minutes, businessAsUsualPercent),
  }))
}

function addedUp<T extends StaffMinutes>(figures: readonly T[], keyOf: (figure: T) => string): T[] {
  const sums = new Map<string, T>()
  for (const figure of figures) {
    const before = sums.get(keyOf(figure))
    sums.set(keyOf(figure), before ? { ...before, minutes: before.minutes + figure.minutes } : figure)
  }
  return [...sums.values()]
}
