import { type CommissionerFact } from '../../network/domain/organisations.js'
import { addDays, contractYearOf, type Day, earlier, firstDayOf, later } from '../../platform/day.js'

/** Who leads for a network by the Organisation Data Service, from a day to a day. */
export interface Lead {
  readonly networkCode: string
  readonly subIcbCode: string
  readonly startsOn: Day
  readonly endsOn: Day | null
}

/** To which ICB a practice map counts a sub-ICB location. */
export interface Belonging {
  readonly onDay: Day
  readonly subIcbCode: string
  readonly boardCode: string
}

/** In which sub-ICB location and ICB a practice map has member practices of a network, and how many. */
export interface Presence extends Belonging {
  readonly networkCode: string
  readonly practices: number
}

/** A network's first and last day, as far as they are known. */
export interface NetworkLife {
  readonly networkCode: string
  readonly openedOn: Day | null
  readonly closedOn: Day | null
}

/** All that says who commissions networks. */
export interface CommissioningFacts {
  readonly networks: readonly NetworkLife[]
  readonly leads: readonly Lead[]
  readonly belongings: readonly Belonging[]
  readonly presences: readonly Presence[]
  /** Days of ODS releases: on them a lead can have changed. */
  readonly releasedOn: readonly Day[]
}

interface Observation {
  readonly onDay: Day
  /** `boardCode subIcbCode lead`, or several. */
  readonly commissioners: ReadonlySet<string>
}

/**
 * Who commissions networks, from day to day. The ICB of a network's ODS lead leads, though most of its practices were in another; where that sub-ICB location
 * is no more, the one with most of the network's practices. Any other ICB with practices of the network commissions it as well.
 * What is seen on a day holds since the 1 April before, unless something else was seen since: the areas of ICBs change on 1 April. Before the first practice
 * map nothing is known, so nothing is said. Source: Organisation Data Service reports and practice maps of "Patients Registered at a GP Practice".
 */
export function commissionersOf(facts: CommissioningFacts): CommissionerFact[] {
  const maps = [...new Set(facts.belongings.map(({ onDay }) => onDay))].sort()
  const [first] = maps
  if (first === undefined) return []
  const days = [...new Set([...maps, ...facts.releasedOn.filter((day) => day > first)])].sort()
  const boardOn = new Map(facts.belongings.map(({ onDay, subIcbCode, boardCode }) => [`${onDay} ${subIcbCode}`, boardCode]))
  const leadsOf = grouped(facts.leads)
  const presencesOf = grouped(facts.presences)
  return facts.networks.flatMap((network) => {
    const leads = leadsOf.get(network.networkCode) ?? []
    const presences = presencesOf.get(network.networkCode) ?? []
    const observations = days.map((onDay): Observation => {
      const map = maps.findLast((day) => day <= onDay) ?? first
      const present = presences.filter((presence) => presence.onDay === map)
      return { onDay, commissioners: commissionersOn(leadOn(leads, onDay), present, (subIcb) => boardOn.get(`${map} ${subIcb}`)) }
    })
    return spellsOf(observations).flatMap((spell) => factOf(network, spell))
  })
}

function grouped<Row extends { readonly networkCode: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(row.networkCode, [...(groups.get(row.networkCode) ?? []), row])
  return groups
}

/** The lead of a day; before the first one that is known, that one. */
function leadOn(leads: readonly Lead[], onDay: Day): string | null {
  const inOrder = [...leads].sort((one, other) => (one.startsOn < other.startsOn ? -1 : 1))
  return (inOrder.findLast((lead) => lead.startsOn <= onDay) ?? inOrder[0])?.subIcbCode ?? null
}

function commissionersOn(
  leadCode: string | null,
  present: readonly Presence[],
  boardOf: (subIcbCode: string) => string | undefined,
): ReadonlySet<string> {
  const leading = leadCode === null ? undefined : boardOf(leadCode)
  const most = [...present].sort((one, other) => other.practices - one.practices || (one.subIcbCode < other.subIcbCode ? -1 : 1))[0]
  const lead = leading === undefined ? most : { boardCode: leading, subIcbCode: leadCode ?? '' }
  if (!lead) return new Set()
  const others = present.filter(({ boardCode }) => boardCode !== lead.boardCode).map((one) => `${one.boardCode} ${one.subIcbCode} `)
  return new Set([`${lead.boardCode} ${lead.subIcbCode} lead`, ...others])
}

interface Spell {
  readonly commissioner: string
  readonly from: Day
  readonly to: Day | null
}

/** From when to when each commissioner was seen; dates changes as `commissionersOf` says. */
function spellsOf(observations: readonly Observation[]): Spell[] {
  const spells: Spell[] = []
  const open = new Map<string, Day>()
  let before: Day | null = null
  for (const { onDay, commissioners } of observations) {
    const april = firstDayOf(contractYearOf(onDay))
    const since: Day = before === null || april > before ? april : onDay
    for (const [commissioner, from] of open) {
      if (commissioners.has(commissioner)) continue
      spells.push({ commissioner, from, to: addDays(since, -1) })
      open.delete(commissioner)
    }
    for (const commissioner of commissioners) if (!open.has(commissioner)) open.set(commissioner, since)
    before = onDay
  }
  return [...spells, ...[...open].map(([commissioner, from]) => ({ commissioner, from, to: null }))]
}

/** A spell as far as the network existed in it. */
function factOf({ networkCode, openedOn, closedOn }: NetworkLife, { commissioner, from, to }: Spell): CommissionerFact[] {
  const [boardCode = '', subIcbCode = '', lead] = commissioner.split(' ')
  const startsOn = openedOn === null ? from : later(from, openedOn)
  const endsOn = to !== null && closedOn !== null ? earlier(to, closedOn) : (to ?? closedOn)
  if (endsOn !== null && endsOn < startsOn) return []
  return [{ networkCode, boardCode, subIcbCode, isLead: lead === 'lead', startsOn, endsOn }]
}
