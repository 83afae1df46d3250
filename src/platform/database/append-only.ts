import { type QueryRunner } from 'typeorm'

/**
 * Makes the database itself refuse to change or delete rows of a table.
 * TypeORM rebuilds a SQLite table when a column changes and drops its triggers: a later migration has to call this again, and a test lists them.
 */
export function appendOnly(queryRunner: QueryRunner, table: string): Promise<void> {
  return refuse(queryRunner, table, ['UPDATE', 'DELETE'], 'append_only', 'is append-only')
}

/** Makes the database itself refuse to delete rows of a table, which may be changed. As above, a later migration that rebuilds the table has to call it again. */
export function neverDeleted(queryRunner: QueryRunner, table: string): Promise<void> {
  return refuse(queryRunner, table, ['DELETE'], 'never_deleted', 'keeps its rows')
}

/** PostgreSQL can also empty a table without deleting rows; who may delete nothing may not do that either. */
async function refuse(queryRunner: QueryRunner, table: string, operations: readonly string[], rule: string, words: string): Promise<void> {
  if (queryRunner.connection.options.type === 'postgres') {
    await queryRunner.query(
      `CREATE OR REPLACE FUNCTION "${table}_${rule}"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '${table} ${words}'; END $$`,
    )
    await queryRunner.query(
      `CREATE TRIGGER "${table}_${rule}" BEFORE ${[...operations, 'TRUNCATE'].join(' OR ')} ON "${table}" FOR EACH STATEMENT EXECUTE FUNCTION "${table}_${rule}"()`,
    )
    return
  }
  for (const operation of operations) {
    await queryRunner.query(
      `CREATE TRIGGER "${table}_no_${operation.toLowerCase()}" BEFORE ${operation} ON "${table}" BEGIN SELECT RAISE(ABORT, '${table} ${words}'); END`,
    )
  }
}
