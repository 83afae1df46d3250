import { YEAR } from './place.js'
import { type Exception, type FieldRow, type NodeRow } from './row.js'

const year = `(contractYear: "${YEAR}")`
type More = Partial<Omit<FieldRow, 'field' | 'ask'>>

const ofNetwork = (field: string, ask: string, more: More = {}): FieldRow => {
  return { field: `Network.${field}`, of: 'network', id: ({ network }) => network.code, ask, otherwise: 'FORBIDDEN', ...more }
}
const ofBoard = (field: string, ask: string, more: More = {}): FieldRow => {
  return { field: `IntegratedCareBoard.${field}`, of: 'board', id: ({ board }) => board, ask, ...more }
}
/** Asked of a network's checklist and of an ICB's own. */
const ofChecklist = (field: string, ask: string, more: More = {}): FieldRow[] => [
  { field: `Checklist.${field}`, of: 'network', id: (place) => place.thing('checklist'), ask, otherwise: 'FORBIDDEN', ...more },
  { field: `Checklist.${field}`, of: 'board', id: (place) => place.thing('boardChecklist'), ask, otherwise: 'FORBIDDEN', ...more },
]
const ofItem = (field: string, ask: string, more: More = {}): FieldRow[] => [
  { field: `ChecklistItem.${field}`, of: 'network', id: (place) => place.item('PLAIN'), ask, otherwise: 'FORBIDDEN', ...more },
  { field: `ChecklistItem.${field}`, of: 'board', id: (place) => place.item('ICB-PLAIN'), ask, otherwise: 'FORBIDDEN', ...more },
]
const ofOccurrence = (field: string, ask: string, more: More = {}): FieldRow => {
  return { field: `Occurrence.${field}`, of: 'network', id: (place) => place.occurrence('ACCEPTED'), ask, otherwise: 'FORBIDDEN', ...more }
}

/** Lists and names that a narrowed query leaves empty or null for whom they are not, without saying that there are any. */
const leftOut: More = { otherwise: 'left out' }

const draft: Exception = {
  ...{ roles: ['commissioner'], at: ['own', 'sibling'], is: 'NOT_FOUND' },
  why: 'Evidence is the network’s own until it is submitted.',
}
const withoutDrafts: Exception = { ...draft, is: 'left out' }

/** Every field below a node that declares a permission. */
export const fieldRows: readonly FieldRow[] = [
  ofNetwork('checklist', `checklist${year} { id }`),
  ofNetwork('evidence', 'evidence { nodes { id } }', leftOut),
  ofNetwork('unconfirmedDeclarations', 'unconfirmedDeclarations { id }', { ...leftOut, exceptions: [withoutDrafts] }),
  ofNetwork('clinicalDirectors', 'clinicalDirectors { id }'),
  ofNetwork('priorities', `priorities${year} { id }`),
  ofNetwork('priorityRankings', `priorityRankings${year} { priorityIds }`),
  ofNetwork('burden', `burden${year} { total { burdenMinutes } }`),
  ofNetwork('crowdOut', `crowdOut${year} { capacityMinutes }`),
  ofNetwork('displacements', `displacements${year} { id }`),
  ofNetwork('observedCrowdOut', `observedCrowdOut${year} { __typename }`),
  ofNetwork('paymentBases', `paymentBases${year} { base }`),
  ofNetwork('incentiveWork', `incentiveWork${year} { pursued }`),
  ofNetwork('publishedPracticeFigures', `publishedPracticeFigures${year} { value }`),
  ofNetwork('requests', 'requests { nodes { id } }'),
  ofNetwork('requestWordings', 'requestWordings { wordingId }'),
  ofNetwork('statement', `statement${year} { text }`),
  ofNetwork('publishedStatements', `publishedStatements${year} { id }`),
  ofNetwork('staffGroups', 'staffGroups { code }'),
  ofNetwork('capacity', `capacity${year} { staffGroup }`),
  ofNetwork('capacitySuggestions', 'capacitySuggestions { __typename }'),
  ofNetwork('estimates', `estimates${year} { requirementCode }`),
  ofNetwork('workloadCsv', `workloadCsv${year}`),
  ofBoard('checklist', `checklist${year} { id }`),
  ofBoard('localDeadlines', `localDeadlines${year} { requirementCode }`, leftOut),
  ofBoard('networks', 'networks { nodes { odsCode } }'),
  ofBoard('progress', 'progress { total }'),
  ofBoard('requirement', 'requirement(code: "PLAIN") { code }'),
  ...ofChecklist('assignable', 'assignable { id }'),
  ...ofChecklist('questions', 'questions { nodes { id } }', leftOut),
  // An ICB submits to nobody.
  ...ofChecklist('submitsAutomatically', 'submitsAutomatically').slice(0, 1),
  ...ofChecklist('history', 'history(since: "2026-01-01") { kind }'),
  ...ofItem('assignee', 'assignee { id }', leftOut),
  ...ofItem('assigneeHasLeft', 'assigneeHasLeft', leftOut),
  ...ofItem('assignmentNote', 'assignmentNote', leftOut),
  ...ofItem('questions', 'questions { id }', leftOut),
  ...ofItem('evidence', 'evidence { id }', { ...leftOut, id: (place) => place.item('DECIDED') }).slice(0, 1),
  ...ofItem('evidence', 'evidence { id }', { ...leftOut, exceptions: [withoutDrafts] }).slice(0, 1),
  ...ofItem('evidence', 'evidence { id }', leftOut).slice(1),
  ...ofItem('history', 'history { kind }'),
  ...ofItem('minutes', 'minutes { staffGroup }'),
  ...ofItem('loggedMinutes', 'loggedMinutes { id }'),
  ...ofItem('rating', 'rating { rating }'),
  ofOccurrence('submissions', 'submissions { id }', leftOut),
  ofOccurrence('decisions', 'decisions { verdict }', leftOut),
  ofOccurrence('evidence', 'evidence { id }', leftOut),
  ofOccurrence('practices', 'practices { __typename }'),
  { field: 'Priority.loggedMinutes', of: 'network', id: (place) => place.thing('priority'), ask: 'loggedMinutes { id }' },
]

/** Every type that can be found by its id alone. */
export const nodeRows: readonly NodeRow[] = [
  { type: 'Network', of: 'network', id: ({ network }) => network.code },
  { type: 'IntegratedCareBoard', of: 'board', id: ({ board }) => board },
  { type: 'Checklist', of: 'network', id: (place) => place.thing('checklist') },
  { type: 'Checklist', of: 'board', id: (place) => place.thing('boardChecklist') },
  { type: 'ChecklistItem', of: 'network', id: (place) => place.item('PLAIN') },
  { type: 'ChecklistItem', of: 'board', id: (place) => place.item('ICB-PLAIN') },
  { type: 'Occurrence', of: 'network', id: (place) => place.occurrence('PLAIN') },
  { type: 'Occurrence', of: 'board', id: (place) => place.occurrence('ICB-PLAIN') },
  { type: 'Evidence', of: 'network', id: (place) => place.thing('submitted') },
  { type: 'Evidence', of: 'network', id: (place) => place.thing('evidence'), exceptions: [draft] },
  { type: 'Evidence', of: 'board', id: (place) => place.thing('boardEvidence') },
  { type: 'Priority', of: 'network', id: (place) => place.thing('priority') },
  { type: 'Request', of: 'covered', id: (place) => place.thing('request') },
  { type: 'NetworkRequest', of: 'network', id: (place) => place.thing('networkRequest') },
]
