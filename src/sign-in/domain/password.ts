/** The fewest and the most characters of a password (NIST SP 800-63B-4, 3.1.1.2 asks for 15 alone and 8 beside a second factor; we ask for 12). */
export const SHORTEST = 12
export const LONGEST = 128

/** Of every password this short list would not do; what people put digits and marks around to reach a length is what it has to know. */
const COMMON = new Set([
  ...['password', 'passwort', 'passw', 'welcome', 'letmein', 'qwerty', 'qwertyuiop', 'qwertyuiopasdfghjkl', 'azerty', 'asdfghjkl'],
  ...[
    'zxcvbnm',
    'iloveyou',
    'sunshine',
    'princess',
    'football',
    'liverpool',
    'arsenal',
    'chelsea',
    'monkey',
    'dragon',
    'superman',
    'batman',
  ],
  ...['charlie', 'ashley', 'michael', 'jordan', 'admin', 'administrator', 'changeme', 'secret', 'login', 'master', 'access', 'summer'],
  ...['winter', 'spring', 'autumn', 'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october'],
  ...['november', 'december', 'headroom', 'surgery', 'practice', 'network', 'doctor', 'nurse', 'manager', 'nhs', 'nhsengland', 'trustno'],
])

/** Keys beside each other and letters and digits in their order: a password made of them is tried first. */
const ROWS = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn7ujm']

/** Shorter parts of a name are in too many words to be asked about. */
const SHORTEST_PART = 4

/**
 * Why a password cannot be taken, as what to do instead; null when it can. Length and what is easily guessed count; which kinds of characters it is made of does
 * not (NIST SP 800-63B-4, 3.1.1.2; OWASP ASVS 5, V6.2). `about` are the person's name and address.
 */
export function passwordProblem(password: string, about: readonly string[]): string | null {
  const length = [...password].length
  if (length < SHORTEST)
    return `Choose a password of at least ${SHORTEST} characters, such as three words that have nothing to do with each other.`
  if (length > LONGEST) return `Choose a password of at most ${LONGEST} characters.`
  const plain = lettersMeant(password)
  if (partsOf(about).some((part) => plain.includes(part))) return 'Choose a password without your name or email address in it.'
  if (new Set(plain).size < 5 || isCommon(password) || isInRow(password.toLowerCase())) {
    return 'Choose a password that is harder to guess, such as three words that have nothing to do with each other.'
  }
  return null
}

/** Letters in place of the digits and marks people put for them. */
function lettersMeant(password: string): string {
  const meant: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' }
  return password.toLowerCase().replace(/[013457@$!]/g, (mark) => meant[mark] ?? mark)
}

/** One of the common words, however often, with digits and marks around it. */
function isCommon(password: string): boolean {
  const bare = password.toLowerCase().replace(/^[^a-z]+|[^a-z]+$/g, '')
  return [bare, lettersMeant(bare)].some((text) => {
    const letters = text.replace(/[^a-z]/g, '')
    return COMMON.has(letters) || COMMON.has(repeated(letters))
  })
}

/** What a text repeats; the text itself when it repeats nothing. */
function repeated(text: string): string {
  return /^(.+?)\1+$/.exec(text)?.[1] ?? text
}

function isInRow(password: string): boolean {
  const once = repeated(password)
  return ROWS.some((row) => row.includes(once) || [...row].reverse().join('').includes(once))
}

function partsOf(about: readonly string[]): string[] {
  return about
    .flatMap(
      (text) =>
        text
          .toLowerCase()
          .split('@')[0]
          ?.split(/[^\p{L}]+/u) ?? [],
    )
    .filter((part) => part.length >= SHORTEST_PART)
}
