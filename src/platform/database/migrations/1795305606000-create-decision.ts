import { type MigrationInterface, type QueryRunner, Table } from 'typeorm'
import { code, flag, id, instant, nullable, primary, references, text, word } from '../columns.js'

export class CreateDecision1795305606000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'submission',
        columns: [id('id', primary), id('occurrenceId'), flag('automatic'), id('submittedBy', nullable), instant('submittedAt')],
        foreignKeys: [references('occurrenceId', 'occurrence')],
        indices: [{ name: 'ix_submission_occurrenceId', columnNames: ['occurrenceId'] }],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'submission_evidence',
        columns: [id('submissionId', primary), id('evidenceId', primary), word('digest')],
        foreignKeys: [references('submissionId', 'submission'), references('evidenceId', 'evidence')],
        indices: [{ name: 'ix_submission_evidence_evidenceId', columnNames: ['evidenceId'] }],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'decision',
        columns: [
          id('id', primary),
          id('occurrenceId'),
          id('submissionId'),
          word('verdict'),
          text('reason'),
          id('decidedBy'),
          instant('decidedAt'),
        ],
        foreignKeys: [references('occurrenceId', 'occurrence'), references('submissionId', 'submission')],
        uniques: [{ name: 'uq_decision_submissionId', columnNames: ['submissionId'] }],
        indices: [{ name: 'ix_decision_occurrenceId', columnNames: ['occurrenceId'] }],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'question',
        columns: [id('id', primary), id('itemId'), text('text'), id('askedBy'), instant('askedAt')],
        foreignKeys: [references('itemId', 'checklist_item')],
        indices: [{ name: 'ix_question_itemId', columnNames: ['itemId'] }],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'answer',
        columns: [id('id', primary), id('questionId'), text('text'), id('answeredBy'), instant('answeredAt')],
        foreignKeys: [references('questionId', 'question')],
        indices: [{ name: 'ix_answer_questionId', columnNames: ['questionId'] }],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'submission_setting',
        columns: [
          id('id', primary),
          code('ownerCode'),
          flag('automatic'),
          id('recordedBy'),
          instant('recordedAt'),
          instant('supersededAt', nullable),
        ],
        indices: [{ name: 'ix_submission_setting_ownerCode', columnNames: ['ownerCode'] }],
      }),
    )
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('submission_setting')
    await queryRunner.dropTable('answer')
    await queryRunner.dropTable('question')
    await queryRunner.dropTable('decision')
    await queryRunner.dropTable('submission_evidence')
    await queryRunner.dropTable('submission')
  }
}
