import { type DocumentStore } from '@apollo/server'
import { type DocumentNode } from 'graphql'

/** Operations kept, read and checked: a program asks the same few again and again. */
const MOST_DOCUMENTS = 100

/**
 * The operations asked for last, so that they need not be read and checked again. By their number, because each may be as large as an operation can
 * be and takes far more memory than its text: whoever asks for a new one each time fills it with theirs, and with no more than this.
 */
export class KnownDocuments implements DocumentStore {
  /** The one not asked for the longest comes first. */
  private readonly documents = new Map<string, DocumentNode>()

  get(key: string): Promise<DocumentNode | undefined> {
    const document = this.documents.get(key)
    if (document) {
      this.documents.delete(key)
      this.documents.set(key, document)
    }
    return Promise.resolve(document)
  }

  set(key: string, document: DocumentNode): Promise<void> {
    this.documents.set(key, document)
    const [oldest] = this.documents.keys()
    if (this.documents.size > MOST_DOCUMENTS && oldest !== undefined) this.documents.delete(oldest)
    return Promise.resolve()
  }

  delete(key: string): Promise<boolean> {
    return Promise.resolve(this.documents.delete(key))
  }
}
