import fs from 'node:fs'

/** The text of an operation kept in a file beside its page, with the fragments it spreads: `operation(import.meta.url, 'home.page.graphql')`. */
export function operation(page: string, ...files: readonly string[]): string {
  return files.map((file) => fs.readFileSync(new URL(file, page), 'utf8')).join('\n')
}
