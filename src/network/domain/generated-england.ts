import { type Day } from '../../platform/day.js'
import { type ListSizeFact, type MembershipFact, type NamedOrganisation, type Organisations } from './organisations.js'

/** How large a generated England is. */
export interface EnglandSize {
  readonly networks: number
  readonly practices: number
  readonly boards: number
}

/** England on 2 March 2026: networks and their member practices in force by ODS's core partner report; ICBs from April 2026. */
export const ENGLAND_SIZE: EnglandSize = { networks: 1298, practices: 6139, boards: 36 }

/** Since when every generated membership stands. */
const SINCE: Day = '2019-07-01'
const REGIONS = 7
/** One network in this many is commissioned by a second ICB as well. */
const SHARED = 60

/**
 * Invented organisations in England's numbers, for measuring and for tests: the same ones for the same size, seed and day.
 * Every network has at least one practice and one leading ICB; a few are commissioned by two. List sizes are patients on `listsOn`.
 * Errors: RangeError when there are fewer practices than networks, fewer networks than ICBs, or more than the invented codes allow.
 */
export function generateEngland(listsOn: Day, size: EnglandSize = ENGLAND_SIZE, seed = 1): Organisations {
  refuseSize(size)
  const random = randomFrom(seed)
  const boards = numbered('QX', 2, size.boards, 'ICB').map((board, index) => ({ ...board, regionCode: regionCode(index % REGIONS) }))
  const networks = numbered('UX', 4, size.networks, 'network')
  const practices = numbered('PX', 4, size.practices, 'practice')
  return {
    regions: Array.from({ length: Math.min(REGIONS, size.boards) }, (_, index) => ({
      code: regionCode(index),
      name: `Generated region ${index + 1}`,
    })),
    boards,
    subIcbLocations: numbered('SX', 2, size.boards, 'sub-ICB location').map((location, index) => ({
      ...location,
      boardCode: at(boards, index).odsCode,
    })),
    networks,
    practices,
    commissioners: commissionersOf(networks, boards, random),
    memberships: membershipsOf(networks, practices, random),
    listSizes: practices.map(({ odsCode }): ListSizeFact => ({
      practiceCode: odsCode,
      onDay: listsOn,
      patients: listSize(random),
      source: 'Generated',
    })),
  }
}

function refuseSize({ networks, practices, boards }: EnglandSize): void {
  if (boards < 1 || networks < boards || practices < networks)
    throw new RangeError('Needs an ICB, a network for each ICB and a practice for each network')
  if (boards > 99 || practices > 9999) throw new RangeError('There are codes for at most 99 ICBs and 9,999 networks or practices')
}

/** The first networks go to one ICB each, the others anywhere. */
function commissionersOf(
  networks: readonly NamedOrganisation[],
  boards: readonly NamedOrganisation[],
  random: Random,
): Organisations['commissioners'] {
  return networks.flatMap(({ odsCode: networkCode }, index) => {
    const lead = index < boards.length ? index : random(boards.length)
    const others = boards.length > 1 && index % SHARED === SHARED - 1 ? [(lead + 1 + random(boards.length - 1)) % boards.length] : []
    return [lead, ...others].map((board) => {
      const boardCode = at(boards, board).odsCode
      return { networkCode, boardCode, subIcbCode: boardCode.replace('Q', 'S'), isLead: board === lead, startsOn: SINCE, endsOn: null }
    })
  })
}

/** One practice for each network, the others anywhere: networks of one practice and of many, as in England. */
function membershipsOf(networks: readonly NamedOrganisation[], practices: readonly NamedOrganisation[], random: Random): MembershipFact[] {
  return practices.map(({ odsCode: practiceCode }, index) => {
    const network = index < networks.length ? index : random(networks.length)
    return { networkCode: at(networks, network).odsCode, practiceCode, startsOn: SINCE, endsOn: null }
  })
}

/** Between 1,500 and about 30,000, with more small lists than large ones and a mean near 10,300. */
function listSize(random: Random): number {
  return 1500 + Math.floor((random(13_300) * random(13_300)) / 6200) + random(4000)
}

function numbered(prefix: string, digits: number, count: number, what: string): NamedOrganisation[] {
  return Array.from({ length: count }, (_, index) => ({
    odsCode: prefix + String(index + 1).padStart(digits, '0'),
    name: `Generated ${what} ${index + 1}`,
  }))
}

function regionCode(index: number): string {
  return `YX${String(index + 1).padStart(2, '0')}`
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index]
  if (found === undefined) throw new RangeError(`Nothing at ${index}`)
  return found
}

/** The next whole number from 0 up to, not including, a limit. */
type Random = (limit: number) => number

/** The same numbers for the same seed on every machine (mulberry32). */
function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
}
