import { type RequestStanding } from './request-words.js'

/** What of one network bears on who attends for whom. */
export interface AttendanceFacts {
  readonly standing: RequestStanding
  /** Whether it offers to attend for the others. */
  readonly offers: boolean
  /** The network that attends for it; null where it goes itself. */
  readonly attendedBy: string | null
}

/** Attending cannot be agreed like this. */
export interface AttendanceRefused {
  readonly kind: 'AttendanceRefused'
  readonly field: string
  readonly message: string
}

/** Why a network cannot offer to attend for the others; undefined when it can: it accepted, goes itself, and others were asked. */
export function refuseOffer({ standing, attendedBy }: AttendanceFacts, networksAsked: number): AttendanceRefused | undefined {
  if (networksAsked < 2) return refused('requestId', 'No other network was asked.')
  if (attendedBy !== null) return refused('networkCode', `${attendedBy} attends for this network. End that first.`)
  if (standing !== 'ACCEPT') return refused('networkCode', 'A network attends for others only when it has accepted the request itself.')
  return undefined
}

/**
 * Why a network cannot have another attend for it; undefined when it can: the other offers to, and it does not itself attend for others.
 * Whether the other was asked at all is not told.
 */
export function refuseAgreement(facts: AttendanceFacts, other: AttendanceFacts | null): AttendanceRefused | undefined {
  if (facts.offers) return refused('networkCode', 'This network offers to attend for the others. Take that back first.')
  if (!other?.offers) return refused('attendantCode', 'This network does not offer to attend.')
  return undefined
}

function refused(field: string, message: string): AttendanceRefused {
  return { kind: 'AttendanceRefused', field, message }
}
