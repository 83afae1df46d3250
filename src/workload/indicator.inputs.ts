import { Field, InputType } from '@nestjs/graphql'
import { IsBoolean, IsIn, IsOptional, Matches } from 'class-validator'
import { CATALOGUE_CODE } from '../checklist/checklist.inputs.js'
import { PlainText } from '../platform/graphql/plain-text.js'
import { NetworkYearInput } from '../priority/priority.inputs.js'
import { type Nature } from '../specification/domain/catalogue.js'
import { NatureEnum } from '../specification/specification.types.js'
import { indicatorNatures } from './domain/indicator-work.js'

@InputType()
export class PursueIndicatorInput extends NetworkYearInput {
  @Field(() => String, { description: 'An indicator of the network’s specification of the year, such as HI03.' })
  @Matches(CATALOGUE_CODE, { message: 'indicatorCode must be the code of an indicator' })
  indicatorCode!: string

  @Field(() => Boolean, { description: 'Whether the network goes for it.' })
  @IsBoolean()
  pursue!: boolean

  @Field(() => NatureEnum, {
    nullable: true,
    description:
      'What kind of work it is to the network: DELIVER for care, DECLARE or REPORT where all it asks is to say so or to hand in figures. When left out: a declaration where the indicator is only done or not done, else care.',
  })
  @IsOptional()
  @IsIn(indicatorNatures, { message: 'nature must be DELIVER, DECLARE or REPORT' })
  nature?: Nature | null

  @Field(() => String, {
    defaultValue: '',
    description: 'Why. Needed where the network does not go for it, or calls it another kind of work.',
  })
  @PlainText(500, { shortest: 0 })
  reason: string = ''
}
