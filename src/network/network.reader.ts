import { join } from 'node:path'
import { type Day } from '../platform/day.js'
import { FileReader, type Reading } from '../specification/specification.reader.js'
import { checkBoardsFile, checkNetworksFile, checkPeopleFile, checkPracticesFile } from './domain/organisation-files.js'
import { checkLinks } from './domain/organisation-links.js'
import { organisationsOf, peopleOf } from './domain/organisation-rows.js'
import { type Organisations, type Persona } from './domain/organisations.js'

/** What a folder of invented organisations says, complete and checked. */
export interface ReadOrganisations {
  readonly organisations: Organisations
  readonly people: readonly Persona[]
}

/** Reads a folder such as `data/organisations`: all of it, or every problem in it. Days told in words are seen from `today`. */
export function readOrganisations(folder: string, today: Day): Reading<ReadOrganisations> {
  const reader = new FileReader()
  const files = {
    boards: reader.read(join(folder, 'boards.yaml'), 'boards.yaml', checkBoardsFile),
    practices: reader.read(join(folder, 'practices.yaml'), 'practices.yaml', checkPracticesFile(today)),
    networks: reader.read(join(folder, 'networks.yaml'), 'networks.yaml', checkNetworksFile(today)),
    people: reader.read(join(folder, 'people.yaml'), 'people.yaml', checkPeopleFile),
  }
  checkLinks(files)
  return reader.reading(() => ({ organisations: organisationsOf(files), people: peopleOf(files) }))
}
