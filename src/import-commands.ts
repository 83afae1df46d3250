import { type NestExpressApplication } from '@nestjs/platform-express'
import { type Command } from 'commander'
import os from 'node:os'
import { OpeningService } from './checklist/opening.service.js'
import { Clock } from './platform/clock.js'
import { Config } from './platform/config.js'
import { isDay } from './platform/day.js'
import { figuresOf } from './publication/domain/figures.js'
import { importWords, mapWords, problemWords, releaseWords } from './publication/domain/import-words.js'
import { PublicationImporter } from './publication/publication.importer.js'
import { type ReadFiles, readPublications } from './publication/publication.reader.js'

/** Runs something on the application without listening, and closes it. */
type Within = (env: NodeJS.ProcessEnv, work: (app: NestExpressApplication, config: Config) => Promise<unknown>) => Promise<void>

interface ImportArguments {
  readonly check?: boolean
  readonly releasedOn?: string
  readonly acceptLoss?: boolean
  readonly all?: boolean
}

/** How many practices of a disagreement are named unless all are asked for. */
const EXAMPLES = 5

/** The commands that bring England in. */
export function addImporting(program: Command, env: NodeJS.ProcessEnv, within: Within): void {
  program
    .command('import')
    .description('import official files about England: ODS reports, practice maps, list sizes, published results, deprivation scores')
    .argument('<places...>', 'files or folders; what a file is, its content tells')
    .option('--check', 'only read them, and print the figures a release must have')
    .option('--released-on <day>', 'the day of the ODS files, such as 2026-03-02, whatever their names and workbooks say')
    .option('--accept-loss', 'take an ODS release though it leaves out much of what an earlier one said')
    .option('--all', 'name every practice on which two sources disagree')
    .action((places: string[], options: ImportArguments) => (options.check ? check(places, options) : load(places, options, env, within)))
  program
    .command('open')
    .description(
      'open the checklists of a contract year for all networks of an ICB or of England, and for the ICBs; those that are open stay as they are',
    )
    .argument('<year>', 'such as 2026/27')
    .option('--of <code>', 'an ICB by its ODS code, or ENGLAND', 'ENGLAND')
    .action((year: string, { of }: { of: string }) =>
      within(env, async (app) => {
        letOthersFirst(env)
        let isStopped = false
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => (isStopped = true))
        const { opened, known, left } = await app.get(OpeningService).openAll(year, of, { progress: tell, isStopped: () => isStopped })
        say(`${opened} checklists opened; ${known} were open already${left > 0 ? `; ${left} are left: run it again` : ''}.`)
      }),
    )
}

async function check(places: readonly string[], options: ImportArguments): Promise<void> {
  const read = await readAll(places, options)
  const { releases, maps } = figuresOf(read.tables, new Clock().today())
  for (const release of releases) releaseWords(release).forEach(say)
  for (const map of maps) mapWords(map, examplesOf(options)).forEach(say)
  if (releases.length + maps.length === 0) say('There is no ODS release of core partners and no practice map among them.')
}

async function load(places: readonly string[], options: ImportArguments, env: NodeJS.ProcessEnv, within: Within): Promise<void> {
  if (Config.from(env).mode === 'demonstration') {
    throw new Error(
      'This is a demonstration, in which everything is invented; official files are imported with MODE=production and a new DATA_DIR or DATABASE_URL. ' +
        'To see what is in them, import --check needs neither.',
    )
  }
  letOthersFirst(env)
  const { tables } = await readAll(places, options)
  await within(env, async (app) => {
    const report = await app.get(PublicationImporter).import(tables, { isLossAccepted: options.acceptLoss === true, progress: tell })
    importWords(report, examplesOf(options)).forEach(say)
  })
}

/** Whoever asks the server does not wait for a long command beside it. Only a process of its own may be made to wait: it could not be undone. */
function letOthersFirst(env: NodeJS.ProcessEnv): void {
  if (env === process.env) os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL)
}

/** Reads all of it. Errors: Error naming every problem; nothing was changed. */
async function readAll(places: readonly string[], { releasedOn }: ImportArguments): Promise<ReadFiles> {
  if (releasedOn !== undefined && !isDay(releasedOn))
    throw new Error(`--released-on must be a day such as 2026-03-02; found ${String(releasedOn)}`)
  const read = await readPublications(places, { progress: tell, releasedOn: releasedOn ?? null })
  for (const { file, why } of read.unknown) tell(`left out ${file}: ${why}`)
  if (read.problems.length === 0) return read
  throw new Error(`Nothing was imported; ${read.problems.length} to put right:\n${read.problems.map(problemWords).join('\n')}`)
}

function examplesOf({ all }: ImportArguments): number {
  return all ? Infinity : EXAMPLES
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** How far it is: beside the result, not part of it. */
function tell(text: string): void {
  process.stderr.write(`${text}\n`)
}
