import { describe, expect, it } from '@jest/globals'
import { type Amounts, type Measure } from './line.js'
import { type Area, ENGLAND, type Place } from './place.js'
import { type ReleaseSources, releaseTable } from './table.js'

const places = (count: number, boards = 1): ReadonlyMap<string, Place> =>
  new Map(
    Array.from(
      { length: count },
      (_, index) => [`n${index}`, { boardCode: `b${index % boards}`, regionCode: `r${(index % boards) % 7}` }] as const,
    ),
  )
const areasFor = (boards: number): Area[] => [
  { level: 'ENGLAND', code: ENGLAND },
  ...Array.from({ length: Math.min(7, boards) }, (_, index): Area => ({ level: 'REGION', code: `r${index}` })),
  ...Array.from({ length: boards }, (_, index): Area => ({ level: 'BOARD', code: `b${index}` })),
]
const requirement = (key: string, serviceAreaCode = 's') => ({ key, code: key.toUpperCase(), title: key, serviceAreaCode })
const telling = (measure: Measure, key: string, amounts: readonly Amounts[], staffGroup: string | null = null) => ({
  ...{ measure, key, staffGroup },
  amounts: new Map(amounts.map((figures, index) => [`n${index}`, figures])),
})
const each = (figures: readonly number[]): Amounts[] => figures.map((figure) => [figure])

const small: ReleaseSources = {
  areas: areasFor(1),
  serviceAreas: [{ code: 's', title: 'Area' }],
  requirements: [requirement('one'), requirement('two'), requirement('three')],
  places: places(6),
  before: [],
  telling: [
    telling('BURDEN', 'one', each([100, 100, 100, 100, 100])),
    telling('BURDEN', 'two', each([90, 90, 90, 90, 90, 90])),
    telling('BURDEN', 'three', each([600, 600, 600, 600])),
    telling('RATING', 'one', each([1, 2, 3, 4, 5, 5])),
    telling('RATING', 'two', each([1, 2, 3, 4])),
    telling(
      'ESTIMATE',
      'one',
      [
        [0, 10, 20],
        [10, 20, 30],
        [20, 40, 60],
        [30, 70, 90],
        [50, 90, 900],
      ],
      'CLINICIAN',
    ),
  ],
}

describe('the table', () => {
  const { cells, medians } = releaseTable(small)
  const board = cells.filter(({ level }) => level === 'BOARD')

  it('has a row for everything in every area, told or not', () => {
    expect(cells.map(({ level, subject, code }) => `${level} ${subject} ${code}`)).toEqual(
      ['ENGLAND', 'REGION', 'BOARD'].flatMap((level) => [
        `${level} SERVICE_AREA s`,
        ...['ONE', 'TWO', 'THREE'].map((code) => `${level} REQUIREMENT ${code}`),
      ]),
    )
  })

  it.each([
    ['adds up first and rounds once', 0, { requirements: 2, burden: { networks: 6, hours: 17 } }],
    ['tells whole hours of a requirement, and its rating', 1, { burden: { networks: 5, hours: 8 }, rating: { networks: 6, median: 3.5 } }],
    ['counts each figure by itself', 2, { requirements: 1, burden: { networks: 6, hours: 9 }, rating: null }],
    ['withholds what four tell', 3, { requirements: 0, burden: null, returned: null, rating: null }],
  ])('%s', (_, row, expected) => expect(board[row]).toMatchObject(expected))

  it('tells medians to the quarter of an hour, in order', () => {
    const spread = { lowerQuartile: 15, upperQuartile: 75 }
    expect(medians).toEqual([{ key: 'one', staffGroup: 'CLINICIAN', networks: 5, low: 15, central: 45, high: 60, ...spread }])
  })

  it('keeps who no longer tells, with what was last told', () => {
    const { lines } = releaseTable(small)
    const next = releaseTable({ ...small, before: lines, telling: [telling('BURDEN', 'one', each([160]))] })
    expect(next.cells[1]).toMatchObject({ burden: { networks: 5, hours: 9 }, rating: { networks: 6 } })
    expect(next.medians).toEqual(medians)
  })

  it('of England is made in seconds', () => {
    const [networks, count, boards] = [1250, 150, 42]
    const keys = Array.from({ length: count }, (_, index) => `k${index}`)
    const figures = each(Array.from({ length: networks }, (_, index) => 60 + ((index * 37) % 600)))
    const lines = keys.flatMap((key) => (['BURDEN', 'RETURNED', 'RATING'] as const).map((measure) => telling(measure, key, figures)))
    const started = performance.now()
    const table = releaseTable({
      ...small,
      ...{ areas: areasFor(boards), places: places(networks, boards), requirements: keys.map((key) => requirement(key)), telling: lines },
    })
    const seconds = (performance.now() - started) / 1000
    expect(table.cells).toHaveLength(50 * (count + 1))
    expect(table.cells.every(({ burden }) => burden !== null)).toBe(true)
    process.stdout.write(
      `Shown: a release of ${networks} networks and ${count} requirements is sorted and added up in ${seconds.toFixed(1)} s\n`,
    )
    expect(seconds).toBeLessThan(20)
  }, 60_000)
})
