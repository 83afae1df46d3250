import { Injectable } from '@nestjs/common'
import { RequestError } from '../request-error.js'
import { type FileSearch, searchFile } from './file-search.js'
import { LetThroughRepository } from './let-through.repository.js'
import { findPatientNumbers, masked, type PatientNumber } from './patient-number.js'
import { Unsearchable } from './search-limit.js'

const WHAT_TO_DO = 'Take it out, or, if it is not a patient’s, say first what it is (letNumberThrough).'

/** A number in something typed: in which field, and which of its lines; null where it has one line only. */
export interface TypedNumber extends PatientNumber {
  readonly field: string
  readonly line: number | null
}

/** Keeps patients' NHS numbers out: of what is typed and of files, before anything of it is stored. Numbers are told masked, with where they stand. */
@Injectable()
export class PatientGuard {
  constructor(private readonly numbers: LetThroughRepository) {}

  /** Errors: BAD_USER_INPUT naming every field that holds a number the person has not let through. */
  async refuseTyped(personId: string | null, typed: readonly TypedNumber[]): Promise<void> {
    const refused = await this.notLetThrough(personId, typed)
    const problems = refused.map(({ field, line, digits }) => {
      const place = line === null ? field : `line ${line} of ${field}`
      const message = `What looks like a patient’s NHS number (${masked(digits)}) stands in ${place}. Nothing was stored. ${WHAT_TO_DO}`
      return { field, message }
    })
    if (problems.length > 0) throw RequestError.badInput(problems)
  }

  /** Errors: BAD_USER_INPUT when the name of a file holds a number. */
  async refuseName(personId: string | null, name: string): Promise<void> {
    const [found] = await this.notLetThrough(personId, findPatientNumbers(name))
    if (found)
      throw refused(
        `The name of a file holds what looks like a patient’s NHS number (${masked(found.digits)}). Nothing was stored. ${WHAT_TO_DO}`,
      )
  }

  /**
   * Searches a file on disk before it is stored. Whether all of it could be searched: pictures and scanned pages cannot.
   * Errors: BAD_USER_INPUT naming the places of numbers, or why the file must not be stored.
   */
  async searchContent(personId: string | null, path: string, { name, mediaType }: { name: string; mediaType: string }): Promise<boolean> {
    const { found, isComplete } = await this.search(path, name, mediaType)
    const numbers = await this.notLetThrough(personId, found)
    if (numbers.length > 0) {
      const places = numbers.map(({ place, digits }) => `${place} (${masked(digits)})`).join('; ')
      throw refused(`“${name}” holds what looks like a patient’s NHS number: ${places}. Nothing was stored. ${WHAT_TO_DO}`)
    }
    return isComplete
  }

  private async search(path: string, name: string, mediaType: string): Promise<FileSearch> {
    try {
      return await searchFile(path, mediaType)
    } catch (error) {
      if (error instanceof Unsearchable) throw refused(`“${name}” cannot be taken: ${error.reason}.`)
      throw error
    }
  }

  private async notLetThrough<T extends PatientNumber>(personId: string | null, found: readonly T[]): Promise<readonly T[]> {
    if (found.length === 0 || personId === null) return found
    const letThrough = await this.numbers.among(personId, new Set(found.map(({ digits }) => digits)))
    return found.filter(({ digits }) => !letThrough.has(digits))
  }
}

function refused(message: string): RequestError {
  return RequestError.badInput([{ field: 'files', message }])
}

/** The most numbers one message names. */
const MOST_PROBLEMS = 10

/** Numbers anywhere in the arguments of a field, each with the path of the field that holds it, as validation names fields. */
export function typedNumbers(value: unknown, path = ''): TypedNumber[] {
  if (typeof value === 'string') return numbersOf(value, path)
  if (typeof value !== 'object' || value === null) return []
  const found: TypedNumber[] = []
  for (const [key, part] of Object.entries(value)) {
    if (found.length >= MOST_PROBLEMS) break
    found.push(...typedNumbers(part, Array.isArray(value) ? path : path === '' || path === 'input' ? key : `${path}.${key}`))
  }
  return found.slice(0, MOST_PROBLEMS)
}

function numbersOf(text: string, field: string): TypedNumber[] {
  const lines = text.split('\n')
  return lines.flatMap((content, index) =>
    findPatientNumbers(content).map(({ digits }) => ({ digits, field, line: lines.length > 1 ? index + 1 : null })),
  )
}
