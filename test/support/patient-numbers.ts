import fc from 'fast-check'
import { checkDigitOf } from '../../src/platform/patient-guard/patient-number.js'

/** Numbers of the form patients' numbers have, made here; they may be somebody's, so no test prints one. */
export const patientNumber: fc.Arbitrary<string> = fc
  .oneof(fc.integer({ min: 400_000_000, max: 499_999_999 }), fc.integer({ min: 600_000_000, max: 799_999_999 }))
  .map((first) => `${first}${checkDigitOf(String(first))}`)
  .filter((digits) => digits.length === 10 && !digits.endsWith('000000'))

const joined =
  (gap: string, sizes: readonly number[] = [3, 3, 4]) =>
  (digits: string): string => {
    let from = 0
    return sizes.map((size) => digits.slice(from, (from += size))).join(gap)
  }
const fullWidth = (text: string): string => text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

/** Ways people write one, and programs keep one. */
export const spellings: Readonly<Record<string, (digits: string) => string>> = {
  'ten digits': (digits) => digits,
  'groups with spaces': joined(' '),
  'groups with two spaces': joined('  '),
  'groups with non-breaking spaces': joined('\u00a0'),
  'groups with narrow non-breaking spaces': joined('\u202f'),
  'groups with thin spaces': joined('\u2009'),
  'groups with hyphens': joined('-'),
  'groups with non-breaking hyphens': joined('\u2011'),
  'groups with en dashes': joined('–'),
  'groups with em dashes': joined('—'),
  'groups with minus signs': joined('\u2212'),
  'groups with spaced hyphens': joined(' - '),
  'groups with full stops': joined('.'),
  'groups with middle dots': joined('·'),
  'groups with strokes': joined('/'),
  'groups with underscores': joined('_'),
  'single digits with spaces': joined(' ', Array<number>(10).fill(1)),
  'single digits with hyphens': joined('-', Array<number>(10).fill(1)),
  'five and five': joined(' ', [5, 5]),
  'three and seven': joined(' ', [3, 7]),
  pairs: joined(' ', [2, 2, 2, 2, 2]),
  'four, three and three with hyphens': joined('-', [4, 3, 3]),
  'full-width digits': fullWidth,
  'full-width digits with wide spaces': (digits) => fullWidth(joined('\u3000')(digits)),
  'digits with unseen characters between': joined('\u200b'),
  'digits with soft hyphens between': joined('\u00ad'),
  'behind letters': (digits) => `NHS${digits}`,
  'between brackets': (digits) => `[${digits}]`,
}

/** Spellings that Windows-1252, and so old text files and simple PDFs, can hold. */
export const oldSpellings = Object.fromEntries(
  Object.entries(spellings).filter(([, spell]) => /^[\x20-\xff–—]*$/.test(spell('0123456789'))),
)

const upper = fc.constantFrom(...'ABCDEFGHJKLMNPRSTUVWY')
const digits = (length: number) => fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((all) => all.join(''))
const code = fc.tuple(upper, digits(5)).map((parts) => parts.join(''))
const postcode = fc.tuple(upper, upper, fc.nat(29), fc.nat(9), upper, upper).map(([a, b, c, d, e, f]) => `${a}${b}${c} ${d}${e}${f}`)
const name = fc.constantFrom(
  'The Surgery',
  'Riverside Medical Practice',
  'High Street Health Centre',
  'North Valley PCN',
  'St Mary’s (Dr A B Cole & Partners)',
)
const telephone = fc
  .tuple(digits(3), digits(4), digits(6))
  .chain(([area, four, six]) =>
    fc.constantFrom(
      `01${area} ${six}`,
      `01${area}${six}`,
      `020 7946 ${four}`,
      `(0161) 496 ${four}`,
      `0300 ${area} ${four}`,
      `+44 1${area} ${six}`,
      `+44 (0)345 ${area} ${four}`,
      `07${area} ${six}`,
    ),
  )
const day = fc
  .date({ min: new Date('2013-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const days = fc.oneof(
  day,
  day.map((text) => text.split('-').reverse().join('/')),
  day.map((text) => text.replaceAll('-', '')),
)
const count = fc.oneof(
  fc.integer({ min: 0, max: 60_000 }).map(String),
  fc.double({ min: 0, max: 60_000, noNaN: true }).map(String),
  fc.integer({ min: 0, max: 90_000_000 }).map((pence) => `£${(pence / 100).toFixed(2)}`),
)

/** Lines as files about organisations have them: codes, names, addresses, telephone numbers, days, list sizes, money, ids. */
export const organisationRow: fc.Arbitrary<string> = fc
  .tuple(
    code,
    name,
    fc.integer({ min: 1, max: 299 }),
    postcode,
    telephone,
    days,
    days,
    count,
    count,
    fc.uuid(),
    fc.constantFrom(',', '\t', ';'),
  )
  .map(([org, called, house, at, calls, from, to, size, money, id, comma]) =>
    [org, called, `${house} High Street`, at, calls, from, to, size, money, id].join(comma),
  )
