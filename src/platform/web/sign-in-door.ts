import { type Request, type Response } from 'express'

/** What somebody typed to sign in with an account kept here. */
export interface TypedSignIn {
  readonly email: string
  readonly password: string
  /** Of their authenticator app, or one of their recovery codes. */
  readonly code: string
}

/** Lets people in by a browser: what answers with a cookie, which no field of the API can. `sign-in/` implements it. */
export abstract class SignInDoor {
  /** Signs in as an invented person. Errors: NOT_FOUND but in a demonstration on its own machine. */
  abstract asPersona(personId: string, request: Request, response: Response): Promise<void>

  /** Signs in with an account kept here, and says how many wrong tries there were since the last time; null when anything typed is not right. Errors: TOO_MANY_REQUESTS. */
  abstract withPassword(typed: TypedSignIn, request: Request, response: Response): Promise<{ readonly failedTries: number } | null>

  /** Signs in whoever has just proved who they are to a mutation this request ran: by setting up their account, or by their password. */
  abstract afterProof(personId: string, request: Request, response: Response): Promise<void>

  /** Where somebody goes to accept a one-time link at the provider. Null when the provider cannot be asked now. */
  abstract atProvider(
    errand: { readonly next: string; readonly invitation: string },
    request: Request,
    response: Response,
  ): Promise<string | null>

  /** Signs out; where to go to sign out of the provider too, or null. */
  abstract leave(request: Request, response: Response): Promise<string | null>
}
