import { type DemonstrationChecklist } from './demonstration-plan.js'
import { addDays, addMonths, type ContractYear, type Day, earlier, firstDayOf, lastDayOf, later } from './platform/day.js'

/** Has somebody of a network, or of another organisation, do something on a day and gives what came of it. */
export type Tell = (day: Day, role: string, mutation: string, input: object, organisationCode?: string) => Promise<Record<string, unknown>>

/** What an invented network chose to do for its own patients. Months are counted from April. */
interface InventedPriority {
  readonly title: string
  readonly need: string
  readonly needSource: string
  readonly population: string
  readonly measure: string
  readonly baseline: string
  readonly target: string
  readonly fromMonth: number
  readonly directorHours: number
  readonly managerHours: number
  readonly milestone: string
}

/** Everything an invented network entered about its time. */
interface InventedNetwork {
  readonly directorSessionsAWeek: number
  readonly managerHoursAWeek: number
  readonly priorities: readonly InventedPriority[]
  /** What practices say of the first priority. */
  readonly views: readonly InventedView[]
}

interface InventedView {
  readonly practiceCode: string
  readonly endorses: boolean
  readonly reason?: string
}

const hypertension: InventedPriority = {
  title: 'High blood pressure in the two most deprived neighbourhoods',
  need: 'Fewer people there have their blood pressure under control than elsewhere in the network.',
  needSource: 'Local health profile, invented',
  population: 'Adults with high blood pressure in two of the most deprived neighbourhoods',
  measure: 'Share with blood pressure under control',
  ...{ baseline: '61% in March, invented', target: '70% by March' },
  ...{ fromMonth: 6, directorHours: 60, managerHours: 80, milestone: 'First evening clinic' },
}
const isolation: InventedPriority = {
  title: 'Isolated people over 65',
  need: 'Many people over 65 who live alone are known to no service.',
  needSource: 'Practice registers and the council’s survey, invented',
  population: 'People over 65 living alone in five deprived neighbourhoods',
  measure: 'People who say they have somebody to turn to',
  ...{ baseline: '4 in 10 of those asked, invented', target: '6 in 10' },
  ...{ fromMonth: 9, directorHours: 30, managerHours: 60, milestone: 'First hundred calls' },
}
const anxiety: InventedPriority = {
  title: 'Anxiety and low mood among people on low incomes',
  need: 'People on low incomes wait longest and come back most often.',
  needSource: 'Appointment counts, invented',
  population: 'Adults on low incomes with anxiety or low mood',
  measure: 'Anxiety score before and after',
  ...{ baseline: 'GAD-7 of 14 on average, invented', target: '9 or less' },
  ...{ fromMonth: 3, directorHours: 40, managerHours: 50, milestone: 'Group sessions begin' },
}

/** Two practices of the first network have said what they think; the third has not yet. */
const agreed: readonly InventedView[] = [
  {
    practiceCode: 'PX0001',
    endorses: false,
    reason: 'Our patients in the valley need it as much. We would stand behind it for the whole network.',
  },
  { practiceCode: 'PX0002', endorses: true },
]

/** The first networks of the demonstration, in order of code; the others have entered nothing yet, which is how every network begins. */
const invented: readonly InventedNetwork[] = [
  { directorSessionsAWeek: 1.25, managerHoursAWeek: 30, priorities: [hypertension, isolation], views: agreed },
  { directorSessionsAWeek: 1.5, managerHoursAWeek: 22.5, priorities: [anxiety, isolation, hypertension], views: [] },
  { directorSessionsAWeek: 2, managerHoursAWeek: 37.5, priorities: [isolation, anxiety], views: [] },
]

/** Year-end checks that give time back, of which one is thought well of and one is not. */
const RATED: readonly string[] = ['24-30', '24-31']

const mutationOf = (name: string, fields = '__typename'): string =>
  `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${fields} } }`

/** Says of a network's time what an invented one would; nothing for networks that have entered nothing yet, the `place`-th being the first of them. */
export async function tellPriorities(tell: Tell, place: number, checklist: DemonstrationChecklist, today: Day): Promise<void> {
  const network = invented[place]
  if (network) await new OwnWork(tell, network, checklist, today).tell()
  else if (ESTIMATING.includes(place)) await tellEstimates(tell, place, checklist, today)
}

/** Networks that have said what declaring and reporting takes and nothing else: enough for a release to tell something, and not everything. */
const ESTIMATING: readonly number[] = [3, 4, 6]

async function tellEstimates(
  tell: Tell,
  place: number,
  { odsCode: networkCode, checklist }: DemonstrationChecklist,
  today: Day,
): Promise<void> {
  const { contractYear, items } = checklist
  const day = later(firstDayOf(contractYear), addDays(today, -120))
  const staffGroup = 'CLINICAL_DIRECTOR'
  for (const [index, { code: requirementCode }] of reportsOf(items.nodes).entries()) {
    const central = 240 + place * 30 + index * 60
    const estimate = { networkCode, contractYear, requirementCode, staffGroup, low: central - 60, central, high: central + 120 }
    await tell(day, 'network-manager', mutationOf('estimateMinutes'), {
      ...estimate,
      businessAsUsualPercent: 20,
      note: 'From the diary, invented.',
    })
  }
  // The last of them has no clinical director at present.
  if (place === ESTIMATING.at(-1)) return
  for (const [index, { id: itemId }] of items.nodes.filter(({ code }) => RATED.includes(code)).entries()) {
    await tell(day, 'clinical-director', mutationOf('rateItem'), { itemId, rating: 2 + index, reason: 'Invented for the demonstration.' })
  }
}

/** The first returns of a checklist, which several networks have estimated. */
function reportsOf<Item extends { readonly requirement: { readonly nature: string } }>(items: readonly Item[]): Item[] {
  return items.filter(({ requirement }) => requirement.nature === 'REPORT').slice(0, 2)
}

/** One network's time, priorities, requests and log, told in order. */
class OwnWork {
  private readonly networkCode: string
  private readonly contractYear: ContractYear

  constructor(
    private readonly tellAs: Tell,
    private readonly network: InventedNetwork,
    private readonly checklist: DemonstrationChecklist,
    private readonly today: Day,
  ) {
    this.networkCode = checklist.odsCode
    this.contractYear = checklist.checklist.contractYear
  }

  async tell(): Promise<void> {
    await this.time()
    await this.estimates()
    await this.money()
    const ids: string[] = []
    for (const priority of this.network.priorities) ids.push(await this.priority(priority))
    await this.views(ids[0])
    await this.requests()
    await this.log(ids)
    const readers = ['COMMISSIONERS', 'LMCS']
    const statement = { networkCode: this.networkCode, contractYear: this.contractYear, readers }
    await this.by('clinical-director', -5, 'publishStatement', statement)
  }

  /** Somebody does something so many days from today, and never before the year began. */
  private by(role: string, days: number, name: string, input: object, fields?: string): Promise<Record<string, unknown>> {
    const day = later(firstDayOf(this.contractYear), addDays(this.today, days))
    return this.tellAs(day, role, mutationOf(name, fields), input)
  }

  private manager(days: number, name: string, input: object, fields?: string): Promise<Record<string, unknown>> {
    return this.by('network-manager', days, name, { networkCode: this.networkCode, contractYear: this.contractYear, ...input }, fields)
  }

  private async time(): Promise<void> {
    const { directorSessionsAWeek: sessions, managerHoursAWeek: hours } = this.network
    const otherFixedByMonth = Array.from({ length: 12 }, () => 120)
    const basis = 'Invented for the demonstration.'
    await this.manager(-200, 'setCapacity', { staffGroup: 'CLINICAL_DIRECTOR', weekly: { sessions }, otherFixedByMonth, basis })
    await this.manager(-200, 'setCapacity', { staffGroup: 'NETWORK_MANAGER', weekly: { hours }, basis })
    const pay = { CLINICAL_DIRECTOR: 7_500, NETWORK_MANAGER: 2_400, PRACTICE_MANAGER: 2_200, CLINICIAN: 3_500, ADMINISTRATOR: 1_400 }
    for (const [staffGroup, hourlyPayPence] of Object.entries(pay)) {
      const tariff = { networkCode: this.networkCode, staffGroup, hourlyPayPence, onCostsPercent: 25, priceYear: this.contractYear, basis }
      await this.by('network-manager', -200, 'setTariff', tariff)
    }
  }

  /** Care has no assumption, so the network has said what leading it takes; and it knows better of its first reports. */
  private async estimates(): Promise<void> {
    const items = this.checklist.checklist.items.nodes
    const delivered = items.filter(({ requirement }) => requirement.nature === 'DELIVER').slice(0, 12)
    for (const { code: requirementCode } of delivered) {
      const input = { requirementCode, note: 'Meetings and rotas, invented.' }
      await this.manager(-190, 'estimateMinutes', { ...input, staffGroup: 'CLINICAL_DIRECTOR', low: 240, central: 480, high: 720 })
      await this.manager(-190, 'estimateMinutes', { ...input, staffGroup: 'NETWORK_MANAGER', low: 480, central: 960, high: 1_440 })
    }
    for (const { code: requirementCode } of reportsOf(items)) {
      const input = { requirementCode, staffGroup: 'CLINICAL_DIRECTOR', low: 180, central: 300, high: 600, businessAsUsualPercent: 20 }
      await this.manager(-190, 'estimateMinutes', { ...input, note: 'From last year’s diary, invented.' })
    }
  }

  /** What rates are multiplied with, what going for an indicator takes, and one bill. */
  private async money(): Promise<void> {
    const basis = 'Invented for the demonstration.'
    const bases = [
      { base: 'BEDS', size: 310 },
      { base: 'ADJUSTED', size: 36_400 },
      { base: 'POINTS', indicatorCode: 'HI03', size: 36 },
    ]
    for (const base of bases) await this.manager(-190, 'setPaymentBase', { ...base, basis })
    for (const [staffGroup, central] of Object.entries({ CLINICAL_DIRECTOR: 480, NETWORK_MANAGER: 1_800, CLINICIAN: 2_400 })) {
      const estimate = { requirementCode: 'HI03', staffGroup, low: central / 2, central, high: central * 2 }
      await this.manager(-190, 'estimateMinutes', { ...estimate, note: 'Recalls and searches, invented.' })
    }
    const [report] = reportsOf(this.checklist.checklist.items.nodes)
    const bill = { code: report?.code, pence: 42_000, what: 'A day of a data analyst, invented', paidOn: firstDayOf(this.contractYear) }
    await this.manager(-190, 'recordOutsideCost', bill)
  }

  private async priority({ fromMonth, directorHours, managerHours, milestone, ...text }: InventedPriority): Promise<string> {
    const opensOn = addMonths(firstDayOf(this.contractYear), fromMonth)
    const minutes = [
      { staffGroup: 'CLINICAL_DIRECTOR', low: directorHours * 45, central: directorHours * 60, high: directorHours * 80 },
      { staffGroup: 'NETWORK_MANAGER', central: managerHours * 60 },
    ]
    const milestones = [{ title: milestone, dueOn: addDays(opensOn, 45), minutes: 600 }]
    const input = { ...text, opensOn, closesOn: lastDayOf(this.contractYear), minutes, milestones }
    const set = await this.manager(-180, 'setPriority', input, '__typename ... on PrioritySet { priority { id milestones { id dueOn } } }')
    const { id, milestones: made } = set['priority'] as { id: string; milestones: { id: string; dueOn: Day }[] }
    for (const { id: milestoneId, dueOn } of made.filter((one) => addMonths(one.dueOn, 2) < this.today)) {
      const doneOn = addDays(dueOn, 9)
      await this.tellAs(doneOn, 'network-manager', mutationOf('markMilestone'), { priorityId: id, milestoneId, doneOn })
    }
    return id
  }

  private async views(priorityId: string | undefined): Promise<void> {
    for (const view of this.network.views) {
      const day = later(firstDayOf(this.contractYear), addDays(this.today, -100))
      await this.tellAs(day, 'practice-member', mutationOf('endorsePriority'), { priorityId, ...view }, view.practiceCode)
    }
  }

  /** One request with no clause that was accepted all the same, and one nobody has answered. */
  private async requests(): Promise<void> {
    const asked = { networkCodes: [this.networkCode], contractYear: this.contractYear, nature: 'REPORT' }
    const receivedOn = (days: number) => ({ receivedOn: later(firstDayOf(this.contractYear), addDays(this.today, days)) })
    const plan = {
      ...{
        ...asked,
        ...receivedOn(-60),
        title: 'A winter plan for the system',
        what: 'Ten pages on winter, with figures of each practice.',
      },
      ...{ askedBy: 'The integrated care board', askerKind: 'ICB', clause: { clause: 'NOT_FOUND' } },
      minutes: [
        { staffGroup: 'CLINICAL_DIRECTOR', minutes: { low: 120, central: 240, high: 480 } },
        { staffGroup: 'NETWORK_MANAGER', minutes: { central: 600 } },
      ],
    }
    const recorded = await this.by('network-manager', -60, 'recordRequest', plan, '__typename ... on RequestRecorded { request { id } }')
    const { id: requestId } = recorded['request'] as { id: string }
    await this.by('clinical-director', -55, 'answerRequest', { requestId, networkCode: this.networkCode, choice: 'ACCEPT' })
    const calls = {
      ...{ ...asked, ...receivedOn(-12), title: 'A weekly call about discharges', what: 'Half an hour every Tuesday.', timing: 'LEVELLED' },
      ...{ askedBy: 'The hospital trust', askerKind: 'TRUST', minutes: [{ staffGroup: 'CLINICAL_DIRECTOR', minutes: { central: 600 } }] },
    }
    await this.by('network-manager', -12, 'recordRequest', calls)
  }

  /** A little time noted, two ratings, and what put the first priority back. */
  private async log(priorityIds: readonly string[]): Promise<void> {
    const items = this.checklist.checklist.items.nodes
    const declared = items.filter(({ code }) => RATED.includes(code))
    const spentOn = later(firstDayOf(this.contractYear), addDays(this.today, -20))
    const noted = { spentOn, note: 'About that long.' }
    for (const [index, { id: itemId }] of declared.entries()) {
      await this.by('network-manager', -20, 'logMinutes', { ...noted, itemId, staffGroup: 'NETWORK_MANAGER', minutes: 25 + index * 20 })
      const reason = index === 0 ? 'It changes nothing for patients.' : 'A wrong list costs every practice.'
      await this.by('clinical-director', -18, 'rateItem', { itemId, rating: index === 0 ? 1 : 4, reason })
    }
    const [priorityId] = priorityIds
    await this.by('clinical-director', -20, 'logMinutes', { ...noted, priorityId, staffGroup: 'CLINICAL_DIRECTOR', minutes: 300 })
    const report = items.find(({ requirement }) => requirement.nature === 'REPORT')
    const happenedOn = earlier(this.today, later(firstDayOf(this.contractYear), addDays(this.today, -10)))
    const displaced = { priorityId, minutes: 240, happenedOn, note: 'The evening went into the return.' }
    const because = report ? { cause: 'REQUIREMENT', requirementCode: report.code } : { cause: 'UNKNOWN' }
    await this.by('clinical-director', -10, 'recordDisplacement', { ...displaced, ...because })
    await this.by('clinical-director', -9, 'recordDisplacement', { ...displaced, minutes: 120, cause: 'STAFFING', note: 'Sickness.' })
  }
}
