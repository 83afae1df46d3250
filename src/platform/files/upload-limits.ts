import { RequestError } from '../request-error.js'

/** The largest file, in bytes: 25 MB. */
export const LARGEST_FILE = 25 * 1024 * 1024

/** The most files one request may bring. */
export const MOST_FILES = 10

/** A file the virus scanner could not be asked about: nobody's mistake, and it may be sent again later. Answered with its own HTTP status. */
export class ScannerUnreachable extends RequestError {
  constructor() {
    const message = 'Files cannot be taken at the moment, because the virus scanner does not answer. Nothing was stored. Try again later.'
    super('BAD_USER_INPUT', message, [{ field: 'files', message }])
  }
}

/** A file larger than may be stored: answered with its own HTTP status. */
export class FileTooLarge extends RequestError {
  constructor(name: string) {
    const message = `“${name}” is larger than 25 MB. Send a smaller file, or a link to where it is kept.`
    super('BAD_USER_INPUT', message, [{ field: 'files', message }])
  }
}
