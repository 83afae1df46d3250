import 'reflect-metadata'
import { plainToInstance } from 'class-transformer'
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, validateSync } from 'class-validator'
import path from 'node:path'
import { signInProblems, trustedProxies } from './sign-in-settings.js'

export type Mode = 'demonstration' | 'production'

/** How people prove who they are: with accounts kept here, or at a provider by OpenID Connect. */
export type SignInWay = 'local' | 'openid'

/** Read from the environment; anything else in it is none of ours. */
const NAMES = [
  ...['MODE', 'PORT', 'HOST', 'DATA_DIR', 'DATABASE_URL', 'SESSION_MINUTES', 'CLAMD', 'REQUESTS_A_MINUTE'],
  ...[
    'SIGN_IN',
    'PUBLIC_URL',
    'SECRET_KEY',
    'OPENID_ISSUER',
    'OPENID_CLIENT_ID',
    'OPENID_CLIENT_SECRET',
    'OPENID_LABEL',
    'TRUSTED_PROXIES',
  ],
]

/** What the environment may set. Checked once, at start; every problem is said at once. */
export class Config {
  /** Whether invented data is loaded. Has to be said as soon as the server is more than one person's trial on one machine. */
  @IsOptional() @IsIn(['demonstration', 'production']) readonly MODE?: Mode

  /** Port to listen on. */
  @IsInt() @Min(0) @Max(65535) readonly PORT: number = 3000

  /** Address to listen on. 127.0.0.1 is reached from this machine only. */
  @IsString() readonly HOST: string = '127.0.0.1'

  /** The one folder to back up: rows (unless DATABASE_URL says otherwise) and files. */
  @IsString() readonly DATA_DIR: string = './var'

  /** Where rows live. A SQLite file needs no server and suits one network; PostgreSQL suits many. */
  @IsOptional()
  @Matches(/^(sqlite:|postgres(ql)?:\/\/)/, { message: 'DATABASE_URL must start with sqlite: or postgres://' })
  readonly DATABASE_URL?: string

  /** Minutes before an idle session ends. */
  @IsInt() @Min(1) @Max(720) readonly SESSION_MINUTES: number = 30

  /** Where ClamAV's clamd listens. When set every file is scanned before it is kept, and none is taken while it does not answer. */
  @IsOptional()
  @Matches(/^(\[[0-9a-f:]+\]|[^\s:]+):\d{1,5}$/i, { message: 'CLAMD must be a host and a port, such as localhost:3310' })
  readonly CLAMD?: string

  /** Requests one person may send in a minute, by pages and programs together. */
  @IsInt() @Min(1) readonly REQUESTS_A_MINUTE: number = 1_200

  /** How people sign in with a browser. */
  @IsOptional()
  @IsIn(['local', 'openid'], { message: 'SIGN_IN must be local (accounts kept here) or openid (your organisation’s provider)' })
  readonly SIGN_IN?: SignInWay

  /** The address people open, as their browser shows it, without a path. */
  @IsOptional() @IsString() readonly PUBLIC_URL?: string

  /** At least 32 random bytes in base64. Encrypts what authenticator apps share with us, and the short notes browsers keep while somebody signs in. */
  @IsOptional() @IsString() readonly SECRET_KEY?: string

  /** The OpenID provider, as its discovery document names itself. */
  @IsOptional() @IsString() readonly OPENID_ISSUER?: string

  /** What the provider calls this service, and what it proves itself with. */
  @IsOptional() @IsString() readonly OPENID_CLIENT_ID?: string
  @IsOptional() @IsString() readonly OPENID_CLIENT_SECRET?: string

  /** What the button that leads to the provider says. */
  @IsString() @MaxLength(60) readonly OPENID_LABEL: string = 'Sign in with your organisation’s account'

  /** Proxies whose word is taken for where a request came from: how many there are, or their addresses. */
  @IsOptional() @IsString() readonly TRUSTED_PROXIES?: string

  /** Errors: Error naming everything that is wrong. What only a server needs is asked of one that is to serve. */
  static from(env: NodeJS.ProcessEnv, { isServing = false }: { readonly isServing?: boolean } = {}): Config {
    const known = Object.fromEntries(NAMES.filter((name) => env[name]).map((name) => [name, env[name]]))
    const config = plainToInstance(Config, known, { enableImplicitConversion: true, exposeDefaultValues: true })
    const problems = validateSync(config).flatMap((problem) => Object.values(problem.constraints ?? {}))
    if (!config.MODE && config.leavesThisMachine) {
      problems.push('MODE must be demonstration or production when DATABASE_URL or another HOST is set')
    }
    problems.push(...signInProblems(config, isServing))
    if (problems.length > 0) throw new Error(`Configuration: ${problems.join('; ')}`)
    return config
  }

  get mode(): Mode {
    return this.MODE ?? 'demonstration'
  }

  get isPostgres(): boolean {
    return this.DATABASE_URL?.startsWith('postgres') ?? false
  }

  /** The SQLite file, when rows live in one. */
  get sqliteFile(): string {
    return path.resolve(this.DATABASE_URL?.replace(/^sqlite:/, '') || path.join(this.DATA_DIR, 'headroom.sqlite'))
  }

  /** Whether it is reached from this machine only. */
  get isLocal(): boolean {
    return ['127.0.0.1', 'localhost', '::1'].includes(this.HOST)
  }

  /** What Express takes for TRUSTED_PROXIES. */
  get trustedProxies(): number | string[] | false {
    return trustedProxies(this.TRUSTED_PROXIES) ?? false
  }

  private get leavesThisMachine(): boolean {
    return this.DATABASE_URL !== undefined || !this.isLocal
  }
}
