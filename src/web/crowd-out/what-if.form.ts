import { type Day } from '../../platform/day.js'
import { hoursInWords } from '../layout/hours.js'
import { inPounds } from '../layout/words.js'
import { type Nature, type PaidWorkData, type TodayData, type TodayItem } from './crowd-out.data.js'
import { basisOf } from './highlight.js'
import { addressOf, type Switches } from './switches.js'

const MONTHS = ['April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December', 'January', 'February', 'March']

const natures: Readonly<Record<Nature, string>> = { DECLARE: 'declaration', REPORT: 'report', GOVERN: 'governance', DELIVER: 'care' }

/** The form of switches, with those of the address set. Every item to relax can be ticked and unticked by itself. */
export function whatIfForm(today: TodayData, switches: Switches, page: string) {
  const { staffGroup, paidWork } = today
  const paperwork = staffGroup.items.filter(isOffered).sort(mostBackFirst)
  const others = staffGroup.items.filter((item) => !isOffered(item))
  const all = [...new Set([...switches.relaxing, ...paperwork.map(({ code }) => code)])]
  return {
    relax: [...paperwork, ...others.filter(({ code }) => switches.relaxing.includes(code))].map((item) => relaxRow(item, switches)),
    others: others
      .filter(({ code }) => !switches.relaxing.includes(code))
      .map(({ code, title, nature }) => ({ code, text: `${code} ${title} (${natures[nature]})` })),
    allHref: all.length > switches.relaxing.length ? addressOf(page, { ...switches, relaxing: all }) : null,
    allCount: paperwork.length,
    noneHref: switches.relaxing.length > 0 ? addressOf(page, { ...switches, relaxing: [] }) : null,
    paid: paidWork.map((work) => paidRow(work, switches)),
    priorities: staffGroup.priorities.flatMap(({ priority }) => (priority ? [priorityRow(priority, switches)] : [])),
    add: addRow(switches),
    paidChosen: switches.pursuing.length + switches.dropping.length,
    prioritiesChosen: switches.moving.length + switches.protecting.length,
  }
}

/** Declarations and reports that are nothing but that, and of which something would not be done anyway. */
function isOffered({ declarationOnly, relaxableMinutes }: TodayItem): boolean {
  return declarationOnly?.verdict === true && (relaxableMinutes ?? 0) > 0
}

function mostBackFirst(one: TodayItem, other: TodayItem): number {
  return (other.returnedMinutes ?? 0) - (one.returnedMinutes ?? 0) || (one.code < other.code ? -1 : 1)
}

function relaxRow(item: TodayItem, { relaxing }: Switches) {
  const { code, title, nature, minutes, returnedMinutes, relaxableMinutes, paragraph, estimates } = item
  const returns =
    returnedMinutes === null
      ? 'What it gives back is not known'
      : returnedMinutes > 0
        ? `Gives back ${hoursInWords(returnedMinutes)} by itself`
        : 'Gives nothing back by itself; with others it may'
  return {
    ...{ code, title, checked: relaxing.includes(code) },
    hint: [
      relaxableMinutes === 0 && !isOffered(item) ? `This is ${natures[nature]}` : returns,
      `takes ${hoursInWords(minutes)}`,
      ...(paragraph === null ? [] : [`paragraph ${paragraph}`]),
      basisOf(estimates).replace('Minutes: ', ''),
    ].join(' · '),
  }
}

function paidRow({ code, title, pursued, upToPence, minutes, displacedMinutes }: PaidWorkData, { pursuing, dropping }: Switches) {
  const stake = inPounds(upToPence)
  return {
    name: pursued ? 'drop' : 'pursue',
    ...{
      code,
      label: pursued ? `Drop ${code} ${title}` : `Go for ${code} ${title}`,
      checked: (pursued ? dropping : pursuing).includes(code),
    },
    hint: [
      stake === null ? 'How much money hangs on it is not known' : `Up to ${stake}`,
      `takes ${hoursInWords(minutes)} of all staff`,
      displacedMinutes === null
        ? 'what it displaces is not known'
        : displacedMinutes > 0
          ? `displaces ${hoursInWords(displacedMinutes)} of your priorities`
          : 'displaces nothing',
    ].join(' · '),
  }
}

function priorityRow(
  priority: { readonly id: string; readonly title: string; readonly opensOn: Day; readonly closesOn: Day },
  { moving, protecting }: Switches,
) {
  const { id, title, opensOn, closesOn } = priority
  const planned = { first: monthOf(opensOn), last: monthOf(closesOn) }
  const move = moving.find((one) => one.id === id)
  return {
    ...{ id, title, protected: protecting.includes(id), planned: `${planned.first}-${planned.last}` },
    first: monthChoices(move?.firstMonth ?? planned.first),
    last: monthChoices(move?.lastMonth ?? planned.last),
  }
}

function addRow({ adding, group }: Switches) {
  return {
    ...{ hours: adding?.hours ?? '', staffGroup: adding?.staffGroup ?? group },
    first: monthChoices(adding?.firstMonth ?? 0),
    last: monthChoices(adding?.lastMonth ?? MONTHS.length - 1),
  }
}

function monthChoices(chosen: number) {
  return MONTHS.map((text, value) => ({ text, value, selected: value === chosen }))
}

/** Which month of the contract year a day is in; April is 0. */
function monthOf(day: Day): number {
  return (Number(day.slice(5, 7)) + 8) % MONTHS.length
}
