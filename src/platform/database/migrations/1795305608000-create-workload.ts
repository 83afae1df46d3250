import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions } from 'typeorm'
import { code, day, flag, id, instant, nullable, primary, references, text, whole, word } from '../columns.js'

const superseded = (): TableColumnOptions[] => [id('recordedBy'), instant('recordedAt'), instant('supersededAt', nullable)]

const tables = [
  new Table({
    name: 'staff_group',
    columns: [id('id', primary), code('networkCode'), word('code'), text('name'), word('under'), ...superseded()],
    foreignKeys: [references('networkCode', 'network', 'odsCode')],
    indices: [{ name: 'ix_staff_group_networkCode', columnNames: ['networkCode'] }],
  }),
  new Table({
    name: 'capacity',
    columns: [
      ...[id('id', primary), code('networkCode'), word('contractYear'), word('staffGroup')],
      ...[text('minutes'), text('otherFixed', nullable), text('basis')],
      ...superseded(),
    ],
    foreignKeys: [references('networkCode', 'network', 'odsCode')],
    indices: [{ name: 'ix_capacity_networkCode_contractYear', columnNames: ['networkCode', 'contractYear'] }],
  }),
  new Table({
    name: 'estimate',
    columns: [
      ...[id('id', primary), id('itemId', nullable)],
      ...[code('networkCode', nullable), word('contractYear', nullable), word('indicatorCode', nullable), word('staffGroup')],
      ...[whole('low'), whole('central'), whole('high'), whole('businessAsUsualPercent', nullable), text('note')],
      ...superseded(),
    ],
    foreignKeys: [references('itemId', 'checklist_item'), references('networkCode', 'network', 'odsCode')],
    indices: [
      { name: 'ix_estimate_itemId', columnNames: ['itemId'] },
      { name: 'ix_estimate_networkCode_contractYear', columnNames: ['networkCode', 'contractYear'] },
    ],
  }),
  new Table({
    name: 'indicator_choice',
    columns: [
      ...[id('id', primary), code('networkCode'), word('contractYear'), word('indicatorCode')],
      ...[flag('pursued'), word('nature'), text('reason')],
      ...superseded(),
    ],
    foreignKeys: [references('networkCode', 'network', 'odsCode')],
    indices: [{ name: 'ix_indicator_choice_networkCode_contractYear', columnNames: ['networkCode', 'contractYear'] }],
  }),
  new Table({
    name: 'minutes_log',
    columns: [
      ...[id('id', primary), code('networkCode'), word('contractYear')],
      ...[id('itemId', nullable), id('priorityId', nullable), id('evidenceId', nullable)],
      ...[word('staffGroup'), whole('minutes'), day('spentOn'), text('note')],
      ...superseded(),
    ],
    foreignKeys: [
      references('networkCode', 'network', 'odsCode'),
      references('itemId', 'checklist_item'),
      references('priorityId', 'priority'),
      references('evidenceId', 'evidence'),
    ],
    indices: [
      { name: 'ix_minutes_log_networkCode_contractYear', columnNames: ['networkCode', 'contractYear'] },
      { name: 'ix_minutes_log_itemId', columnNames: ['itemId'] },
      { name: 'ix_minutes_log_priorityId', columnNames: ['priorityId'] },
    ],
  }),
  new Table({
    name: 'item_rating',
    columns: [id('id', primary), id('itemId'), whole('rating'), text('reason'), ...superseded()],
    foreignKeys: [references('itemId', 'checklist_item')],
    indices: [{ name: 'ix_item_rating_itemId', columnNames: ['itemId'] }],
  }),
]

export class CreateWorkload1795305608000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of tables) await queryRunner.createTable(table.clone())
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const { name } of tables.toReversed()) await queryRunner.dropTable(name)
  }
}
