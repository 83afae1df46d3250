import { type Command } from 'commander'
import fs from 'node:fs'
import path from 'node:path'
import { checkContent, claimedType } from './platform/files/file-content.js'
import { searchFile } from './platform/patient-guard/file-search.js'
import { masked } from './platform/patient-guard/patient-number.js'
import { Unsearchable } from './platform/patient-guard/search-limit.js'
import { RequestError } from './platform/request-error.js'

/** What came of one file. */
interface Looked {
  readonly words: string
  readonly found: number
  readonly isSearched: boolean
}

/** The command that looks into files as the server does before it keeps them, for whoever wants to know beforehand. */
export function addSearching(program: Command): void {
  program
    .command('search')
    .description('say whether files hold what looks like an NHS number, as the server would before it keeps them; nothing is stored')
    .argument('<places...>', 'files or folders')
    .action(async (places: string[]) => {
      const files = places.flatMap(filesIn)
      const looked: Looked[] = []
      for (const file of files) {
        const one = await look(file)
        looked.push(one)
        if (one.words) process.stdout.write(`${file}: ${one.words}\n`)
      }
      const searched = looked.filter(({ isSearched }) => isSearched).length
      const found = looked.reduce((sum, one) => sum + one.found, 0)
      const total = `${searched} of ${files.length} files searched; ${found} ${found === 1 ? 'place holds' : 'places hold'} what looks like an NHS number.`
      if (found > 0) throw new Error(total)
      process.stdout.write(`${total}\n`)
    })
}

async function look(file: string): Promise<Looked> {
  try {
    await checkContent(file, path.basename(file))
    const { found, isComplete } = await searchFile(file, claimedType(path.basename(file)))
    const places = found.map(({ digits, place }) => `${masked(digits)} in ${place}`)
    const words = isComplete ? places : [...places, 'pictures in it cannot be searched']
    return { words: words.join('; '), found: found.length, isSearched: isComplete }
  } catch (error) {
    if (!(error instanceof RequestError) && !(error instanceof Unsearchable)) throw error
    return { words: `not searched: ${error.message}`, found: 0, isSearched: false }
  }
}

/** Errors: Error when there is no such place. */
function filesIn(place: string): string[] {
  if (!fs.existsSync(place)) throw new Error(`There is no ${place}.`)
  if (fs.statSync(place).isFile()) return [place]
  const entries = fs.readdirSync(place, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}
