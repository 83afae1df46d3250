import { Field, Int, ObjectType, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { GraphQLDateTimeISO, GraphQLSafeInt } from 'graphql-scalars'
import fs from 'node:fs'
import { Clock } from '../clock.js'
import { type Instant } from '../day.js'
import { Allow } from '../graphql/allow.js'
import { InstallationRepository, type TableRows } from './installation.repository.js'

@ObjectType({ description: 'A table of the database.' })
export class InstalledTable implements TableRows {
  @Field(() => String) name!: string
  @Field(() => GraphQLSafeInt, { description: 'How many rows it holds.' }) rows!: number
}

@ObjectType({ description: 'What runs here, for whoever runs it: versions and counts, and nothing of anybody.' })
export class Installation {
  @Field(() => String, { description: 'The version of Headroom.' }) version!: string
  @Field(() => String, { description: 'The version of Node.js.' }) nodeVersion!: string
  @Field(() => GraphQLDateTimeISO, { description: 'Since when this server has been up.' }) startedAt!: Instant
}

const { version } = JSON.parse(fs.readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string }

@Resolver(() => Installation)
export class InstallationResolver {
  private readonly startedAt: Instant

  constructor(
    private readonly repository: InstallationRepository,
    clock: Clock,
  ) {
    this.startedAt = clock.now()
  }

  @Query(() => Installation, { description: 'What runs here, for whoever runs it.' })
  @Allow('service.read')
  installation(): Installation {
    return { version, nodeVersion: process.versions.node, startedAt: this.startedAt }
  }

  @ResolveField(() => String, { description: 'The database and its version.' })
  database(): Promise<string> {
    return this.repository.product()
  }

  @ResolveField(() => Int, { description: 'Changes made to the shape of the database so far.' })
  migrations(): Promise<number> {
    return this.repository.migrations()
  }

  @ResolveField(() => [InstalledTable], { description: 'Every table with its rows, by name.' })
  tables(): Promise<TableRows[]> {
    return this.repository.tables()
  }
}
