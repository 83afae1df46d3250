import { type INestApplication } from '@nestjs/common'
import { GraphQLSchemaHost } from '@nestjs/graphql'
import { lexicographicSortSchema, printSchema } from 'graphql'
import fs from 'node:fs'

/** Where the schema is kept, to be reviewed like code. */
export const SCHEMA_FILE = 'schema/schema.graphql'

/** The schema the resolvers declare, as text. */
export function schemaOf(app: INestApplication): string {
  return `${printSchema(lexicographicSortSchema(app.get(GraphQLSchemaHost).schema))}\n`
}

/** Writes the schema where it is kept. */
export function writeSchema(app: INestApplication): Promise<void> {
  return fs.promises.writeFile(SCHEMA_FILE, schemaOf(app))
}
