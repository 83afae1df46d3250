/** Wrong tries after which an account waits, and again after as many more. */
export const TRIES = 5

/** The first wait; each further one is twice as long, up to the longest: somebody else's tries must not keep its person out for good. */
const FIRST_MINUTES = 15
const LONGEST_MINUTES = 240

/**
 * How many minutes an account waits after this many wrong tries since its person last signed in; null when it does not. Nobody is told whether it does: whoever tries
 * hears the same words (OWASP ASVS 5, V6.3).
 */
export function minutesLocked(failures: number): number | null {
  if (failures === 0 || failures % TRIES !== 0) return null
  return Math.min(FIRST_MINUTES * 2 ** (failures / TRIES - 1), LONGEST_MINUTES)
}
