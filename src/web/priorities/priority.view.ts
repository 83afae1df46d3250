import { type Day, daysBetween } from '../../platform/day.js'
import { hoursInTable, hoursInWords } from '../layout/hours.js'
import { count, dayInWords, momentInWords, periodInWords } from '../layout/words.js'
import { fitView } from './figures.js'
import { changedWords, placesOverTime } from './priority-history.js'
import { type AroundData, type MilestoneData, type PracticeViewData, type PriorityData } from './priority.data.js'
import { priorityTag, viewsInWords } from './priorities.view.js'

/** One priority with everything it says and what became of it. */
export function priorityView(priority: PriorityData, around: AroundData, today: Day) {
  const { id, title, rank, status, endorsements, closing, milestones } = priority
  const nameOf = namesOf(around)
  const figures = around.crowdOut?.priorities.find((one) => one.priority?.id === id)
  return {
    ...{ id, title, rank, tag: priorityTag(status), isOpen: closing === null, isAchieved: status === 'ACHIEVED' },
    fit:
      rank !== null && figures
        ? fitView(
            figures,
            priority.minutes.reduce((sum, { central }) => sum + central, 0),
          )
        : null,
    facts: factsOf(priority),
    ...{ groupHead: groupHead(priority), groups: groupRows(priority, around, nameOf.group) },
    milestones: milestones.map((milestone, index) => milestoneView(milestone, index, today)),
    serves: priority.serves.map(({ requirementCode, staffGroup, minutes }) => ({
      ...nameOf.requirement(requirementCode),
      words: `${hoursInWords(minutes)} of ${nameOf.group(staffGroup)}`,
    })),
    views: endorsements.map((view) => practiceView(view, nameOf.practice)),
    viewsInWords: viewsInWords(endorsements),
    closing: closing && {
      reason: closing.reason,
      words: `${closing.recordedBy?.name ?? 'Somebody'}, ${momentInWords(closing.recordedAt)}`,
    },
    places: placesOverTime(id, around.priorityRankings ?? []),
    changes: changedWords(priority.history),
  }
}

function namesOf({ staffGroups, practices, checklist }: AroundData) {
  const groups = new Map((staffGroups ?? []).map(({ code, name }) => [code, name.toLowerCase()]))
  const members = new Map(practices.map(({ practice }) => [practice.odsCode, practice.name]))
  const items = new Map((checklist?.items.nodes ?? []).map((item) => [item.code, item]))
  return {
    group: (code: string) => groups.get(code) ?? code,
    practice: (code: string) => members.get(code) ?? code,
    requirement: (code: string) => {
      const item = items.get(code)
      return { code, title: item?.requirement.title ?? '', href: item ? `/items/${item.id}` : null }
    },
  }
}

function factsOf({ need, needSource, population, owner, measure, baseline, target, opensOn, closesOn }: PriorityData) {
  const notSaid = 'Not said yet'
  return [
    { key: 'What patients need', value: need ?? notSaid },
    { key: 'The data that show it', value: needSource ?? notSaid },
    { key: 'Who it is for', value: population ?? notSaid },
    { key: 'Who leads it', value: owner?.name ?? 'Nobody yet' },
    { key: 'How you will know', value: measure ?? notSaid },
    { key: 'Baseline', value: baseline ?? notSaid },
    { key: 'Target', value: target ?? notSaid },
    { key: 'When', value: periodInWords(opensOn, closesOn) },
  ].map((fact) => ({ ...fact, isMissing: fact.value === notSaid || fact.value === 'Nobody yet' }))
}

function groupRows({ id, rank, minutes, loggedMinutes }: PriorityData, { crowdOut }: AroundData, nameOf: (code: string) => string) {
  const logged = (code: string): number =>
    (loggedMinutes ?? []).filter(({ staffGroup }) => staffGroup === code).reduce((sum, log) => sum + log.minutes, 0)
  return minutes.map(({ staffGroup, low, central, high }) => {
    const group = crowdOut?.staffGroups.find((one) => one.staffGroup === staffGroup)
    const figures = group?.priorities.find((one) => one.priority?.id === id)
    const fits = group?.capacityMinutes === null ? null : (figures?.possibleMinutes ?? null)
    const name = nameOf(staffGroup)
    const numbers = [
      low === high ? hoursInTable(central) : `${hoursInTable(central)} (${hoursInTable(low)} to ${hoursInTable(high)})`,
      ...(rank === null ? [] : [fits === null ? 'Not known' : hoursInTable(fits)]),
      ...(rank === null ? [] : [fits === null ? 'Not known' : hoursInTable(figures?.displacedMinutes ?? 0)]),
      hoursInTable(logged(staffGroup)),
    ]
    return [{ text: name.charAt(0).toUpperCase() + name.slice(1) }, ...numbers.map((text) => ({ text, format: 'numeric' }))]
  })
}

function groupHead({ rank }: PriorityData) {
  const numbers = ['Asked for', ...(rank === null ? [] : ['Fits', 'Displaced']), 'Noted so far']
  return [{ text: 'Staff group' }, ...numbers.map((text) => ({ text, format: 'numeric' }))]
}

function milestoneView({ id, title, dueOn, minutes, doneOn, marks }: MilestoneData, index: number, today: Day) {
  const late = doneOn ? daysBetween(dueOn, doneOn) : daysBetween(dueOn, today)
  const said = marks.find(({ supersededAt }) => supersededAt === null)
  const earlier = marks.filter(({ supersededAt }) => supersededAt !== null)
  return {
    ...{ id, index, title, isDone: doneOn !== null },
    due: `By ${dayInWords(dueOn)}${minutes === null ? '' : `, takes ${hoursInWords(minutes)}`}`,
    tag: doneOn
      ? { text: 'Done', classes: 'nhsuk-tag--green' }
      : late > 0
        ? { text: `${count(late, 'day')} past its day`, classes: 'nhsuk-tag--orange' }
        : { text: 'To do', classes: 'nhsuk-tag--white' },
    words: doneOn ? `Done on ${dayInWords(doneOn)}${lateWords(late)}. ${said?.recordedBy?.name ?? 'Somebody'} said so.` : null,
    earlier: earlier.map(
      ({ doneOn: day, recordedAt, recordedBy }) =>
        `${recordedBy?.name ?? 'Somebody'} said on ${momentInWords(recordedAt)} that it was done on ${dayInWords(day)}. That no longer holds.`,
    ),
  }
}

function lateWords(days: number): string {
  if (days === 0) return ', on its day'
  return days > 0 ? `, ${count(days, 'day')} late` : `, ${count(-days, 'day')} early`
}

function practiceView(
  { practiceCode, endorses, reason, recordedAt, beforeLastChange }: PracticeViewData,
  nameOf: (code: string) => string,
) {
  const said = endorses === null ? 'Has not said' : endorses ? 'Stands behind it' : 'Does not stand behind it'
  const tag = endorses === null ? 'nhsuk-tag--white' : endorses ? 'nhsuk-tag--green' : 'nhsuk-tag--orange'
  return {
    ...{ code: practiceCode, name: nameOf(practiceCode), tag: { text: said, classes: tag }, reason },
    when: recordedAt && `${momentInWords(recordedAt)}${beforeLastChange ? ', before the priority was last changed' : ''}`,
  }
}
