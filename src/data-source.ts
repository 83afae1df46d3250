import fs from 'node:fs'
import path from 'node:path'
import { DataSource, type DataSourceOptions } from 'typeorm'
import * as access from './access/access.entity.js'
import * as invitation from './access/invitation.entity.js'
import * as session from './access/session.entity.js'
import * as token from './access/token.entity.js'
import * as checklist from './checklist/checklist.entity.js'
import * as crowdOut from './crowd-out/crowd-out.entity.js'
import * as decision from './decision/decision.entity.js'
import * as evidence from './evidence/evidence.entity.js'
import * as network from './network/network.entity.js'
import * as auditLog from './platform/audit-log/audit-entry.entity.js'
import { type Config } from './platform/config.js'
import { migrations } from './platform/database/migrations.js'
import * as files from './platform/files/stored-file.entity.js'
import * as idempotency from './platform/idempotency/idempotency-key.entity.js'
import * as letThrough from './platform/patient-guard/let-through.entity.js'
import * as draft from './platform/web/draft.entity.js'
import * as priority from './priority/priority.entity.js'
import * as publication from './publication/publication.entity.js'
import * as release from './release/release.entity.js'
import * as request from './request/request.entity.js'
import * as sifting from './request/sifting.entity.js'
import * as signIn from './sign-in/sign-in.entity.js'
import * as specification from './specification/specification.entity.js'
import * as statement from './statement/statement.entity.js'
import * as workload from './workload/workload.entity.js'

type EntityClass = new () => object

const entities = [
  access,
  token,
  invitation,
  session,
  signIn,
  draft,
  auditLog,
  idempotency,
  files,
  letThrough,
  network,
  specification,
  checklist,
  evidence,
  publication,
  decision,
  priority,
  workload,
  request,
  sifting,
  crowdOut,
  statement,
  release,
].flatMap((module) => Object.values<EntityClass>(module))

/** The source that writes. Opens the SQLite file, making its folder, or a PostgreSQL pool. */
export function writerOf(config: Config): DataSource {
  if (!config.isPostgres) fs.mkdirSync(path.dirname(config.sqliteFile), { recursive: true })
  return new DataSource({ ...connection(config, 'write'), entities, migrations, migrationsTransactionMode: 'each' })
}

/** The source that can only read, and on SQLite sees only what is committed. Needs the migrated database to be there. */
export function readerOf(config: Config): DataSource {
  return new DataSource({ ...connection(config, 'read'), entities })
}

function connection(config: Config, use: 'read' | 'write'): DataSourceOptions {
  if (config.isPostgres) {
    // What is asked ends with the request that asked it; a change may have to wait for another.
    const options = use === 'read' ? '-c default_transaction_read_only=on -c statement_timeout=20000' : undefined
    return { type: 'postgres', url: config.DATABASE_URL, extra: { max: 10, ...(options && { options }) } }
  }
  return {
    type: 'better-sqlite3',
    database: config.sqliteFile,
    prepareDatabase: (database: { pragma(text: string): unknown }) => {
      // WAL lets readers go on during a write; FULL makes a commit survive a power cut.
      const settings = ['journal_mode = WAL', 'synchronous = FULL', 'busy_timeout = 5000', 'cache_size = -65536']
      for (const setting of use === 'read' ? [...settings, 'query_only = ON'] : settings) database.pragma(setting)
    },
  }
}
