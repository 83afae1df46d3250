import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type NetworkScope } from '../access/domain/scope.js'
import { AuditLog } from '../platform/audit-log/audit-log.js'
import { Clock } from '../platform/clock.js'
import { Idempotency } from '../platform/idempotency/idempotency.js'
import { RequestError } from '../platform/request-error.js'
import { type SetOwnersFromCsvInput } from './assignment.inputs.js'
import { AssignmentRepository, type Assignable, type ItemLine } from './assignment.repository.js'
import { type OwnersFileProblem, type OwnersFileRefused, type OwnersSet } from './assignment.types.js'
import { type AssignmentEntity, type ChecklistEntity } from './checklist.entity.js'
import { ChecklistRepository } from './checklist.repository.js'
import { type OwnerLine, ownerOf, readOwners } from './owners-file.reader.js'

/** The most problems one answer names; a file with more is another file. */
const MOST_PROBLEMS = 1000

/** What a line of the file makes of an item. */
interface Given {
  readonly itemId: string
  readonly assigneeId: string | null
  readonly note: string
}

/** Takes owners and notes of a checklist's items from a file: all of it, or nothing. */
@Injectable()
export class OwnersFileService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly checklists: ChecklistRepository,
    private readonly assignments: AssignmentRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  set(scope: NetworkScope, input: SetOwnersFromCsvInput): Promise<OwnersSet | OwnersFileRefused> {
    return this.idempotency.once<OwnersSet | OwnersFileRefused>(scope.personId, 'setOwnersFromCsv', input, async () => {
      const checklist = await this.checklists.checklist(scope, input.checklistId)
      if (!checklist) throw new RequestError('NOT_FOUND', 'There is no such checklist.')
      const items = await this.assignments.linesOf(scope, [checklist.id])
      await this.checklists.lock(items.map(({ itemId }) => itemId))
      const people = await this.assignments.assignableOf([checklist.ownerCode])
      const read = readOwners(input.csv)
      const { given, problems } = match(read.lines, items, people)
      const all = [...read.problems, ...problems].sort((one, other) => one.row - other.row)
      if (all.length > 0) return refused(all)
      await this.give(scope, checklist, given)
      return { kind: 'OwnersSet', checklistId: checklist.id, changedItems: given.length }
    })
  }

  private async give(scope: NetworkScope, checklist: ChecklistEntity, given: readonly Given[]): Promise<void> {
    if (given.length === 0) return
    const recordedAt = this.clock.now()
    const recorded = { recordedBy: scope.personId, recordedAt, supersededAt: null }
    const rows = given.map((one): AssignmentEntity => ({ id: randomUUID(), ...one, ...recorded }))
    await this.assignments.replace(rows, recordedAt)
    const who = { action: 'item.assign', actorId: scope.personId, organisationCode: checklist.ownerCode }
    await this.audit.record(
      ...rows.map(({ id, itemId, assigneeId }) => ({ ...who, subjectType: 'Assignment', subjectId: id, details: { itemId, assigneeId } })),
    )
  }
}

/** What the lines change, and what is wrong with them. A line that says what is so already changes nothing and is never wrong. */
function match(lines: readonly OwnerLine[], items: readonly ItemLine[], people: readonly Assignable[]) {
  const itemOf = new Map(items.map((item) => [item.code, item]))
  const personOf = new Map(people.flatMap((person) => namesOf(person).map((name) => [name, person.personId])))
  const rowOf = new Map<string, number>()
  const given: Given[] = []
  const problems: OwnersFileProblem[] = []
  for (const { row, code, owner, note } of lines) {
    const item = itemOf.get(code)
    const earlier = rowOf.get(code)
    rowOf.set(code, earlier ?? row)
    const isSame = owner.toLowerCase() === (item ? ownerOf(item).toLowerCase() : '')
    const assigneeId = isSame ? (item?.assigneeId ?? null) : (personOf.get(owner.toLowerCase()) ?? null)
    if (!item) problems.push({ row, column: 'code', message: unknownCode(code) })
    else if (earlier !== undefined) problems.push({ row, column: 'code', message: `The code ${code} is on line ${earlier} too.` })
    if (item && !isSame && owner !== '' && assigneeId === null)
      problems.push({ row, column: 'owner', message: `Nobody with the address ${short(owner)} works here.` })
    if (item && (!isSame || note !== (item.note ?? ''))) given.push({ itemId: item.itemId, assigneeId, note })
  }
  return { given, problems }
}

function namesOf({ personId, email }: Assignable): string[] {
  return email === null ? [personId] : [personId, email.toLowerCase()]
}

function unknownCode(code: string): string {
  if (code === '') return 'There is no code.'
  const date = /^(\d{1,2}[-/ ][A-Z][a-z]{2}|[A-Z][a-z]{2}[-/ ]\d{2,4}|\d{1,2}\/\d{1,2}\/\d{2,4})$/.test(code)
  const hint = date ? ' A spreadsheet has read it as a date: open the file with this column as text.' : ''
  return `This checklist has no item ${short(code)}.${hint}`
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

function refused(problems: readonly OwnersFileProblem[]): OwnersFileRefused {
  const count = problems.length === 1 ? 'One thing is' : `${problems.length} things are`
  const message = `${count} wrong with the file. Nothing was changed.`
  return { kind: 'OwnersFileRefused', field: 'csv', message, problems: problems.slice(0, MOST_PROBLEMS) }
}
