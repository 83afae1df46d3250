import { peopleQueries } from './people-rows.js'
import { YEAR } from './place.js'
import { type Exception, type QueryRow } from './row.js'

const members = ['network-manager', 'clinical-director', 'practice-member'] as const
const year = `contractYear: "${YEAR}"`

/** Members of a network read which LMC covers it: the LMC is not theirs, but it is theirs to know. */
const knowTheirLmc: Exception = { roles: members, at: ['own'], is: 'let in', why: 'A network’s people know which LMC covers it.' }

/** What says nothing of any organisation: whoever holds the permission reads it. */
const ofNobody = (field: string, ask: string): QueryRow => ({ field: `Query.${field}`, of: 'nobody', ask: () => ask })

/** Every root query field but `node`, which is asked for every type there is. */
export const queryRows: readonly QueryRow[] = [
  ...peopleQueries,
  ofNobody('viewer', 'viewer { person { id } memberships { role } }'),
  ofNobody('glossary', 'glossary { term }'),
  ofNobody('service', 'service { mode }'),
  ofNobody('personas', 'personas { person { id } }'),
  ofNobody('installation', 'installation { version tables { name rows } }'),
  ofNobody('specifications', 'specifications { edition }'),
  ofNobody('specification', `specification(${year}) { edition }`),
  ofNobody('catalogueEntries', 'catalogueEntries(first: 1) { total nodes { code } }'),
  ofNobody('catalogueEntry', `catalogueEntry(${year}, code: "PLAIN") { code }`),
  ofNobody('catalogueComparison', 'catalogueComparison(from: "2026/27", to: "2026/27") { unchangedCount }'),
  ofNobody('releases', 'releases { month }'),
  // Nothing was released yet: any answer is one.
  { ...ofNobody('release', 'release { month }'), mark: () => '' },
  { field: 'Query.network', of: 'network', ask: ({ network }) => `network(odsCode: "${network.code}") { odsCode }` },
  {
    field: 'Query.networks',
    ...{
      of: 'network',
      otherwise: 'left out',
      ask: () => 'networks(first: 500) { nodes { odsCode } }',
      mark: ({ network }) => network.code,
    },
  },
  {
    field: 'Query.england',
    ...{ of: 'network', ask: () => `england(${year}) { networks { odsCode } }`, mark: ({ network }) => network.code },
  },
  { field: 'Query.integratedCareBoard', of: 'board', ask: ({ board }) => `integratedCareBoard(odsCode: "${board}") { odsCode }` },
  {
    field: 'Query.reviewQueue',
    ...{
      of: 'network',
      otherwise: 'left out',
      ask: () => 'reviewQueue { nodes { network { odsCode } } }',
      mark: ({ network }) => network.code,
    },
  },
  { field: 'Query.reviewQueue', of: 'board', ask: ({ board }) => `reviewQueue(boardCode: "${board}") { nodes { id } }` },
  { field: 'SubmissionConnection.count', of: 'board', ask: ({ board }) => `reviewQueue(boardCode: "${board}") { count }` },
  {
    field: 'Query.requests',
    ...{
      of: 'covered',
      otherwise: 'left out',
      ask: () => 'requests(first: 500) { nodes { id } }',
      mark: (place) => place.thing('request'),
    },
  },
  {
    field: 'Query.localMedicalCommittees',
    ...{ of: 'lmc', otherwise: 'left out', ask: () => 'localMedicalCommittees { code networks { odsCode } }', mark: ({ lmc }) => lmc },
    exceptions: [knowTheirLmc],
  },
  {
    field: 'Query.publishedStatements',
    ...{ of: 'covered', otherwise: 'left out', ask: () => 'publishedStatements(first: 500) { nodes { id } }' },
    mark: (place) => place.thing('statement'),
  },
  {
    field: 'Query.publishedStatement',
    ...{ of: 'covered', otherwise: 'left out', ask: (place) => `publishedStatement(id: "${place.thing('statement')}") { id }` },
    mark: (place) => place.thing('statement'),
  },
  {
    field: 'Query.auditTrail',
    ...{ of: 'network', otherwise: 'left out', ask: () => 'auditTrail(first: 500) { nodes { organisationCode } }' },
    mark: ({ network }) => network.code,
  },
  {
    field: 'Query.auditTrail',
    ...{
      of: 'board',
      otherwise: 'left out',
      ask: () => 'auditTrail(first: 500) { nodes { organisationCode } }',
      mark: ({ board }) => board,
    },
  },
  {
    field: 'Query.auditTrail',
    ...{ of: 'network', ask: ({ network }) => `auditTrail(filter: { organisationCode: "${network.code}" }) { nodes { id } csv }` },
  },
  { field: 'Query.auditTrail', of: 'board', ask: ({ board }) => `auditTrail(filter: { organisationCode: "${board}" }) { nodes { id } }` },
  { field: 'Query.auditCheck', of: 'network', ask: ({ network }) => `auditCheck(organisationCode: "${network.code}") { entries }` },
  { field: 'Query.auditCheck', of: 'board', ask: ({ board }) => `auditCheck(organisationCode: "${board}") { entries }` },
  {
    field: 'Query.auditRoots',
    ...{ of: 'network', otherwise: 'left out', ask: () => 'auditRoots { organisationCode }', mark: ({ network }) => network.code },
  },
  {
    field: 'Query.auditRoots',
    ...{ of: 'board', otherwise: 'left out', ask: () => 'auditRoots { organisationCode }', mark: ({ board }) => board },
  },
]
