import { describe, expect, it } from '@jest/globals'
import highsLoader, { type Highs } from 'highs'
import { type Line, toldIn } from './line.js'
import { type Area, areaKey, areaKeysOf, ENGLAND, type Place, placesOfYear } from './place.js'
import { releaseTable, type ReleaseTable } from './table.js'
import { LEAST_MINUTES, sumPasses, wholeHours } from './threshold.js'

/*
 * Somebody who holds two releases in a row, knows the rule, knows which networks each sum counts and that nobody changed a figure in between, and
 * who solves for what was withheld. Everything told is one programme; HiGHS gives the least and the most each withheld value can be.
 */
const instances = Number(process.env.ATTACK_INSTANCES ?? 40)
const networksTried = 12
const seed = 20_261_121
/** A value is told apart when all it can be lies closer together than this: half the least a sum may be. */
const narrowest = LEAST_MINUTES / 2
/** The most anybody would believe of one network and requirement. */
const believable = 30_000

const loadHighs = highsLoader as unknown as () => Promise<Highs>

/** The same numbers for the same start (mulberry32). */
function drawing(start: number): (below: number) => number {
  let state = start
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

const requirements = ['r1', 'r2', 'r3'].map((key, index) => ({ key, code: key, title: key, serviceAreaCode: index < 2 ? 's1' : 's2' }))
const serviceAreas = ['s1', 's2'].map((code) => ({ code, title: code }))

interface Given {
  readonly areas: readonly Area[]
  readonly places: ReadonlyMap<string, Place>
  /** Minutes of `network requirement`. */
  readonly minutes: ReadonlyMap<string, number>
  /** Which of them are told, in each of two months. */
  readonly months: readonly ReadonlySet<string>[]
}

/** Three regions, some ICBs in each, some networks in each; between the months some begin to tell and some stop. */
function randomEngland(draw: (below: number) => number): Given {
  const boards = Array.from({ length: 5 + draw(5) }, (_, index) => ({ boardCode: `b${index}`, regionCode: `r${draw(3)}` }))
  const places = new Map(
    boards.flatMap((board) => Array.from({ length: 1 + draw(9) }, (_, index) => [`${board.boardCode}n${index}`, board])),
  )
  const regions = [...new Set(boards.map(({ regionCode }) => regionCode))].sort()
  const cells = [...places.keys()].flatMap((network) => requirements.map(({ key }) => `${network} ${key}`))
  const large = 1 + draw(4)
  const minutes = new Map(cells.map((cell) => [cell, draw(5) === 0 ? 0 : draw(600) * (draw(8) === 0 ? 6 * large : 1)]))
  const first = new Set(cells.filter(() => draw(10) < 8))
  const second = new Set(cells.filter((cell) => (first.has(cell) ? draw(12) > 0 : draw(2) === 0)))
  const areas: Area[] = [
    { level: 'ENGLAND', code: ENGLAND },
    ...regions.map((code) => ({ level: 'REGION' as const, code })),
    ...boards.map(({ boardCode }) => ({ level: 'BOARD' as const, code: boardCode })),
  ]
  return { areas, places, minutes, months: [first, second] }
}

/** One number a release tells, and the values that are added up in it. */
interface Told {
  readonly of: readonly string[]
  readonly hours: number
}
/** A value that is withheld: of one row and area, what those add up to that told something. */
interface Withheld {
  readonly name: string
  readonly of: readonly string[]
}
interface Published {
  readonly told: readonly Told[]
  readonly withheld: readonly Withheld[]
}

const isIn = ({ places }: Given, network: string, area: Area) =>
  areaKeysOf(places.get(network) ?? { boardCode: null, regionCode: null }).includes(areaKey(area))

/** What our releases of the two months tell. */
function published(given: Given): Published {
  let before: readonly Line[] = []
  const months = given.months.map((telling) => {
    const lines = requirements.map(({ key }) => {
      const own = [...telling].filter((cell) => cell.endsWith(` ${key}`))
      const amounts = new Map(own.map((cell) => [cell.split(' ')[0] ?? '', [given.minutes.get(cell) ?? 0]]))
      return { measure: 'BURDEN' as const, key, staffGroup: null, amounts }
    })
    const places = placesOfYear(given.places, given.places)
    const table = releaseTable({ areas: given.areas, serviceAreas, requirements, places, before, telling: lines })
    before = table.lines
    return publishedIn(given, telling, table)
  })
  return { told: months.flatMap(({ told }) => told), withheld: months.flatMap(({ withheld }) => withheld) }
}

function publishedIn(given: Given, telling: ReadonlySet<string>, { cells, lines }: ReleaseTable): Published {
  const rows = cells.map((cell) => {
    const area: Area = { level: cell.level, code: cell.areaCode }
    const keys =
      cell.subject === 'REQUIREMENT' ? [cell.key] : requirements.flatMap((row) => (row.serviceAreaCode === cell.key ? row.key : []))
    const counted = lines
      .filter(({ key }) => keys.includes(key))
      .flatMap((line) => (toldIn(line, area, given.places) ?? []).map((network) => `${network} ${line.key}`))
    const all = [...telling].filter((one) => keys.includes(one.split(' ')[1] ?? '') && isIn(given, one.split(' ')[0] ?? '', area))
    return { name: `${areaKey(area)} ${cell.key}`, burden: cell.burden, counted, all }
  })
  for (const { burden, counted } of rows) expect(burden?.networks ?? 0).toBe(new Set(counted.map((one) => one.split(' ')[0])).size)
  return {
    told: rows.flatMap(({ burden, counted }) => (burden ? [{ of: counted, hours: burden.hours }] : [])),
    withheld: rows.filter(({ burden, all }) => burden === null && all.length > 0).map(({ name, all }) => ({ name, of: all })),
  }
}

/** The same months with the thresholds alone: each row and area that passes is told. */
function naively(given: Given): Published {
  const rows = given.months.flatMap((telling) =>
    given.areas.flatMap((area) =>
      requirements.map(({ key }) => {
        const of = [...telling].filter((cell) => cell.endsWith(` ${key}`) && isIn(given, cell.split(' ')[0] ?? '', area))
        const minutes = of.map((cell) => given.minutes.get(cell) ?? 0)
        return { name: `${areaKey(area)} ${key}`, of, minutes, passes: sumPasses(minutes) }
      }),
    ),
  )
  return {
    told: rows
      .filter(({ passes }) => passes)
      .map(({ of, minutes }) => ({ of, hours: wholeHours(minutes.reduce((sum, one) => sum + one, 0)) })),
    withheld: rows.filter(({ passes, of }) => !passes && of.length > 0),
  }
}

/** How far apart the least and the most are that each sum of values can be, given everything told. */
function widths(highs: Highs, told: readonly Told[], asked: readonly (readonly string[])[]): number[] {
  const values = [...new Set([...told.flatMap(({ of }) => of), ...asked.flat()])].sort()
  const at = new Map(values.map((value, index) => [value, index]))
  const most = values.map(() => believable)
  // Nobody is above half of a sum told of one requirement: that is the rule, and known.
  for (const { of, hours } of told) {
    if (new Set(of.map((value) => value.split(' ')[1])).size > 1) continue
    for (const value of of) most[at.get(value) ?? 0] = Math.min(most[at.get(value) ?? 0] ?? 0, (60 * hours + 29) / 2)
  }
  const rowsOf = values.map((): number[] => [])
  told.forEach(({ of }, row) => {
    for (const value of of) rowsOf[at.get(value) ?? 0]?.push(row)
  })
  const starts = rowsOf.reduce((ends, rows) => [...ends, (ends.at(-1) ?? 0) + rows.length], [0])
  const model = highs.createModel({
    ...{ numCols: values.length, numRows: told.length, sense: highs.constants.objectiveSense.minimize },
    ...{ colCost: values.map(() => 0), colLower: values.map(() => 0), colUpper: most },
    rowLower: told.map(({ hours }) => 60 * hours - 30),
    rowUpper: told.map(({ hours }) => 60 * hours + 29),
    matrix: {
      ...{ format: 'csc' as const, numRows: told.length, numCols: values.length, starts },
      ...{ indices: rowsOf.flat(), values: rowsOf.flat().map(() => 1) },
    },
  })
  model.options.set({ output_flag: false })
  const solve = (sense: Parameters<typeof model.changeObjectiveSense>[0]): number => {
    model.changeObjectiveSense(sense)
    model.run()
    expect(model.getModelStatus()).toBe(highs.constants.modelStatus.optimal)
    return model.getObjectiveValue()
  }
  const found = asked.map((of) => {
    for (const value of of) model.changeColCost(at.get(value) ?? 0, 1)
    const width = solve(highs.constants.objectiveSense.maximize) - solve(highs.constants.objectiveSense.minimize)
    for (const value of of) model.changeColCost(at.get(value) ?? 0, 0)
    return width
  })
  model.dispose()
  return found
}

describe('somebody who solves two releases in a row', () => {
  it('cannot tell any withheld value, or any network’s, apart from another', async () => {
    const draw = drawing(seed)
    let highs = await loadHighs()
    const seen = { told: 0, withheld: 0, networks: 0 }
    for (let instance = 0; instance < instances; instance += 1) {
      if (instance > 0 && instance % 10 === 0) highs = await loadHighs()
      const { told, withheld } = published(randomEngland(draw))
      const known = [...new Set(told.flatMap(({ of }) => of))]
      const single = known.length === 0 ? [] : Array.from({ length: networksTried }, () => [known[draw(known.length)] ?? ''])
      const found = widths(highs, told, [...withheld.map(({ of }) => of), ...single])
      for (const [index, width] of found.entries()) {
        if (width < narrowest - 1e-6)
          throw new Error(`England ${instance}: ${withheld[index]?.name ?? single[index - withheld.length]?.[0]} to ${width}`)
      }
      seen.told += told.length
      seen.withheld += withheld.length
      seen.networks += single.length
    }
    process.stdout.write(
      `Shown: ${instances} random pairs of releases attacked: ${seen.told} sums told leave each of ${seen.withheld} withheld values and of ` +
        `${seen.networks} networks’ own at least ${narrowest} minutes to be anything in\n`,
    )
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(instances)
  }, 300_000)

  it('would tell many apart if only the thresholds held', async () => {
    const draw = drawing(seed)
    const highs = await loadHighs()
    let pinned = 0
    const pairs = Math.min(10, instances)
    for (let instance = 0; instance < pairs; instance += 1) {
      const { told, withheld } = naively(randomEngland(draw))
      const found = widths(
        highs,
        told,
        withheld.map(({ of }) => of),
      )
      pinned += found.filter((width) => width < narrowest).length
    }
    process.stdout.write(`Shown: with the thresholds alone the same attack tells ${pinned} withheld values apart in ${pairs} pairs\n`)
    expect(pinned).toBeGreaterThan(pairs)
  }, 300_000)
})
