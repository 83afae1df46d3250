import { Injectable, Logger } from '@nestjs/common'
import { type IncomingMessage } from 'node:http'
import { type Caller } from '../graphql/allow.js'
import { RequestError } from '../request-error.js'
import { FileAudience } from './file-audience.js'
import { checkContent, claimedType } from './file-content.js'
import { normaliseName } from './file-name.js'
import { FileStore } from './file-store.js'
import { type CheckedContent, FilesService, type Uploader } from './files.service.js'
import { type StoredFileEntity } from './stored-file.entity.js'
import { FileTooLarge } from './upload-limits.js'
import { type ArrivingFile, readUpload, type UploadHandler } from './upload-reader.js'

const logger = new Logger('Files')

/** Takes uploads in: nothing is read for whoever may not send it, nothing stored that is not checked, and nothing kept of half an upload. */
@Injectable()
export class UploadService {
  constructor(
    private readonly fileStore: FileStore,
    private readonly files: FilesService,
    private readonly audience: FileAudience,
  ) {}

  /** Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT; FileTooLarge. */
  async receive(caller: Caller, request: IncomingMessage): Promise<StoredFileEntity[]> {
    if (caller.personId === null) throw new RequestError('UNAUTHENTICATED', 'Sign in to send files.')
    const receiver = this.receiver(caller)
    await this.files.removeAbandoned().catch((error: unknown) => logger.error(error))
    try {
      await readUpload(request, receiver)
      return await this.store(receiver)
    } finally {
      await this.discard(receiver)
    }
  }

  /** Takes the files of one request for a caller, one after the other. */
  receiver(caller: Caller): FileReceiver {
    return new FileReceiver(caller, this.fileStore, this.audience)
  }

  /** Keeps what was received. Errors: BAD_USER_INPUT when no file came. */
  store(receiver: FileReceiver): Promise<StoredFileEntity[]> {
    return this.files.add(receiver.uploader(), receiver.contents)
  }

  /** Removes what was received and not kept. */
  async discard(receiver: FileReceiver): Promise<void> {
    for (const { path } of receiver.contents) await this.fileStore.discard(path)
  }
}

/** One request's files. */
export class FileReceiver implements UploadHandler {
  readonly contents: CheckedContent[] = []
  private organisationCode: string | undefined

  constructor(
    private readonly caller: Caller,
    private readonly store: FileStore,
    private readonly audience: FileAudience,
  ) {}

  async field(name: string, value: string): Promise<void> {
    if (name !== 'organisationCode') return
    if (!/^[A-Z0-9]{3,9}$/.test(value)) throw wrong('organisationCode', 'organisationCode must be the ODS code of your organisation.')
    if (this.organisationCode !== undefined && this.organisationCode !== value)
      throw wrong('organisationCode', 'Send one organisationCode.')
    await this.audience.admit(this.caller, value)
    this.organisationCode = value
  }

  async file(file: ArrivingFile): Promise<void> {
    if (this.organisationCode === undefined) throw wrong('organisationCode', 'Send organisationCode before the files.')
    const name = normaliseName(file.name)
    const mediaType = claimedType(name)
    const received = await this.store.receive(file.content)
    try {
      if (file.isTooLarge()) throw new FileTooLarge(name)
      await checkContent(received.path, name)
    } catch (error) {
      await this.store.discard(received.path)
      throw error
    }
    this.contents.push({ ...received, name, mediaType })
  }

  /** Errors: BAD_USER_INPUT when no file came. */
  uploader(): Uploader {
    const { organisationCode, caller } = this
    if (organisationCode === undefined || this.contents.length === 0 || caller.personId === null)
      throw wrong('files', 'Send organisationCode and at least one file.')
    return { personId: caller.personId, organisationCode }
  }
}

function wrong(field: string, message: string): RequestError {
  return RequestError.badInput([{ field, message }])
}
