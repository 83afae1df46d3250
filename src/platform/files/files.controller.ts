import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { pipeline } from 'node:stream/promises'
import { type Caller } from '../graphql/allow.js'
import { RequestRate } from '../graphql/request-rate.js'
import { RequestError } from '../request-error.js'
import { FileAudience } from './file-audience.js'
import { asAttachment } from './file-name.js'
import { FileStore } from './file-store.js'
import { type StoredFileEntity } from './stored-file.entity.js'
import { StoredFileRepository } from './stored-file.repository.js'
import { FileTooLarge, ScannerUnreachable } from './upload-limits.js'
import { UploadService } from './upload.service.js'

/** Files in and out. What they belong to is said over GraphQL. */
@Controller('files')
export class FilesController {
  constructor(
    private readonly rate: RequestRate,
    private readonly uploads: UploadService,
    private readonly files: StoredFileRepository,
    private readonly store: FileStore,
    private readonly audience: FileAudience,
  ) {}

  @Post()
  async upload(@Req() request: Request, @Res() response: Response): Promise<void> {
    try {
      const { caller } = await this.rate.contextOf(request)
      const files = await this.uploads.receive(caller, request)
      response.status(201).json(files.map(({ id, name, mediaType, bytes, digest }) => ({ id, name, mediaType, bytes, digest })))
    } catch (error) {
      if (!(error instanceof FileTooLarge || error instanceof ScannerUnreachable)) throw error
      response
        .status(error instanceof FileTooLarge ? 413 : 503)
        .json({ errors: [{ message: error.message, extensions: error.extensions }] })
    }
  }

  @Get(':id')
  async download(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { caller } = await this.rate.contextOf(request)
    if (caller.personId === null) throw new RequestError('UNAUTHENTICATED', 'Sign in to read files.')
    const file = /^[0-9a-f-]{36}$/.test(id) ? await this.files.file(id) : null
    if (!file || !(await this.mayRead(caller, file))) throw new RequestError('NOT_FOUND', 'There is no such file.')
    await this.send(file, response)
  }

  /** Until it is attached to something an upload is for whoever sent it only. */
  private mayRead(caller: Caller, file: StoredFileEntity): Promise<boolean> | boolean {
    return file.attachedAt === null ? file.uploadedBy === caller.personId : this.audience.mayRead(caller, file.id)
  }

  private async send(file: StoredFileEntity, response: Response): Promise<void> {
    const content = await this.store.open(file.digest)
    const headers = {
      'content-type': file.mediaType,
      'content-length': String(file.bytes),
      'content-disposition': asAttachment(file.name),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
    }
    // Not `response.set`, which would claim an encoding for text.
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    // Whoever stops reading half-way is gone: there is nobody left to tell.
    await pipeline(content.createReadStream(), response).catch(() => response.destroy())
  }
}
