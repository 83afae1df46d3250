import { Injectable } from '@nestjs/common'
import { type IncomingMessage } from 'node:http'
import { type Caller } from '../graphql/allow.js'
import { type InputProblem, RequestError } from '../request-error.js'
import { type StoredFileEntity } from './stored-file.entity.js'
import { type ArrivingFile, readUpload, type UploadHandler } from './upload-reader.js'
import { FileReceiver, problemOfUnconfirmed, UploadService } from './upload.service.js'

/** Limits of a page's form, which holds more and longer fields than a bare upload. */
const LIMITS = { fields: 400, fieldSize: 50_000 }

/** A form as a browser sent it. */
export interface UploadedForm {
  readonly fields: ReadonlyMap<string, readonly string[]>
  /** Stored, to be attached to something. */
  readonly files: readonly StoredFileEntity[]
  /** Files that could not be taken: everything else was. */
  readonly problems: readonly InputProblem[]
}

/** Reads forms with files. Nothing typed is lost because a file is refused; of somebody not signed in no file is stored. */
@Injectable()
export class FormUploadService {
  constructor(private readonly uploads: UploadService) {}

  /** The field `organisationCode` has to stand before the files. Errors: BAD_USER_INPUT when the form cannot be read. */
  async read(caller: Caller, request: IncomingMessage): Promise<UploadedForm> {
    const receiver = this.uploads.receiver(caller)
    const form = new FormHandler(receiver, caller.personId !== null)
    try {
      await readUpload(request, form, LIMITS)
      const unconfirmed = receiver.unconfirmed()
      const contents = receiver.contents.filter((content) => !unconfirmed.includes(content))
      const files = contents.length > 0 ? await this.uploads.store(receiver, contents) : []
      return { fields: form.fields, files, problems: [...form.problems, ...unconfirmed.map(problemOfUnconfirmed)] }
    } finally {
      await this.uploads.discard(receiver)
    }
  }
}

class FormHandler implements UploadHandler {
  readonly fields = new Map<string, string[]>()
  readonly problems: InputProblem[] = []

  constructor(
    private readonly receiver: FileReceiver,
    private readonly takesFiles: boolean,
  ) {}

  async field(name: string, value: string): Promise<void> {
    this.fields.set(name, [...(this.fields.get(name) ?? []), value])
    if (this.takesFiles) await this.receiver.field(name, value)
  }

  async file(file: ArrivingFile): Promise<void> {
    if (!this.takesFiles) {
      file.content.resume()
      return
    }
    try {
      await this.receiver.file(file)
    } catch (error) {
      if (!(error instanceof RequestError) || error.extensions['code'] !== 'BAD_USER_INPUT') throw error
      const [problem] = (error.extensions['problems'] ?? []) as readonly InputProblem[]
      this.problems.push({ field: problem?.field ?? 'files', message: error.message })
    }
  }
}
