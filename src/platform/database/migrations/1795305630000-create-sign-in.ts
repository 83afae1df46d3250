import { type MigrationInterface, type QueryRunner, Table } from 'typeorm'
import { id, instant, nullable, primary, references, text, whole, word } from '../columns.js'

export class CreateSignIn1795305630000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'credential',
        columns: [
          id('personId', primary),
          text('passwordHash'),
          text('authenticator'),
          whole('lastStep'),
          text('recoveryCodes'),
          whole('failures'),
          instant('lockedUntil', nullable),
          instant('changedAt'),
        ],
        foreignKeys: [references('personId', 'person')],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'identity',
        columns: [id('id', primary), text('issuer'), text('subject'), id('personId'), instant('linkedAt')],
        uniques: [{ name: 'uq_identity_issuer_subject', columnNames: ['issuer', 'subject'] }],
        indices: [{ name: 'ix_identity_personId', columnNames: ['personId'] }],
        foreignKeys: [references('personId', 'person')],
      }),
    )
    await queryRunner.createTable(new Table({ name: 'used_sign_in', columns: [word('id', primary), instant('usedAt')] }))
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('used_sign_in')
    await queryRunner.dropTable('identity')
    await queryRunner.dropTable('credential')
  }
}
