import { type NestExpressApplication } from '@nestjs/platform-express'
import path from 'node:path'
import { type Config } from './platform/config.js'
import { SpecificationImporter } from './specification/specification.importer.js'

/** The project's own data, shipped beside the code. */
export const DATA_FOLDER = path.resolve(import.meta.dirname, '..', 'data')

/** Loads the catalogue and, in demonstration, the invented networks: what is there already stays as it is. Says what it did. */
export async function load(app: NestExpressApplication, _config: Config): Promise<string> {
  const { added, unchanged } = await app.get(SpecificationImporter).load(path.join(DATA_FOLDER, 'specifications'))
  return `Catalogue: ${added.length} loaded, ${unchanged.length} already there.`
}

/** What to know once it answers. */
export async function welcome(app: NestExpressApplication, config: Config): Promise<string> {
  return `Headroom answers at ${await app.getUrl()} (${config.mode})\n`
}
