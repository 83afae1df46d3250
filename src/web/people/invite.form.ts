import { type InputProblem } from '../../platform/request-error.js'
import { type FormFields } from '../../platform/web/form.js'
import { dayOf, isBlank, type TypedDay, typedDay } from '../layout/dates.js'
import { roleName } from '../layout/visit.js'
import { type OrganisationData } from './people.data.js'

/** The form as it was typed. `what` is a role and an organisation: `CLINICAL_DIRECTOR@U12345`. */
export interface InviteForm {
  readonly idempotencyKey: string
  readonly of: string
  readonly name: string
  readonly email: string
  readonly what: string
  readonly startsOn: TypedDay
  readonly endsOn: TypedDay
}

const none: TypedDay = { day: '', month: '', year: '' }

export function emptyInvite(idempotencyKey: string, of: string): InviteForm {
  return { idempotencyKey, of, name: '', email: '', what: '', startsOn: none, endsOn: none }
}

export function inviteFormOf(fields: FormFields): InviteForm {
  return {
    ...{ idempotencyKey: fields.one('idempotencyKey'), of: fields.one('of'), name: fields.one('name'), email: fields.one('email') },
    ...{ what: fields.one('what'), startsOn: typedDay(fields, 'startsOn'), endsOn: typedDay(fields, 'endsOn') },
  }
}

/** What the form asks for, and what is missing or no day. */
export function inviteInput(fields: FormFields, form: InviteForm): { readonly input: object; readonly problems: InputProblem[] } {
  const [role = '', organisationCode = ''] = form.what.split('@')
  const days = (['startsOn', 'endsOn'] as const).map((field) => ({ field, ...optionalDay(form[field]) }))
  const problems: InputProblem[] = [
    ...(form.name ? [] : [{ field: 'name', message: 'Enter their name' }]),
    ...(/^\S+@\S+\.\S+$/.test(form.email)
      ? []
      : [{ field: 'email', message: form.email ? 'Enter an email address, such as name@nhs.net' : 'Enter their email address' }]),
    ...(role && organisationCode ? [] : [{ field: 'what', message: 'Choose what they will be' }]),
    ...days.flatMap(({ field, isWrong }) =>
      isWrong ? [{ field, message: `${dayNames[field]} must be a real date, such as 14 9 2026` }] : [],
    ),
  ]
  const [startsOn, endsOn] = days.map(({ day }) => day)
  const { idempotencyKey, name, email } = form
  return { input: { idempotencyKey: idempotencyKey || null, name, email, role, organisationCode, startsOn, endsOn }, problems }
}

const dayNames = { startsOn: 'The first day', endsOn: 'The last day' }

/** A day that may be left out. */
export function optionalDay(typed: TypedDay): { readonly day: string | null; readonly isWrong: boolean } {
  const day = isBlank(typed) ? null : dayOf(typed)
  return { day, isWrong: day === null && !isBlank(typed) }
}

/** What somebody can be in one organisation, and with a network in its practices. */
export function roleChoices(administered: readonly OrganisationData[], of: string) {
  const here = administered.find(({ code }) => code === of)
  const practices = here?.kind === 'NETWORK' ? administered.filter(({ kind }) => kind === 'PRACTICE') : []
  return [...(here ? [here] : []), ...practices.sort((one, other) => one.name.localeCompare(other.name))].flatMap(({ code, name, roles }) =>
    roles.map((role) => ({ value: `${role}@${code}`, text: `${roleName(role)}, ${name}`, hint: { text: meanings[role] } })),
  )
}

/** What each role may do, in one line. */
const meanings: Readonly<Record<OrganisationData['roles'][number], string>> = {
  NETWORK_MANAGER: 'Records evidence, declares, plans time, and says who is in the network and its practices',
  CLINICAL_DIRECTOR: 'All that a network manager may, and rates what work is worth to patients',
  PRACTICE_MEMBER: 'Confirms the practice’s part and sees the network’s board',
  COMMISSIONER: 'Reviews what networks submit, sets your dates, and says who else is in the ICB',
  LMC: 'Sees what the networks you cover are asked, and recommends answers',
  NATIONAL_VIEWER: 'Sees how far every network is, and nothing of how it does its work',
  OPERATOR: 'Runs the service and says who is in every organisation; sees nothing of how networks do',
}
