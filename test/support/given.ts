import { type INestApplication } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { AccessRepository } from '../../src/access/access.repository.js'
import { AccessService } from '../../src/access/access.service.js'
import { type Role } from '../../src/access/domain/permission.js'
import {
  IntegratedCareBoardEntity,
  NetworkCommissionerEntity,
  NetworkEntity,
  NetworkMembershipEntity,
  PracticeEntity,
} from '../../src/network/network.entity.js'
import { Database } from '../../src/platform/database/database.js'
import { type Day } from '../../src/platform/day.js'
import { type Clock } from '../../src/platform/clock.js'
import { Client } from './client.js'

/** A practice's time in a network. */
export interface PracticeGiven {
  readonly startsOn?: Day
  readonly endsOn?: Day | null
}

export interface NetworkGiven {
  readonly code: string
  readonly boardCode: string
  readonly practiceCodes: readonly string[]
}

/** Makes what a test starts from. Every call makes new rows, so that no test relies on another. */
export class Given {
  private made = 0

  constructor(
    private readonly app: INestApplication,
    private readonly url: string,
    private readonly clock: Clock,
  ) {}

  private next(): number {
    this.made += 1
    return this.made
  }

  get database(): Database {
    return this.app.get(Database)
  }

  async board(): Promise<string> {
    const odsCode = `QX${String(this.next()).padStart(2, '0')}`
    await this.database.transaction(() =>
      this.database.manager.insert(IntegratedCareBoardEntity, { odsCode, name: `Board ${odsCode}`, regionCode: null, invented: true }),
    )
    return odsCode
  }

  /** A network with three practices since 2019, or those given, commissioned by a new board unless one is given. */
  async network({ practices = [{}, {}, {}], boardCode }: { practices?: PracticeGiven[]; boardCode?: string } = {}): Promise<NetworkGiven> {
    const board = boardCode ?? (await this.board())
    const code = `UX${String(this.next()).padStart(4, '0')}`
    const practiceCodes = practices.map(() => `PX${String(this.next()).padStart(4, '0')}`)
    const recordedAt = this.clock.now()
    await this.database.transaction(async () => {
      const { manager } = this.database
      await manager.insert(NetworkEntity, { odsCode: code, name: `Network ${code}`, invented: true })
      const commissioner = { id: randomUUID(), networkCode: code, boardCode: board, subIcbCode: null, isLead: true }
      await manager.insert(NetworkCommissionerEntity, {
        ...commissioner,
        startsOn: '2019-07-01',
        endsOn: null,
        recordedAt,
        supersededAt: null,
      })
      await manager.insert(
        PracticeEntity,
        practiceCodes.map((odsCode) => ({ odsCode, name: `Practice ${odsCode}`, invented: true })),
      )
      const memberships = practices.map(({ startsOn = '2019-07-01', endsOn = null }, index) => ({
        ...{
          id: randomUUID(),
          networkCode: code,
          practiceCode: practiceCodes[index] ?? '',
          startsOn,
          endsOn,
          recordedAt,
          supersededAt: null,
        },
      }))
      await manager.insert(NetworkMembershipEntity, memberships)
    })
    return { code, boardCode: board, practiceCodes }
  }

  /** Somebody signed in, with one role. */
  async person(role: Role, organisationCode: string): Promise<Client> {
    const id = randomUUID()
    const person = { id, name: `Person ${this.next()}`, email: `${id}@headroom.example`, invented: true, recordedAt: this.clock.now() }
    const membership = { id: randomUUID(), personId: id, role, organisationCode, startsOn: '2019-07-01', endsOn: null, supersededAt: null }
    await this.database.transaction(() =>
      this.app.get(AccessRepository).addPerson(person, [{ ...membership, recordedAt: person.recordedAt }]),
    )
    return new Client(this.url, await this.app.get(AccessService).createToken(person.email, 'test'), id)
  }

  manager = (network: NetworkGiven): Promise<Client> => this.person('network-manager', network.code)
  director = (network: NetworkGiven): Promise<Client> => this.person('clinical-director', network.code)
  commissioner = (network: NetworkGiven): Promise<Client> => this.person('commissioner', network.boardCode)
}
