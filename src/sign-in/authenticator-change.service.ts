import { Injectable } from '@nestjs/common'
import { AccessRepository } from '../access/access.repository.js'
import { type NetworkScope } from '../access/domain/scope.js'
import { Authenticator, type AuthenticatorSetUp } from './authenticator.js'
import { codeWrong } from './invitation.service.js'
import { LocalSignIn } from './local-sign-in.service.js'
import { noAccount, wrong } from './password.service.js'
import { type ChangeAuthenticatorInput } from './sign-in.inputs.js'
import { type ChangeAuthenticatorResult } from './sign-in.types.js'
import { SecretChange } from './secret-change.service.js'

/** Gives somebody another authenticator app: for a new telephone, while a recovery code still lets them in. */
@Injectable()
export class AuthenticatorChange {
  constructor(
    private readonly signIn: LocalSignIn,
    private readonly authenticator: Authenticator,
    private readonly access: AccessRepository,
    private readonly secrets: SecretChange,
  ) {}

  /** What the new app is to be given. */
  async offered(personId: string, seed: string): Promise<AuthenticatorSetUp> {
    const person = await this.access.person(personId)
    return this.authenticator.setUpFor(personId, seed, person?.email ?? '')
  }

  async change({ personId }: NetworkScope, { password, seed, code }: ChangeAuthenticatorInput): Promise<typeof ChangeAuthenticatorResult> {
    const isKnown = await this.signIn.knowsPassword(personId, password)
    if (isKnown === null) return noAccount
    if (!isKnown) return { ...wrong, field: 'password' }
    const { secret } = await this.offered(personId, seed)
    const step = this.authenticator.stepOf(secret, code)
    if (step === null) return codeWrong
    return { kind: 'AuthenticatorChanged', changedAt: await this.secrets.changeAuthenticator(personId, { secret, step }) }
  }
}
