import { Injectable } from '@nestjs/common'
import { CodeUse } from './code-use.service.js'
import { CredentialRepository } from './credential.repository.js'
import { PasswordHashing } from './password-hashing.js'
import { type CredentialEntity } from './sign-in.entity.js'
import { Tries } from './tries.service.js'

/** Somebody who proved who they are, and the wrong tries there were since they last did. */
export interface SignedIn {
  readonly personId: string
  readonly failedTries: number
}

/** Signs in with an account kept here: an address, a password and a code. */
@Injectable()
export class LocalSignIn {
  constructor(
    private readonly credentials: CredentialRepository,
    private readonly tries: Tries,
    private readonly hashing: PasswordHashing,
    private readonly codes: CodeUse,
  ) {}

  /** Who it is; null when anything is not right. Which of it, nobody is told, nor can they tell by the time it takes. */
  async signIn(email: string, password: string, code: string): Promise<SignedIn | null> {
    const credential = await this.credentials.ofEmail(email)
    if (!(await this.isPassword(credential, password)) || !credential) return null
    if (!(await this.codes.use(credential, code))) return null
    await this.tries.forgive(credential.personId)
    return { personId: credential.personId, failedTries: credential.failures }
  }

  /** Whether somebody who is signed in knows their password; null when they have none here. A wrong one counts like any other wrong try. */
  async knowsPassword(personId: string, password: string): Promise<boolean | null> {
    const credential = await this.credentials.of(personId)
    if (!credential) return null
    const isRight = await this.isPassword(credential, password)
    if (isRight) await this.tries.forgive(personId)
    return isRight
  }

  /**
   * Counts the try and looks at the password at the same time: hashing, which is done for nobody and for an account that waits too, takes longer than
   * counting, so that no answer comes sooner than another.
   */
  private async isPassword(credential: CredentialEntity | null, password: string): Promise<boolean> {
    const [isLookedAt, isRight] = await Promise.all([
      this.tries.count(credential?.personId),
      this.hashing.verify(credential?.passwordHash ?? null, password),
    ])
    return isLookedAt && isRight
  }
}
