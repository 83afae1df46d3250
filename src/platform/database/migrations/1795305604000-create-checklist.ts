import { type MigrationInterface, type QueryRunner, Table } from 'typeorm'
import { code, day, id, instant, nullable, primary, references, text, whole, word } from '../columns.js'

export class CreateChecklist1795305604000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'checklist',
        columns: [
          id('id', primary),
          code('ownerCode'),
          word('ownerKind'),
          word('contractYear'),
          id('specificationId'),
          instant('openedAt'),
        ],
        foreignKeys: [references('specificationId', 'specification')],
        uniques: [{ name: 'uq_checklist_ownerCode_contractYear', columnNames: ['ownerCode', 'contractYear'] }],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'checklist_item',
        columns: [
          id('id', primary),
          id('checklistId'),
          id('entryId'),
          whole('position'),
          word('status'),
          day('changesOn', nullable),
          day('nextDueOn', nullable),
          day('localDueOn', nullable),
          day('lateSince', nullable),
          whole('shownDaysLate'),
          day('hazardOn', nullable),
        ],
        foreignKeys: [references('checklistId', 'checklist'), references('entryId', 'catalogue_entry')],
        uniques: [{ name: 'uq_checklist_item_checklistId_entryId', columnNames: ['checklistId', 'entryId'] }],
        indices: [
          { name: 'ix_checklist_item_entryId', columnNames: ['entryId'] },
          { name: 'ix_checklist_item_changesOn', columnNames: ['changesOn'] },
          { name: 'ix_checklist_item_checklistId_position', columnNames: ['checklistId', 'position'] },
        ],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'occurrence',
        columns: [
          id('id', primary),
          id('itemId'),
          whole('ordinal'),
          day('periodFrom'),
          day('periodTo', nullable),
          day('countsFrom'),
          day('countsTo', nullable),
          day('opensOn'),
          day('dueOn', nullable),
          word('dueBasis'),
          id('eventId', nullable),
        ],
        foreignKeys: [references('itemId', 'checklist_item')],
        uniques: [{ name: 'uq_occurrence_itemId_ordinal', columnNames: ['itemId', 'ordinal'] }],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'checklist_event',
        columns: [id('id', primary), id('itemId'), day('happenedOn'), text('note'), id('recordedBy'), instant('recordedAt')],
        foreignKeys: [references('itemId', 'checklist_item')],
        indices: [{ name: 'ix_checklist_event_itemId', columnNames: ['itemId'] }],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'mark',
        columns: [
          id('id', primary),
          id('itemId'),
          id('occurrenceId', nullable),
          word('kind'),
          text('reason'),
          text('partner', nullable),
          day('startsOn'),
          day('endsOn', nullable),
          id('recordedBy'),
          instant('recordedAt'),
          id('supersededBy', nullable),
          instant('supersededAt', nullable),
        ],
        foreignKeys: [references('itemId', 'checklist_item'), references('occurrenceId', 'occurrence')],
        indices: [{ name: 'ix_mark_itemId', columnNames: ['itemId'] }],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'local_day',
        columns: [
          id('id', primary),
          code('boardCode'),
          id('entryId'),
          whole('ordinal'),
          day('dueOn'),
          id('recordedBy'),
          instant('recordedAt'),
          instant('supersededAt', nullable),
        ],
        foreignKeys: [references('boardCode', 'integrated_care_board', 'odsCode'), references('entryId', 'catalogue_entry')],
        indices: [
          { name: 'ix_local_day_boardCode_entryId', columnNames: ['boardCode', 'entryId'] },
          { name: 'ix_local_day_entryId', columnNames: ['entryId'] },
        ],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'assignment',
        columns: [
          id('id', primary),
          id('itemId'),
          id('assigneeId', nullable),
          text('note'),
          id('recordedBy'),
          instant('recordedAt'),
          instant('supersededAt', nullable),
        ],
        foreignKeys: [references('itemId', 'checklist_item'), references('assigneeId', 'person')],
        indices: [
          { name: 'ix_assignment_itemId', columnNames: ['itemId'] },
          { name: 'ix_assignment_assigneeId', columnNames: ['assigneeId'] },
        ],
      }),
    )
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('assignment')
    await queryRunner.dropTable('local_day')
    await queryRunner.dropTable('mark')
    await queryRunner.dropTable('checklist_event')
    await queryRunner.dropTable('occurrence')
    await queryRunner.dropTable('checklist_item')
    await queryRunner.dropTable('checklist')
  }
}
