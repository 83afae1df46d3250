import { type ChainBreak } from './chain-walk.js'

/** Where a chain ended: kept elsewhere, it tells whether the chain is still the same. */
export interface AuditRoot {
  /** Null for the chain of entries about no organisation. */
  readonly organisationCode: string | null
  readonly sequence: number
  readonly hash: string
}

/** The first entry of an organisation's chain that does not fit. */
export interface BrokenChain extends ChainBreak {
  readonly organisationCode: string | null
}

/** What was checked, and every chain that does not fit. */
export interface ChainReport {
  readonly chains: number
  readonly entries: number
  /** Roots it was compared with; 0 when none were given. */
  readonly roots: number
  readonly broken: readonly BrokenChain[]
}

/** A report as whoever runs it reads it: what fits and how that is known, or each chain with the first entry that does not fit. */
export function linesOf({ chains, entries, roots, broken }: ChainReport): string[] {
  if (broken.length > 0) return broken.map(lineOf)
  const fitting = `The trail fits: ${entries} entries in ${chains} chains.`
  const beyond = 'Whether all of a chain was written anew can only be told with roots kept elsewhere: verify --against ROOTS.'
  return [fitting, roots > 0 ? `It is the same as when the ${roots} roots were kept.` : beyond]
}

/** The first entry of a chain that does not fit, in words. */
export function lineOf({ organisationCode, sequence, id, kind }: BrokenChain): string {
  const chain = organisationCode ?? 'About no organisation'
  const entry = `entry ${sequence}${id === null ? '' : ` (${id})`}`
  switch (kind) {
    case 'CHANGED':
      return id === null ? `${chain}: the head is not what ${entry} says.` : `${chain}: ${entry} is not what was recorded.`
    case 'MISSING':
      return `${chain}: ${entry} is missing, later ones are there.`
    case 'CUT':
      return `${chain}: ${entry} and all after it are missing.`
    case 'ADDED':
      return `${chain}: ${entry} was never recorded.`
    case 'REWRITTEN':
      return `${chain}: ${entry} is another than when the root was kept: it, or any before it, was written anew.`
  }
}
