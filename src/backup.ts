import fs from 'node:fs'
import path from 'node:path'
import { writerOf } from './data-source.js'
import { type Config } from './platform/config.js'

/**
 * Copies everything that cannot be made again to a new folder, while the server runs: rows as of one moment, then every file they refer to (files are
 * never changed, so a copy made after the rows has them all). Errors: Error when the folder is there already, or rows live in PostgreSQL.
 */
export async function backUp(config: Config, folder: string): Promise<string> {
  if (config.isPostgres) throw new Error('Rows live in PostgreSQL: back them up with pg_dump, then copy the files folder of DATA_DIR.')
  if (fs.existsSync(folder)) throw new Error(`${folder} is there already: name a folder that is not, so that no backup is overwritten.`)
  fs.mkdirSync(folder, { recursive: true })
  const source = await writerOf(config).initialize()
  try {
    await source.query('VACUUM INTO ?', [path.resolve(folder, 'headroom.sqlite')])
  } finally {
    await source.destroy()
  }
  const files = path.join(config.DATA_DIR, 'files')
  if (fs.existsSync(files)) fs.cpSync(files, path.join(folder, 'files'), { recursive: true })
  return `Everything is in ${folder}. To go back to it, start with DATA_DIR=${folder}.`
}
