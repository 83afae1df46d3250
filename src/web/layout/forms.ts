import { Injectable } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { randomUUID } from 'node:crypto'
import { FormUploadService } from '../../platform/files/form-upload.service.js'
import { readTextForm } from '../../platform/files/text-form.js'
import { CallerResolver } from '../../platform/graphql/caller-resolver.js'
import { type InputProblem } from '../../platform/request-error.js'
import { DraftRepository } from '../../platform/web/draft.repository.js'
import { FormFields, readFields } from '../../platform/web/form.js'
import { requireSameOrigin } from '../../platform/web/same-origin.js'

/** A file that came with a form, or with an earlier try at it. */
export interface FormFile {
  readonly id: string
  readonly name: string
}

/** A form as it was sent. */
export interface SentForm {
  readonly fields: FormFields
  readonly files: readonly FormFile[]
  /** Files that could not be taken. */
  readonly problems: readonly InputProblem[]
  /** What stands in a text file that is read and not kept; null where there is none. */
  readonly text?: string | null
}

/** Fields that say nothing anybody typed. */
const NOT_TYPED = new Set(['idempotencyKey', 'organisationCode', 'fileId', 'fileName'])

/** Receives forms, and loses nothing of what was typed when somebody's session has run out meanwhile. */
@Injectable()
export class Forms {
  constructor(
    private readonly callers: CallerResolver,
    private readonly uploads: FormUploadService,
    private readonly drafts: DraftRepository,
  ) {}

  /**
   * The form; null when nobody is signed in any more: then what was typed is kept, and the answer leads to signing in and back to `page`.
   * Its files are stored, unless `isText`: then the text of its one file is read, and the file forgotten.
   * Errors: FORBIDDEN when another site sent it; BAD_USER_INPUT when it cannot be read.
   */
  async receive(
    request: Request,
    response: Response,
    page: string,
    { isText = false }: { readonly isText?: boolean } = {},
  ): Promise<SentForm | null> {
    requireSameOrigin(request)
    const caller = await this.callers.callerOf(request)
    const form = !request.is('multipart/form-data')
      ? bare(await readFields(request))
      : isText
        ? await withText(request)
        : await this.withFiles(caller, request)
    if (caller.personId !== null) return form
    const former = await this.callers.formerPersonOf(request)
    if (former !== null) await this.drafts.keep(former, page, typed(form.fields))
    const kept = former === null ? '' : '&kept=yes'
    response.redirect(303, `/sign-in?next=${encodeURIComponent(page)}${kept}`)
    return null
  }

  /** What somebody typed into the form of a page before their session ran out. */
  async draft(personId: string, page: string): Promise<FormFields | null> {
    const content = await this.drafts.draft(personId, page)
    return content && FormFields.of(content)
  }

  /** Forgets a draft: its form was sent. */
  discard(personId: string, page: string): Promise<void> {
    return this.drafts.discard(personId, page)
  }

  private async withFiles(caller: Awaited<ReturnType<CallerResolver['callerOf']>>, request: Request): Promise<SentForm> {
    const { fields, files, problems } = await this.uploads.read(caller, request)
    const form = new FormFields(fields)
    const before = form.all('fileId').map((id, index) => ({ id, name: form.all('fileName')[index] ?? 'file' }))
    return { fields: form, files: [...before, ...files.map(({ id, name }) => ({ id, name }))], problems }
  }
}

/** A key under which a form is carried out once, however often it arrives. */
export function newKey(): string {
  return randomUUID()
}

function bare(fields: FormFields): SentForm {
  return { fields, files: [], problems: [] }
}

async function withText(request: Request): Promise<SentForm> {
  const { fields, text, problems } = await readTextForm(request)
  return { fields: new FormFields(fields), files: [], problems, text }
}

function typed(fields: FormFields): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(fields.content).filter(([name, values]) => !NOT_TYPED.has(name) && values.some((value) => value.trim())),
  )
}
