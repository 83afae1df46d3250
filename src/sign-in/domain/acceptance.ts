/** How a one-time link can be accepted by whoever holds it now. */
export const acceptances = ['AS_YOURSELF', 'NEW_ACCOUNT', 'SIGN_IN_FIRST', 'AT_PROVIDER', 'NOT_YOURS', 'NOT_HERE'] as const
export type Acceptance = (typeof acceptances)[number]

/** A one-time link, who holds it, and how people sign in here. */
export interface LinkSituation {
  /** For setting up anew how somebody signs in, instead of for a role. */
  readonly isReset: boolean
  readonly email: string
  /** How people sign in here; null for a demonstration without either. */
  readonly way: 'local' | 'openid' | null
  /** Whoever is signed in; null when nobody is. */
  readonly holder: { readonly email: string | null } | null
  /** Whether somebody is known here by the address of the link. */
  readonly isAddressKnown: boolean
}

/**
 * Nobody gets hold of an account by a link for its address: who is known signs in first. At a provider the address does not have to match, because there it is no proof; with
 * accounts kept here it is all there is to know somebody by.
 */
export function acceptanceOf({ isReset, email, way, holder, isAddressKnown }: LinkSituation): Acceptance {
  if (isReset) return way === null ? 'NOT_HERE' : way === 'openid' ? 'AT_PROVIDER' : 'NEW_ACCOUNT'
  if (holder) return way === 'openid' || holder.email === email ? 'AS_YOURSELF' : 'NOT_YOURS'
  if (way === 'openid') return 'AT_PROVIDER'
  if (isAddressKnown) return 'SIGN_IN_FIRST'
  return way === 'local' ? 'NEW_ACCOUNT' : 'NOT_HERE'
}
