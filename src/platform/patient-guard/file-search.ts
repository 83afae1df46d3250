import { searchOffice } from './office-file.js'
import { searchPdf } from './pdf-file.js'
import { searchPlain } from './plain-file.js'
import { SearchLimit } from './search-limit.js'
import { type FoundNumber, TextSearch } from './text-search.js'

/** What a search of a file found. */
export interface FileSearch {
  readonly found: readonly FoundNumber[]
  /** Whether all of it could be searched; not so for pictures, and pages that are pictures. */
  readonly isComplete: boolean
}

/** Searches the text of a file of one of the types that can be stored. Errors: Unsearchable for what must not be stored. */
export async function searchFile(path: string, mediaType: string): Promise<FileSearch> {
  const search = new TextSearch()
  const limit = new SearchLimit()
  const isComplete = await searchBy(path, mediaType, limit, search)
  return { found: search.found, isComplete }
}

async function searchBy(path: string, mediaType: string, limit: SearchLimit, search: TextSearch): Promise<boolean> {
  if (mediaType.startsWith('image/')) return false
  if (mediaType === 'application/pdf') return searchPdf(path, limit, search)
  if (mediaType.startsWith('text/')) await searchPlain(path, limit, search)
  else await searchOffice(path, limit, search)
  return true
}
