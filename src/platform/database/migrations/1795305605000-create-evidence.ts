import { type MigrationInterface, type QueryRunner, Table } from 'typeorm'
import { code, day, id, instant, nullable, primary, references, text, whole, word } from '../columns.js'

export class CreateEvidence1795305605000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'evidence',
        columns: [
          id('id', primary),
          code('ownerCode'),
          word('kind'),
          day('happenedOn', nullable),
          day('coversFrom', nullable),
          day('coversTo', nullable),
          day('lapsesOn', nullable),
          instant('receivedAt'),
          text('note'),
          text('link', nullable),
          text('figure', nullable),
          text('declaration', nullable),
          text('practiceCodes'),
          word('digest'),
          id('recordedBy'),
          id('supersedesId', nullable),
        ],
        indices: [
          { name: 'ix_evidence_ownerCode_receivedAt', columnNames: ['ownerCode', 'receivedAt'] },
          { name: 'ix_evidence_supersedesId', columnNames: ['supersedesId'] },
        ],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'evidence_end',
        columns: [id('evidenceId', primary), word('kind'), text('reason'), id('replacedById', nullable), id('endedBy'), instant('endedAt')],
        foreignKeys: [references('evidenceId', 'evidence'), references('replacedById', 'evidence')],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'evidence_file',
        columns: [id('evidenceId', primary), id('fileId', primary), whole('position')],
        foreignKeys: [references('evidenceId', 'evidence'), references('fileId', 'stored_file')],
        indices: [{ name: 'ix_evidence_file_fileId', columnNames: ['fileId'] }],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'evidence_use',
        columns: [
          id('id', primary),
          id('evidenceId'),
          id('occurrenceId'),
          id('recordedBy'),
          instant('recordedAt'),
          instant('supersededAt', nullable),
        ],
        foreignKeys: [references('evidenceId', 'evidence'), references('occurrenceId', 'occurrence')],
        indices: [
          {
            name: 'uq_evidence_use_evidenceId_occurrenceId',
            columnNames: ['evidenceId', 'occurrenceId'],
            isUnique: true,
            where: '"supersededAt" IS NULL',
          },
          { name: 'ix_evidence_use_occurrenceId', columnNames: ['occurrenceId'] },
        ],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'declaration_confirmation',
        columns: [id('evidenceId', primary), id('confirmedBy'), instant('confirmedAt')],
        foreignKeys: [references('evidenceId', 'evidence')],
      }),
    )
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('declaration_confirmation')
    await queryRunner.dropTable('evidence_use')
    await queryRunner.dropTable('evidence_file')
    await queryRunner.dropTable('evidence_end')
    await queryRunner.dropTable('evidence')
  }
}
