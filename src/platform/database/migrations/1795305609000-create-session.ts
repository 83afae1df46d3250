import { type MigrationInterface, type QueryRunner, Table } from 'typeorm'
import { code, id, instant, nullable, primary, references, text, word } from '../columns.js'

export class CreateSession1795305609000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'session',
        columns: [
          id('id', primary),
          id('personId'),
          word('hash'),
          word('method'),
          text('browser', nullable),
          word('actingRole', nullable),
          code('actingOrganisation', nullable),
          instant('startedAt'),
          instant('seenAt'),
          instant('endedAt', nullable),
        ],
        uniques: [{ name: 'uq_session_hash', columnNames: ['hash'] }],
        foreignKeys: [references('personId', 'person')],
        indices: [{ name: 'ix_session_personId', columnNames: ['personId'] }],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'form_draft',
        columns: [id('personId', primary), word('form', primary), text('content'), instant('savedAt')],
      }),
    )
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('form_draft')
    await queryRunner.dropTable('session')
  }
}
