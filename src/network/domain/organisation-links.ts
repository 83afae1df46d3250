import { type Day } from '../../platform/day.js'
import { type Place, refuse, within } from '../../specification/domain/problem.js'
import {
  type BoardEntry,
  type BoardsFile,
  type Entries,
  type NetworkEntry,
  type NetworksFile,
  type PeopleFile,
  type PracticesFile,
} from './organisation-files.js'

/** What is right of a file, and where its problems go; undefined where it is no such file at all. */
export type ReadFile<T> = { readonly value: Partial<T>; readonly at: Place } | undefined

/** The four files. */
export interface OrganisationFiles {
  readonly boards: ReadFile<BoardsFile>
  readonly practices: ReadFile<PracticesFile>
  readonly networks: ReadFile<NetworksFile>
  readonly people: ReadFile<PeopleFile>
}

type CodeAt = readonly [code: string, at: Place]

/**
 * Reports every code given twice and every code that stands for nothing, at the place it is written.
 * Entries that are wrong in themselves are passed over; where a list has one, no code is said to be missing from it.
 */
export function checkLinks({ boards, practices, networks, people }: OrganisationFiles): void {
  if (boards) checkBoards(boards)
  if (practices) once(codesAt(practices.value.practices, within(practices.at, 'practices')), 'a practice')
  if (networks) checkNetworks(networks, boards?.value.boards, codesOf(practices?.value.practices))
  if (people) checkPeople(people, { boards, practices, networks })
}

function checkBoards({ value, at }: NonNullable<ReadFile<BoardsFile>>): void {
  const all = within(at, 'boards')
  once(codesAt(value.regions, within(at, 'regions')), 'a region')
  once(codesAt(value.boards, all), 'an ICB')
  const locations: CodeAt[] = []
  const regions = codesOf(value.regions)
  each(value.boards, all, (board, place) => {
    known(board.region, regions, 'a region of regions', within(place, 'region'))
    locations.push(...codesAt(board.subIcbLocations, within(place, 'subIcbLocations')))
  })
  once(locations, 'a sub-ICB location')
}

function checkNetworks(
  { value, at }: NonNullable<ReadFile<NetworksFile>>,
  boards: Entries<BoardEntry> | undefined,
  practices: ReadonlySet<string> | undefined,
): void {
  const all = within(at, 'networks')
  once(codesAt(value.networks, all), 'a network')
  each(value.networks, all, (network, place) => {
    checkCommissioners(network, within(place, 'commissionedBy'), boards)
    each(network.practices, within(place, 'practices'), ({ code, joined, left }, member) => {
      known(code, practices, 'a practice of practices.yaml', within(member, 'code'))
      if (left !== null && left < joined) refuse(within(member, 'left'), `${joined} or later, as it joined then`, left)
    })
  })
  checkOverlaps(value.networks, all)
}

function checkCommissioners({ commissionedBy }: NetworkEntry, at: Place, boards: Entries<BoardEntry> | undefined): void {
  const leads = commissionedBy.filter((commissioner) => commissioner.lead).length
  if (leads !== 1) refuse(at, 'one ICB that leads', `${leads} that lead`)
  const boardCodes = codesOf(boards)
  commissionedBy.forEach(({ board, subIcbLocation }, index) => {
    const place = within(at, index)
    if (commissionedBy.findIndex((other) => other.board === board && other.subIcbLocation === subIcbLocation) < index) {
      refuse(place, 'each ICB once for each sub-ICB location', board)
    }
    known(board, boardCodes, 'an ICB of boards.yaml', within(place, 'board'))
    const locations = codesOf(boards?.find((other) => other?.code === board)?.subIcbLocations)
    if (subIcbLocation !== null) known(subIcbLocation, locations, `a sub-ICB location of ${board}`, within(place, 'subIcbLocation'))
  })
}

/** A practice is in one network at a time. */
function checkOverlaps(networks: Entries<NetworkEntry> | undefined, at: Place): void {
  const earlier: { code: string; joined: Day; left: Day | null; network: string }[] = []
  each(networks, at, (network, place) => {
    each(network.practices, within(place, 'practices'), (member, position) => {
      const other = earlier.find((one) => one.code === member.code && overlap(one, member))
      if (other) refuse(position, `days on which ${member.code} is in no other network`, `${other.network} as well`)
      earlier.push({ ...member, network: network.code })
    })
  })
}

function overlap(one: { joined: Day; left: Day | null }, other: { joined: Day; left: Day | null }): boolean {
  return (one.left === null || one.left >= other.joined) && (other.left === null || other.left >= one.joined)
}

function checkPeople(
  { value, at }: NonNullable<ReadFile<PeopleFile>>,
  { boards, practices, networks }: Omit<OrganisationFiles, 'people'>,
): void {
  const addresses: CodeAt[] = []
  const networkCodes = codesOf(networks?.value.networks)
  const among: Record<string, ReadonlySet<string> | undefined> = {
    'network-manager': networkCodes,
    'clinical-director': networkCodes,
    'practice-member': codesOf(practices?.value.practices),
    commissioner: codesOf(boards?.value.boards),
  }
  each(value.people, within(at, 'people'), (person, place) => {
    addresses.push([person.address, within(place, 'address')])
    each(person.roles, within(place, 'roles'), ({ role, organisation }, position) => {
      known(organisation, among[role], 'an organisation of the other files', within(position, 'organisation'))
    })
  })
  once(addresses, 'a person')
}

function each<T>(list: Entries<T> | undefined, at: Place, visit: (entry: T, at: Place) => void): void {
  list?.forEach((entry, index) => {
    if (entry !== undefined) visit(entry, within(at, index))
  })
}

/** Every code of a list; undefined when an entry is wrong and its code not known. */
function codesOf(list: Entries<{ code: string }> | undefined): ReadonlySet<string> | undefined {
  return list?.every((entry) => entry !== undefined) ? new Set(list.map((entry) => entry?.code ?? '')) : undefined
}

function codesAt(list: Entries<{ code: string }> | undefined, at: Place): CodeAt[] {
  const codes: CodeAt[] = []
  each(list, at, ({ code }, place) => codes.push([code, within(place, 'code')]))
  return codes
}

function once(list: readonly CodeAt[], what: string): void {
  const seen = new Set<string>()
  for (const [code, at] of list) {
    if (seen.has(code)) refuse(at, `${what} no other entry has`, code)
    seen.add(code)
  }
}

function known(code: string, among: ReadonlySet<string> | undefined, what: string, at: Place): void {
  if (among && !among.has(code)) refuse(at, what, code)
}
