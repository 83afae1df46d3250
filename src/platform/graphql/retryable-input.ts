import { Field, InputType } from '@nestjs/graphql'
import { IsOptional, Matches } from 'class-validator'
import { type Retryable } from '../idempotency/idempotency.js'

/** What every mutation's input can carry, so that it can be sent again safely. */
@InputType({ isAbstract: true })
export abstract class RetryableInput implements Retryable {
  @Field(() => String, {
    nullable: true,
    description:
      'Any text of your own, up to 64 characters: the same mutation sent again with it changes nothing and gets the first answer.',
  })
  @IsOptional()
  @Matches(/^[\x21-\x7e]{1,64}$/, { message: 'idempotencyKey must be 1 to 64 plain characters without spaces' })
  idempotencyKey?: string | null
}
