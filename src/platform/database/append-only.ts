import { type QueryRunner } from 'typeorm'

/**
 * Makes the database itself refuse to change or delete rows of a table.
 * TypeORM rebuilds a SQLite table when a column changes and drops its triggers: a later migration has to call this again, and a test lists them.
 */
export async function appendOnly(queryRunner: QueryRunner, table: string): Promise<void> {
  if (queryRunner.connection.options.type === 'postgres') {
    await queryRunner.query(
      `CREATE OR REPLACE FUNCTION "${table}_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '${table} is append-only'; END $$`,
    )
    await queryRunner.query(
      `CREATE TRIGGER "${table}_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "${table}" FOR EACH STATEMENT EXECUTE FUNCTION "${table}_append_only"()`,
    )
    return
  }
  for (const operation of ['UPDATE', 'DELETE']) {
    await queryRunner.query(
      `CREATE TRIGGER "${table}_no_${operation.toLowerCase()}" BEFORE ${operation} ON "${table}" BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
    )
  }
}
