import { type MigrationInterface, type QueryRunner, Table } from 'typeorm'
import { appendOnly } from '../append-only.js'
import { flag, instant, primary, references, text, whole, word } from '../columns.js'

const ofMonth = { foreignKeys: [references('month', 'release', 'month')] }

const tables = [
  new Table({
    name: 'release',
    columns: [word('month', primary), word('contractYear'), instant('computedAt'), whole('ruleVersion'), word('digest')],
  }),
  new Table({
    name: 'release_cell',
    columns: [
      ...[word('month', primary), whole('position', primary), word('level'), word('areaCode'), text('areaName')],
      ...[word('subject'), word('key'), word('code'), text('title'), word('serviceAreaCode'), text('figures')],
    ],
    ...ofMonth,
  }),
  new Table({
    name: 'release_median',
    columns: [
      ...[word('month', primary), word('key', primary), word('staffGroup', primary), whole('networks')],
      ...[whole('low'), whole('central'), whole('high'), whole('lowerQuartile'), whole('upperQuartile')],
    ],
    ...ofMonth,
  }),
  new Table({
    name: 'release_line',
    columns: [
      ...[word('month', primary), word('measure', primary), word('key', primary), word('staffGroup', primary)],
      ...[flag('told'), text('counted'), text('groups')],
    ],
    ...ofMonth,
  }),
  new Table({ name: 'release_place', columns: [word('month', primary), text('places')], ...ofMonth }),
]

export class CreateRelease1795305612000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of tables) {
      await queryRunner.createTable(table.clone())
      await appendOnly(queryRunner, table.name)
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const { name } of tables.toReversed()) await queryRunner.dropTable(name)
  }
}
