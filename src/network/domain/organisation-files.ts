import { roles } from '../../access/domain/permission.js'
import { refuse, within } from '../../specification/domain/problem.js'
import {
  type Check,
  flag,
  listOf,
  matching,
  nullable,
  oneOf,
  readFields,
  record,
  type Shape,
  text,
  wholeNumber,
} from '../../specification/domain/shape.js'
import { type Day } from '../../platform/day.js'
import { ENGLAND, inventedForms, type Persona } from './organisations.js'
import { toldDay, toldDayForms } from './told-day.js'

/** The entries of a list, each in its place; undefined where one is wrong. */
export type Entries<T> = readonly (T | undefined)[]

export interface BoardEntry {
  code: string
  name: string
  region: string
  subIcbLocations: readonly CodeAndName[]
}

/** A practice with its registered patients on one day, null where that is not known. */
export interface PracticeEntry extends CodeAndName {
  patients: number | null
}

export interface NetworkEntry extends CodeAndName {
  commissionedBy: readonly { board: string; subIcbLocation: string | null; lead: boolean; since: Day }[]
  practices: readonly { code: string; joined: Day; left: Day | null }[]
}

export interface CodeAndName {
  code: string
  name: string
}

/** What `boards.yaml` holds. */
export interface BoardsFile {
  regions: Entries<CodeAndName>
  boards: Entries<BoardEntry>
}

/** What `practices.yaml` holds. */
export interface PracticesFile {
  source: string
  listsOn: Day
  practices: Entries<PracticeEntry>
}

/** What `networks.yaml` holds. */
export interface NetworksFile {
  networks: Entries<NetworkEntry>
}

/** What `people.yaml` holds. */
export interface PeopleFile {
  people: Entries<Persona>
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

/** A list of at least one entry: those that are right are kept in their places, so that one slip does not hide the next. */
function entries<T extends object>(check: Check<T>): Check<Entries<T>> {
  return (value, at) => {
    if (!Array.isArray(value) || value.length === 0) return refuse(at, 'a list of at least 1', value)
    return value.map((one: unknown, index) => check(one, within(at, index)))
  }
}

/** What is right of a file. */
function file<T extends object>(shape: Shape<T>): Check<Partial<T>> {
  return (value, at) => readFields(shape, value, at)
}

/** Reads `boards.yaml`, each field by itself. */
export const checkBoardsFile = file<BoardsFile>({
  regions: entries(record({ code: region, name })),
  boards: entries(record({ code: board, name, region, subIcbLocations: listOf(record({ code: subIcbLocation, name }), 1) })),
})

/** Reads `practices.yaml`, each field by itself. */
export const checkPracticesFile = (today: Day): Check<Partial<PracticesFile>> =>
  file<PracticesFile>({
    source: text(200),
    listsOn: told(today),
    practices: entries(record({ code: practice, name, patients: nullable(wholeNumber(1, MOST_PATIENTS)) })),
  })

/** Reads `networks.yaml`, each field by itself. */
export const checkNetworksFile = (today: Day): Check<Partial<NetworksFile>> => {
  const commissioner = record<NetworkEntry['commissionedBy'][number]>(
    { board, subIcbLocation: nullable(subIcbLocation), lead: flag, since: told(today) },
    { defaults: { subIcbLocation: null } },
  )
  const member = record<NetworkEntry['practices'][number]>(
    { code: practice, joined: told(today), left: nullable(told(today)) },
    { defaults: { left: null } },
  )
  return file<NetworksFile>({
    networks: entries(record<NetworkEntry>({ code: network, name, commissionedBy: listOf(commissioner, 1), practices: listOf(member, 1) })),
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
  const organisation = organisationOf[read.role](read.organisation, within(at, 'organisation'))
  return organisation === undefined ? undefined : read
}

/** Reads `people.yaml`, each field by itself. */
export const checkPeopleFile = file<PeopleFile>({
  people: entries(
    record<Persona>({
      name,
      address: matching(/^[a-z0-9]+([.-][a-z0-9]+)*@headroom\.example$/, 'a lower-case address at headroom.example'),
      roles: listOf(heldRole, 1),
    }),
  ),
})
