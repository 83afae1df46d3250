/** A ten-digit number as it stands in a text. */
export interface PatientNumber {
  /** Its digits, without what stood between them. */
  readonly digits: string
}

/**
 * Between groups of digits: one to three spaces; a dash, middle dot, stroke or underscore, with or without spaces around it; a full stop, but not with a space only behind
 * it, as at the end of a sentence.
 */
const GAP = / {0,3}[-\u2010-\u2015\u2043\u2212/\u00b7\u2022_] {0,3}| \. |\.(?! )| {1,3}/

/** Digits and what may join them, as far as it goes. */
const RUN = new RegExp(`[0-9]+(?:(?:${GAP.source})[0-9]+)*`, 'g')
const GAPS = new RegExp(GAP.source, 'g')

/** Characters that are not seen, and may stand inside a number that was copied. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g

/** An id of this program or another: never a patient's number, and full of digits and dashes. */
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi

/** A day, which with others and a time of day can come to ten digits. */
const DAY =
  /(?<!\d)(?:(?:0?[1-9]|[12]\d|3[01])[-./](?:0?[1-9]|1[0-2])[-./](?:19|20)\d\d|(?:19|20)\d\d[-./](?:0[1-9]|1[0-2])[-./](?:0[1-9]|[12]\d|3[01]))(?!\d)/g

/** An amount such as 62.4 million pounds in pence. One number issued in a million ends like this. */
const ROUND = /0{6}$/

/** Digits in front of a telephone number: the nought, or the country's code. */
const DIALLED = /^(?:0|(?:00)?44)$/

/** Ways to write ten digits in groups with spaces. Any others are columns of a table far more often than a number. */
const SPACED = new Set(['3,3,4', '3,7', '6,4', '5,5', '2,2,2,2,2', '1,1,1,1,1,1,1,1,1,1'])

/**
 * Every number in a text that can be a patient's NHS number, in order, each once: ten digits in one of the ranges in use whose last digit is the right check digit, together or
 * in groups with spaces, dashes, full stops, strokes or underscores between, non-breaking and full-width forms included.
 * A number of that form that is something else cannot be told apart: one in about 30 of random ten-digit numbers.
 */
export function findPatientNumbers(text: string): PatientNumber[] {
  if (!/[0-9\uff10-\uff19]/.test(text)) return []
  const plain = text.normalize('NFKC').replace(UNSEEN, '').replace(UUID, '|').replace(DAY, '|')
  const found = new Set<string>()
  for (const run of plain.matchAll(RUN)) {
    if (run[0].length < 10) continue
    for (const digits of numbersIn(
      run[0],
      plain.slice(Math.max(0, run.index - 20), run.index),
      plain.slice(run.index + run[0].length, run.index + run[0].length + 20),
    )) {
      if (isPatientNumber(digits)) found.add(digits)
    }
  }
  return [...found].map((digits) => ({ digits }))
}

/**
 * Whether ten digits are in a range from which NHS numbers are issued (England, Wales and the Isle of Man 400 to 499 and 600 to 799 million, before the check digit; England and
 * Northern Ireland from 311.3 million on), with the right check digit by modulus 11.
 * Source: NHS Data Model and Dictionary, NHS number (check digit); https://en.wikipedia.org/wiki/NHS_number (ranges). Numbers of Scotland (CHI), which begin with a date, and those
 * for tests, which begin with 9, are not among them.
 */
export function isPatientNumber(digits: string): boolean {
  if (!/^[0-9]{10}$/.test(digits)) return false
  const first = Number(digits.slice(0, 9))
  const isIssued = (first >= 311_300_000 && first <= 499_999_999) || (first >= 600_000_000 && first <= 799_999_999)
  return isIssued && !ROUND.test(digits) && checkDigitOf(digits) === Number(digits[9])
}

/** The check digit of the first nine digits, by modulus 11; 10 where there is none and the number is not issued. */
export function checkDigitOf(digits: string): number {
  const sum = [...digits.slice(0, 9)].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0)
  return (11 - (sum % 11)) % 11
}

/** A number as it can be shown and logged: its last two digits only, enough to find it where it stands. */
export function masked(digits: string): string {
  return `••• ••• ••${digits.slice(-2)}`
}

/** A text with every such number masked, where it has to be kept as far as it can. */
export function withoutPatientNumbers(text: string): string {
  if (findPatientNumbers(text).length === 0) return text
  const plain = text.normalize('NFKC').replace(UNSEEN, '')
  return plain.replace(RUN, (run) => (findPatientNumbers(run).length > 0 ? masked(run) : run))
}

/** Ten digits that stand together as one number in a run of digits, by what stands before and after it. */
function numbersIn(run: string, before: string, after: string): string[] {
  const groups = run.split(GAPS)
  const gaps = run.match(GAPS) ?? []
  const isWhole = groups.join('').length === 10 && groups.length > 1
  if (isWhole && !isTelephone(before) && isOneNumber(groups, gaps)) return [groups.join('')]
  return groups.flatMap((group, index) => {
    if (group.length === 10 && standsAlone(groups, gaps, index, before, after)) return [group]
    const three = groups.slice(index, index + 3)
    const isInThree = three.map(({ length }) => length).join() === '3,3,4'
    const isDialled = isTelephone(before) || DIALLED.test(groups.slice(0, index).join(''))
    return isInThree && !isDialled && isSameGap(gaps.slice(index, index + 2)) ? [three.join('')] : []
  })
}

/** Groups with dashes and the like between are one number in any grouping, but for decimals; with spaces in a few only. */
function isOneNumber(groups: readonly string[], gaps: readonly string[]): boolean {
  if (gaps.length === 1 && gaps[0] === '.') return false
  return gaps.every((gap) => gap.trim() !== '') || SPACED.has(groups.map(({ length }) => length).join())
}

/** Ten digits together are a number, but for the decimals of another, and for parts of a code with letters and further digits. */
function standsAlone(groups: readonly string[], gaps: readonly string[], index: number, before: string, after: string): boolean {
  if (gaps[index - 1] === '.' || gaps[index] === '.') return false
  const letters = [
    index === 0 ? (/[A-Za-z0-9]*$/.exec(before)?.[0] ?? '') : '',
    index === groups.length - 1 ? (/^[A-Za-z0-9]*/.exec(after)?.[0] ?? '') : '',
  ]
  return !letters.some((beside) => /[0-9]/.test(beside))
}

/** Three groups inside more digits are a number when they are joined alike, as columns of a table also are: told apart by nothing else. */
function isSameGap([one = '', other = '']: readonly string[]): boolean {
  return one === other
}

/** What comes before the rest of a telephone number: a plus sign, or the nought that is left out from abroad. */
function isTelephone(before: string): boolean {
  return /(?:\(0\) {0,2}|\+)$/.test(before)
}
