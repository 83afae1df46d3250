import { roles } from '../../access/domain/permission.js'
import { refuse } from '../../specification/domain/problem.js'
import { type Check, flag, listOf, matching, nullable, oneOf, record, text, wholeNumber } from '../../specification/domain/shape.js'
import { type Day } from '../../platform/day.js'
import { ENGLAND, inventedForms, type NamedOrganisation, type Persona } from './organisations.js'
import { toldDay, toldDayForms } from './told-day.js'

/** What `boards.yaml` holds. */
export interface BoardsFile {
  regions: readonly { code: string; name: string }[]
  boards: readonly { code: string; name: string; region: string; subIcbLocations: readonly { code: string; name: string }[] }[]
}

/** What `practices.yaml` holds: every practice with its registered patients on one day, null where that is not known. */
export interface PracticesFile {
  source: string
  listsOn: Day
  practices: readonly { code: string; name: string; patients: number | null }[]
}

/** What `networks.yaml` holds. */
export interface NetworksFile {
  networks: readonly {
    code: string
    name: string
    commissionedBy: readonly { board: string; subIcbLocation: string | null; lead: boolean; since: Day }[]
    practices: readonly { code: string; joined: Day; left: Day | null }[]
  }[]
}

/** What `people.yaml` holds. */
export interface PeopleFile {
  people: readonly Persona[]
}

/** The largest list a practice may state; England's largest is below 150,000. */
const MOST_PATIENTS = 200_000

const name = text(120)
const code = (form: keyof typeof inventedForms, example: string) => matching(inventedForms[form], `an invented code such as ${example}`)
const board = code('board', 'QX01')
const network = code('network', 'UX0001')
const practice = code('practice', 'PX0001')
const subIcbLocation = code('subIcbLocation', 'SX01')
const region = code('region', 'YX01')

/** A day in words or figures, seen from today. */
function told(today: Day): Check<Day> {
  return (value, at) =>
    (typeof value === 'string' ? toldDay(value, today) : undefined) ?? refuse(at, `a day such as ${toldDayForms}`, value)
}

/** Reads `boards.yaml`, each field by itself. */
export const checkBoardsFile: Check<BoardsFile> = record<BoardsFile>({
  regions: listOf(record({ code: region, name }), 1),
  boards: listOf(record({ code: board, name, region, subIcbLocations: listOf(record({ code: subIcbLocation, name }), 1) }), 1),
})

/** Reads `practices.yaml`, each field by itself. */
export const checkPracticesFile = (today: Day): Check<PracticesFile> =>
  record<PracticesFile>({
    source: text(200),
    listsOn: told(today),
    practices: listOf(record({ code: practice, name, patients: nullable(wholeNumber(1, MOST_PATIENTS)) }), 1),
  })

/** Reads `networks.yaml`, each field by itself. */
export const checkNetworksFile = (today: Day): Check<NetworksFile> => {
  type Network = NetworksFile['networks'][number]
  const commissioner = record<Network['commissionedBy'][number]>(
    { board, subIcbLocation: nullable(subIcbLocation), lead: flag, since: told(today) },
    { defaults: { subIcbLocation: null } },
  )
  const member = record<Network['practices'][number]>(
    { code: practice, joined: told(today), left: nullable(told(today)) },
    { defaults: { left: null } },
  )
  return record<NetworksFile>({
    networks: listOf(record<Network>({ code: network, name, commissionedBy: listOf(commissioner, 1), practices: listOf(member, 1) }), 1),
  })
}

/** Which organisation each role is held in. */
const organisationOf: Record<(typeof roles)[number], Check<string>> = {
  'network-manager': network,
  'clinical-director': network,
  'practice-member': practice,
  commissioner: board,
  lmc: code('localMedicalCommittee', 'LX01'),
  'national-viewer': matching(/^ENGLAND$/, `the word ${ENGLAND}`),
  operator: matching(/^ENGLAND$/, `the word ${ENGLAND}`),
}

const roleShape = record<Persona['roles'][number]>({ role: oneOf(roles), organisation: text(9) })

const heldRole: Check<Persona['roles'][number]> = (value, at) => {
  const read = roleShape(value, at)
  if (read === undefined) return undefined
  const organisation = organisationOf[read.role](read.organisation, { ...at, path: [...at.path, 'organisation'] })
  return organisation === undefined ? undefined : read
}

/** Reads `people.yaml`, each field by itself. */
export const checkPeopleFile: Check<PeopleFile> = record<PeopleFile>({
  people: listOf(
    record<Persona>({
      name,
      address: matching(/^[a-z0-9]+([.-][a-z0-9]+)*@headroom\.example$/, 'a lower-case address at headroom.example'),
      roles: listOf(heldRole, 1),
    }),
    1,
  ),
})

/** An organisation of a file as it goes into the tables. */
export function named({ code: odsCode, name: title }: { code: string; name: string }): NamedOrganisation {
  return { odsCode, name: title }
}
