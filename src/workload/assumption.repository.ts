import { Injectable } from '@nestjs/common'
import { fileURLToPath } from 'node:url'
import { type Assumptions } from '../specification/domain/reference-data.js'
import { readAssumptions } from '../specification/specification.reader.js'

/** Beside the code, in the sources and in the build. */
const FILE = fileURLToPath(new URL('../../data/assumptions.yaml', import.meta.url))

/** The catalogue's assumed minutes. The file is read once, when they are first needed. */
@Injectable()
export class AssumptionRepository {
  private read: Assumptions | undefined

  assumptions(): Assumptions {
    this.read ??= load()
    return this.read
  }
}

function load(): Assumptions {
  const { value, problems } = readAssumptions(FILE)
  if (value === null) throw new Error(`The assumptions cannot be read: ${problems.map(({ message }) => message).join('; ')}`)
  return value
}
