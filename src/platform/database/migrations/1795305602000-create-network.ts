import { type MigrationInterface, type QueryRunner, Table } from 'typeorm'
import { code, day, flag, id, instant, nullable, primary, references, text, whole } from '../columns.js'

export class CreateNetwork1795305602000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'region',
        columns: [code('code', primary), text('name')],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'integrated_care_board',
        columns: [code('odsCode', primary), text('name'), code('regionCode', nullable), flag('invented')],
        foreignKeys: [references('regionCode', 'region', 'code')],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'sub_icb_location',
        columns: [code('odsCode', primary), text('name'), code('boardCode'), flag('invented')],
        foreignKeys: [references('boardCode', 'integrated_care_board', 'odsCode')],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'local_medical_committee',
        columns: [code('code', primary), text('name'), flag('invented')],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'network',
        columns: [code('odsCode', primary), text('name'), flag('invented'), day('openedOn', nullable), day('closedOn', nullable)],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'practice',
        columns: [code('odsCode', primary), text('name'), flag('invented')],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'network_membership',
        columns: [
          id('id', primary),
          code('networkCode'),
          code('practiceCode'),
          day('startsOn'),
          day('endsOn', nullable),
          instant('recordedAt'),
          instant('supersededAt', nullable),
        ],
        foreignKeys: [references('networkCode', 'network', 'odsCode'), references('practiceCode', 'practice', 'odsCode')],
        indices: [
          { name: 'ix_network_membership_networkCode', columnNames: ['networkCode'] },
          { name: 'ix_network_membership_practiceCode', columnNames: ['practiceCode'] },
        ],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'network_commissioner',
        columns: [
          id('id', primary),
          code('networkCode'),
          code('boardCode'),
          code('subIcbCode', nullable),
          flag('isLead'),
          day('startsOn'),
          day('endsOn', nullable),
          instant('recordedAt'),
          instant('supersededAt', nullable),
        ],
        foreignKeys: [
          references('networkCode', 'network', 'odsCode'),
          references('boardCode', 'integrated_care_board', 'odsCode'),
          references('subIcbCode', 'sub_icb_location', 'odsCode'),
        ],
        indices: [
          { name: 'ix_network_commissioner_networkCode', columnNames: ['networkCode'] },
          { name: 'ix_network_commissioner_boardCode', columnNames: ['boardCode'] },
        ],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'list_size',
        columns: [
          id('id', primary),
          code('practiceCode'),
          day('onDay'),
          whole('patients'),
          text('source'),
          instant('recordedAt'),
          instant('supersededAt', nullable),
        ],
        foreignKeys: [references('practiceCode', 'practice', 'odsCode')],
        indices: [{ name: 'ix_list_size_practiceCode_onDay', columnNames: ['practiceCode', 'onDay'] }],
      }),
    )
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('list_size')
    await queryRunner.dropTable('network_commissioner')
    await queryRunner.dropTable('network_membership')
    await queryRunner.dropTable('practice')
    await queryRunner.dropTable('network')
    await queryRunner.dropTable('local_medical_committee')
    await queryRunner.dropTable('sub_icb_location')
    await queryRunner.dropTable('integrated_care_board')
    await queryRunner.dropTable('region')
  }
}
