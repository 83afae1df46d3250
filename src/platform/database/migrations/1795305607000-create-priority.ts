import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions } from 'typeorm'
import { code, day, flag, id, instant, nullable, primary, references, text, word } from '../columns.js'

const recorded = (): TableColumnOptions[] => [id('recordedBy'), instant('recordedAt')]
const superseded = (): TableColumnOptions[] => [...recorded(), instant('supersededAt', nullable)]

export class CreatePriority1795305607000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'priority',
        columns: [id('id', primary), code('networkCode'), word('contractYear'), ...recorded()],
        foreignKeys: [references('networkCode', 'network', 'odsCode')],
        indices: [{ name: 'ix_priority_networkCode_contractYear', columnNames: ['networkCode', 'contractYear'] }],
      }),
    )
    await queryRunner.createTable(versions.clone())
    await queryRunner.createTable(
      new Table({
        name: 'priority_ranking',
        columns: [id('id', primary), code('networkCode'), word('contractYear'), text('priorityIds'), ...recorded()],
        foreignKeys: [references('networkCode', 'network', 'odsCode')],
        indices: [{ name: 'ix_priority_ranking_networkCode_contractYear', columnNames: ['networkCode', 'contractYear'] }],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'priority_closing',
        columns: [id('id', primary), id('priorityId'), word('outcome'), text('reason'), ...superseded()],
        foreignKeys: [references('priorityId', 'priority')],
        indices: [{ name: 'ix_priority_closing_priorityId', columnNames: ['priorityId'] }],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'priority_endorsement',
        columns: [
          ...[id('id', primary), id('priorityId'), code('practiceCode'), flag('endorses'), text('reason', nullable)],
          ...superseded(),
        ],
        foreignKeys: [references('priorityId', 'priority'), references('practiceCode', 'practice', 'odsCode')],
        indices: [{ name: 'ix_priority_endorsement_priorityId', columnNames: ['priorityId'] }],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'priority_milestone_mark',
        columns: [id('id', primary), id('priorityId'), id('milestoneId'), day('doneOn'), ...superseded()],
        foreignKeys: [references('priorityId', 'priority')],
        indices: [{ name: 'ix_priority_milestone_mark_milestoneId', columnNames: ['milestoneId'] }],
      }),
    )
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const name of ['milestone_mark', 'endorsement', 'closing', 'ranking', 'version']) await queryRunner.dropTable(`priority_${name}`)
    await queryRunner.dropTable('priority')
  }
}

const versions = new Table({
  name: 'priority_version',
  columns: [
    ...[id('id', primary), id('priorityId'), text('title')],
    ...['need', 'needSource', 'population'].map((name) => text(name, nullable)),
    id('ownerId', nullable),
    ...['measure', 'baseline', 'target'].map((name) => text(name, nullable)),
    ...[day('opensOn'), day('closesOn'), text('minutes'), text('milestones'), text('serves')],
    ...superseded(),
  ],
  foreignKeys: [references('priorityId', 'priority'), references('ownerId', 'person')],
  indices: [{ name: 'ix_priority_version_priorityId', columnNames: ['priorityId'] }],
})
