import { inEveryCase, type LocalPriority, type NationalItem, type StaffGroupPlan } from './plan.js'

const HOUR = 60

/** The worked example of docs/method/crowd-out.md: one staff group, 20 hours a month, in whole hours. */
export function workedExample(cancerReviewPercent = 0): StaffGroupPlan {
  return {
    staffGroup: 'CLINICAL_DIRECTOR',
    capacityMinutes: Array.from({ length: 12 }, () => 20 * HOUR),
    otherFixedMinutes: null,
    national: [
      item('workforce-plan', 'REPORT', 18, [3, 4]),
      { ...item('cancer-review', 'REPORT', 30, [9, 11]), businessAsUsualPercent: cancerReviewPercent },
      { ...item('care-home-mdt', 'DELIVER', 120, [0, 11], 'LEVELLED'), businessAsUsualPercent: null },
      item('year-end-declarations', 'DECLARE', 16, [11, 11]),
      item('slot-mapping', 'DECLARE', 24, [0, 11], 'LEVELLED'),
    ],
    local: [priority('hypertension', 1, 40, 6, 11), priority('isolated-over-65s', 2, 20, 9, 11)],
  }
}

/** A national item of so many hours, nothing of which would be done anyway. */
export function item(
  code: string,
  nature: NationalItem['nature'],
  hours: number,
  [firstMonth, lastMonth]: readonly [number, number],
  timing: 'LEVELLED' | 'FLOATING' = 'FLOATING',
): NationalItem {
  const work = [{ minutes: inEveryCase(hours * HOUR), firstMonth, lastMonth, timing }]
  return { code, origin: 'REQUIREMENT', nature, obligation: 'PAID', pursued: true, businessAsUsualPercent: 0, work, upToPence: null }
}

/** A priority of so many hours, done once inside its window. */
export function priority(code: string, rank: number, hours: number, firstMonth: number, lastMonth: number): LocalPriority {
  const work = [{ minutes: inEveryCase(hours * HOUR), firstMonth, lastMonth, timing: 'FLOATING' as const }]
  return { code, rank, work, serves: [] }
}
