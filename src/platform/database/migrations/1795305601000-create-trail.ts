import { type MigrationInterface, type QueryRunner, Table } from 'typeorm'
import { code, id, instant, nullable, primary, text, whole, word } from '../columns.js'

import { appendOnly, neverDeleted } from '../append-only.js'

export class CreateTrail1795305601000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'audit_entry',
        columns: [
          id('id', primary),
          code('chain'),
          whole('sequence'),
          word('hash'),
          instant('occurredAt'),
          code('organisationCode', nullable),
          id('actorId', nullable),
          word('action'),
          word('subjectType'),
          word('subjectId'),
          text('details'),
        ],
        indices: [
          { name: 'ix_audit_entry_organisationCode_occurredAt_id', columnNames: ['organisationCode', 'occurredAt', 'id'] },
          { name: 'uq_audit_entry_chain_sequence', columnNames: ['chain', 'sequence'], isUnique: true },
        ],
      }),
    )
    await queryRunner.createTable(new Table({ name: 'audit_head', columns: [code('chain', primary), whole('sequence'), word('hash')] }))
    await queryRunner.createTable(
      new Table({
        name: 'idempotency_key',
        columns: [
          id('callerId', primary),
          word('mutation', primary),
          word('key', primary),
          word('digest'),
          text('result', nullable),
          instant('createdAt'),
        ],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'stored_file',
        columns: [
          id('id', primary),
          word('digest'),
          text('name'),
          text('mediaType'),
          whole('bytes'),
          code('organisationCode'),
          id('uploadedBy'),
          instant('uploadedAt'),
          instant('attachedAt', nullable),
          word('patientSearch'),
        ],
        indices: [
          { name: 'ix_stored_file_digest', columnNames: ['digest'] },
          { name: 'ix_stored_file_attachedAt_uploadedAt', columnNames: ['attachedAt', 'uploadedAt'] },
        ],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'let_through_number',
        columns: [
          id('id', primary),
          id('personId'),
          code('organisationCode'),
          word('salt'),
          word('digest'),
          text('reason'),
          instant('endsAt'),
        ],
        indices: [{ name: 'ix_let_through_number_personId_endsAt', columnNames: ['personId', 'endsAt'] }],
      }),
    )
    await appendOnly(queryRunner, 'audit_entry')
    await neverDeleted(queryRunner, 'audit_head')
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('let_through_number')
    await queryRunner.dropTable('stored_file')
    await queryRunner.dropTable('idempotency_key')
    await queryRunner.dropTable('audit_head')
    await queryRunner.dropTable('audit_entry')
  }
}
