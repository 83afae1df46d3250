import { Injectable } from '@nestjs/common'
import { AccessRepository } from '../access/access.repository.js'
import { type NetworkScope } from '../access/domain/scope.js'
import { Database } from '../platform/database/database.js'
import { Accounts } from './accounts.service.js'
import { passwordProblem } from './domain/password.js'
import { LocalSignIn } from './local-sign-in.service.js'
import { SecretChange } from './secret-change.service.js'
import { type ChangePasswordInput, type NewRecoveryCodesInput } from './sign-in.inputs.js'
import { type ChangePasswordResult, type NewRecoveryCodesResult } from './sign-in.types.js'

/** What somebody changes about their account kept here. They show each time that they know the password: an open browser is not enough. */
@Injectable()
export class PasswordService {
  constructor(
    private readonly signIn: LocalSignIn,
    private readonly accounts: Accounts,
    private readonly access: AccessRepository,
    private readonly secrets: SecretChange,
    private readonly database: Database,
  ) {}

  async change({ personId }: NetworkScope, { currentPassword, newPassword }: ChangePasswordInput): Promise<typeof ChangePasswordResult> {
    const isKnown = await this.signIn.knowsPassword(personId, currentPassword)
    if (isKnown === null) return noAccount
    if (!isKnown) return { ...wrong, field: 'currentPassword' }
    const person = await this.access.person(personId)
    const problem = passwordProblem(newPassword, [person?.name ?? '', person?.email ?? ''])
    if (problem !== null) return { kind: 'PasswordNotAllowed', field: 'newPassword', message: problem }
    return { kind: 'PasswordChanged', changedAt: await this.secrets.changePassword(personId, newPassword) }
  }

  async newRecoveryCodes({ personId }: NetworkScope, { password }: NewRecoveryCodesInput): Promise<typeof NewRecoveryCodesResult> {
    const isKnown = await this.signIn.knowsPassword(personId, password)
    if (isKnown === null) return noAccount
    if (!isKnown) return { ...wrong, field: 'password' }
    const recoveryCodes = await this.database.transaction(() => this.accounts.renewRecoveryCodes(personId))
    return { kind: 'RecoveryCodesMade', recoveryCodes }
  }
}

export const wrong = {
  kind: 'PasswordWrong' as const,
  message: 'This is not your password. After five wrong ones none is looked at for 15 minutes or longer.',
}

export const noAccount = {
  kind: 'NoLocalAccount' as const,
  field: null,
  message: 'You have no password here: you sign in with an account of your organisation.',
}
