import { type MigrationInterface, type QueryRunner, Table } from 'typeorm'
import { code, day, flag, id, instant, nullable, primary, references, text, word } from '../columns.js'

export class CreateAccess1795305600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'person',
        columns: [
          id('id', primary),
          text('name'),
          text('email', nullable),
          flag('invented'),
          instant('recordedAt'),
          instant('erasedAt', nullable),
        ],
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
          instant('endedAt', nullable),
          id('recordedBy', nullable),
          instant('recordedAt'),
          instant('supersededAt', nullable),
        ],
        foreignKeys: [references('personId', 'person')],
        indices: [
          { name: 'ix_membership_personId', columnNames: ['personId'] },
          { name: 'ix_membership_organisationCode', columnNames: ['organisationCode'] },
        ],
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
          { ...word('hint'), length: '4' },
          text('organisationCodes', nullable),
          text('permissions', nullable),
          instant('createdAt'),
          instant('expiresAt'),
          instant('lastUsedAt', nullable),
          instant('revokedAt', nullable),
        ],
        foreignKeys: [references('personId', 'person')],
        uniques: [{ name: 'uq_token_hash', columnNames: ['hash'] }],
        indices: [{ name: 'ix_token_personId', columnNames: ['personId'] }],
      }),
    )
    await queryRunner.createTable(invitation())
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('invitation')
    await queryRunner.dropTable('token')
    await queryRunner.dropTable('membership')
    await queryRunner.dropTable('person')
  }
}

function invitation(): Table {
  return new Table({
    name: 'invitation',
    columns: [
      id('id', primary),
      word('kind'),
      id('personId', nullable),
      text('email'),
      text('name'),
      word('role', nullable),
      code('organisationCode', nullable),
      day('startsOn', nullable),
      day('endsOn', nullable),
      word('hash'),
      instant('createdAt'),
      id('createdBy', nullable),
      instant('expiresAt'),
      instant('usedAt', nullable),
      id('usedBy', nullable),
      instant('withdrawnAt', nullable),
    ],
    uniques: [{ name: 'uq_invitation_hash', columnNames: ['hash'] }],
    indices: [{ name: 'ix_invitation_organisationCode', columnNames: ['organisationCode'] }],
  })
}
