import { type Request } from 'express'
import { type Caller } from './allow.js'

/** Finds out who is calling. `access/` implements it. */
export abstract class CallerResolver {
  /** Errors: UNAUTHENTICATED when a token is sent that does not hold. No token is nobody, which is no error. */
  abstract callerOf(request: Request): Promise<Caller>

  /** Who was signed in in this browser until their time ran out; null when nobody was, or they signed out. */
  abstract formerPersonOf(request: Request): Promise<string | null>
}
