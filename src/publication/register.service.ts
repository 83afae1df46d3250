import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import {
  type IntegratedCareBoardEntity,
  type NetworkEntity,
  type PracticeEntity,
  type RegionEntity,
  type SubIcbLocationEntity,
} from '../network/network.entity.js'
import { type Day, type Instant } from '../platform/day.js'
import { type OrganisationNameEntity } from './publication.entity.js'
import { PublicationRepository } from './publication.repository.js'

interface Rows {
  region: RegionEntity
  board: IntegratedCareBoardEntity
  subIcbLocation: SubIcbLocationEntity
  network: NetworkEntity
  practice: PracticeEntity
}
type Sort = keyof Rows

/** Sorts in the order in which they refer to each other. */
const sorts = ['region', 'board', 'subIcbLocation', 'network', 'practice'] as const

/** How many organisations a table made, and how many it gave another name or place. */
export interface Registered {
  readonly added: number
  readonly changed: number
}

/** Opens the register of all organisations. */
@Injectable()
export class RegisterService {
  constructor(private readonly repository: PublicationRepository) {}

  /** `namedOn` is the last day of which names were taken; null when there is none yet. */
  async open(namedOn: Day | null): Promise<Register> {
    const known = new Map<string, string>()
    for (const { odsCode, name } of await this.repository.names()) known.set(odsCode, name)
    const register = new Register(this.repository, known, namedOn)
    for (const sort of sorts) register.fill(sort, await this.repository.all(sort))
    return register
  }
}

/** Every organisation by its code, as it is to stand. Changes are kept until they are written together. */
export class Register {
  private readonly rows: { [S in Sort]: Map<string, Rows[S]> } = {
    ...{ region: new Map<string, RegionEntity>(), board: new Map<string, IntegratedCareBoardEntity>() },
    ...{ subIcbLocation: new Map<string, SubIcbLocationEntity>(), network: new Map<string, NetworkEntity>() },
    practice: new Map<string, PracticeEntity>(),
  }
  private readonly changed = new Map<Sort, Set<string>>()
  private newNames: OrganisationNameEntity[] = []
  private readonly added = new Set<string>()
  /** The day of the table that named it in this import. */
  private readonly namedNow = new Map<string, Day>()
  private isLatest = true
  private day: Day = ''

  constructor(
    private readonly repository: PublicationRepository,
    private readonly names: Map<string, string>,
    private namedOn: Day | null,
  ) {}

  fill<S extends Sort>(sort: S, rows: readonly Rows[S][]): void {
    for (const row of rows) this.rows[sort].set(codeOf(row), row)
  }

  find<S extends Sort>(sort: S, code: string): Rows[S] | undefined {
    return this.rows[sort].get(code)
  }

  all<S extends Sort>(sort: S): Rows[S][] {
    return [...this.rows[sort].values()]
  }

  /** Begins a table of a day. The names of an older one than was read already are taken only where there is none yet. */
  begin(day: Day): void {
    this.day = day
    this.isLatest = this.namedOn === null || day >= this.namedOn
    if (this.isLatest) this.namedOn = day
  }

  /** Makes an organisation, or puts what a table says of it in place of what stands. An empty name changes none. */
  keep<S extends Sort>(
    sort: S,
    code: string,
    given: string,
    rest: Omit<Rows[S], 'odsCode' | 'code' | 'name' | 'invented'>,
    at: Instant,
  ): void {
    const row = this.rows[sort].get(code)
    const name = given || row?.name || code
    if (row && !this.isLatest) return
    const wanted = { ...row, ...rest, ...(sort === 'region' ? { code } : { odsCode: code, invented: false }), name } as Rows[S]
    const isNamedAlready = this.namedNow.get(code) === this.day
    if (row && isNamedAlready) wanted.name = row.name
    this.namedNow.set(code, this.day)
    if (given !== '' && this.names.get(code) !== wanted.name) {
      this.names.set(code, wanted.name)
      this.newNames.push({ id: randomUUID(), odsCode: code, name: wanted.name, seenOn: this.day, recordedAt: at })
    }
    if (row && JSON.stringify(sorted(row)) === JSON.stringify(sorted(wanted))) return
    if (!row) this.added.add(code)
    this.rows[sort].set(code, wanted)
    this.changed.set(sort, (this.changed.get(sort) ?? new Set()).add(code))
  }

  /** Writes what changed since the last time. */
  async write(): Promise<Registered> {
    let changed = 0
    for (const sort of sorts) {
      const codes = this.changed.get(sort) ?? new Set<string>()
      changed += codes.size
      await this.repository.keep(
        sort,
        [...codes].flatMap((code) => this.rows[sort].get(code) ?? []),
      )
    }
    await this.repository.addNames(this.newNames)
    const added = this.added.size
    this.changed.clear()
    this.added.clear()
    this.newNames = []
    return { added, changed: changed - added }
  }
}

function codeOf(row: Rows[Sort]): string {
  return 'odsCode' in row ? row.odsCode : row.code
}

function sorted(row: object): [string, unknown][] {
  return Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1))
}
