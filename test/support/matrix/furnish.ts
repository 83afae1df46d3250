import { randomUUID } from 'node:crypto'
import { ChecklistEntity } from '../../../src/checklist/checklist.entity.js'
import { PublishedResultEntity } from '../../../src/publication/publication.entity.js'
import { type TestApp } from '../app.js'
import { type Client } from '../client.js'
import { givenRequest } from '../requests.js'
import { peopleThings } from './people.js'
import { emptyPlaces, INDICATOR, type Place, YEAR } from './place.js'

const DAY = '2026-11-01'
const twelve = Array<number>(12).fill(1200)

/** The three places of the matrix with something of every kind in each. */
export async function furnishedPlaces(test: TestApp): Promise<Place[]> {
  const places: Place[] = []
  for (const place of await emptyPlaces(test)) {
    const things = await furnish(test, place)
    const home = place.relation === 'sibling' ? (places[0]?.thing('priority') ?? '') : (things['priority'] ?? '')
    const thing = (name: string): string => {
      const id = things[name]
      if (!id) throw new Error(`There is no ${name} in the ${place.relation} place`)
      return id
    }
    places.push({ ...place, practice: { ...place.practice, priority: home }, thing })
  }
  return places
}

/** One thing of each kind, made by those who may; their ids. */
async function furnish(test: TestApp, place: Place): Promise<Record<string, string>> {
  await publishFigure(test, place)
  return {
    ...(await shownThings(test, place)),
    ...(await localThings(place)),
    ...(await askedThings(place)),
    ...(await peopleThings(test, place)),
  }
}

/** Of the checklists: evidence, marks, questions, submissions. */
async function shownThings(test: TestApp, { people, network, board, ...place }: Place): Promise<Record<string, string>> {
  const { 'network-manager': manager, 'practice-member': member, commissioner } = people
  const leading = await test.given.commissioner(network)
  const checklists = await test.given.database.manager.find(ChecklistEntity)
  const checklistOf = (code: string): string => checklists.find(({ ownerCode }) => ownerCode === code)?.id ?? ''
  const record = (by: Client, code: Parameters<Place['occurrence']>[0], more: object = {}): Promise<string> =>
    test.given.evidence(by, [place.occurrence(code)], more)
  const onBehalf = { onBehalfOf: { directorId: people['clinical-director'].personId, confirmedHow: 'By telephone', confirmedOn: DAY } }
  const declare = (code: Parameters<Place['occurrence']>[0]) => ({ occurrenceIds: [place.occurrence(code)], declaredOn: DAY })
  const blocked = (code: Parameters<Place['item']>[0]) => ({
    itemId: place.item(code),
    partner: 'The trust',
    reason: 'Waiting',
    startsOn: DAY,
  })
  const things = {
    file: await test.given.upload(manager, network.code),
    checklist: checklistOf(network.code),
    boardChecklist: checklistOf(board),
    evidence: await record(member, 'PLAIN', { practiceCodes: [network.practiceCodes[0]] }),
    boardEvidence: await record(commissioner, 'ICB-PLAIN'),
    boardDecidedEvidence: await record(commissioner, 'ICB-DECIDED'),
    submitted: await record(manager, 'DECIDED'),
    declaration: await made(manager, 'declare', 'DeclarationMade.evidence.id', { ...declare('DECLARED'), ...onBehalf }),
    boardDeclaration: await made(commissioner, 'declare', 'DeclarationMade.evidence.id', declare('ICB-DECLARED')),
    mark: await made(manager, 'markBlocked', 'MarkRecorded.mark.id', blocked('SECOND')),
    boardMark: await made(commissioner, 'markBlocked', 'MarkRecorded.mark.id', blocked('ICB-SECOND')),
    question: await made(manager, 'ask', 'QuestionAsked.question.id', { itemId: place.item('PLAIN'), text: 'What is meant?' }),
    boardQuestion: await made(commissioner, 'ask', 'QuestionAsked.question.id', { itemId: place.item('ICB-PLAIN'), text: 'Who does it?' }),
  }
  await record(manager, 'ASKED')
  await record(manager, 'ACCEPTED')
  await done(leading, 'decide', 'Decided', { occurrenceIds: [place.occurrence('ACCEPTED')], verdict: 'ACCEPTED' })
  await done(manager, 'assignItem', 'ItemAssigned', { itemId: place.item('PLAIN'), personId: manager.personId, note: 'By Friday' })
  await done(commissioner, 'assignItem', 'ItemAssigned', {
    itemId: place.item('ICB-PLAIN'),
    personId: commissioner.personId,
    note: 'By Friday',
  })
  return things
}

/** Of the network's own plans and time. */
async function localThings({ people, network, item }: Place): Promise<Record<string, string>> {
  const { 'network-manager': manager, 'clinical-director': director, 'practice-member': member } = people
  const year = { networkCode: network.code, contractYear: YEAR }
  const priority = (title: string) => {
    const minutes = [{ staffGroup: 'CLINICAL_DIRECTOR', central: 120 }]
    return { ...year, title, opensOn: '2026-04-01', closesOn: '2027-03-31', minutes, milestones: [{ title: 'Begin', dueOn: '2026-12-01' }] }
  }
  const first = await made(manager, 'setPriority', 'PrioritySet.priority.id', priority('Hypertension'))
  const closed = await made(manager, 'setPriority', 'PrioritySet.priority.id', priority('Isolation'))
  await done(manager, 'closePriority', 'PriorityClosed', { priorityId: closed, outcome: 'STOPPED', reason: 'No time' })
  await done(manager, 'rankPriorities', 'PrioritiesRanked', { ...year, priorityIds: [first] })
  const paid = { ...year, code: 'PLAIN', what: 'A consultant', paidOn: DAY, pence: 100 }
  const put = { priorityId: first, minutes: 30, cause: 'STAFFING', happenedOn: DAY }
  const spent = { minutes: 10, spentOn: DAY, staffGroup: 'CLINICIAN' }
  await done(director, 'rateItem', 'ItemRated', { itemId: item('PLAIN'), rating: 2, reason: 'Little use' })
  await done(manager, 'setCapacity', 'CapacitySet', { ...year, staffGroup: 'CLINICAL_DIRECTOR', minutesByMonth: twelve, basis: 'Rota' })
  const milestones = await manager.query(`{ node(id: "${first}") { ... on Priority { milestones { id } } } }`)
  return {
    priority: first,
    closedPriority: closed,
    milestone: String(milestones['node'].milestones[0].id),
    log: await made(member, 'logMinutes', 'MinutesLogged.log.id', { itemId: item('PLAIN'), ...spent }),
    priorityLog: await made(member, 'logMinutes', 'MinutesLogged.log.id', { priorityId: first, ...spent }),
    displacement: await made(manager, 'recordDisplacement', 'DisplacementRecorded.displacement.id', put),
    outsideCost: await made(manager, 'recordOutsideCost', 'OutsideCostRecorded.outsideCost.id', paid),
    staffGroup: await made(manager, 'addStaffGroup', 'StaffGroupAdded.staffGroup.code', {
      ...{ networkCode: network.code, name: 'Nurses', under: 'CLINICIAN' },
    }),
    statement: await made(manager, 'publishStatement', 'StatementPublished.statement.id', { ...year, readers: ['COMMISSIONERS', 'LMCS'] }),
  }
}

/** Of what the network is asked besides the contract. */
async function askedThings({ people: { 'network-manager': manager, ...people }, network, lmc }: Place): Promise<Record<string, string>> {
  const request = await givenRequest(manager, [network])
  const lmcRequest = await givenRequest(people.lmc, [network], { lmcCode: lmc })
  const received = await manager.query(`{ network(odsCode: "${network.code}") { requests { nodes { id } } } }`)
  const wording = { networkCode: network.code, title: 'No', text: 'Not in the contract.' }
  return {
    ...{ request, lmcRequest, networkRequest: String(received['network'].requests.nodes[0].id) },
    wording: await made(manager, 'saveWording', 'WordingSaved.wording.wordingId', wording),
  }
}

/** A published result of one of the network's practices. */
async function publishFigure(test: TestApp, { network }: Place): Promise<void> {
  const { database } = test.given
  const said = { contractYear: YEAR, achievedOn: DAY, indicatorCode: INDICATOR, measure: 'Numerator', value: 10 }
  const row = {
    id: randomUUID(),
    organisationCode: network.practiceCodes[0] ?? '',
    ...said,
    recordedAt: test.clock.now(),
    supersededAt: null,
  }
  await database.transaction(() => database.manager.insert(PublishedResultEntity, row))
}

/** The id a mutation that must succeed answers, by the type it must be and the path to it. */
async function made(by: Client, name: string, path: string, input: object): Promise<string> {
  const [type = '', ...fields] = path.split('.')
  const selection = fields.reduceRight((inner, field) => `{ ${field} ${inner} }`, '')
  const answer = await by.mutate(mutationOf(name, `... on ${type} ${selection}`), input)
  const id: unknown = fields.reduce<unknown>((value, field) => (value as Record<string, unknown> | undefined)?.[field], answer)
  if (typeof id !== 'string') throw new Error(`${name} made nothing: ${JSON.stringify(answer)}`)
  return id
}

/** A mutation that must succeed. */
async function done(by: Client, name: string, type: string, input: object): Promise<void> {
  const answer = await by.mutate(mutationOf(name), input)
  if (answer['__typename'] !== type) throw new Error(`${name}: ${JSON.stringify(answer)}`)
}

/** A mutation as text, with what it answers selected. */
export function mutationOf(name: string, selection = ''): string {
  const input = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`
  return `mutation ($input: ${input}) { ${name}(input: $input) { __typename ${selection} } }`
}
