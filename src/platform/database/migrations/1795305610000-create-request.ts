import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions } from 'typeorm'
import { code, day, id, instant, nullable, primary, references, text, whole, word } from '../columns.js'

const recorded = (): TableColumnOptions[] => [id('recordedBy'), instant('recordedAt')]
const superseded = (): TableColumnOptions[] => [...recorded(), instant('supersededAt', nullable)]

/** An index over one column of a table. */
const index = (table: string, column: string) => ({ name: `ix_${table}_${column}`, columnNames: [column] })

const requests = [
  new Table({
    name: 'request',
    columns: [
      ...[id('id', primary), code('lmcCode', nullable), word('contractYear')],
      ...[text('title'), text('what'), text('why', nullable), text('askedBy'), word('askerKind')],
      ...[day('receivedOn'), day('dueOn', nullable), word('nature'), word('obligation')],
      ...[word('timing'), day('opensOn'), day('closesOn'), text('minutes', nullable)],
      ...recorded(),
    ],
    indices: [index('request', 'receivedOn')],
  }),
  new Table({
    name: 'request_withdrawal',
    columns: [id('id', primary), id('requestId'), text('reason'), ...recorded()],
    foreignKeys: [references('requestId', 'request')],
    uniques: [{ name: 'uq_request_withdrawal_requestId', columnNames: ['requestId'] }],
  }),
  new Table({
    name: 'request_recipient',
    columns: [
      ...[id('id', primary), id('requestId'), code('networkCode'), whole('number')],
      ...[word('clause'), word('requirementCode', nullable), text('paragraph', nullable), word('clauseBy')],
    ],
    foreignKeys: [references('requestId', 'request'), references('networkCode', 'network', 'odsCode')],
    uniques: [
      { name: 'uq_request_recipient_requestId_networkCode', columnNames: ['requestId', 'networkCode'] },
      { name: 'uq_request_recipient_networkCode_number', columnNames: ['networkCode', 'number'] },
    ],
  }),
  new Table({
    name: 'request_answer',
    columns: [
      ...[id('id', primary), id('recipientId'), word('choice')],
      ...['reason', 'delegateTo', 'instead', 'reply'].map((name) => text(name, nullable)),
      ...[id('wordingId', nullable), text('minutes', nullable)],
      ...superseded(),
    ],
    foreignKeys: [references('recipientId', 'request_recipient')],
    indices: [index('request_answer', 'recipientId')],
  }),
  new Table({
    name: 'request_attendance',
    columns: [id('id', primary), id('recipientId'), text('note', nullable), ...superseded()],
    foreignKeys: [references('recipientId', 'request_recipient')],
    indices: [index('request_attendance', 'recipientId')],
  }),
  new Table({
    name: 'request_agreement',
    columns: [id('id', primary), id('attendanceId'), id('recipientId'), ...superseded()],
    foreignKeys: [references('attendanceId', 'request_attendance'), references('recipientId', 'request_recipient')],
    indices: [index('request_agreement', 'attendanceId'), index('request_agreement', 'recipientId')],
  }),
]

const sifting = [
  new Table({
    name: 'request_reading',
    columns: [
      ...[id('id', primary), id('requestId'), word('bodyKind'), code('bodyCode'), text('author'), text('text')],
      ...[text('link', nullable), day('publishedOn', nullable)],
      ...[word('clause', nullable), word('requirementCode', nullable), text('paragraph', nullable)],
      ...recorded(),
    ],
    foreignKeys: [references('requestId', 'request')],
    indices: [index('request_reading', 'requestId')],
  }),
  new Table({
    name: 'request_recommendation',
    columns: [
      ...[id('id', primary), id('requestId'), word('bodyKind'), code('bodyCode'), word('choice')],
      ...[text('reason'), text('reply', nullable)],
      ...superseded(),
    ],
    foreignKeys: [references('requestId', 'request')],
    indices: [index('request_recommendation', 'requestId')],
  }),
  new Table({
    name: 'request_wording',
    columns: [
      ...[id('id', primary), id('wordingId'), code('networkCode'), text('title'), text('text'), word('choice', nullable)],
      ...superseded(),
    ],
    foreignKeys: [references('networkCode', 'network', 'odsCode')],
    indices: [index('request_wording', 'networkCode')],
  }),
  new Table({
    name: 'lmc_coverage',
    columns: [
      ...[id('id', primary), code('lmcCode'), code('networkCode'), day('startsOn'), day('endsOn', nullable)],
      ...[instant('recordedAt'), instant('supersededAt', nullable)],
    ],
    foreignKeys: [references('networkCode', 'network', 'odsCode')],
    indices: [index('lmc_coverage', 'lmcCode'), index('lmc_coverage', 'networkCode')],
  }),
]

const tables = [...requests, ...sifting]

export class CreateRequest1795305610000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of tables) await queryRunner.createTable(table.clone())
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const { name } of tables.toReversed()) await queryRunner.dropTable(name)
  }
}
