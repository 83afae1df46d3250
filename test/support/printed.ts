import { extractText, getDocumentProxy } from 'unpdf'
import { type Visitor } from './browser.js'

/** What comes out of the printer: how many sides, and the words on them. */
export async function printed({ page }: Visitor): Promise<{ pages: number; text: string }> {
  const document = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })))
  const { text } = await extractText(document, { mergePages: true })
  return { pages: document.numPages, text: text.replaceAll(/\s+/g, ' ') }
}
