import { type Day } from '../../platform/day.js'
import { everyRole, roleName } from '../layout/visit.js'
import { dayInWords, momentInWords } from '../layout/words.js'
import { type InvitationData, type MemberData, type OrganisationData, type PeopleData } from './people.data.js'

/** Somebody in the list. */
export interface MemberRow {
  readonly name: string
  readonly isYou: boolean
  readonly role: string
  readonly days: string
  readonly marks: readonly string[]
  /** Null for who has left: there is nothing to change. */
  readonly href: string | null
}

/** Members of one organisation. */
export interface MemberGroup {
  readonly code: string
  readonly name: string
  readonly rows: readonly MemberRow[]
}

/** The people of an organisation: its own first, then those of its practices; those who have left come last. */
export function peopleView(data: PeopleData, code: string, today: Day, personId: string) {
  const { nodes } = data.memberships
  const organisations = nodes.map(({ organisationCode, organisation }) => ({
    code: organisationCode,
    name: organisation?.name ?? organisationCode,
  }))
  const here = data.here.find((one) => one.code === code)
  const codes = [code, ...new Set(organisations.map((one) => one.code).filter((one) => one !== code))]
  const nameOf = (one: string): string =>
    (one === code ? here?.name : undefined) ?? organisations.find((other) => other.code === one)?.name ?? one
  const groups = codes
    .map((one): MemberGroup => ({ code: one, name: nameOf(one), rows: rowsOf(nodes, one, today, personId) }))
    .sort((one, other) => Number(other.code === code) - Number(one.code === code) || one.name.localeCompare(other.name))
  return {
    name: nameOf(code),
    groups,
    without: here?.kind === 'NETWORK' ? practicesWithout(data.administered, codes) : [],
    invitations: data.invitations.map((one) => invitationRow(one)),
    isCut: data.memberships.pageInfo.hasNextPage,
  }
}

function rowsOf(nodes: readonly MemberData[], code: string, today: Day, personId: string): MemberRow[] {
  return nodes
    .filter(({ organisationCode }) => organisationCode === code)
    .sort(
      (one, other) =>
        Number(isOver(one, today)) - Number(isOver(other, today)) ||
        everyRole.indexOf(one.role) - everyRole.indexOf(other.role) ||
        one.person.name.localeCompare(other.person.name),
    )
    .map((one) => memberRow(one, today, personId))
}

/** One membership in words. */
export function memberRow(membership: MemberData, today: Day, personId: string): MemberRow {
  const { id, role, organisationCode, startsOn, onlyAdministrator, person } = membership
  const isGone = isOver(membership, today)
  return {
    ...{ name: person.name, isYou: person.id === personId, role: roleName(role), days: daysInWords(membership, today) },
    marks: [
      ...(isGone ? ['Left'] : []),
      ...(!isGone && startsOn > today ? ['Not yet'] : []),
      ...(!isGone && onlyAdministrator ? ['Only administrator'] : []),
    ],
    href: isGone ? null : `/people/${organisationCode}/${id}`,
  }
}

/** Whether a membership is over. */
export function isOver({ endsOn, endedAt }: Pick<MemberData, 'endsOn' | 'endedAt'>, today: Day): boolean {
  return endedAt !== null || (endsOn !== null && endsOn < today)
}

function daysInWords({ startsOn, endsOn, endedAt }: MemberData, today: Day): string {
  if (endedAt !== null) return `${dayInWords(startsOn)} to ${momentInWords(endedAt)}`
  if (endsOn !== null) return `${dayInWords(startsOn)} to ${dayInWords(endsOn)}`
  return `${startsOn > today ? 'From' : 'Since'} ${dayInWords(startsOn)}`
}

function practicesWithout(administered: readonly OrganisationData[], codes: readonly string[]): string[] {
  return administered.filter(({ kind, code }) => kind === 'PRACTICE' && !codes.includes(code)).map(({ name }) => name)
}

function invitationRow({ id, name, email, role, organisation, invitedBy, createdAt, expiresAt, startsOn, endsOn }: InvitationData) {
  const to = endsOn === null ? '' : ` to ${dayInWords(endsOn)}`
  return {
    ...{ id, name, email, role: `${roleName(role)}${organisation ? `, ${organisation.name}` : ''}` },
    days: `From ${dayInWords(startsOn)}${to}`,
    detail: `Invited by ${invitedBy?.name ?? 'whoever runs this service'} on ${momentInWords(createdAt)}. Can be accepted until ${momentInWords(expiresAt)}.`,
  }
}
