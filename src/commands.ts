import { type NestExpressApplication } from '@nestjs/platform-express'
import { Command } from 'commander'
import fs from 'node:fs'
import { isPermission, permissionNames } from './access/domain/permission.js'
import { TokenService } from './access/token.service.js'
import { createApp } from './app.js'
import { ChainCheckService } from './audit/chain-check.service.js'
import { linesOf } from './audit/domain/chain-report.js'
import { readRoots, writeRoots } from './audit/audit-file.reader.js'
import { backUp } from './backup.js'
import { writeGeneratedFiles } from './generated-files.js'
import { addImporting } from './import-commands.js'
import { addPeople } from './people-commands.js'
import { clockFor, load, welcome } from './loading.js'
import { addSearching } from './search-command.js'
import { ReleaseService } from './release/release.service.js'
import { StandingService } from './standing/standing.service.js'
import { FilesService } from './platform/files/files.service.js'
import { Config } from './platform/config.js'

/** Six hours, in milliseconds. */
const SWEEP_EVERY = 6 * 60 * 60 * 1000

/** The command line. Without a command it serves. */
export function programOf(env: NodeJS.ProcessEnv): Command {
  const program = new Command('headroom').description('The Network Contract DES as a checklist, and what the tick-box items crowd out.')
  addServing(program, env)
  addFilling(program, env)
  addImporting(program, env, within)
  addSearching(program)
  addPeople(program, env, within)
  addUpkeep(program, env)
  addTrail(program, env)
  return program
}

function addServing(program: Command, env: NodeJS.ProcessEnv): void {
  program
    .command('serve', { isDefault: true })
    .description('migrate, load what is missing and answer on HOST and PORT')
    .usage('[options]')
    .argument('[command]')
    .action(async (unknown?: string) => {
      // What is no command arrives here, where no command is needed.
      if (unknown !== undefined) throw new Error(`There is no command ${unknown}. See them all with --help.`)
      const config = Config.from(env, { isServing: true })
      const app = await createApp(config, clockFor(config))
      say(await load(app, config))
      await app.listen(config.PORT, config.HOST)
      // Content no row refers to, left by an upload that was cut off, goes within hours.
      setInterval(() => void app.get(FilesService).sweep(), SWEEP_EVERY).unref()
      process.stdout.write(await welcome(app, config))
    })
  program
    .command('token')
    .description('make a bearer token for a program; it is shown once')
    .requiredOption('--as <email>', 'whose token it is')
    .option('--name <name>', 'what it is for', 'command line')
    .option('--days <days>', 'how long it lasts, at most 366', '90')
    .option('--organisation <code...>', 'the organisations it reaches; all of theirs when left out')
    .option(
      '--may <permission...>',
      'what it may be used for, such as checklist.read; when left out, all they may do but for letting people in',
    )
    .action((options: TokenOptions) => within(env, async (app) => say(await app.get(TokenService).createFor(options.as, tokenOf(options)))))
}

function addFilling(program: Command, env: NodeJS.ProcessEnv): void {
  program
    .command('migrate')
    .description('bring the database to the current shape')
    .action(() => within(env, () => Promise.resolve(say('The database is up to date.'))))
  program
    .command('seed')
    .description('load the catalogue and, in demonstration, the invented networks')
    .action(() => within(env, async (app, config) => say(await load(app, config))))
  program
    .command('generate')
    .description('write the files made from the code: the GraphQL schema and the glossary')
    .action(() => within(env, (app) => Promise.resolve(writeGeneratedFiles(app))))
}

function addUpkeep(program: Command, env: NodeJS.ProcessEnv): void {
  program
    .command('rebuild')
    .description('compute the stored standing of every item anew, and say how much of it was wrong')
    .action(() =>
      within(env, async (app) => {
        const { items, differing } = await app.get(StandingService).rebuild()
        say(`${items} items computed anew; ${differing} differed.`)
      }),
    )
  program
    .command('release')
    .description('compute the pooled figures of the month, once; they are the same for everyone and are not changed')
    .option('--month <month>', 'such as 2026-11; it has to be this one')
    .action((options: { month?: string }) =>
      within(env, async (app) => {
        const { release, added, told, rows } = await app.get(ReleaseService).compute(options.month)
        const done = added ? 'computed' : 'is there already, the same'
        say(`Release ${release.month} ${done}: ${told} of ${rows} rows tell something; the rest is withheld.`)
      }),
    )
  program
    .command('backup')
    .description('copy rows and files to a new folder, while the server runs')
    .requiredOption('--to <folder>', 'a folder that is not there yet')
    .action(async ({ to }: { to: string }) => say(await backUp(Config.from(env), to)))
}

function addTrail(program: Command, env: NodeJS.ProcessEnv): void {
  program
    .command('verify')
    .description('check that nobody changed the audit trail, and name the first entry of each chain that does not fit')
    .option('--against <file>', 'roots kept elsewhere: they also show a chain that was written anew')
    .action(({ against }: { against?: string }) =>
      within(env, async (app) => {
        const report = await app.get(ChainCheckService).check(against === undefined ? [] : readRoots(against))
        const lines = linesOf(report).join('\n')
        if (report.broken.length > 0) throw new Error(lines)
        say(lines)
      }),
    )
  program
    .command('roots')
    .description('write where each chain of the audit trail ends, to be kept elsewhere')
    .requiredOption('--to <file>', 'a file that is not there yet')
    .action(({ to }: { to: string }) =>
      within(env, async (app) => {
        const roots = await app.get(ChainCheckService).roots()
        fs.writeFileSync(to, writeRoots(roots), { flag: 'wx' })
        say(`${roots.length} roots are in ${to}. Keep it where whoever runs this database cannot change it.`)
      }),
    )
}

interface TokenOptions {
  readonly as: string
  readonly name: string
  readonly days: string
  readonly organisation?: string[]
  readonly may?: string[]
}

/** Errors: Error when it would last too long or may be used for something there is not. */
function tokenOf({ name, days, organisation, may }: TokenOptions) {
  const unknown = may?.find((permission) => !isPermission(permission))
  if (unknown !== undefined) throw new Error(`There is no permission ${unknown}. There are: ${permissionNames.join(', ')}.`)
  if (!/^\d{1,3}$/.test(days) || Number(days) < 1 || Number(days) > 366) throw new Error('--days must be a whole number from 1 to 366.')
  return { name, days: Number(days), organisationCodes: organisation ?? null, permissions: may?.filter(isPermission) ?? null }
}

/** Runs something on the application without listening, and closes it. */
async function within(env: NodeJS.ProcessEnv, work: (app: NestExpressApplication, config: Config) => Promise<unknown>): Promise<void> {
  const config = Config.from(env)
  const app = await createApp(config, clockFor(config))
  await app.init()
  try {
    await work(app, config)
  } finally {
    await app.close()
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
