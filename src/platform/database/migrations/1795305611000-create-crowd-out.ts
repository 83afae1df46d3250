import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions } from 'typeorm'
import { code, day, flag, id, instant, nullable, primary, references, text, whole, word } from '../columns.js'

const recorded = (): TableColumnOptions[] => [id('recordedBy'), instant('recordedAt')]
const superseded = (): TableColumnOptions[] => [...recorded(), instant('supersededAt', nullable)]

const tables = [
  new Table({
    name: 'tariff',
    columns: [
      ...[id('id', primary), code('networkCode'), word('staffGroup')],
      ...[whole('hourlyPayMills'), whole('onCostsPercent'), whole('overheadPercent'), word('priceYear'), text('basis')],
      ...superseded(),
    ],
    foreignKeys: [references('networkCode', 'network', 'odsCode')],
    indices: [{ name: 'ix_tariff_networkCode', columnNames: ['networkCode'] }],
  }),
  new Table({
    name: 'payment_base',
    columns: [
      ...[id('id', primary), code('networkCode'), word('contractYear'), word('base'), word('indicatorCode', nullable)],
      ...[whole('size'), text('basis')],
      ...superseded(),
    ],
    foreignKeys: [references('networkCode', 'network', 'odsCode')],
    indices: [{ name: 'ix_payment_base_networkCode_contractYear', columnNames: ['networkCode', 'contractYear'] }],
  }),
  new Table({
    name: 'outside_cost',
    columns: [
      ...[id('id', primary), code('networkCode'), word('contractYear'), word('code')],
      ...[whole('pence'), whole('businessAsUsualPercent'), text('what'), day('paidOn')],
      ...superseded(),
    ],
    foreignKeys: [references('networkCode', 'network', 'odsCode')],
    indices: [{ name: 'ix_outside_cost_networkCode_contractYear', columnNames: ['networkCode', 'contractYear'] }],
  }),
  new Table({
    name: 'declaration_reading',
    columns: [id('id', primary), id('itemId'), flag('verdict'), text('reason'), ...superseded()],
    foreignKeys: [references('itemId', 'checklist_item')],
    indices: [{ name: 'ix_declaration_reading_itemId', columnNames: ['itemId'] }],
  }),
  new Table({
    name: 'displacement',
    columns: [
      ...[id('id', primary), id('priorityId'), id('milestoneId', nullable), whole('minutes'), word('cause')],
      ...[word('requirementCode', nullable), id('requestId', nullable), day('happenedOn'), text('note')],
      ...superseded(),
    ],
    foreignKeys: [references('priorityId', 'priority'), references('requestId', 'request')],
    indices: [{ name: 'ix_displacement_priorityId', columnNames: ['priorityId'] }],
  }),
  new Table({
    name: 'published_statement',
    columns: [
      ...[id('id', primary), code('networkCode'), word('contractYear'), day('asOf')],
      ...[text('content'), text('text'), word('digest'), flag('toCommissioners'), flag('toLmcs')],
      ...recorded(),
    ],
    foreignKeys: [references('networkCode', 'network', 'odsCode')],
    indices: [{ name: 'ix_published_statement_networkCode_contractYear', columnNames: ['networkCode', 'contractYear'] }],
  }),
  new Table({
    name: 'statement_withdrawal',
    columns: [id('id', primary), id('statementId'), text('reason'), ...recorded()],
    foreignKeys: [references('statementId', 'published_statement')],
    uniques: [{ name: 'uq_statement_withdrawal_statementId', columnNames: ['statementId'] }],
  }),
]

export class CreateCrowdOut1795305611000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of tables) await queryRunner.createTable(table.clone())
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const { name } of tables.toReversed()) await queryRunner.dropTable(name)
  }
}
