import { Injectable } from '@nestjs/common'
import { type Request } from 'express'
import { randomBytes } from 'node:crypto'
import { type Instant } from '../../platform/day.js'
import { operation } from '../../platform/graphql/operation.js'
import { RequestError } from '../../platform/request-error.js'
import { type FormFields, readFields } from '../../platform/web/form.js'
import { requireSameOrigin } from '../../platform/web/same-origin.js'
import { Pages } from '../layout/pages.js'

const Password = operation(import.meta.url, 'password.page.graphql')

/** Somebody's account kept here, as its pages need it. */
export interface LocalAccountData {
  readonly name: string
  readonly changedAt: Instant
  readonly recoveryCodesLeft: number
  readonly newAuthenticator: { readonly secret: string; readonly uri: string }
}

/** What the pages about a password and an app have in common. */
@Injectable()
export class LocalAccountPages {
  constructor(private readonly pages: Pages) {}

  /** The account of whoever is here. Errors: NOT_FOUND for who has none. */
  async find(request: Request, seed = newSeed()): Promise<LocalAccountData> {
    const { viewer } = await this.pages.ask<{ viewer: { person: { name: string }; localAccount: Omit<LocalAccountData, 'name'> | null } }>(
      request,
      Password,
      { seed },
    )
    if (!viewer.localAccount) throw new RequestError('NOT_FOUND', 'You sign in with an account of your organisation: it has your password.')
    return { name: viewer.person.name, ...viewer.localAccount }
  }

  /** A form with secrets in it. Not by `Forms`: what it keeps when a session has run out must not be a password. Errors: FORBIDDEN. */
  receive(request: Request): Promise<FormFields> {
    requireSameOrigin(request)
    return readFields(request)
  }
}

/** What makes the secret of a new app this browser's alone. */
export function newSeed(): string {
  return randomBytes(24).toString('base64url')
}

/** As typed: a password may begin or end with a space. */
export function typedPassword(fields: FormFields, name: string): string {
  return fields.all(name)[0] ?? ''
}

export const crumbs = [
  { text: 'Home', href: '/' },
  { text: 'Your account', href: '/account' },
]
