import fs from 'node:fs'
import { addDays, contractYearOf } from '../../platform/day.js'
import { type Visit } from '../layout/visit.js'

/** A saved query: a file of the folder `examples`, told what it is by its first lines. */
export interface Example {
  /** What an address calls it: the file's name without its number. */
  readonly name: string
  readonly title: string
  readonly explanation: string
  /** Roles it is for; null for everybody. */
  readonly roles: readonly string[] | null
  readonly query: string
}

const FOLDER = new URL('examples/', import.meta.url)

/** Every example, in order. Errors: Error naming a file that does not say its title and for whom it is. */
export function readExamples(): Example[] {
  return fs
    .readdirSync(FOLDER)
    .filter((file) => file.endsWith('.example.graphql'))
    .sort()
    .map((file) => exampleOf(file, fs.readFileSync(new URL(file, FOLDER), 'utf8')))
}

/** An example out of its file: `# title: …`, `# for: …`, then what else is to say of it, then the query. */
export function exampleOf(file: string, text: string): Example {
  const lines = text.split('\n')
  const head = lines
    .slice(
      0,
      lines.findIndex((line) => !line.startsWith('#')),
    )
    .map((line) => line.slice(1).trim())
  const said = (key: string): string => {
    const found = head.find((line) => line.startsWith(`${key}: `))
    if (!found) throw new Error(`${file} does not say its ${key}`)
    return found.slice(key.length + 2)
  }
  const audience = said('for')
  return {
    name: file.replace(/^\d+-|\.example\.graphql$/g, ''),
    title: said('title'),
    explanation: head.filter((line) => !/^(title|for): /.test(line)).join(' '),
    roles: audience === 'everybody' ? null : audience.split(', '),
    query: lines.slice(head.length).join('\n'),
  }
}

/** Those that answer something to somebody in this role. */
export function examplesFor(examples: readonly Example[], role: string): Example[] {
  return examples.filter(({ roles }) => roles === null || roles.includes(role))
}

/** What can be filled into an example's variables: of whom is signed in, and where nothing follows from that, an instance. */
export function variablesFor({ query }: Pick<Example, 'query'>, { place, today }: Pick<Visit, 'place' | 'today'>): Record<string, unknown> {
  const known: Readonly<Record<string, unknown>> = {
    ...{
      network: place.networkCode ?? place.code,
      board: place.code,
      today,
      inThirtyDays: addDays(today, 30),
      contractYear: contractYearOf(today),
    },
    ...{ requirement: '24-17', relaxing: ['24-30', '24-31'], search: 'care' },
  }
  const names = [...query.matchAll(/\$(\w+):/g)].map(([, name]) => name ?? '')
  return Object.fromEntries(names.filter((name) => Object.hasOwn(known, name)).map((name) => [name, known[name]]))
}
