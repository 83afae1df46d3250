import { RequestError } from '../../platform/request-error.js'
import { type Visit } from './visit.js'

/** The network whose own things somebody looks at. Errors: FORBIDDEN for who is in none. */
export function networkOf({ place }: Visit): string {
  if (place.networkCode === null)
    throw new RequestError('FORBIDDEN', 'A network’s priorities, time and requests are its own people’s to see.')
  return place.networkCode
}

/** Whether somebody runs the network, and so may change its priorities and time. */
export function runsNetwork({ place }: Pick<Visit, 'place'>): boolean {
  return place.role === 'NETWORK_MANAGER' || place.role === 'CLINICAL_DIRECTOR'
}

/** Errors: FORBIDDEN for who does not run the network. */
export function mustRunNetwork(visit: Visit): string {
  const code = networkOf(visit)
  if (runsNetwork(visit)) return code
  throw new RequestError('FORBIDDEN', 'The network’s manager and clinical director set its priorities and time. You see what they entered.')
}

/** Whether somebody is the network's clinical director. */
export function isDirector({ place }: Visit): boolean {
  return place.role === 'CLINICAL_DIRECTOR'
}
