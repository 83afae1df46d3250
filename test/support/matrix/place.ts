import { randomUUID } from 'node:crypto'
import { type Role } from '../../../src/access/domain/permission.js'
import { ChecklistEntity, ChecklistItemEntity, OccurrenceEntity } from '../../../src/checklist/checklist.entity.js'
import { ChecklistService } from '../../../src/checklist/checklist.service.js'
import { NetworkCommissionerEntity } from '../../../src/network/network.entity.js'
import { CatalogueEntryEntity, IndicatorEntity } from '../../../src/specification/specification.entity.js'
import { type TestApp } from '../app.js'
import { type Client } from '../client.js'
import { type NetworkGiven } from '../given.js'
import { type RequirementGiven } from '../given-rows.js'
import { givenLmc } from '../requests.js'
import { type Relation } from './reach.js'

export const YEAR = '2026/27'
export const ENGLAND = 'ENGLAND'

/** The people of a place, each of one role. Those of England are of no place, and others in each. */
export type Locals = Readonly<Record<Role, Client>>

/** A network, an ICB and an LMC with something of every kind, as they stand to the caller's own. */
export interface Place {
  readonly relation: Relation
  readonly network: NetworkGiven
  /** The ICB that is addressed; the sibling network is led by the caller's own, and the sibling ICB is another commissioner of the caller's network. */
  readonly board: string
  readonly lmc: string
  /** The practice that is spoken for, and what of its network it is asked: the sibling practice is in the caller's own network. */
  readonly practice: { readonly code: string; readonly occurrence: string; readonly priority: string }
  readonly people: Locals
  /** Items and occurrences of the network's and the ICB's checklists, by code of the requirement. */
  readonly item: (code: Code) => string
  readonly occurrence: (code: Code) => string
  /** Everything else there is, by what it is. */
  readonly thing: (name: string) => string
}

/** One requirement for each thing a checklist can be asked; those of ICBs begin with `ICB-`. */
const network = [
  { code: 'PLAIN', nature: 'REPORT' },
  { code: 'SECOND', nature: 'REPORT' },
  { code: 'PAID', obligation: 'PAID' },
  { code: 'DECIDED', decidedBy: 'COMMISSIONER' },
  { code: 'ACCEPTED', decidedBy: 'COMMISSIONER' },
  { code: 'ASKED', decidedBy: 'COMMISSIONER_MAY_VERIFY' },
  { code: 'EVENT', fallsDue: 'ON_EVENT', shownEvery: 'EVENT', dueOn: null, dueDays: 3 },
  { code: 'EACH', perPractice: true },
  { code: 'DECLARED', nature: 'DECLARE' },
] as const
const board = [
  { code: 'ICB-PLAIN' },
  { code: 'ICB-SECOND' },
  { code: 'ICB-PAID', obligation: 'PAID' },
  { code: 'ICB-EVENT', fallsDue: 'ON_EVENT', shownEvery: 'EVENT', dueOn: null, dueDays: 3 },
  { code: 'ICB-DECLARED', nature: 'DECLARE' },
  { code: 'ICB-DECIDED', decidedBy: 'COMMISSIONER' },
] as const
export type Code = (typeof network)[number]['code'] | (typeof board)[number]['code']

/** An indicator the networks can go for. */
export const INDICATOR = 'HI03'

/** The kinds of organisation people are members of. */
export const memberKinds = ['network', 'practice', 'board', 'lmc', 'england'] as const
export type MemberKind = (typeof memberKinds)[number]

/** What of a kind is addressed in a place. */
export function codeOf({ network: { code }, practice, board: boardCode, lmc }: Place, kind: MemberKind): string {
  return { network: code, practice: practice.code, board: boardCode, lmc, england: ENGLAND }[kind]
}

/** The three places of the matrix: all on one specification, so that only their people tell them apart. */
export async function emptyPlaces(test: TestApp): Promise<Place[]> {
  const own = await test.given.network()
  const sibling = await test.given.network({ boardCode: own.boardCode })
  const foreign = await test.given.network()
  const otherBoard = await secondCommissioner(test, own)
  const entries: RequirementGiven[] = [...network, ...board.map((entry) => ({ ...entry, responsible: ['COMMISSIONER'] as const }))]
  const specificationId = await test.given.specification(entries, YEAR)
  await addIndicator(test, specificationId)
  const owners = [own.code, sibling.code, foreign.code, own.boardCode, otherBoard, foreign.boardCode]
  await test.app.get(ChecklistService).open(owners, YEAR)
  const ids = await idsOf(test)
  const [first = '', second = ''] = own.practiceCodes
  return [
    await place(test, ids, { relation: 'own', network: own, board: own.boardCode, practice: first, home: own }),
    await place(test, ids, { relation: 'sibling', network: sibling, board: otherBoard, practice: second, home: own }),
    await place(test, ids, {
      ...{ relation: 'foreign', network: foreign, board: foreign.boardCode, practice: foreign.practiceCodes[0] ?? '', home: foreign },
    }),
  ]
}

type Ids = ReadonlyMap<string, string>
type Where = Pick<Place, 'relation' | 'network' | 'board'> & { readonly practice: string; readonly home: NetworkGiven }

async function place(test: TestApp, ids: Ids, { practice, home, ...where }: Where): Promise<Place> {
  const lmc = await givenLmc(test, [where.network])
  const of = (kind: string, owner: string, code: string): string => {
    const id = ids.get(`${kind} ${owner} ${code}`)
    if (!id) throw new Error(`${owner} has no ${kind} of ${code}`)
    return id
  }
  const ownerOf = (code: Code): string => (code.startsWith('ICB-') ? where.board : where.network.code)
  const people = {
    'network-manager': await test.given.manager(where.network),
    'clinical-director': await test.given.director(where.network),
    'practice-member': await test.given.person('practice-member', where.network.practiceCodes[0] ?? ''),
    commissioner: await test.given.person('commissioner', where.board),
    lmc: await test.given.person('lmc', lmc),
    'national-viewer': await test.given.person('national-viewer', ENGLAND),
    operator: await test.given.person('operator', ENGLAND),
  }
  return {
    ...{ ...where, lmc, people, practice: { code: practice, occurrence: of('occurrence', home.code, 'EACH'), priority: '' } },
    item: (code) => of('item', ownerOf(code), code),
    occurrence: (code) => of('occurrence', ownerOf(code), code),
    thing: (name) => {
      throw new Error(`There is no ${name} yet`)
    },
  }
}

/** Another ICB that commissions a network without leading for it. */
async function secondCommissioner(test: TestApp, { code: networkCode }: NetworkGiven): Promise<string> {
  const { database } = test.given
  const boardCode = await test.given.board()
  const link = { id: randomUUID(), networkCode, boardCode, subIcbCode: null, isLead: false, startsOn: '2019-07-01', endsOn: null }
  await database.transaction(() =>
    database.manager.insert(NetworkCommissionerEntity, { ...link, recordedAt: test.clock.now(), supersededAt: null }),
  )
  return boardCode
}

/** Ids of checklists, items and first occurrences by owner and code. */
async function idsOf(test: TestApp): Promise<Ids> {
  const { manager } = test.given.database
  const [checklists, items] = [await manager.find(ChecklistEntity), await manager.find(ChecklistItemEntity)]
  const [entries, occurrences] = [await manager.find(CatalogueEntryEntity), await manager.findBy(OccurrenceEntity, { ordinal: 1 })]
  const ids = new Map<string, string>()
  for (const item of items) {
    const owner = checklists.find(({ id }) => id === item.checklistId)?.ownerCode
    const code = entries.find(({ id }) => id === item.entryId)?.code
    ids.set(`item ${owner} ${code}`, item.id)
    const occurrence = occurrences.find(({ itemId }) => itemId === item.id)
    if (occurrence) ids.set(`occurrence ${owner} ${code}`, occurrence.id)
  }
  return ids
}

async function addIndicator(test: TestApp, specificationId: string): Promise<void> {
  const { database } = test.given
  const unknown = { note: null, numerator: null, denominator: null, points: null, pointsCertainty: null, penceAPoint: null }
  const said = { code: INDICATOR, title: 'An indicator', position: 1, sources: [], aliases: [], startsOn: null, endsOn: null }
  const thresholds = { lowerThreshold: '60%', upperThreshold: '80%', thresholdCertainty: 'SOURCED', direction: 'UP' } as const
  const row = { id: randomUUID(), specificationId, ...unknown, ...said, ...thresholds, use: 'PAYMENT', certainty: 'SOURCED' } as const
  await database.transaction(() => database.manager.insert(IndicatorEntity, row))
}
