import { Field, ID, InputType } from '@nestjs/graphql'
import { ArrayMaxSize, IsArray, IsOptional, IsString, MaxLength } from 'class-validator'
import { GraphQLLocalDate } from 'graphql-scalars'
import { type Day } from '../platform/day.js'

@InputType({ description: 'Which entries of the trail. What is left out narrows nothing.' })
export class AuditTrailFilter {
  @Field(() => String, { nullable: true, description: 'ODS code of one organisation whose trail the caller may read.' })
  @IsOptional()
  @IsString()
  @MaxLength(9)
  organisationCode?: string | null

  @Field(() => [String], { nullable: true, description: 'Any of these actions, such as `evidence.record`.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(64, { each: true })
  actions?: string[] | null

  @Field(() => ID, { nullable: true, description: 'What one person did.' })
  @IsOptional()
  @IsString()
  @MaxLength(36)
  actorId?: string | null

  @Field(() => String, { nullable: true, description: 'What was changed, such as `Evidence`.' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  subjectType?: string | null

  @Field(() => ID, { nullable: true, description: 'The id of what was changed.' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  subjectId?: string | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'First day in England.' })
  @IsOptional()
  from?: Day | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Last day in England.' })
  @IsOptional()
  to?: Day | null
}
