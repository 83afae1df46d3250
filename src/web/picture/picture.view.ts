import { type Day } from '../../platform/day.js'
import { hoursInTable, wholeHours } from '../layout/hours.js'
import { listInWords } from '../layout/words.js'

/** What the fragment `PictureMonth` answers. */
export interface PictureMonth {
  readonly month: number
  readonly startsOn: Day
  readonly availableMinutes: number
  readonly deliveryAndGovernanceMinutes: number
  readonly declarationAndReportingMinutes: number
  readonly localMinutes: number
  readonly nationalOverrunMinutes: number
  readonly displacedMinutes: number
  readonly beyondCapacityMinutes: number
}

export type PictureFigure = Exclude<keyof PictureMonth, 'month' | 'startsOn' | 'availableMinutes'>

/** What is stacked, from the bottom up, in the words of the legend. The last three stand above the line: there is no time for them. */
export const pictureParts = [
  { figure: 'deliveryAndGovernanceMinutes', name: 'National: delivery, governance' },
  { figure: 'declarationAndReportingMinutes', name: 'National: declaring, reporting' },
  { figure: 'localMinutes', name: 'Priorities: still fit' },
  { figure: 'nationalOverrunMinutes', name: 'National: fits in no month' },
  { figure: 'displacedMinutes', name: 'Priorities: no longer fit' },
  { figure: 'beyondCapacityMinutes', name: 'Priorities: would not fit anyway' },
] as const satisfies readonly { readonly figure: PictureFigure; readonly name: string }[]

export const AVAILABLE = 'Time there is'

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** A month in words: April 2026. */
export function monthInWords(startsOn: Day): string {
  return monthName.format(new Date(`${startsOn}T00:00:00Z`))
}

/** The most any month of these pictures holds, in whole hours: two pictures beside each other need one scale. */
export function tallestHours(...pictures: readonly (readonly PictureMonth[])[]): number {
  const heights = pictures.flat().map((month) => Math.max(month.availableMinutes, stackedMinutes(month)))
  return Math.ceil(Math.max(60, ...heights) / 60)
}

function stackedMinutes(month: PictureMonth): number {
  return pictureParts.reduce((sum, { figure }) => sum + month[figure], 0)
}

/** Parts of the picture that are there at all: what no month has needs no place in the legend. */
export function partsShown(months: readonly PictureMonth[]) {
  return pictureParts.filter(({ figure }) => totalOf(months, figure) > 0)
}

function totalOf(months: readonly PictureMonth[], figure: PictureFigure | 'availableMinutes'): number {
  return months.reduce((sum, month) => sum + month[figure], 0)
}

/** What the picture says, for whoever does not see it. */
export function pictureInWords(months: readonly PictureMonth[], whose: string): string {
  const hours = (figure: PictureFigure | 'availableMinutes'): string => wholeHours(totalOf(months, figure))
  const above = ([...pictureParts.slice(3)] as const)
    .filter(({ figure }) => totalOf(months, figure) > 0)
    .map(({ figure, name }) => `${hours(figure)} above the line (${name.charAt(0).toLowerCase()}${name.slice(1)})`)
  const tight = months.filter((month) => stackedMinutes(month) > month.availableMinutes).map(({ startsOn }) => monthInWords(startsOn))
  return [
    `${whose} year month by month, as stacked columns against a line for the ${hours('availableMinutes')} there are.`,
    `National delivery and governance takes ${hours('deliveryAndGovernanceMinutes')}, declarations and reports ${hours('declarationAndReportingMinutes')}.`,
    `${hours('localMinutes')} of your own priorities still fit.`,
    above.length > 0 ? `${listInWords(above)}, in ${listInWords(tight)}.` : 'Nothing stands above the line.',
  ].join(' ')
}

/** The figures of the picture as rows of a table, in hours; with the year's totals last. */
export function pictureTable(months: readonly PictureMonth[]) {
  const shown = partsShown(months)
  const cells = (minutesOf: (figure: PictureFigure | 'availableMinutes') => number) =>
    (['availableMinutes', ...shown.map(({ figure }) => figure)] as const).map((figure) => ({
      text: hoursInTable(minutesOf(figure)),
      format: 'numeric',
    }))
  const head = ['Month', AVAILABLE, ...shown.map(({ name }) => name)]
  return {
    head: head.map((text, index) => ({ text, ...(index > 0 && { format: 'numeric' }) })),
    rows: [
      ...months.map((month) => [{ text: monthInWords(month.startsOn) }, ...cells((figure) => month[figure])]),
      [{ text: 'The year' }, ...cells((figure) => totalOf(months, figure))],
    ],
  }
}
