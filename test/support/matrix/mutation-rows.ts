import { type Role } from '../../../src/access/domain/permission.js'
import { peopleMutations } from './people-rows.js'
import { INDICATOR, type Place, YEAR } from './place.js'
import { relations } from './reach.js'
import { type MutationRow } from './row.js'

const DAY = '2026-11-02'
const reason = 'Because of the matrix'
const text = 'A text'
const MONTHS = 'apr,may,jun,jul,aug,sep,oct,nov,dec,jan,feb,mar'
const twelve = Array<number>(12).fill(600)

/** One estimate, as a file of time and estimates has it. */
const WORKLOAD = `line,staffGroup,requirement,title,low,central,high,businessAsUsualPercent,${MONTHS},note,basis
ESTIMATE,CLINICIAN,PLAIN,,,60,,${','.repeat(14)}
`

type More = Partial<Omit<MutationRow, 'field'>>
const of = (subject: MutationRow['of'], field: string, input: MutationRow['input'], more: More = {}): MutationRow => {
  return { field: `Mutation.${field}`, of: subject, input, ...more }
}
const ofNetwork = (field: string, input: MutationRow['input'], more?: More): MutationRow => of('network', field, input, more)
const ofBoard = (field: string, input: MutationRow['input'], more?: More): MutationRow => of('board', field, input, more)
const inYear = ({ network }: Place) => ({ networkCode: network.code, contractYear: YEAR })
const practicesOf = ({ network }: Place) => network.practiceCodes.slice(0, 1)
const leaders = ['network-manager', 'clinical-director'] as const
/** An LMC speaks for itself, a clinical director for her network. */
const bodyOf = ({ network, lmc }: Place, role?: Role): string => (role === 'lmc' ? lmc : network.code)

/** Of checklists: evidence, submissions, decisions, marks, questions, owners, days. */
const checklistRows: readonly MutationRow[] = [
  ofNetwork('recordEvidence', (place) => ({
    ...{ occurrenceIds: [place.occurrence('SECOND')], happenedOn: DAY, note: text, practiceCodes: practicesOf(place) },
  })),
  ofBoard('recordEvidence', (place) => ({ occurrenceIds: [place.occurrence('ICB-SECOND')], happenedOn: DAY, note: text })),
  ofNetwork('supersedeEvidence', (place) => ({
    ...{ evidenceId: place.thing('evidence'), happenedOn: DAY, note: text, practiceCodes: practicesOf(place), reason },
  })),
  ofBoard('supersedeEvidence', (place) => ({ evidenceId: place.thing('boardEvidence'), happenedOn: DAY, note: text, reason })),
  ofNetwork('withdrawEvidence', (place) => ({ evidenceId: place.thing('evidence'), reason })),
  ofBoard('withdrawEvidence', (place) => ({ evidenceId: place.thing('boardEvidence'), reason })),
  ofNetwork('linkEvidence', (place) => ({ evidenceId: place.thing('evidence'), occurrenceIds: [place.occurrence('SECOND')] })),
  ofBoard('linkEvidence', (place) => ({ evidenceId: place.thing('boardEvidence'), occurrenceIds: [place.occurrence('ICB-SECOND')] })),
  ofNetwork('unlinkEvidence', (place) => ({ evidenceId: place.thing('evidence'), occurrenceIds: [place.occurrence('PLAIN')] })),
  ofBoard('unlinkEvidence', (place) => ({ evidenceId: place.thing('boardEvidence'), occurrenceIds: [place.occurrence('ICB-PLAIN')] })),
  ofNetwork('declare', (place, role) => ({
    ...{ occurrenceIds: [place.occurrence('DECLARED')], declaredOn: DAY },
    ...(role !== 'clinical-director' && {
      onBehalfOf: { directorId: place.people['clinical-director'].personId, confirmedHow: text, confirmedOn: DAY },
    }),
  })),
  ofBoard('declare', (place) => ({ occurrenceIds: [place.occurrence('ICB-DECLARED')], declaredOn: DAY })),
  ofNetwork('confirmDeclaration', (place) => ({ evidenceId: place.thing('declaration') }), {
    refused: [{ roles: ['network-manager'], as: 'NotADirector', why: 'Only the director it names confirms it.' }],
  }),
  ofBoard('confirmDeclaration', (place) => ({ evidenceId: place.thing('boardDeclaration') }), {
    refused: [{ roles: ['commissioner'], as: 'DeclarationNotOnBehalf', why: 'An ICB declares for itself: there is nothing to confirm.' }],
  }),
  of(
    'practice',
    'confirmForPractice',
    ({ practice }) => ({
      ...{ occurrenceId: practice.occurrence, practiceCode: practice.code, happenedOn: DAY, note: text },
    }),
    {
      exceptions: [{ roles: ['practice-member'], at: ['sibling'], is: 'let in', why: 'Its network sees what every practice is asked.' }],
      refused: [
        { roles: ['practice-member'], at: ['sibling'], as: 'PracticeNotYours', why: 'Practice staff speak for their own practice.' },
      ],
    },
  ),
  ofNetwork('submit', (place) => ({ occurrenceIds: [place.occurrence('ASKED')] })),
  ofBoard('submit', (place) => ({ occurrenceIds: [place.occurrence('ICB-DECIDED')] }), {
    refused: [{ roles: ['commissioner'], as: 'NotForDecision', why: 'An ICB puts its own duties before nobody.' }],
  }),
  ofBoard('decide', (place) => ({ occurrenceIds: [place.occurrence('ICB-DECIDED')], verdict: 'ACCEPTED' }), {
    refused: [{ roles: ['commissioner'], as: 'NotSubmitted', why: 'Nobody decides on what an ICB does itself.' }],
  }),
  ofNetwork('setAutomaticSubmission', ({ network }) => ({ networkCode: network.code, automatic: false })),
  ofNetwork('decide', (place) => ({ occurrenceIds: [place.occurrence('DECIDED')], verdict: 'ACCEPTED' })),
  ofNetwork('markBlocked', (place) => ({ itemId: place.item('PLAIN'), partner: text, reason, startsOn: DAY })),
  ofBoard('markBlocked', (place) => ({ itemId: place.item('ICB-PLAIN'), partner: text, reason, startsOn: DAY })),
  ofNetwork('markNotApplicable', (place) => ({ itemId: place.item('PLAIN'), reason })),
  ofBoard('markNotApplicable', (place) => ({ itemId: place.item('ICB-PLAIN'), reason })),
  ofNetwork('recordNotMet', (place) => ({ occurrenceId: place.occurrence('SECOND'), reason })),
  ofBoard('recordNotMet', (place) => ({ occurrenceId: place.occurrence('ICB-SECOND'), reason })),
  ofNetwork('pursue', (place) => ({ itemId: place.item('PAID'), pursue: false, reason })),
  ofBoard('pursue', (place) => ({ itemId: place.item('ICB-PAID'), pursue: false, reason })),
  ofNetwork('endMark', (place) => ({ markId: place.thing('mark') })),
  ofBoard('endMark', (place) => ({ markId: place.thing('boardMark') })),
  ofNetwork('reportEvent', (place) => ({ itemId: place.item('EVENT'), happenedOn: DAY, note: text })),
  ofBoard('reportEvent', (place) => ({ itemId: place.item('ICB-EVENT'), happenedOn: DAY, note: text })),
  ofNetwork('ask', (place) => ({ itemId: place.item('PLAIN'), text })),
  ofBoard('ask', (place) => ({ itemId: place.item('ICB-PLAIN'), text })),
  ofNetwork('answer', (place) => ({ questionId: place.thing('question'), text })),
  ofBoard('answer', (place) => ({ questionId: place.thing('boardQuestion'), text })),
  ofNetwork('assignItem', (place) => ({ itemId: place.item('SECOND'), personId: place.people['network-manager'].personId })),
  ofBoard('assignItem', (place) => ({ itemId: place.item('ICB-SECOND'), personId: place.people.commissioner.personId })),
  ofNetwork('setOwnersFromCsv', (place) => ({ checklistId: place.thing('checklist'), csv: `code,owner,note\nSECOND,,${text}\n` })),
  ofBoard('setOwnersFromCsv', (place) => ({ checklistId: place.thing('boardChecklist'), csv: `code,owner,note\nICB-SECOND,,${text}\n` })),
  ofNetwork('handOverItems', ({ network, people }) => ({
    ...{
      organisationCode: network.code,
      fromPersonId: people['network-manager'].personId,
      toPersonId: people['clinical-director'].personId,
    },
  })),
  ofBoard('handOverItems', ({ board, people, thing }) => ({
    ...{ organisationCode: board, fromPersonId: people.commissioner.personId, toPersonId: thing('guest of board') },
  })),
  ofBoard('setLocalDay', ({ board }) => ({ boardCode: board, contractYear: YEAR, requirementCode: 'PLAIN', dueOn: '2027-03-01' })),
  ofBoard('setLocalDays', ({ board }) => ({
    ...{ boardCode: board, contractYear: YEAR, days: [{ requirementCode: 'PLAIN', ordinal: 1, dueOn: '2027-03-01' }] },
  })),
  ofNetwork('letNumberThrough', ({ network }) => ({ organisationCode: network.code, number: '4010232137', reason })),
  ofBoard('letNumberThrough', ({ board }) => ({ organisationCode: board, number: '4010232137', reason })),
]

/** Of what networks plan, and what it costs them. */
const planRows: readonly MutationRow[] = [
  ofNetwork('setPriority', (place) => ({
    ...{ ...inYear(place), title: text, opensOn: '2026-04-01', closesOn: '2027-03-31' },
    minutes: [{ staffGroup: 'CLINICAL_DIRECTOR', central: 60 }],
  })),
  ofNetwork('rankPriorities', (place) => ({ ...inYear(place), priorityIds: [place.thing('priority')] })),
  ofNetwork('closePriority', (place) => ({ priorityId: place.thing('priority'), outcome: 'ACHIEVED', reason })),
  ofNetwork('reopenPriority', (place) => ({ priorityId: place.thing('closedPriority') })),
  ofNetwork('markMilestone', (place) => ({ priorityId: place.thing('priority'), milestoneId: place.thing('milestone'), doneOn: DAY })),
  of('practice', 'endorsePriority', ({ practice }) => ({ priorityId: practice.priority, practiceCode: practice.code, endorses: true })),
  ofNetwork('addStaffGroup', ({ network }) => ({ networkCode: network.code, name: 'Paramedics', under: 'CLINICIAN' })),
  ofNetwork('removeStaffGroup', (place) => ({ networkCode: place.network.code, staffGroup: place.thing('staffGroup') })),
  ofNetwork('setCapacity', (place) => ({ ...inYear(place), staffGroup: 'CLINICIAN', minutesByMonth: twelve })),
  ofNetwork('estimateMinutes', (place) => ({ ...inYear(place), requirementCode: 'PLAIN', staffGroup: 'CLINICIAN', central: 60 })),
  ofNetwork('setEstimates', (place) => ({
    ...inYear(place),
    estimates: [{ requirementCode: 'PLAIN', staffGroup: 'CLINICIAN', central: 60 }],
  })),
  ofNetwork('setWorkloadFromCsv', (place) => ({ ...inYear(place), csv: WORKLOAD })),
  ofNetwork(
    'startWorkload',
    (place) => ({
      ...{ ...inYear(place), clinicalDirectorSessionsAWeek: 1, managerHoursAWeek: 10 },
      priorities: [{ title: text, clinicalDirectorHours: 1 }],
    }),
    {
      refused: [{ roles: leaders, as: 'WorkloadHasStarted', why: 'Every place has time entered already.' }],
    },
  ),
  ofNetwork('logMinutes', (place) => ({ itemId: place.item('PLAIN'), staffGroup: 'CLINICIAN', minutes: 5, spentOn: DAY })),
  ofNetwork('withdrawMinutes', (place) => ({ logId: place.thing('log') })),
  ofNetwork('rateItem', (place) => ({ itemId: place.item('PLAIN'), rating: 3, reason })),
  ofNetwork('overrideDeclarationOnly', (place) => ({ itemId: place.item('PLAIN'), verdict: true, reason })),
  ofNetwork('setTariff', (place) => ({
    ...{ networkCode: place.network.code, staffGroup: 'CLINICIAN', hourlyPayPence: 3000, onCostsPercent: 20, overheadPercent: 0 },
    ...{ priceYear: YEAR, basis: text },
  })),
  ofNetwork('recordOutsideCost', (place) => ({ ...inYear(place), code: 'PLAIN', what: text, paidOn: DAY, pence: 100 })),
  ofNetwork('withdrawOutsideCost', (place) => ({ outsideCostId: place.thing('outsideCost') })),
  ofNetwork('setPaymentBase', (place) => ({ ...inYear(place), base: 'BEDS', size: 100, basis: text })),
  ofNetwork('pursueIndicator', (place) => ({ ...inYear(place), indicatorCode: INDICATOR, pursue: false, reason })),
  ofNetwork('recordDisplacement', (place) => ({
    ...{ priorityId: place.thing('priority'), minutes: 5, cause: 'STAFFING', happenedOn: DAY },
  })),
  ofNetwork('withdrawDisplacement', (place) => ({ displacementId: place.thing('displacement') })),
  ofNetwork('publishStatement', (place) => inYear(place)),
  ofNetwork('withdrawStatement', (place) => ({ statementId: place.thing('statement'), reason })),
]

/** What a body says of a request to all that were asked. */
const sifting = (place: Place, bodyCode: string) => ({
  attachReading: { requestId: place.thing('request'), bodyCode, author: text, text },
  recommendAnswer: { requestId: place.thing('request'), bodyCode, choice: 'DECLINE', reason },
})

/** Of what networks are asked besides the contract. */
const requestRows: readonly MutationRow[] = [
  of('covered', 'recordRequest', ({ network, lmc }, role) => ({
    ...{ networkCodes: [network.code], contractYear: YEAR, title: text, what: text, askedBy: text, askerKind: 'ICB' },
    ...{ receivedOn: DAY, nature: 'REPORT', ...(role === 'lmc' && { lmcCode: lmc }) },
  })),
  of('covered', 'withdrawRequest', (place, role) => ({ requestId: place.thing(role === 'lmc' ? 'lmcRequest' : 'request'), reason })),
  ofNetwork('answerRequest', (place) => ({ networkCode: place.network.code, requestId: place.thing('request'), choice: 'ACCEPT' })),
  ofNetwork('attendFor', (place) => ({ networkCode: place.network.code, requestId: place.thing('request'), attends: false })),
  ofNetwork('acceptAttendance', (place) => ({ networkCode: place.network.code, requestId: place.thing('request') })),
  ...(['attachReading', 'recommendAnswer'] as const).map((field) =>
    of('covered', field, (place, role) => sifting(place, bodyOf(place, role))[field]),
  ),
  ...(['attachReading', 'recommendAnswer'] as const).map((field) =>
    of('covered', field, (place, role) => sifting(place, bodyOf(place, role === 'lmc' ? undefined : 'lmc'))[field], {
      exceptions: [{ roles: ['clinical-director', 'lmc'], at: relations, is: 'NOT_FOUND', why: 'Nobody speaks for another body.' }],
    }),
  ),
  ofNetwork('saveWording', ({ network }) => ({ networkCode: network.code, title: text, text })),
  ofNetwork('removeWording', (place) => ({ wordingId: place.thing('wording') })),
  of('lmc', 'coverNetworks', ({ lmc, network }) => ({ lmcCode: lmc, name: text, networkCodes: [network.code] })),
]

/** Every mutation, of everything it can be about. */
export const mutationRows: readonly MutationRow[] = [...checklistRows, ...planRows, ...requestRows, ...peopleMutations]
