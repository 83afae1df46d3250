import { Field, ID, InputType } from '@nestjs/graphql'
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, IsUUID } from 'class-validator'
import { PlainText, PlainTexts } from '../platform/graphql/plain-text.js'
import { RetryableInput } from '../platform/graphql/retryable-input.js'
import { NetworkYearInput } from '../priority/priority.inputs.js'
import { MOST_ROWS } from './domain/statement.js'
import { type StatementReader, statementReaders } from './domain/statement-reader.js'
import { StatementReaderEnum } from './statement.types.js'

@InputType()
export class PublishStatementInput extends NetworkYearInput {
  @Field(() => [String], {
    nullable: true,
    description: 'What the network asks for, in its own words; what the figures suggest when left out.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_ROWS)
  @PlainTexts(300)
  asks?: string[] | null

  @Field(() => [StatementReaderEnum], {
    defaultValue: ['COMMISSIONERS'],
    description: 'Who besides its own people reads it: the ICBs that commission the network, the LMCs that cover it.',
  })
  @IsArray()
  @ArrayMinSize(1, { message: 'readers must name who is to read it' })
  @ArrayUnique()
  @IsIn(statementReaders, { each: true })
  readers: StatementReader[] = ['COMMISSIONERS']
}

@InputType()
export class WithdrawStatementInput extends RetryableInput {
  @Field(() => ID)
  @IsUUID()
  statementId!: string

  @Field(() => String, { description: 'Why it no longer stands.' })
  @PlainText(500)
  reason!: string
}
