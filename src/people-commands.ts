import { type NestExpressApplication } from '@nestjs/platform-express'
import { type Command } from 'commander'
import { plainToInstance } from 'class-transformer'
import { validateSync } from 'class-validator'
import { AccessRepository } from './access/access.repository.js'
import { type Role, roles } from './access/domain/permission.js'
import { type NetworkScope } from './access/domain/scope.js'
import { InvitationService } from './people/invitation.service.js'
import { InviteMemberInput } from './people/people.inputs.js'
import { SignInResetService } from './people/sign-in-reset.service.js'
import { type Config } from './platform/config.js'

/** Runs something on the application without listening, and closes it. */
type Within = (env: NodeJS.ProcessEnv, work: (app: NestExpressApplication, config: Config) => Promise<unknown>) => Promise<void>

interface InviteArguments {
  readonly email: string
  readonly name: string
  readonly role: string
  readonly organisation: string
}

/** Whoever runs the server administers everything, and is nobody the trail knows. */
const SERVER: NetworkScope = { personId: '', england: true, own: [], practices: [], overseen: [] }

/** The commands that let the first people in, and back in. */
export function addPeople(program: Command, env: NodeJS.ProcessEnv, within: Within): void {
  program
    .command('invite')
    .description('invite somebody, such as the first operator; the link is shown once, and is passed on by whoever runs this')
    .requiredOption('--email <address>', 'their address; nothing is sent there')
    .requiredOption('--name <name>', 'their name, as others are to see it')
    .requiredOption('--role <role>', roles.join(', '))
    .requiredOption('--organisation <code>', 'code of the network, practice, ICB or LMC, or ENGLAND for operators and national viewers')
    .action((options: InviteArguments) => {
      const input = inputOf(options)
      return within(env, (app, config) => invite(app, config, input))
    })
  program
    .command('reset-sign-in')
    .description('make a link by which somebody who lost password or telephone sets up anew how they sign in; it is shown once')
    .requiredOption('--email <address>', 'whose it is')
    .action(({ email }: { email: string }) => within(env, (app, config) => reset(app, config, email)))
}

/** Errors: Error for what is no role, no address, or no name. */
function inputOf({ email, name, organisation: organisationCode, role }: InviteArguments): InviteMemberInput {
  if (!roles.includes(role as Role)) throw new Error(`--role must be one of ${roles.join(', ')}; found ${role}`)
  const input = plainToInstance(InviteMemberInput, { email, name, organisationCode, role })
  const wrong = validateSync(input).flatMap((problem) => Object.values(problem.constraints ?? {}))
  if (wrong.length > 0) throw new Error(wrong.join('; '))
  return input
}

async function invite(app: NestExpressApplication, config: Config, input: InviteMemberInput): Promise<void> {
  const result = await app.get(InvitationService).invite(SERVER, input)
  tell(config, result, 'It works once, within seven days, and gives nothing until it is accepted.')
}

async function reset(app: NestExpressApplication, config: Config, email: string): Promise<void> {
  const person = await app.get(AccessRepository).personByEmail(email)
  if (!person) throw new Error(`Nobody here has the address ${email}.`)
  const result = await app.get(SignInResetService).reset(SERVER, { personId: person.id })
  tell(config, result, 'It works once, within a day. Until it is used they sign in as before.')
}

/** Prints the link, or says why there is none. */
function tell(
  { PUBLIC_URL, HOST, PORT }: Config,
  result: { readonly path?: string | null; readonly message?: string },
  note: string,
): void {
  if (!result.path) throw new Error(result.message ?? 'No link was made.')
  const address = PUBLIC_URL?.replace(/\/$/, '') ?? `http://${HOST === '127.0.0.1' ? 'localhost' : HOST}:${PORT}`
  process.stdout.write(`${address}${result.path}\n${note}\n`)
}
