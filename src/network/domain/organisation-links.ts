import { type Day } from '../../platform/day.js'
import { type Place, refuse, within } from '../../specification/domain/problem.js'
import { type BoardsFile, named, type NetworksFile, type PeopleFile, type PracticesFile } from './organisation-files.js'
import { type MembershipFact, type Organisations } from './organisations.js'

/** A file that could be read, and where its problems go. */
export interface ReadFile<T> {
  readonly value: T
  readonly at: Place
}

/** The four files; undefined where one could not be read. */
export interface OrganisationFiles {
  readonly boards: ReadFile<BoardsFile> | undefined
  readonly practices: ReadFile<PracticesFile> | undefined
  readonly networks: ReadFile<NetworksFile> | undefined
  readonly people: ReadFile<PeopleFile> | undefined
}

type Row = readonly [code: string, at: Place]

/** Reports every code given twice and every code that stands for nothing, in all files that could be read, at the place it is written. */
export function checkLinks({ boards, practices, networks, people }: OrganisationFiles): void {
  if (boards) checkBoards(boards)
  if (practices) once(rows(practices.value.practices, within(practices.at, 'practices')), 'a practice')
  if (networks) checkNetworks(networks, boards, practices)
  if (people) checkPeople(people, { boards, practices, networks })
}

function checkBoards({ value, at }: ReadFile<BoardsFile>): void {
  once(rows(value.regions, within(at, 'regions')), 'a region')
  once(rows(value.boards, within(at, 'boards')), 'an ICB')
  once(
    value.boards.flatMap((board, index) => rows(board.subIcbLocations, within(at, 'boards', index, 'subIcbLocations'))),
    'a sub-ICB location',
  )
  const regions = new Set(value.regions.map((region) => region.code))
  value.boards.forEach(({ region }, index) => known(region, regions, 'a region', 'regions', within(at, 'boards', index, 'region')))
}

function checkNetworks(
  networks: ReadFile<NetworksFile>,
  boards: ReadFile<BoardsFile> | undefined,
  practices: ReadFile<PracticesFile> | undefined,
): void {
  const all = within(networks.at, 'networks')
  once(rows(networks.value.networks, all), 'a network')
  const practiceCodes = practices && new Set(practices.value.practices.map((practice) => practice.code))
  networks.value.networks.forEach((network, index) => {
    checkCommissioners(network, within(all, index, 'commissionedBy'), boards?.value)
    network.practices.forEach(({ code, joined, left }, member) => {
      const at = within(all, index, 'practices', member)
      if (practiceCodes) known(code, practiceCodes, 'a practice', 'practices.yaml', within(at, 'code'))
      if (left !== null && left < joined) refuse(within(at, 'left'), `${joined} or later, as it joined then`, left)
    })
  })
  checkOverlaps(networks)
}

function checkCommissioners({ commissionedBy }: NetworksFile['networks'][number], at: Place, boards: BoardsFile | undefined): void {
  const leads = commissionedBy.filter((commissioner) => commissioner.lead).length
  if (leads !== 1) refuse(at, 'one ICB that leads', `${leads} that lead`)
  commissionedBy.forEach(({ board, subIcbLocation }, index) => {
    const place = within(at, index)
    if (commissionedBy.findIndex((other) => other.board === board && other.subIcbLocation === subIcbLocation) < index) {
      refuse(place, 'each ICB once for each sub-ICB location', board)
    }
    if (!boards) return
    const found = boards.boards.find((other) => other.code === board)
    if (!found) refuse(within(place, 'board'), 'an ICB of boards.yaml', board)
    else if (subIcbLocation !== null && !found.subIcbLocations.some((location) => location.code === subIcbLocation)) {
      refuse(within(place, 'subIcbLocation'), `a sub-ICB location of ${board}`, subIcbLocation)
    }
  })
}

/** A practice is in one network at a time. */
function checkOverlaps({ value, at }: ReadFile<NetworksFile>): void {
  const earlier: { code: string; joined: Day; left: Day | null; network: string }[] = []
  value.networks.forEach((network, index) => {
    network.practices.forEach((member, position) => {
      const other = earlier.find((one) => one.code === member.code && overlap(one, member))
      if (other)
        refuse(
          within(at, 'networks', index, 'practices', position),
          `days on which ${member.code} is in no other network`,
          `${other.network} as well`,
        )
      earlier.push({ ...member, network: network.code })
    })
  })
}

function overlap(one: { joined: Day; left: Day | null }, other: { joined: Day; left: Day | null }): boolean {
  return (one.left === null || one.left >= other.joined) && (other.left === null || other.left >= one.joined)
}

function checkPeople({ value, at }: ReadFile<PeopleFile>, { boards, practices, networks }: Omit<OrganisationFiles, 'people'>): void {
  const all = within(at, 'people')
  once(
    value.people.map(({ address }, index) => [address, within(all, index, 'address')] as const),
    'a person',
  )
  const codes: Record<string, ReadonlySet<string> | undefined> = {
    'network-manager': codesOf(networks?.value.networks),
    'clinical-director': codesOf(networks?.value.networks),
    'practice-member': codesOf(practices?.value.practices),
    commissioner: codesOf(boards?.value.boards),
  }
  value.people.forEach((person, index) => {
    person.roles.forEach(({ role, organisation }, position) => {
      const among = codes[role]
      if (among) known(organisation, among, 'an organisation', 'the other files', within(all, index, 'roles', position, 'organisation'))
    })
  })
}

function codesOf(list: readonly { code: string }[] | undefined): ReadonlySet<string> | undefined {
  return list && new Set(list.map((one) => one.code))
}

function rows(list: readonly { code: string }[], at: Place): Row[] {
  return list.map(({ code }, index) => [code, within(at, index, 'code')])
}

function once(list: readonly Row[], what: string): void {
  const seen = new Set<string>()
  for (const [code, at] of list) {
    if (seen.has(code)) refuse(at, `${what} no other entry has`, code)
    seen.add(code)
  }
}

function known(code: string, among: ReadonlySet<string>, what: string, where: string, at: Place): void {
  if (!among.has(code)) refuse(at, `${what} of ${where}`, code)
}

/** The tables' rows of files without problems. Errors: Error when a file is missing (a caller's bug). */
export function organisationsOf(files: OrganisationFiles): Organisations {
  const { boards, practices, networks } = files
  if (!boards || !practices || !networks) throw new Error('Files without problems gave no value')
  const { source, listsOn: onDay } = practices.value
  return {
    regions: boards.value.regions.map(({ code, name }) => ({ code, name })),
    boards: boards.value.boards.map((board) => ({ ...named(board), regionCode: board.region })),
    subIcbLocations: boards.value.boards.flatMap((board) =>
      board.subIcbLocations.map((location) => ({ ...named(location), boardCode: board.code })),
    ),
    networks: networks.value.networks.map(named),
    practices: practices.value.practices.map(named),
    commissioners: networks.value.networks.flatMap(({ code: networkCode, commissionedBy }) =>
      commissionedBy.map((by) => ({
        networkCode,
        boardCode: by.board,
        subIcbCode: by.subIcbLocation,
        isLead: by.lead,
        startsOn: by.since,
        endsOn: null,
      })),
    ),
    memberships: networks.value.networks.flatMap(({ code: networkCode, practices: members }): MembershipFact[] =>
      members.map(({ code: practiceCode, joined: startsOn, left: endsOn }) => ({ networkCode, practiceCode, startsOn, endsOn })),
    ),
    listSizes: practices.value.practices.flatMap(({ code: practiceCode, patients }) =>
      patients === null ? [] : [{ practiceCode, onDay, patients, source }],
    ),
  }
}
