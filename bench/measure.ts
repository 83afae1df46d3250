import { type Seeded } from './england.js'
import { type Question } from './questions.js'
import { post } from './servers.js'

/** Times in milliseconds, sorted. */
export type Times = readonly number[]

export interface Measured {
  readonly headroom: Times
  readonly bare: Times
}

/** The value below which this part of the times lies, by nearest rank. */
export function percentile(times: Times, part: number): number {
  return times[Math.min(times.length - 1, Math.ceil(times.length * part) - 1)] ?? NaN
}

export const median = (times: Times): number => percentile(times, 0.5)

/** Asks both servers in turns, so that whatever else the machine does slows both alike. */
export async function ask(question: Question, seeded: Seeded, ports: { headroom: number; bare: number }, firstTurn = 1): Promise<Measured> {
  const taken = { headroom: [] as number[], bare: [] as number[] }
  const warmUp = Math.ceil(question.times / 10)
  for (let turn = 0; turn < warmUp + question.times; turn += 1) {
    const { graphql, token, bare } = question.ask(seeded, firstTurn + turn)
    const times = [
      await timed(() => post(ports.headroom, graphql.route, graphql.body, token)),
      await timed(() => post(ports.bare, bare.route, bare.body)),
    ]
    if (turn < warmUp) continue
    taken.headroom.push(times[0] ?? NaN)
    taken.bare.push(times[1] ?? NaN)
  }
  return { headroom: sorted(taken.headroom), bare: sorted(taken.bare) }
}

export function sorted(times: readonly number[]): Times {
  return [...times].sort((one, other) => one - other)
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** The power with which a figure grows: 1 in step with the size, 0 not at all. */
export function exponent(sizes: readonly [number, number], values: readonly [number, number]): number {
  return Math.log(values[1] / values[0]) / Math.log(sizes[1] / sizes[0])
}

/** A table in plain text: the first column to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  const line = (row: readonly string[]) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('   ')
  return `${rows.map((row) => `  ${line(row).trimEnd()}`).join('\n')}\n`
}

export function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

export const ms = (time: number): string => (time < 10 ? time.toFixed(2) : time.toFixed(1))
