import { type MigrationInterface, type QueryRunner, Table } from 'typeorm'
import { code, day, id, instant, nullable, primary, references, text, whole, word } from '../columns.js'

export class CreatePublication1795305620000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'publication_file',
        columns: [id('id', primary), word('kind'), day('onDay', nullable), word('digest'), whole('rows'), instant('importedAt')],
        indices: [{ name: 'ix_publication_file_kind', columnNames: ['kind'] }],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'organisation_name',
        columns: [id('id', primary), code('odsCode'), text('name'), day('seenOn'), instant('recordedAt')],
        indices: [{ name: 'ix_organisation_name_odsCode', columnNames: ['odsCode'] }],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'network_lead',
        columns: [
          id('id', primary),
          code('networkCode'),
          code('subIcbCode'),
          day('startsOn'),
          day('endsOn', nullable),
          instant('recordedAt'),
          instant('supersededAt', nullable),
        ],
        foreignKeys: [references('networkCode', 'network', 'odsCode')],
        indices: [{ name: 'ix_network_lead_networkCode', columnNames: ['networkCode'] }],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'practice_placing',
        columns: [
          id('id', primary),
          code('practiceCode'),
          day('onDay'),
          code('networkCode', nullable),
          code('subIcbCode'),
          code('boardCode'),
          instant('recordedAt'),
          instant('supersededAt', nullable),
        ],
        foreignKeys: [references('practiceCode', 'practice', 'odsCode')],
        indices: [
          { name: 'ix_practice_placing_onDay', columnNames: ['onDay'] },
          { name: 'ix_practice_placing_practiceCode', columnNames: ['practiceCode'] },
        ],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'published_result',
        columns: [
          id('id', primary),
          code('organisationCode'),
          word('contractYear'),
          day('achievedOn'),
          word('indicatorCode'),
          text('measure'),
          whole('value', nullable),
          instant('recordedAt'),
          instant('supersededAt', nullable),
        ],
        indices: [
          { name: 'ix_published_result_organisationCode', columnNames: ['organisationCode', 'contractYear'] },
          { name: 'ix_published_result_achievedOn', columnNames: ['achievedOn'] },
        ],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'deprivation_score',
        columns: [
          id('id', primary),
          code('organisationCode'),
          whole('indexYear', nullable),
          whole('scoreThousandths'),
          whole('decile', nullable),
          instant('recordedAt'),
          instant('supersededAt', nullable),
        ],
        indices: [{ name: 'ix_deprivation_score_organisationCode', columnNames: ['organisationCode'] }],
      }),
    )
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of [
      'deprivation_score',
      'published_result',
      'practice_placing',
      'network_lead',
      'organisation_name',
      'publication_file',
    ]) {
      await queryRunner.dropTable(table)
    }
  }
}
