import { hoursInWords, wholeHours } from '../layout/hours.js'
import { count } from '../layout/words.js'
import { pictureOnPage } from '../picture/picture-on-page.js'
import { tallestHours } from '../picture/picture.view.js'
import { type CrowdOutAnswer, type GroupFigures, type SupposedData, type TodayData } from './crowd-out.data.js'
import { minutesByBasis, sentenceParts } from './highlight.js'
import { addressOf, CLINICAL_DIRECTOR, isSwitched, nothingSwitched, type Switches } from './switches.js'

export const PAGE = '/crowd-out'
/** How many items a short list names. */
const NAMED = 5

type Network = NonNullable<CrowdOutAnswer['network']>

/** The page's answer: the plan as it is and, where something is switched, as supposed, in sentence, picture and lists. */
export function resultOf(network: Network, today: TodayData, switches: Switches, isSelf: boolean) {
  const { supposed = null, staffGroups } = network
  const { group } = switches
  const whose = isSelf && group === CLINICAL_DIRECTOR ? 'Your' : `The ${today.staffGroup.name.toLowerCase()}’s`
  const pictures = [today.staffGroup.months, supposed?.staffGroup.months].flatMap((months) => (months ? [months] : []))
  const scale = supposed ? { tallestHours: tallestHours(...pictures) } : {}
  const side = ({ headline, staffGroup }: TodayData | SupposedData, of: Switches) => ({
    sentence: sentenceParts(headline),
    plain: headline,
    picture:
      staffGroup.months &&
      pictureOnPage(staffGroup.months, of, { networkCode: network.odsCode, whose, size: supposed ? 'half' : 'column', ...scale }),
  })
  return {
    known: today.staffGroup.months !== null,
    groups: (staffGroups ?? []).map(({ code, name }) => ({
      ...{ text: name, href: addressOf(PAGE, { ...switches, group: code }), current: code === group },
    })),
    asItIs: side(today, { ...nothingSwitched, group }),
    then: supposed && side(supposed, switches),
    change: supposed && changeInWords(today.staffGroup, supposed.staffGroup),
    notes: supposed ? notesOf(supposed, today) : [],
    anyBeyond: today.staffGroup.priorities.some(({ beyondCapacityMinutes }) => beyondCapacityMinutes !== 0),
    priorities: priorityRows(today.staffGroup, supposed?.staffGroup ?? null),
    ...listsOf(today, supposed, switches),
    rests: restsOn(today, group),
    span: spanOf((supposed ?? today).staffGroup),
    figuresHref: addressOf(`${PAGE}/figures`, switches),
    plainHref: addressOf(PAGE, { ...nothingSwitched, group }),
    shareHref: isSwitched(switches) ? addressOf(PAGE, switches) : null,
  }
}

/** What a what-if comes to, in words that say only what is arithmetic. */
export function changeInWords(today: GroupFigures, then: GroupFigures): string | null {
  const [local, overrun] = [
    differenceOf(today.localPossibleMinutes, then.localPossibleMinutes),
    differenceOf(today.nationalOverrunMinutes, then.nationalOverrunMinutes),
  ]
  if (local === null || overrun === null) return null
  const own =
    local === 0
      ? 'That changes nothing for the network’s own priorities.'
      : local > 0
        ? `That gives ${hoursInWords(local)} back to the network’s own priorities.`
        : `That takes ${hoursInWords(-local)} from the network’s own priorities.`
  if (overrun === 0) return own
  const rest = overrun < 0 ? `${hoursInWords(-overrun)} less` : `${hoursInWords(overrun)} more`
  return `${own} It leaves ${rest} national work that fits in no month.`
}

function differenceOf(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : other - one
}

/** What should be said about what is supposed, by title: that something is care, above all. */
function notesOf({ notes }: SupposedData, { staffGroup }: TodayData) {
  const titles = new Map(staffGroup.items.map(({ code, title }) => [code, title]))
  return [...new Set(notes.map(({ code }) => code))].map((code) => {
    const ofItem = notes.filter((note) => note.code === code)
    const isUnentered = ofItem.some(({ kind }) => kind === 'NEEDS_BUSINESS_AS_USUAL_PERCENT' || kind === 'NO_ESTIMATE')
    return {
      ...{ about: `${code} ${titles.get(code) ?? ''}`.trim(), message: ofItem.map(({ message }) => message).join(' ') },
      href: isUnentered ? `/time/estimates/${encodeURIComponent(code)}` : null,
    }
  })
}

/** Each priority as it is and, where something is switched, as it would be. */
function priorityRows(today: GroupFigures, then: GroupFigures | null) {
  return today.priorities
    .filter(({ wantedMinutes }) => wantedMinutes !== 0)
    .map(({ priority, wantedMinutes, possibleMinutes, displacedMinutes, beyondCapacityMinutes }) => {
      const other = then?.priorities.find((one) => one.priority?.id === priority?.id)
      return {
        title: priority?.title ?? 'A priority',
        wanted: inCell(wantedMinutes),
        possible: inCell(possibleMinutes),
        displaced: inCell(displacedMinutes),
        beyond: inCell(beyondCapacityMinutes),
        then: other ? { possible: inCell(other.possibleMinutes), displaced: inCell(other.displacedMinutes) } : null,
      }
    })
}

function inCell(minutes: number | null): string {
  return minutes === 0 ? 'none' : hoursInWords(minutes)
}

/** What gives most time back by itself, as it is and as it would be then. */
function listsOf(today: TodayData, supposed: SupposedData | null, { relaxing }: Switches) {
  const listOf = (items: SupposedData['staffGroup']['items']) =>
    items
      .filter(({ declarationOnly, returnedMinutes }) => declarationOnly?.verdict === true && (returnedMinutes ?? 0) > 0)
      .sort((one, other) => (other.returnedMinutes ?? 0) - (one.returnedMinutes ?? 0) || (one.code < other.code ? -1 : 1))
      .slice(0, NAMED)
      .map(({ code, title, returnedMinutes, item }) => ({
        ...{ code, title, returns: hoursInWords(returnedMinutes), href: item ? `/items/${item.id}` : null },
      }))
  return {
    giveBack: listOf(today.staffGroup.items),
    giveBackThen: supposed && listOf(supposed.staffGroup.items.filter(({ code }) => !relaxing.includes(code))),
  }
}

/** What the national hours rest on: own estimates, medians, assumptions. */
export function restsOn({ staffGroup }: TodayData, group: string): readonly { readonly what: string; readonly hours: string }[] {
  const { own, released, assumed, requested } = minutesByBasis(staffGroup.items, group)
  const missing = staffGroup.coverage.itemsWithoutEstimate
  return [
    { what: 'your own estimates', minutes: own },
    { what: 'medians of other networks', minutes: released },
    { what: 'assumptions', minutes: assumed },
    { what: 'requests you accepted', minutes: requested },
  ]
    .filter(({ minutes }) => minutes > 0)
    .map(({ what, minutes }) => ({ what, hours: wholeHours(minutes) }))
    .concat(missing > 0 ? [{ what: `${count(missing, 'item')} without an estimate`, hours: 'not known, left out' }] : [])
}

function spanOf({ estimateCases }: GroupFigures): string | null {
  const words = estimateCases?.displacedInWords ?? null
  return words?.startsWith('between') ? words : null
}
