import { type INestApplication } from '@nestjs/common'
import { GraphQLSchemaHost } from '@nestjs/graphql'
import { lexicographicSortSchema, printSchema } from 'graphql'
import fs from 'node:fs'
import path from 'node:path'
import { DATA_FOLDER } from './data-folder.js'
import { readGlossary } from './specification/specification.reader.js'

/** Files that are made from the code and its data, and committed to be reviewed: path to text. */
export function generatedFiles(app: INestApplication): Readonly<Record<string, string>> {
  return { 'schema/schema.graphql': schemaText(app), 'docs/glossary.md': glossaryText() }
}

/** Writes them where they are kept. */
export function writeGeneratedFiles(app: INestApplication): void {
  for (const [file, text] of Object.entries(generatedFiles(app))) fs.writeFileSync(file, text)
}

function schemaText(app: INestApplication): string {
  return `${printSchema(lexicographicSortSchema(app.get(GraphQLSchemaHost).schema))}\n`
}

function glossaryText(): string {
  const { value: terms, problems } = readGlossary(path.join(DATA_FOLDER, 'glossary.yaml'))
  if (terms === null) throw new Error(problems.map((problem) => problem.message).join('\n'))
  const rows = terms.map(
    ({ term, meaning, synonyms, type }) => `| ${term} | ${meaning} | ${synonyms.join(', ')} | ${type ? `\`${type}\`` : ''} |`,
  )
  const head = ['| word | meaning | also called | type in the API |', '|---|---|---|---|']
  return `# Glossary\n\nMade from \`data/glossary.yaml\` by \`npm run generate\`: change it there.\n\n${[...head, ...rows].join('\n')}\n`
}
