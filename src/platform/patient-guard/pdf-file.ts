import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import fs from 'node:fs'
import { LONGEST_SEARCH, type SearchLimit, Unsearchable } from './search-limit.js'
import { type TextSearch } from './text-search.js'

/** What a reader of PDF finds in a file. */
interface PdfContent {
  /** The text of each page, with its notes and fields. */
  readonly pages: readonly string[]
  readonly properties: string
  /** Whether it runs something when opened, or brings other files with it. */
  readonly runs: boolean
}

type PdfAnswer = PdfContent | { readonly problem: 'ENCRYPTED' | 'BROKEN' }

const READER = pathToFileURL(createRequire(import.meta.url).resolve('unpdf')).href

/** Runs on its own thread: a hostile file can take all of that thread's memory and time, and nothing of the server's. */
const WORK = `
const { parentPort, workerData } = require('node:worker_threads')
async function read() {
  const { getDocumentProxy } = await import(workerData.reader)
  const document = await getDocumentProxy(workerData.content, { isEvalSupported: false, verbosity: 0 })
  const pages = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const notes = await page.getAnnotations()
    const words = items.map((item) => (item.str ?? '') + (item.hasEOL ? '\\n' : '')).join('')
    pages.push([words, ...notes.flatMap((note) => [note.fieldValue, note.contentsObj?.str, note.titleObj?.str, note.url])].filter((one) => typeof one === 'string').join('\\n'))
    page.cleanup()
  }
  const { info } = await document.getMetadata()
  const runs = (await document.hasJSActions()) || (await document.getAttachments()) !== null || (await document.getJSActions()) !== null
  return { pages, properties: JSON.stringify(info), runs }
}
read().then(
  (content) => parentPort.postMessage(content),
  (error) => parentPort.postMessage({ problem: error?.name === 'PasswordException' ? 'ENCRYPTED' : 'BROKEN' }),
)
`

/** One file at a time: each may take a thread and its memory. */
let last: Promise<unknown> = Promise.resolve()

/**
 * Searches a PDF. False when not all of its pages hold text, as those of a scan do not, or it cannot be read: then nothing can be said of them.
 * Errors: Unsearchable when it is encrypted, runs something, or brings other files with it.
 */
export async function searchPdf(path: string, limit: SearchLimit, search: TextSearch): Promise<boolean> {
  const turn = last.then(() => read(path))
  last = turn.catch(() => undefined)
  const answer = await turn
  if ('problem' in answer) {
    if (answer.problem === 'ENCRYPTED') throw new Unsearchable('it is encrypted. Save it without a password')
    return false
  }
  if (answer.runs) throw new Unsearchable('it holds a script or other files. Save it without')
  answer.pages.forEach((text, index) => {
    limit.spend(text.length)
    search.look(`page ${index + 1}`, text)
  })
  search.look('its properties', answer.properties)
  return answer.pages.every((text) => text.trim() !== '')
}

async function read(path: string): Promise<PdfAnswer> {
  const content = new Uint8Array(await fs.promises.readFile(path))
  const resourceLimits = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 64 }
  const worker = new Worker(WORK, {
    eval: true,
    workerData: { content, reader: READER },
    transferList: [content.buffer],
    resourceLimits,
    stdout: true,
    stderr: true,
  })
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<PdfAnswer>((resolve) => {
      timer = setTimeout(() => resolve({ problem: 'BROKEN' }), LONGEST_SEARCH)
      worker.once('message', resolve)
      worker.once('error', () => resolve({ problem: 'BROKEN' }))
      worker.once('exit', () => resolve({ problem: 'BROKEN' }))
    })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
