import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FileReader } from '../specification/specification.reader.js'
import { checkTariffs, type TariffTable } from './domain/tariff-table.js'

/** Beside the code, in the sources and in the build. */
const FILE = fileURLToPath(new URL('../../data/tariffs.yaml', import.meta.url))

/** Reads assumed tariffs: `data/tariffs.yaml` unless another file is named. Errors: Error naming every problem. */
export function readTariffs(file = FILE): TariffTable {
  const reader = new FileReader()
  const found = reader.read(file, basename(file), checkTariffs)
  const { value, problems } = reader.reading(() => found?.value)
  if (!value) throw new Error(`The tariffs cannot be read: ${problems.map(({ message }) => message).join('; ')}`)
  return value
}
