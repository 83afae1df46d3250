import { type INestApplication } from '@nestjs/common'
import { type Request, type Response } from 'express'
import { randomUUID } from 'node:crypto'
import { MembershipEntity } from '../../src/access/access.entity.js'
import { AccessRepository } from '../../src/access/access.repository.js'
import { SessionService } from '../../src/access/session.service.js'
import { TokenService } from '../../src/access/token.service.js'
import { permissionNames, type Role } from '../../src/access/domain/permission.js'
import { ChecklistEntity, ChecklistItemEntity, OccurrenceEntity } from '../../src/checklist/checklist.entity.js'
import { ChecklistService } from '../../src/checklist/checklist.service.js'
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
import { CatalogueEntryEntity, ServiceAreaEntity, SpecificationEntity } from '../../src/specification/specification.entity.js'
import { Client } from './client.js'
import { membershipWith, type RequirementGiven, requirementWith } from './given-rows.js'

/** Days a test's token lasts, whatever day its clock is set to later. */
const A_LONG_TIME = 20_000

/** A practice's time in a network. */
export interface PracticeGiven {
  readonly startsOn?: Day
  readonly endsOn?: Day | null
}

/** A file of a test. */
export interface UploadGiven {
  readonly name?: string
  readonly content?: string | Buffer
}

export interface NetworkGiven {
  readonly code: string
  readonly boardCode: string
  readonly practiceCodes: readonly string[]
}

/** An item with its occurrences in order. */
export interface ItemGiven {
  readonly id: string
  readonly code: string
  readonly occurrences: readonly OccurrenceEntity[]
}

export interface ChecklistGiven {
  readonly id: string
  readonly contractYear: string
  readonly specificationId: string
  /** In the order the requirements were given. */
  readonly items: readonly ItemGiven[]
  /** The item of a code. */
  item(code: string): ItemGiven
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
    const recordedAt = this.clock.now()
    const person = { id, name: `Person ${this.next()}`, email: `${id}@headroom.example`, invented: true, recordedAt, erasedAt: null }
    const membership = membershipWith({ personId: id, role, organisationCode, recordedAt })
    await this.database.transaction(() => this.app.get(AccessRepository).addPerson(person, [membership]))
    return new Client(
      this.url,
      await this.app
        .get(TokenService)
        .createFor(`${id}@headroom.example`, { name: 'test', days: A_LONG_TIME, permissions: permissionNames }),
      id,
    )
  }

  /** The same person in a browser, signed in: what a token is not allowed is allowed there. */
  async browser({ personId = '' }: Client, browser = 'Test browser'): Promise<Client> {
    let cookie = ''
    const request = { headers: { 'user-agent': browser } } as Request
    const response = { append: (_: string, value: string) => (cookie = value.split(';')[0] ?? '') } as unknown as Response
    await this.app.get(SessionService).start(personId, 'PASSWORD', request, response)
    return new Client(this.url, undefined, personId, cookie)
  }

  /** One role more for somebody. */
  async membership({ personId = '' }: Pick<Client, 'personId'>, role: Role, organisationCode: string): Promise<void> {
    const membership = membershipWith({ personId, role, organisationCode, recordedAt: this.clock.now() })
    await this.database.transaction(() => this.database.manager.insert(MembershipEntity, membership))
  }

  manager = (network: NetworkGiven): Promise<Client> => this.person('network-manager', network.code)
  director = (network: NetworkGiven): Promise<Client> => this.person('clinical-director', network.code)
  commissioner = (network: NetworkGiven): Promise<Client> => this.person('commissioner', network.boardCode)

  /** A published specification of its own edition, with these requirements; its id. A new edition is the one in force from then on. */
  async specification(requirements: readonly RequirementGiven[] = [{}], contractYear = '2026/27'): Promise<string> {
    const id = randomUUID()
    const edition = this.next()
    const recordedAt = this.clock.now()
    const codes = [...new Set(requirements.map(({ area = 'AREA' }) => area))]
    const areas = codes.map((code, index) => ({ id: randomUUID(), specificationId: id, code, title: `Area ${code}`, position: index + 1 }))
    const entries = requirements.map(({ area = 'AREA', ...given }, index) => ({
      ...requirementWith(given, `T-${String(index + 1).padStart(2, '0')}`),
      ...{ id: randomUUID(), specificationId: id, position: index + 1, serviceAreaId: areas.find(({ code }) => code === area)?.id ?? '' },
    }))
    await this.database.transaction(async () => {
      const { manager } = this.database
      await manager.insert(SpecificationEntity, {
        ...{ id, contractYear, edition, status: 'PUBLISHED', title: `Test specification ${edition}`, version: null, publishedOn: null },
        ...{ effectiveFrom: `${contractYear.slice(0, 4)}-04-01`, coverage: 'What the test needs.', sources: [], digest: id, recordedAt },
      } as never)
      await manager.insert(ServiceAreaEntity, areas)
      await manager.insert(CatalogueEntryEntity, entries as never)
    })
    return id
  }

  /** A checklist on a specification of its own, of a network or of an ICB (by its code; its requirements are the commissioner's then). */
  async checklist(
    owner: NetworkGiven | string,
    { contractYear = '2026/27', entries = [{}] }: { contractYear?: string; entries?: readonly RequirementGiven[] } = {},
  ): Promise<ChecklistGiven> {
    const isBoard = typeof owner === 'string'
    const ownerCode = isBoard ? owner : owner.code
    const responsible = isBoard ? (['COMMISSIONER'] as const) : (['NETWORK'] as const)
    const specificationId = await this.specification(
      entries.map((entry) => ({ responsible, ...entry })),
      contractYear,
    )
    await this.app.get(ChecklistService).open([ownerCode], contractYear)
    const { manager } = this.database
    const { id } = await manager.findOneByOrFail(ChecklistEntity, { ownerCode, contractYear })
    const rows = await manager.find(ChecklistItemEntity, { where: { checklistId: id }, order: { position: 'ASC' } })
    const catalogue = await manager.findBy(CatalogueEntryEntity, { specificationId })
    const occurrences = await manager.find(OccurrenceEntity, { order: { ordinal: 'ASC' } })
    const items = rows.map((row) => ({
      ...{ id: row.id, code: catalogue.find((entry) => entry.id === row.entryId)?.code ?? '' },
      occurrences: occurrences.filter(({ itemId }) => itemId === row.id),
    }))
    const item = (code: string): ItemGiven => {
      const found = items.find((one) => one.code === code)
      if (!found) throw new Error(`No item ${code} was given`)
      return found
    }
    return { id, contractYear, specificationId, items, item }
  }

  /** One item of a network's checklist: of a new network unless one is given. */
  async item(
    entry: RequirementGiven = {},
    on: { network?: NetworkGiven; contractYear?: string } = {},
  ): Promise<{ network: NetworkGiven; checklist: ChecklistGiven; item: ItemGiven }> {
    const network = on.network ?? (await this.network())
    const checklist = await this.checklist(network, { contractYear: on.contractYear, entries: [entry] })
    const item = checklist.items[0]
    if (!item) throw new Error('The requirement makes no item')
    return { network, checklist, item }
  }

  /** A file uploaded by somebody for an organisation: a small text unless said otherwise; its id. */
  async upload(by: Client, organisationCode: string, { name = 'minutes.txt', content = 'Minutes' }: UploadGiven = {}): Promise<string> {
    const response = await by.upload({ organisationCode, files: [{ name, content }] })
    if (response.status !== 201) throw new Error(`Not uploaded: ${await response.text()}`)
    const [file] = (await response.json()) as { id: string }[]
    return file?.id ?? ''
  }

  /** Evidence somebody records of occurrences: a note of 1 November unless said otherwise; its id. */
  async evidence(by: Client, occurrenceIds: readonly string[], input: object = {}): Promise<string> {
    const mutation = `mutation ($input: RecordEvidenceInput!) {
      recordEvidence(input: $input) { ... on EvidenceRecorded { evidence { id } } ... on Refusal { message } }
    }`
    const answer = await by.mutate(mutation, { occurrenceIds, happenedOn: '2026-11-01', note: 'Minutes', ...input })
    if (!answer['evidence']) throw new Error(`Not recorded: ${String(answer['message'])}`)
    return String(answer['evidence'].id)
  }

  /** A priority somebody makes for a network, of two hours of the clinical director in the whole year unless said otherwise; its id. */
  async priority(by: Client, network: NetworkGiven, input: object = {}): Promise<string> {
    const mutation = `mutation ($input: SetPriorityInput!) {
      setPriority(input: $input) { ... on PrioritySet { priority { id } } ... on Refusal { message } }
    }`
    const year = { networkCode: network.code, contractYear: '2026/27', opensOn: '2026-04-01', closesOn: '2027-03-31' }
    const minutes = [{ staffGroup: 'CLINICAL_DIRECTOR', central: 120 }]
    const answer = await by.mutate(mutation, { ...year, title: `Priority ${this.next()}`, minutes, ...input })
    if (!answer['priority']) throw new Error(`Not made: ${String(answer['message'])}`)
    return String(answer['priority'].id)
  }

  /** An occurrence of one item of a new network, open since 1 April unless the requirement says otherwise, with the network's manager. */
  async openOccurrence({
    entry = {},
    today,
    network: given,
  }: { entry?: RequirementGiven; today?: Day; network?: NetworkGiven } = {}): Promise<{
    network: NetworkGiven
    checklist: ChecklistGiven
    item: ItemGiven
    occurrence: OccurrenceEntity
    manager: Client
  }> {
    if (today) Object.assign(this.clock, { day: today })
    const { network, checklist, item } = await this.item(entry, { network: given })
    const occurrence = item.occurrences[0]
    if (!occurrence) throw new Error('The requirement has no occurrence')
    return { network, checklist, item, occurrence, manager: await this.manager(network) }
  }
}
