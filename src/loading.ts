import { type NestExpressApplication } from '@nestjs/platform-express'
import fs from 'node:fs'
import path from 'node:path'
import { demonstrate } from './demonstration.js'
import { DATA_FOLDER } from './data-folder.js'
import { OrganisationRepository } from './network/organisation.repository.js'
import { Clock, DemonstrationClock } from './platform/clock.js'
import { type Config } from './platform/config.js'
import { SpecificationImporter } from './specification/specification.importer.js'

const SPECIFICATIONS = path.join(DATA_FOLDER, 'specifications')

/** The clock to run by: the real one, or in demonstration one that stays within the catalogue. */
export function clockFor(config: Config): Clock {
  if (config.mode === 'production') return new Clock()
  const years = fs.readdirSync(SPECIFICATIONS).filter((name) => /^\d{4}-\d{2}/.test(name))
  const last = years.sort().at(-1) ?? '2026-27'
  return new DemonstrationClock(last.slice(0, 7).replace('-', '/'))
}

/**
 * Loads what is missing: the catalogue and, in demonstration, invented networks with a history. What is there stays as it is. Says what it did.
 * Errors: Error when production data is asked for and the database holds invented organisations, or the demonstration and it holds real ones.
 */
export async function load(app: NestExpressApplication, config: Config): Promise<string> {
  const isInvented = await app.get(OrganisationRepository).holdsInvented()
  if (config.mode === 'production' && isInvented) {
    throw new Error(
      'This database holds invented organisations. Production needs a database without them: set DATA_DIR or DATABASE_URL to a new one.',
    )
  }
  if (config.mode === 'demonstration' && (await app.get(OrganisationRepository).holdsReal())) {
    throw new Error(
      'This database holds real organisations, beside which nothing is invented. Set MODE=production, or DATA_DIR to a new folder.',
    )
  }
  const { added, unchanged } = await app.get(SpecificationImporter).load(SPECIFICATIONS)
  const editions = [...added, ...unchanged].sort()
  const years = [editions[0], editions.at(-1)].map((name) => name?.slice(0, 7))
  const catalogue = `Catalogue: ${editions.length} editions, ${years.join(' to ')}.`
  if (config.mode === 'production' || isInvented) return catalogue
  return `${catalogue}\n${await demonstrate(config, app.get(Clock).today())}`
}

/** What to know once it answers. */
export async function welcome(app: NestExpressApplication, config: Config): Promise<string> {
  const url = await app.getUrl()
  const lines =
    config.mode === 'demonstration'
      ? [
          `Open ${url} and choose who to be: everything in it is invented (demonstration).`,
          'For a program: npm run headroom -- token --as manager.ux0001@headroom.example',
          `               and ${url}/graphql with the header "authorization: Bearer <token>"`,
        ]
      : [`Headroom answers at ${url} (production).`]
  return `${lines.join('\n')}\n`
}
