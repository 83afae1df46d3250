import { Field, ID, InputType } from '@nestjs/graphql'
import { IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator'
import { PlainText } from '../platform/graphql/plain-text.js'
import { RetryableInput } from '../platform/graphql/retryable-input.js'

@InputType()
export class AssignItemInput extends RetryableInput {
  @Field(() => ID)
  @IsUUID()
  itemId!: string

  @Field(() => ID, { nullable: true, description: 'Who looks after it from now on; nobody when null.' })
  @IsOptional()
  @IsUUID()
  personId?: string | null

  @Field(() => String, { defaultValue: '', description: 'A note to them. Never anything about a patient.' })
  @PlainText(2000, { shortest: 0 })
  note: string = ''
}

/** The largest file of owners, in characters: a request can hold no more. */
const LARGEST_FILE = 1_000_000

@InputType()
export class SetOwnersFromCsvInput extends RetryableInput {
  @Field(() => ID)
  @IsUUID()
  checklistId!: string

  @Field(() => String, {
    description:
      'The file that `Checklist.itemsCsv` gives, with other owners or notes. Needs the columns code, owner (email address, or empty for nobody) and note. ' +
      'Items whose lines are left out stay as they are.',
  })
  @IsString()
  @MaxLength(LARGEST_FILE, { message: 'csv must be 1 MB or less' })
  csv!: string
}

@InputType()
export class HandOverItemsInput extends RetryableInput {
  @Field(() => String, { description: 'ODS code of the network or ICB whose items they are.' })
  @Matches(/^[A-Z0-9]{1,9}$/, { message: 'organisationCode must be an ODS code such as U12345' })
  organisationCode!: string

  @Field(() => ID, { description: 'Who looks after them now, and may have left.' })
  @IsUUID()
  fromPersonId!: string

  @Field(() => ID, { description: 'Who looks after them from now on.' })
  @IsUUID()
  toPersonId!: string
}
