import { inEveryCase, type LocalPriority, type NationalItem, type StaffGroupPlan } from '../src/crowd-out/domain/plan.js'
import { natures, obligations } from '../src/specification/domain/catalogue.js'

const GROUPS = ['CLINICAL_DIRECTOR', 'NETWORK_MANAGER', 'PRACTICE_MANAGER', 'CLINICIAN', 'ADMINISTRATOR']
const REQUIREMENTS = 150
const PRIORITIES = 8

/** A generated network: 5 staff groups, 150 requirements with 2,500 pieces of work between them, 8 priorities. No two networks are alike. */
export function generatedNetwork(network: number): StaffGroupPlan[] {
  return GROUPS.map((staffGroup, group) => ({
    staffGroup,
    capacityMinutes: Array.from({ length: 12 }, (_, month) => 3_000 + ((month * 7 + group + network) % 5) * 400),
    otherFixedMinutes: Array.from({ length: 12 }, () => 300),
    national: Array.from({ length: REQUIREMENTS }, (_, index) => itemOf(index, group, network)),
    local: Array.from({ length: PRIORITIES }, (_, index) => priorityOf(index, network)),
  }))
}

/** How many pieces of work its requirements are. */
export function occurrencesIn(plans: readonly StaffGroupPlan[]): number {
  return plans.reduce((sum, { national }) => sum + national.reduce((work, item) => work + (item.work?.length ?? 0), 0), 0)
}

/** One item in four is four pieces of one-off work; the others recur: two in three over four quarters, the rest over two halves. */
function itemOf(index: number, group: number, network: number): NationalItem {
  const [nature, obligation] = [natures[index % 4] ?? 'REPORT', obligations[index % 3] ?? 'PAID']
  const levelled = index % 4 !== 3
  const pieces = index % 3 === 0 ? 2 : 4
  const work = Array.from({ length: pieces }, (_, piece) => {
    const firstMonth = levelled ? (piece * 12) / pieces : (index + piece + network) % 9
    return {
      minutes: inEveryCase(60 + ((index * 37 + group * 11 + piece + network * 13) % 90)),
      firstMonth,
      lastMonth: levelled ? firstMonth + 12 / pieces - 1 : firstMonth + 3,
      timing: levelled ? ('LEVELLED' as const) : ('FLOATING' as const),
    }
  })
  const code = `item-${String(index).padStart(3, '0')}`
  return { code, origin: 'REQUIREMENT', nature, obligation, pursued: true, businessAsUsualPercent: 25, work, upToPence: null }
}

function priorityOf(index: number, network: number): LocalPriority {
  const minutes = inEveryCase(1_200 + ((index * 53 + network * 17) % 2_400))
  const work = [{ minutes, firstMonth: index, lastMonth: Math.min(11, index + 4), timing: 'FLOATING' as const }]
  return { code: `local-${index}`, rank: index + 1, work, serves: [] }
}
