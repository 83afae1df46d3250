import { type MinutesRange } from '../../specification/domain/reference-data.js'

/** What a file says of one staff group's time or of one estimate. */
export interface FileLine {
  readonly row: number
  readonly kind: 'CAPACITY' | 'OTHER_FIXED' | 'ESTIMATE'
  readonly staffGroup: string
  readonly requirementCode: string | null
  readonly minutes: MinutesRange | null
  readonly businessAsUsualPercent: number | null
  readonly months: readonly (number | null)[] | null
  readonly note: string
}

/** What holds now: what the file is compared with. */
export type HeldLine = Omit<FileLine, 'row'> & {
  /** Whether it is an estimate of the network's own. */
  readonly own: boolean
}

/** A problem of a line. */
export interface FileProblem {
  readonly row: number
  readonly column: string | null
  readonly message: string
}

/** What a file changes. */
export interface FileChanges {
  readonly capacities: readonly FileLine[]
  readonly estimates: readonly FileLine[]
  /** Own estimates to take back. */
  readonly withdrawn: readonly FileLine[]
  readonly problems: readonly FileProblem[]
}

/**
 * What a file changes about what holds: lines that say the same change nothing, so that a figure nobody touched stays an assumption.
 * An estimate without minutes takes the network's own back. Lines about what is not held, and lines that come twice, are problems; so they are
 * of `broken` lines, which change nothing.
 */
export function changesOf(lines: readonly FileLine[], held: readonly HeldLine[], broken: readonly FileLine[] = []): FileChanges {
  const heldOf = new Map(held.map((line) => [keyOf(line), line]))
  const groups = new Set(held.map(({ staffGroup }) => staffGroup))
  const seen = new Set<string>()
  const problems: FileProblem[] = []
  const changed: FileLine[] = []
  for (const line of lines) {
    const before = heldOf.get(keyOf(line))
    const problem = seen.has(keyOf(line)) ? twice(line) : problemOf(line, before, groups)
    seen.add(keyOf(line))
    if (problem) problems.push(problem)
    else if (before && !saysTheSame(line, before)) changed.push(line)
  }
  problems.push(...broken.flatMap((line) => placeProblem(line, heldOf.get(keyOf(line)), groups) ?? []))
  const estimates = changed.filter(({ kind }) => kind === 'ESTIMATE')
  return {
    capacities: changed.filter(({ kind }) => kind !== 'ESTIMATE'),
    estimates: estimates.filter(({ minutes }) => minutes !== null),
    withdrawn: estimates.filter((line) => line.minutes === null && heldOf.get(keyOf(line))?.own),
    problems,
  }
}

function keyOf({ kind, staffGroup, requirementCode }: Pick<FileLine, 'kind' | 'staffGroup' | 'requirementCode'>): string {
  return `${kind} ${staffGroup} ${requirementCode ?? ''}`
}

function twice({ row }: FileLine): FileProblem {
  return { row, column: null, message: 'An earlier line says something of the same.' }
}

function problemOf(line: FileLine, before: HeldLine | undefined, groups: ReadonlySet<string>): FileProblem | undefined {
  const { row, minutes, businessAsUsualPercent } = line
  const problem = placeProblem(line, before, groups)
  if (problem) return problem
  if (minutes === null && businessAsUsualPercent !== null) return { row, column: 'central', message: 'A percentage needs minutes.' }
  return undefined
}

/** What is wrong with what a line is about, whatever it says of it. */
function placeProblem(
  { row, staffGroup, requirementCode }: FileLine,
  before: HeldLine | undefined,
  groups: ReadonlySet<string>,
): FileProblem | undefined {
  if (!groups.has(staffGroup)) {
    return {
      row,
      column: 'staffGroup',
      message: `The network has no staff group "${staffGroup.slice(0, 40)}". It has ${[...groups].join(', ')}.`,
    }
  }
  if (!before) {
    return {
      row,
      column: 'requirement',
      message: `"${(requirementCode ?? '').slice(0, 40)}" is not on the network’s checklist of this year, and no indicator of it.`,
    }
  }
  return undefined
}

function saysTheSame(line: FileLine, held: HeldLine): boolean {
  const facts = ({ minutes, businessAsUsualPercent, months, note, kind }: Omit<FileLine, 'row'>) =>
    JSON.stringify([
      minutes && [minutes.low, minutes.central, minutes.high],
      businessAsUsualPercent,
      months,
      kind === 'OTHER_FIXED' || (kind === 'ESTIMATE' && minutes === null) ? '' : note,
    ])
  return facts(line) === facts(held)
}
