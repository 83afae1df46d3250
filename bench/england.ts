import 'reflect-metadata'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { AccessRepository } from '../src/access/access.repository.js'
import { TokenService } from '../src/access/token.service.js'
import { createApp } from '../src/app.js'
import { ChecklistService } from '../src/checklist/checklist.service.js'
import { DATA_FOLDER } from '../src/data-folder.js'
import { EvidenceRecordRepository } from '../src/evidence/evidence-record.repository.js'
import { EvidenceEntity, type EvidenceUseEntity } from '../src/evidence/evidence.entity.js'
import { clockFor } from '../src/loading.js'
import { ENGLAND_SIZE, type EnglandSize, generateEngland } from '../src/network/domain/generated-england.js'
import { NetworkImporter } from '../src/network/network.importer.js'
import { Clock } from '../src/platform/clock.js'
import { Config } from '../src/platform/config.js'
import { Database } from '../src/platform/database/database.js'
import { digestOf } from '../src/platform/digest.js'
import { SpecificationImporter } from '../src/specification/specification.importer.js'
import { SpecificationRepository } from '../src/specification/specification.repository.js'
import { StandingService } from '../src/standing/standing.service.js'

/** A generated England on disk, and what is needed to ask about it. */
export interface Seeded {
  readonly networks: number
  readonly boards: number
  /** What the server is started with. */
  readonly env: Readonly<Record<string, string>>
  readonly contractYear: string
  readonly today: string
  readonly items: number
  readonly evidence: number
  readonly openSeconds: number
  readonly rebuild: { readonly seconds: number; readonly items: number }
  /** Networks the manager runs. */
  readonly networkCodes: readonly string[]
  readonly boardCode: string
  readonly managerId: string
  readonly tokens: { readonly manager: string; readonly commissioner: string; readonly national: string }
  /** Occurrences of the manager's networks that wait for evidence and that nobody decides on. */
  readonly waiting: readonly string[]
}

/** How many of the open occurrences are shown already. */
const SHOWN_PERCENT = 60
/** Networks whose checklists are opened in one transaction. */
const OPENED_TOGETHER = 50
const ROWS_A_STATEMENT = 1_000
const people = {
  manager: 'bench.manager@headroom.example',
  commissioner: 'bench.icb@headroom.example',
  national: 'bench.england@headroom.example',
}

/** England in the same proportions with this many networks. */
export function sizeOf(networks: number): EnglandSize {
  const practices = Math.max(networks, Math.round((ENGLAND_SIZE.practices * networks) / ENGLAND_SIZE.networks))
  return { networks, practices, boards: Math.min(ENGLAND_SIZE.boards, networks) }
}

/** Fills an empty database through the application's own services. */
export async function seed(env: Readonly<Record<string, string>>, networks: number, size: EnglandSize = sizeOf(networks)): Promise<Seeded> {
  const config = Config.from(env)
  const app = await createApp(config, clockFor(config))
  await app.init()
  try {
    await app.get(SpecificationImporter).load(path.join(DATA_FOLDER, 'specifications'))
    const contractYear = await app.get(SpecificationRepository).currentYear()
    const england = generateEngland(`${contractYear.slice(0, 4)}-01-01`, size)
    const boardCode = england.boards[0]?.odsCode ?? ''
    const networkCodes = england.networks.slice(0, 40).map(({ odsCode }) => odsCode)
    await app.get(NetworkImporter).save(england, [
      {
        name: 'Bench manager',
        address: people.manager,
        roles: networkCodes.map((organisation) => ({ role: 'network-manager', organisation })),
      },
      { name: 'Bench commissioner', address: people.commissioner, roles: [{ role: 'commissioner', organisation: boardCode }] },
      { name: 'Bench viewer', address: people.national, roles: [{ role: 'national-viewer', organisation: 'ENGLAND' }] },
    ])
    const opening = performance.now()
    for (let from = 0; from < england.networks.length; from += OPENED_TOGETHER) {
      const codes = england.networks.slice(from, from + OPENED_TOGETHER).map(({ odsCode }) => odsCode)
      await app.get(ChecklistService).open(codes, contractYear)
    }
    const openSeconds = (performance.now() - opening) / 1000
    const personas = await app.get(AccessRepository).personas()
    const managerId = personas.find(({ person }) => person.email === people.manager)?.person.id ?? ''
    const today = app.get(Clock).today()
    const filled = await fill(app.get(Database), app.get(EvidenceRecordRepository), {
      today,
      at: app.get(Clock).now(),
      networkCodes,
      managerId,
    })
    const rebuilding = performance.now()
    const { items } = await app.get(StandingService).rebuild()
    const rebuild = { seconds: (performance.now() - rebuilding) / 1000, items }
    const service = app.get(TokenService)
    const tokens = {
      manager: await service.createFor(people.manager, { name: 'bench' }),
      commissioner: await service.createFor(people.commissioner, { name: 'bench' }),
      national: await service.createFor(people.national, { name: 'bench' }),
    }
    return {
      networks,
      boards: size.boards,
      env,
      contractYear,
      today,
      items,
      ...filled,
      openSeconds,
      rebuild,
      networkCodes,
      boardCode,
      managerId,
      tokens,
    }
  } finally {
    await app.close()
  }
}

interface OpenOccurrence {
  readonly id: string
  readonly ownerCode: string
  readonly countsFrom: string
  readonly countsTo: string | null
  readonly perPractice: boolean | number
  readonly decidedBy: string
}

interface Filling {
  readonly today: string
  readonly at: string
  readonly networkCodes: readonly string[]
  readonly managerId: string
}

/** Writes evidence of most of what is open, in bulk; some of the manager's networks' is left to be recorded while measuring. */
async function fill(database: Database, records: EvidenceRecordRepository, { today, at, networkCodes, managerId }: Filling) {
  const open: OpenOccurrence[] = await database.manager.query(
    `SELECT o."id" AS "id", c."ownerCode" AS "ownerCode", o."countsFrom" AS "countsFrom", o."countsTo" AS "countsTo", e."perPractice" AS "perPractice",
            e."decidedBy" AS "decidedBy"
     FROM "occurrence" o JOIN "checklist_item" i ON i."id" = o."itemId" JOIN "checklist" c ON c."id" = i."checklistId"
     JOIN "catalogue_entry" e ON e."id" = i."entryId"
     WHERE o."opensOn" <= '${today}' ORDER BY c."ownerCode", i."position", o."ordinal"`,
  )
  const measured = new Set(networkCodes)
  const waiting = open.filter(({ ownerCode, perPractice, decidedBy, countsTo }) => {
    return measured.has(ownerCode) && !perPractice && decidedBy === 'NOBODY' && (countsTo === null || countsTo >= today)
  })
  const kept = new Set(waiting.map(({ id }) => id))
  const shown = open.filter(({ id, perPractice }, index) => !kept.has(id) && !perPractice && (index * 37) % 100 < SHOWN_PERCENT)
  const evidence = shown.map(({ ownerCode, countsFrom }): EvidenceEntity => {
    const content = {
      kind: 'NOTE' as const,
      happenedOn: countsFrom < today ? countsFrom : today,
      coversFrom: null,
      coversTo: null,
      lapsesOn: null,
    }
    const rest = { note: 'Generated.', link: null, figure: null, declaration: null, practiceCodes: [] }
    const id = randomUUID()
    return {
      id,
      ownerCode,
      ...content,
      ...rest,
      receivedAt: at,
      digest: digestOf({ id, ...content }),
      recordedBy: managerId,
      supersedesId: null,
    }
  })
  for (let from = 0; from < shown.length; from += ROWS_A_STATEMENT) {
    const rows = evidence.slice(from, from + ROWS_A_STATEMENT)
    const uses = rows.map((row, index): EvidenceUseEntity => {
      const occurrenceId = shown[from + index]?.id ?? ''
      return { id: randomUUID(), evidenceId: row.id, occurrenceId, recordedBy: managerId, recordedAt: at, supersededAt: null }
    })
    await database.transaction(async () => {
      await database.manager.insert(EvidenceEntity, rows)
      await records.addUses(uses)
    })
  }
  return { evidence: shown.length, waiting: waiting.map(({ id }) => id) }
}
