import { type INestApplication } from '@nestjs/common'
import { GraphQLSchemaHost } from '@nestjs/graphql'
import { lexicographicSortSchema, printSchema } from 'graphql'
import fs from 'node:fs'
import path from 'node:path'
import { permissionGroups, permissionMeanings } from './access/domain/permission-meaning.js'
import { permissionNames, permissions, type Reach, type Role, roles } from './access/domain/permission.js'
import { DATA_FOLDER } from './data-folder.js'
import { readGlossary } from './specification/specification.reader.js'

/** Files that are made from the code and its data, and committed to be reviewed: path to text. */
export function generatedFiles(app: INestApplication): Readonly<Record<string, string>> {
  return { 'schema/schema.graphql': schemaText(app), 'docs/glossary.md': glossaryText(), 'docs/permissions.md': permissionsText() }
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

const reachWords: Readonly<Record<Reach, string>> = {
  own: 'own',
  network: 'its practice’s networks',
  overseen: 'its ICB’s networks',
  england: 'all',
}

function permissionsText(): string {
  const cell = (grants: Partial<Record<Role, Reach>>, role: Role): string => (grants[role] ? reachWords[grants[role]] : '')
  const head = [`| permission | what | ${roles.join(' | ')} |`, `|---|---|${roles.map(() => '---|').join('')}`]
  const sections = permissionGroups.map((group) => {
    const rows = permissionNames
      .filter((name) => permissionMeanings[name].group === group)
      .map((name) => {
        const { what, note } = permissionMeanings[name]
        return `| \`${name}\` | ${what}${note ? `. ${note}` : ''} | ${roles.map((role) => cell(permissions[name], role)).join(' | ')} |`
      })
    return `## ${group}\n\n${[...head, ...rows].join('\n')}\n`
  })
  const intro = [
    'Made from `src/access/domain/permission.ts` by `npm run generate`: change it there. An empty cell is a no.',
    '“own” is the organisation of the role: a network, a practice, an ICB, an LMC with the networks it covers. What somebody may not see is answered as if it were not there.',
  ]
  return `# Who may see and do what\n\n${intro.join(' ')}\n\n${sections.join('\n')}`
}
