/** Where in a file something is: field names and positions, from the outside in. */
export type Path = readonly (string | number)[]

/** Something in a file that is not as it has to be, in words its author can act on. */
export interface Problem {
  file: string
  path: Path
  /** The path as people read it: `entries[3].nature`. */
  field: string
  expected: string
  found: string
}

/** A place in a file that is being checked, and where problems of it go. */
export interface Place {
  file: string
  path: Path
  report: (problem: Problem) => void
}

/** The place of a field, or of the nth of a list, inside another. */
export function within(at: Place, ...steps: Path): Place {
  return { ...at, path: [...at.path, ...steps] }
}

/** Reports what was expected and found at a place. Returns undefined, so that a check can end with it. */
export function refuse(at: Place, expected: string, found: unknown): undefined {
  at.report({ file: at.file, path: at.path, field: fieldName(at.path), expected, found: describeFound(found) })
  return undefined
}

/** A path as people read it: `entries[3].nature`; "the file" for the whole. */
export function fieldName(path: Path): string {
  if (path.length === 0) return 'the file'
  return path.reduce<string>((name, step) => {
    if (typeof step === 'number') return `${name}[${step}]`
    const shown = /^[\w-]{1,60}$/.test(step) ? step : JSON.stringify(step.slice(0, 60))
    return name === '' ? shown : `${name}.${shown}`
  }, '')
}

/** What was found, short and on one line. Text is quoted, and shortened past 60 characters. */
export function describeFound(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (typeof value === 'string') {
    return value.length <= 60 ? JSON.stringify(value) : `${JSON.stringify(value.slice(0, 57))}… (${value.length} characters)`
  }
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`
  return 'a group of fields'
}

/** One line a person can act on: `2024-25/sign-up.yaml:14 entries[3].nature: expected …; found …`. */
export function formatProblem(problem: Problem & { line: number | null }): string {
  const where = problem.line === null ? problem.file : `${problem.file}:${problem.line}`
  return `${where} ${problem.field}: expected ${problem.expected}; found ${problem.found}`
}
