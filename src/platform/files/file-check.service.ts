import { Injectable } from '@nestjs/common'
import { PatientGuard } from '../patient-guard/patient-guard.js'
import { checkContent } from './file-content.js'
import { type PatientSearch } from './patient-search.js'
import { VirusScanner } from './virus-scanner.js'

/** A file that has arrived. */
export interface ArrivedFile {
  readonly path: string
  readonly name: string
  readonly mediaType: string
  /** Who sends it. */
  readonly personId: string | null
}

/** Everything a file has to pass before it is stored. */
@Injectable()
export class FileCheckService {
  constructor(
    private readonly scanner: VirusScanner,
    private readonly guard: PatientGuard,
  ) {}

  /** Before any of it is read. Errors: BAD_USER_INPUT when its name names a patient. */
  checkName(personId: string | null, name: string): Promise<void> {
    return this.guard.refuseName(personId, name)
  }

  /**
   * CONFIRMED where it cannot be searched, so that its sender has to confirm it.
   * Errors: BAD_USER_INPUT when it is not what its name says, is infected, or names a patient; ScannerUnreachable.
   */
  async checkArrived(file: ArrivedFile): Promise<PatientSearch> {
    await checkContent(file.path, file.name)
    await this.scanner.scan(file.path, file.name)
    return (await this.guard.searchContent(file.personId, file.path, file)) ? 'SEARCHED' : 'CONFIRMED'
  }
}
