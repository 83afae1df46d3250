import { type Caller } from '../graphql/allow.js'

/** Who may send and read files. The platform knows no permission: the feature that files belong to answers. */
export abstract class FileAudience {
  /** Lets a caller upload for an organisation, or throws. Errors: FORBIDDEN, NOT_FOUND. */
  abstract admit(caller: Caller, organisationCode: string): Promise<void>

  /** Whether a caller may read a file that has been attached to something. */
  abstract mayRead(caller: Caller, fileId: string): Promise<boolean>
}
