import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A digest of the bytes of each year's folder, by its name. Empty where anything is not a plain file that can be read: then the reader
 * says what is wrong.
 */
export function filesOf(root: string): ReadonlyMap<string, string> {
  try {
    const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    return new Map(folders.map(({ name }) => [name, digestOf(join(root, name))]))
  } catch {
    return new Map()
  }
}

/** No file of the catalogue comes near this; a larger one is for the reader to refuse, not to be held in memory. */
const LARGEST_FILE_BYTES = 1_048_576

function digestOf(folder: string): string {
  const hash = createHash('sha256')
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'))
  for (const name of names.sort()) {
    const path = join(folder, name)
    if (statSync(path).size > LARGEST_FILE_BYTES) throw new RangeError(`Too large: ${path}`)
    const bytes = readFileSync(path)
    hash.update(`${name}\n${bytes.length}\n`).update(bytes)
  }
  return hash.digest('hex')
}
