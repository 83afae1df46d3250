import { type Request } from 'express'
import { RequestError } from '../request-error.js'

/** The largest form without files, in bytes. */
const LARGEST_FORM = 200_000

/** What was typed into a form: every field a list, as browsers send it. */
export class FormFields {
  constructor(private readonly values: ReadonlyMap<string, readonly string[]>) {}

  static of(content: Readonly<Record<string, readonly string[]>>): FormFields {
    return new FormFields(new Map(Object.entries(content)))
  }

  /** The one value of a field, trimmed; empty when it was not sent. */
  one(name: string): string {
    return this.values.get(name)?.[0]?.trim() ?? ''
  }

  /** Every value of a field. */
  all(name: string): readonly string[] {
    return this.values.get(name) ?? []
  }

  get content(): Record<string, readonly string[]> {
    return Object.fromEntries(this.values)
  }
}

/** Reads a form without files. Errors: BAD_USER_INPUT when it is larger than any form here. */
export async function readFields(request: Request): Promise<FormFields> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length
    if (bytes > LARGEST_FORM) throw new RequestError('BAD_USER_INPUT', 'What was sent is larger than any form here.')
    chunks.push(chunk as Buffer)
  }
  const values = new Map<string, string[]>()
  for (const [name, value] of new URLSearchParams(Buffer.concat(chunks).toString('utf8'))) {
    values.set(name, [...(values.get(name) ?? []), value])
  }
  return new FormFields(values)
}
