import { type EChartsOption } from 'echarts'
import { AVAILABLE, partsShown, type PictureFigure, type PictureMonth } from './picture.view.js'

/** How large a picture is drawn: across a page, beside a form, two beside each other, or on a small phone. Text keeps its size, to be read on each. */
export const pictureSizes = {
  wide: { width: 1140, height: 430, font: 16, columns: 3, letters: 3 },
  column: { width: 770, height: 430, font: 16, columns: 2, letters: 3 },
  half: { width: 340, height: 470, font: 14, columns: 1, letters: 1 },
  narrow: { width: 290, height: 470, font: 14, columns: 1, letters: 1 },
} as const
export type PictureSize = keyof typeof pictureSizes

/** Colours that differ in how dark they are, and patterns besides: the picture holds in grey and for whoever sees no colours. */
const looks: Readonly<Record<PictureFigure, { readonly color: string; readonly border?: string; readonly decal?: object }>> = {
  deliveryAndGovernanceMinutes: { color: '#12384d' },
  declarationAndReportingMinutes: {
    color: '#f0a23b',
    decal: { color: '#7a4a00', symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4 },
  },
  localMinutes: {
    color: '#8fd0b4',
    decal: {
      color: '#1d6b4b',
      symbol: 'circle',
      symbolSize: 0.5,
      dashArrayX: [
        [5, 5],
        [0, 5, 5, 0],
      ],
      dashArrayY: [5, 0],
    },
  },
  nationalOverrunMinutes: {
    color: '#d5281b',
    decal: { color: '#ffffff', symbol: 'rect', dashArrayX: [[2, 5]], dashArrayY: [2, 5], rotation: Math.PI / 4 },
  },
  displacedMinutes: {
    ...{ color: '#ffffff', border: '#1d6b4b' },
    decal: { color: '#1d6b4b', symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1, 7], rotation: Math.PI / 4 },
  },
  beyondCapacityMinutes: { color: '#ffffff', border: '#4c6272' },
}

const INK = '#212b32'
/** The line of the legend, without the dot that lines have by default. */
const LINE = 'path://M0 0h26v4H0z'
const shortMonth = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' })

/** How a picture is to be drawn. */
export interface Drawing {
  readonly size: PictureSize
  /** The top of its scale, in hours, so that two pictures can be compared; the picture's own when left out. */
  readonly tallestHours?: number | undefined
}

/** The picture as SVG. The library is read when the first picture is drawn, so that starting does not wait for it. */
export async function drawPicture(months: readonly PictureMonth[], drawing: Drawing): Promise<string> {
  // The one file that holds all of the library is read in a tenth of the time its parts take.
  const { init } = await import('echarts/dist/echarts.esm.min')
  const { width, height } = pictureSizes[drawing.size]
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption(optionOf(months, drawing))
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}

function optionOf(months: readonly PictureMonth[], { size, tallestHours }: Drawing): EChartsOption {
  const { font } = pictureSizes[size]
  const parts = partsShown(months)
  const textStyle = { fontSize: font, color: INK, fontFamily: 'Arial, Helvetica, sans-serif' }
  const legend = legendOf([...parts.map(({ name }) => name), AVAILABLE], size)
  return {
    ...{ animation: false, backgroundColor: '#ffffff', textStyle, aria: { enabled: true, decal: { show: true } } },
    legend: legend.entries.map((entry) => ({ ...entry, textStyle })),
    grid: { left: 8, right: 8, top: font + 14, bottom: legend.height + 10, containLabel: true },
    xAxis: {
      type: 'category',
      data: months.map(({ startsOn }) => monthLabel(startsOn, size)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: INK } },
      axisLabel: { ...textStyle, interval: 0 },
    },
    yAxis: {
      type: 'value',
      name: 'hours',
      nameTextStyle: { ...textStyle, align: 'left', padding: [0, 0, 0, -18] },
      ...(tallestHours !== undefined && { max: niceTop(tallestHours) }),
      axisLabel: textStyle,
      splitLine: { lineStyle: { color: '#d8dde0' } },
    },
    series: seriesOf(months),
  }
}

/** What is stacked, from the bottom up, and the line of time in front of it. */
function seriesOf(months: readonly PictureMonth[]): EChartsOption['series'] {
  const stacked = partsShown(months).map(({ figure, name }) => {
    const { color, border, decal } = looks[figure]
    return {
      ...{ name, type: 'bar' as const, stack: 'time', barCategoryGap: '22%', silent: true },
      itemStyle: { color, borderColor: border ?? color, borderWidth: border ? 1.5 : 0, decal: decal ?? { symbol: 'none' } },
      // Nothing is drawn of nothing: an empty box would still have its border.
      data: months.map((month) => (month[figure] === 0 ? '-' : inHours(month[figure]))),
    }
  })
  const line = {
    ...{ name: AVAILABLE, type: 'line' as const, step: 'middle' as const, symbol: 'none', silent: true, z: 5 },
    lineStyle: { color: '#000000', width: 3 },
    itemStyle: { color: '#000000' },
    data: months.map(({ availableMinutes }) => inHours(availableMinutes)),
  }
  return [...stacked, line]
}

/** The legend below: each entry in a place of its own, since nothing can be measured where no browser is. */
function legendOf(names: readonly string[], size: PictureSize) {
  const { columns, font, width } = pictureSizes[size]
  const [rows, rowHeight, columnWidth] = [Math.ceil(names.length / columns), font + 9, (width - 8) / columns]
  const entries = names.map((name, index) => ({
    ...{
      data: [name === AVAILABLE ? { name, icon: LINE } : { name }],
      left: Math.round((index % columns) * columnWidth),
      itemWidth: 26,
      itemHeight: 15,
      selectedMode: false as const,
    },
    bottom: (rows - 1 - Math.floor(index / columns)) * rowHeight,
  }))
  return { entries, height: rows * rowHeight }
}

/** A month by its first letters; by its first letter alone where there is no room. */
function monthLabel(startsOn: string, size: PictureSize): string {
  const name = shortMonth.format(new Date(`${startsOn}T00:00:00Z`)).replace('Sept', 'Sep')
  return name.slice(0, pictureSizes[size].letters)
}

/** The next of 1, 2, 5, 10, 20 … steps of five lines at or above a height, so that two pictures have the same lines. */
function niceTop(hours: number): number {
  const step = [1, 2, 4, 5, 10, 20, 25, 50, 100, 200, 250, 500].find((one) => one * 5 >= hours) ?? 1000
  return Math.ceil(hours / step) * step
}

function inHours(minutes: number): number {
  return Math.round(minutes / 6) / 10
}
