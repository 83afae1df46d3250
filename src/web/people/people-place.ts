import { RequestError } from '../../platform/request-error.js'
import { type Visit } from '../layout/visit.js'

/** What of an address is one text; empty where it is not. */
export function textIn(value: unknown): string {
  return typeof value === 'string' ? value.trim().slice(0, 100) : ''
}

/** Which organisation's people somebody looks at: the one asked for, else that of the place they are in. Errors: FORBIDDEN for who administers none. */
export function placeOf({ place }: Visit, asked: string): { readonly code: string; readonly isOperator: boolean } {
  const isOperator = place.role === 'OPERATOR' && place.code !== ''
  if (!isOperator && !['NETWORK_MANAGER', 'CLINICAL_DIRECTOR', 'COMMISSIONER', 'LMC'].includes(place.role)) {
    throw new RequestError(
      'FORBIDDEN',
      'Who is invited to an organisation, those who run it say. For a practice, its network’s manager and clinical director do.',
    )
  }
  return { code: asked || place.code, isOperator }
}
