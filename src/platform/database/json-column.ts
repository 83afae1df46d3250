import { type ValueTransformer } from 'typeorm'

/** Stores a plain value as JSON text: both databases have text, and no query looks inside. */
export const jsonColumn: ValueTransformer = {
  to: (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value)),
  from: (stored: string | null): unknown => (stored === null ? null : JSON.parse(stored)),
}
