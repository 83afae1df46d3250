import { Field, InputType } from '@nestjs/graphql'
import { Matches } from 'class-validator'
import { PlainText } from '../graphql/plain-text.js'
import { RetryableInput } from '../graphql/retryable-input.js'

@InputType()
export class LetNumberThroughInput extends RetryableInput {
  @Field(() => String, { description: 'ODS code of the organisation whose record the number is for.' })
  @Matches(/^[A-Z0-9]{3,9}$/)
  organisationCode!: string

  @Field(() => String, { description: 'The number as it stands in the text or file. It is not kept.' })
  @PlainText(40, { lines: false })
  number!: string

  @Field(() => String, { description: 'What the number is, if not a patient’s.' })
  @PlainText(500)
  reason!: string
}
