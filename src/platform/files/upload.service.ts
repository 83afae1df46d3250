import { Injectable, Logger } from '@nestjs/common'
import { type IncomingMessage } from 'node:http'
import { type Caller } from '../graphql/allow.js'
import { type InputProblem, RequestError } from '../request-error.js'
import { FileAudience } from './file-audience.js'
import { FileCheckService } from './file-check.service.js'
import { claimedType } from './file-content.js'
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
    private readonly checks: FileCheckService,
  ) {}

  /** Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT; FileTooLarge, ScannerUnreachable. */
  async receive(caller: Caller, request: IncomingMessage): Promise<StoredFileEntity[]> {
    if (caller.personId === null) throw new RequestError('UNAUTHENTICATED', 'Sign in to send files.')
    const receiver = this.receiver(caller)
    await this.files.removeAbandoned().catch((error: unknown) => logger.error(error))
    try {
      await readUpload(request, receiver)
      const problems = receiver.unconfirmed().map(problemOfUnconfirmed)
      if (problems.length > 0) throw RequestError.badInput(problems)
      return await this.store(receiver)
    } finally {
      await this.discard(receiver)
    }
  }

  /** Takes the files of one request for a caller, one after the other. */
  receiver(caller: Caller): FileReceiver {
    return new FileReceiver(caller, this.fileStore, this.audience, this.checks)
  }

  /** Keeps what was received, or those of it that are named. Errors: BAD_USER_INPUT when no file came. */
  store(receiver: FileReceiver, contents: readonly CheckedContent[] = receiver.contents): Promise<StoredFileEntity[]> {
    return this.files.add(receiver.uploader(), contents)
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
  private isConfirmed = false

  constructor(
    private readonly caller: Caller,
    private readonly store: FileStore,
    private readonly audience: FileAudience,
    private readonly checks: FileCheckService,
  ) {}

  async field(name: string, value: string): Promise<void> {
    if (name === 'noPatientIdentifiable') this.isConfirmed = ['true', 'yes', 'on'].includes(value)
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
    const { personId } = this.caller
    await this.checks.checkName(personId, name)
    const received = await this.store.receive(file.content)
    try {
      if (file.isTooLarge()) throw new FileTooLarge(name)
      const patientSearch = await this.checks.checkArrived({ path: received.path, name, mediaType, personId })
      this.contents.push({ ...received, name, mediaType, patientSearch })
    } catch (error) {
      await this.store.discard(received.path)
      throw error
    }
  }

  /** What cannot be searched, where the sender has not confirmed that no patient can be identified. The field that says so may come before the files or after. */
  unconfirmed(): CheckedContent[] {
    return this.isConfirmed ? [] : this.contents.filter(({ patientSearch }) => patientSearch === 'CONFIRMED')
  }

  /** Errors: BAD_USER_INPUT when no file came. */
  uploader(): Uploader {
    const { organisationCode, caller } = this
    if (organisationCode === undefined || this.contents.length === 0 || caller.personId === null)
      throw wrong('files', 'Send organisationCode and at least one file.')
    return { personId: caller.personId, organisationCode }
  }
}

export function problemOfUnconfirmed({ name }: CheckedContent): InputProblem {
  const why = `“${name}” is a picture, or has pages that are, and cannot be searched for patients’ NHS numbers.`
  return { field: 'noPatientIdentifiable', message: `${why} Confirm that no patient can be identified in it, and send it again.` }
}

function wrong(field: string, message: string): RequestError {
  return RequestError.badInput([{ field, message }])
}
