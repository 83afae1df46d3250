import { Injectable } from '@nestjs/common'
import { Database } from '../database/database.js'
import { toNumber } from '../database/to-number.js'

/** How many rows a table holds. */
export interface TableRows {
  readonly name: string
  readonly rows: number
}

/** What the database says of itself, and never whose anything is. */
@Injectable()
export class InstallationRepository {
  constructor(private readonly database: Database) {}

  /** The database and its version, such as PostgreSQL 18.0. */
  async product(): Promise<string> {
    const { manager, isPostgres } = this.database
    if (!isPostgres) {
      const [row] = await manager.query<{ version: string }[]>('SELECT sqlite_version() AS "version"')
      return `SQLite ${row?.version ?? ''}`
    }
    const [row] = await manager.query<{ version: string }[]>(`SELECT current_setting('server_version') AS "version"`)
    return `PostgreSQL ${row?.version ?? ''}`
  }

  /** Changes made to the shape of the database so far. */
  async migrations(): Promise<number> {
    const [row] = await this.database.manager.query<{ rows: unknown }[]>('SELECT COUNT(*) AS "rows" FROM "migrations"')
    return toNumber(row?.rows)
  }

  /** Every table with its rows, by name: one statement. */
  async tables(): Promise<TableRows[]> {
    const names = this.database.manager.connection.entityMetadatas.map(({ tableName }) => tableName).sort()
    const counts = names.map((name) => `SELECT '${name}' AS "name", COUNT(*) AS "rows" FROM "${name}"`)
    const found = await this.database.manager.query<{ name: string; rows: unknown }[]>(counts.join(' UNION ALL '))
    const rowsOf = new Map(found.map(({ name, rows }) => [name, toNumber(rows)]))
    return names.map((name) => ({ name, rows: rowsOf.get(name) ?? 0 }))
  }
}
