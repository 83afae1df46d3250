import { type MigrationInterface, type QueryRunner, Table } from 'typeorm'
import { day, flag, id, instant, nullable, primary, references, text, whole, word } from '../columns.js'

export class CreateSpecification1795305603000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'specification',
        columns: [
          id('id', primary),
          word('contractYear'),
          whole('edition'),
          word('status'),
          text('title'),
          text('version', nullable),
          day('publishedOn', nullable),
          day('effectiveFrom'),
          text('coverage'),
          text('sources'),
          word('digest'),
          word('filesDigest', nullable),
          instant('recordedAt'),
        ],
        uniques: [{ name: 'uq_specification_contractYear_edition', columnNames: ['contractYear', 'edition'] }],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'service_area',
        columns: [id('id', primary), id('specificationId'), word('code'), text('title'), whole('position')],
        foreignKeys: [references('specificationId', 'specification')],
        uniques: [{ name: 'uq_service_area_specificationId_code', columnNames: ['specificationId', 'code'] }],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'catalogue_entry',
        columns: [
          id('id', primary),
          id('specificationId'),
          id('serviceAreaId'),
          whole('position'),
          word('code'),
          word('key'),
          word('kind'),
          text('title'),
          text('text'),
          word('paragraph', nullable),
          text('sources'),
          word('certainty'),
          text('carriedFrom', nullable),
          text('responsible', nullable),
          word('nature', nullable),
          word('obligation', nullable),
          word('fallsDue', nullable),
          word('shownEvery', nullable),
          flag('standing'),
          day('opensOn', nullable),
          day('dueOn', nullable),
          whole('dueDays', nullable),
          flag('afterYearEnd'),
          flag('perPractice'),
          text('evidence', nullable),
          word('decidedBy', nullable),
          text('money', nullable),
          day('defaultsToNoOn', nullable),
          flag('informationGovernance'),
          text('declarationFacts', nullable),
          flag('declarationOnly', nullable),
          word('digest'),
        ],
        foreignKeys: [references('specificationId', 'specification'), references('serviceAreaId', 'service_area')],
        uniques: [{ name: 'uq_catalogue_entry_specificationId_code', columnNames: ['specificationId', 'code'] }],
        indices: [{ name: 'ix_catalogue_entry_key', columnNames: ['key'] }],
      }),
    )
    await queryRunner.createTable(
      new Table({
        name: 'indicator',
        columns: [
          id('id', primary),
          id('specificationId'),
          word('code'),
          text('title'),
          word('use'),
          word('direction', nullable),
          text('numerator', nullable),
          text('denominator', nullable),
          text('lowerThreshold', nullable),
          text('upperThreshold', nullable),
          word('thresholdCertainty', nullable),
          whole('points', nullable),
          word('pointsCertainty', nullable),
          whole('penceAPoint', nullable),
          text('aliases'),
          day('startsOn', nullable),
          day('endsOn', nullable),
          text('note', nullable),
          whole('position'),
          text('sources'),
          word('certainty'),
        ],
        foreignKeys: [references('specificationId', 'specification')],
        uniques: [{ name: 'uq_indicator_specificationId_code', columnNames: ['specificationId', 'code'] }],
      }),
    )
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('indicator')
    await queryRunner.dropTable('catalogue_entry')
    await queryRunner.dropTable('service_area')
    await queryRunner.dropTable('specification')
  }
}
