import { Transform } from 'class-transformer'
import { ValidateBy } from 'class-validator'

/** What a text may look like besides its longest length. */
export interface PlainTextOptions {
  /** Fewest characters once trimmed; 1 unless said otherwise. 0 lets a text be empty. */
  readonly shortest?: number
  /** Whether it may have more than one line. */
  readonly lines?: boolean
}

/** Control characters, halves of characters, and marks that turn the direction of what follows: nobody types them, and they hide things. */
const UNWANTED = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u

/**
 * Text somebody wrote: trimmed, its line ends made the same, of a length that is said, and without control characters. Lengths are in
 * characters, not bytes. Put it after `@IsOptional()` where a field may be left out.
 */
export function PlainText(longest: number, options: PlainTextOptions = {}): PropertyDecorator {
  const { shortest = 1, lines = true } = options
  return (target, property) => {
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : value))(
      target,
      property,
    )
    ValidateBy({
      name: 'plainText',
      validator: {
        validate: (value: unknown) => problemOf(value, shortest, longest, lines) === undefined,
        defaultMessage: (found) => `${found?.property} must ${problemOf(found?.value, shortest, longest, lines)}`,
      },
    })(target, property)
  }
}

/** Several such texts, each on one line and none empty. */
export function PlainTexts(longest: number): PropertyDecorator {
  return (target, property) => {
    Transform(({ value }: { value: unknown }) =>
      Array.isArray(value) ? value.map((one: unknown) => (typeof one === 'string' ? one.trim() : one)) : value,
    )(target, property)
    const wrong = (values: unknown): string | undefined =>
      Array.isArray(values) ? values.map((value) => problemOf(value, 1, longest, false)).find((problem) => problem) : 'be a list'
    ValidateBy({
      name: 'plainTexts',
      validator: {
        validate: (values: unknown) => wrong(values) === undefined,
        defaultMessage: (found) => `each of ${found?.property} must ${wrong(found?.value)}`,
      },
    })(target, property)
  }
}

/** Why a text cannot be taken, as what it must do instead: "not contain control characters". Undefined when it can. */
export function problemOf(value: unknown, shortest: number, longest: number, lines: boolean): string | undefined {
  if (typeof value !== 'string') return 'be text'
  // No text has more characters than code units: only one near the limit is counted.
  const length = value.length > longest * 2 ? value.length : [...value].length
  const span = shortest === 0 ? `at most ${withCommas(longest)}` : `${withCommas(shortest)} to ${withCommas(longest)}`
  if (length < shortest || length > longest) return `be ${span} characters`
  if (!lines && /[\n\t]/.test(value)) return 'be on one line'
  return UNWANTED.test(value.replaceAll(/[\n\t]/g, '')) ? 'not contain control characters' : undefined
}

function withCommas(number: number): string {
  return number.toLocaleString('en-GB')
}
