import { type Day, dayAt, type Instant } from '../../platform/day.js'
import { type Role, roleName } from '../layout/visit.js'
import { count, dayInWords, listInWords, momentInWords } from '../layout/words.js'
import { type PermissionData } from './permission-words.js'

export interface MembershipData {
  readonly role: Role
  readonly organisationCode: string
  readonly organisation: { readonly name: string } | null
}

export interface AccountData {
  readonly viewer: {
    readonly person: { readonly name: string }
    readonly canActAs: readonly MembershipData[]
    readonly tokenPermissions: readonly PermissionData[]
    readonly sessions: readonly SessionData[]
    readonly tokens: readonly TokenData[]
  }
}

interface SessionData {
  readonly id: string
  readonly method: 'PERSONA' | 'OPENID' | 'PASSWORD'
  readonly browser: string | null
  readonly startedAt: Instant
  readonly seenAt: Instant
  readonly endsAt: Instant
  readonly isThisOne: boolean
}

interface TokenData {
  readonly id: string
  readonly name: string
  readonly hint: string
  readonly organisationCodes: readonly string[] | null
  readonly permissions: readonly string[] | null
  readonly createdAt: Instant
  readonly expiresAt: Instant
  readonly lastUsedAt: Instant | null
}

const methods = { PERSONA: 'as an invented person', OPENID: 'with your organisation’s account', PASSWORD: 'with your password and a code' }

/** More permissions than these are counted, not listed. */
const MOST_LISTED = 6

/** A browser one is signed in with, as its owner would tell it. */
export function sessionRow({ id, method, browser, startedAt, seenAt, endsAt, isThisOne }: SessionData) {
  return {
    ...{ id, isThisOne, name: browserInWords(browser) },
    seen: isThisOne ? 'This browser' : `Last used ${momentInWords(seenAt)}`,
    detail: `Signed in ${methods[method]} on ${momentInWords(startedAt)}. Over on ${momentInWords(endsAt)} at the latest.`,
  }
}

/** A token, as its owner would tell it. */
export function tokenRow(
  token: TokenData,
  { canActAs: memberships, tokenPermissions }: Pick<AccountData['viewer'], 'canActAs' | 'tokenPermissions'>,
) {
  const { id, name, hint, organisationCodes, permissions, createdAt, expiresAt, lastUsedAt } = token
  const places = organisationCodes?.map((code) => placeName(code, memberships)) ?? ['everything you are in']
  const uses =
    permissions === null
      ? 'all that you may do'
      : permissions.length > MOST_LISTED
        ? count(permissions.length, 'permission')
        : listInWords(permissions.map((name) => tokenPermissions.find(({ permission }) => permission === name)?.what ?? name))
  return {
    ...{ id, name, hint, uses, places: listInWords(places) },
    // The day before the moment it ends: what was chosen as its last.
    times: `Made on ${dayInWords(dayAt(createdAt))}, lasts until ${dayInWords(lastDayBefore(expiresAt))}.`,
    used: lastUsedAt ? `Last used ${momentInWords(lastUsedAt)}.` : 'Never used.',
  }
}

/** What a browser calls itself, in as many words as somebody needs to know it again. */
export function browserInWords(browser: string | null): string {
  if (!browser) return 'A browser that does not say what it is'
  const name = [
    ['Edg/', 'Edge'],
    ['OPR/', 'Opera'],
    ['Firefox/', 'Firefox'],
    ['Chrome/', 'Chrome'],
    ['Safari/', 'Safari'],
  ].find(([mark = '']) => browser.includes(mark))?.[1]
  const system = [
    ['Windows', 'Windows'],
    ['iPhone', 'an iPhone'],
    ['iPad', 'an iPad'],
    ['Android', 'Android'],
    ['Macintosh', 'a Mac'],
    ['Linux', 'Linux'],
  ].find(([mark = '']) => browser.includes(mark))?.[1]
  if (!name) return 'Another browser'
  return system ? `${name} on ${system}` : name
}

/** What somebody is, each once, as choices of where a token reaches. */
export function placeChoices(memberships: readonly MembershipData[], chosen: readonly string[]) {
  const codes = [...new Set(memberships.map(({ organisationCode }) => organisationCode))]
  return codes.map((code) => {
    const roles = memberships.filter(({ organisationCode }) => organisationCode === code).map(({ role }) => roleName(role).toLowerCase())
    return { value: code, text: `${placeName(code, memberships)}, as ${listInWords(roles)}`, checked: chosen.includes(code) }
  })
}

function placeName(code: string, memberships: readonly MembershipData[]): string {
  const name = memberships.find(({ organisationCode }) => organisationCode === code)?.organisation?.name
  return name ?? (code === 'ENGLAND' ? 'England' : code)
}

function lastDayBefore(at: Instant): Day {
  return dayAt(new Date(Date.parse(at) - 1).toISOString())
}
