import { type MigrationInterface, type QueryRunner, Table } from 'typeorm'
import { code, day, flag, id, instant, nullable, primary, references, text, word } from '../columns.js'

export class CreateAccess1795305600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'person',
        columns: [id('id', primary), text('name'), text('email', nullable), flag('invented'), instant('recordedAt')],
        uniques: [{ name: 'uq_person_email', columnNames: ['email'] }],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'membership',
        columns: [
          id('id', primary),
          id('personId'),
          word('role'),
          code('organisationCode'),
          day('startsOn'),
          day('endsOn', nullable),
          instant('recordedAt'),
          instant('supersededAt', nullable),
        ],
        foreignKeys: [references('personId', 'person')],
        indices: [{ name: 'ix_membership_personId', columnNames: ['personId'] }],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'token',
        columns: [
          id('id', primary),
          id('personId'),
          text('name'),
          word('hash'),
          instant('createdAt'),
          instant('expiresAt', nullable),
          instant('revokedAt', nullable),
        ],
        foreignKeys: [references('personId', 'person')],
        uniques: [{ name: 'uq_token_hash', columnNames: ['hash'] }],
      }),
    )
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('token')
    await queryRunner.dropTable('membership')
    await queryRunner.dropTable('person')
  }
}
