import { type Role } from '../../../src/access/domain/permission.js'
import { type Place, YEAR } from './place.js'
import { type Relation } from './reach.js'

const DAY = '2026-11-02'
const text = 'A text'

/** A mutation of one's own thing that names, beside it, what is another's: what is done to one's own must not reach further. */
export interface MixedRow {
  readonly field: string
  /** Who may do it to their own. */
  readonly by: Role
  readonly input: (own: Place, other: Place) => object
  /** The code or the refusal it ends in: as if the other's were not there. */
  readonly is: string
  /** Whose is another's: everybody's unless said. */
  readonly at?: readonly Relation[]
}

const inYear = ({ network }: Place) => ({ networkCode: network.code, contractYear: YEAR })
const shown = { happenedOn: DAY, note: text }
const manages = (field: string, is: string, input: MixedRow['input']): MixedRow => ({ field, by: 'network-manager', is, input })

const evidenceRows: readonly MixedRow[] = [
  manages('recordEvidence', 'NOT_FOUND', (own, other) => ({
    ...shown,
    occurrenceIds: [own.occurrence('SECOND'), other.occurrence('SECOND')],
  })),
  manages('recordEvidence', 'FileUnknown', (own, other) => ({
    ...{ ...shown, occurrenceIds: [own.occurrence('SECOND')], fileIds: [other.thing('file')] },
  })),
  manages('recordEvidence', 'PracticeNotAMember', (own, other) => ({
    ...{ ...shown, occurrenceIds: [own.occurrence('SECOND')], practiceCodes: other.network.practiceCodes },
  })),
  manages('supersedeEvidence', 'NOT_FOUND', (own, other) => ({
    ...{ ...shown, evidenceId: own.thing('evidence'), occurrenceIds: [other.occurrence('PLAIN')], reason: text },
  })),
  manages('linkEvidence', 'NOT_FOUND', (own, other) => ({
    evidenceId: own.thing('evidence'),
    occurrenceIds: [other.occurrence('SECOND')],
  })),
  manages('linkEvidence', 'NOT_FOUND', (own, other) => ({
    evidenceId: other.thing('evidence'),
    occurrenceIds: [own.occurrence('SECOND')],
  })),
  manages('unlinkEvidence', 'NOT_FOUND', (own, other) => ({
    evidenceId: own.thing('evidence'),
    occurrenceIds: [other.occurrence('PLAIN')],
  })),
  manages('declare', 'NotADirector', (own, { people }) => ({
    ...{ occurrenceIds: [own.occurrence('DECLARED')], declaredOn: DAY },
    onBehalfOf: { directorId: people['clinical-director'].personId, confirmedHow: text, confirmedOn: DAY },
  })),
  manages('submit', 'NOT_FOUND', (own, other) => ({ occurrenceIds: [own.occurrence('ASKED'), other.occurrence('ASKED')] })),
  {
    ...{ field: 'confirmForPractice', by: 'practice-member', is: 'PracticeNotAMember' },
    input: ({ practice }, { network }) => ({ ...shown, occurrenceId: practice.occurrence, practiceCode: network.practiceCodes[0] }),
  },
  {
    ...{ field: 'decide', by: 'commissioner', is: 'NOT_FOUND', at: ['foreign'] },
    input: (own, other) => ({ occurrenceIds: [own.occurrence('DECIDED'), other.occurrence('DECIDED')], verdict: 'ACCEPTED' }),
  },
]

const itemRows: readonly MixedRow[] = [
  manages('assignItem', 'NotAMember', (own, { people }) => ({ itemId: own.item('SECOND'), personId: people['network-manager'].personId })),
  manages('handOverItems', 'NotAMember', ({ network, people }, other) => ({
    ...{ organisationCode: network.code, fromPersonId: people['network-manager'].personId },
    toPersonId: other.people['network-manager'].personId,
  })),
  manages('setOwnersFromCsv', 'OwnersFileRefused', (own, { people }) => ({
    ...{ checklistId: own.thing('checklist'), csv: `code,owner,note\nSECOND,${people['network-manager'].personId}@headroom.example,\n` },
  })),
  manages('markBlocked', 'NOT_FOUND', (own, other) => ({
    ...{ itemId: own.item('PLAIN'), occurrenceId: other.occurrence('PLAIN'), partner: text, reason: text, startsOn: DAY },
  })),
  manages('markNotApplicable', 'NOT_FOUND', (own, other) => ({
    ...{ itemId: own.item('PLAIN'), occurrenceId: other.occurrence('PLAIN'), reason: text },
  })),
  manages('logMinutes', 'NOT_FOUND', (own, other) => ({
    ...{ itemId: own.item('PLAIN'), evidenceId: other.thing('evidence'), staffGroup: 'CLINICIAN', minutes: 5, spentOn: DAY },
  })),
]

const priorityRows: readonly MixedRow[] = [
  ...(['ownerId', 'priorityId'] as const).map((field) =>
    manages('setPriority', field === 'ownerId' ? 'OwnerNotAMember' : 'NOT_FOUND', (own, other) => ({
      ...{ ...inYear(own), title: text, opensOn: '2026-04-01', closesOn: '2027-03-31', minutes: [] },
      [field]: field === 'ownerId' ? other.people['network-manager'].personId : other.thing('priority'),
    })),
  ),
  manages('rankPriorities', 'RankingRefused', (own, other) => ({
    ...inYear(own),
    priorityIds: [own.thing('priority'), other.thing('priority')],
  })),
  manages('markMilestone', 'NOT_FOUND', (own, other) => ({
    ...{ priorityId: own.thing('priority'), milestoneId: other.thing('milestone'), doneOn: DAY },
  })),
  manages('recordDisplacement', 'NOT_FOUND', (own, other) => ({
    ...{ priorityId: own.thing('priority'), requestId: other.thing('request'), minutes: 5, cause: 'REQUEST', happenedOn: DAY },
  })),
  manages('recordDisplacement', 'MilestoneUnknown', (own, other) => ({
    ...{ priorityId: own.thing('priority'), milestoneId: other.thing('milestone'), minutes: 5, cause: 'STAFFING', happenedOn: DAY },
  })),
  {
    ...{ field: 'endorsePriority', by: 'practice-member', is: 'NOT_FOUND' },
    input: (own, { network }) => ({ priorityId: own.thing('priority'), practiceCode: network.practiceCodes[0], endorses: true }),
  },
]

const asked = { contractYear: YEAR, title: text, what: text, askedBy: text, askerKind: 'ICB', receivedOn: DAY, nature: 'REPORT' }

const requestRows: readonly MixedRow[] = [
  manages('recordRequest', 'NOT_FOUND', (own, other) => ({ ...asked, networkCodes: [own.network.code, other.network.code] })),
  manages('recordRequest', 'NOT_FOUND', ({ network, lmc }) => ({ ...asked, networkCodes: [network.code], lmcCode: lmc })),
  {
    ...{ field: 'recordRequest', by: 'lmc', is: 'NOT_FOUND' },
    input: ({ network }, { lmc }) => ({ ...asked, networkCodes: [network.code], lmcCode: lmc }),
  },
  {
    ...{ field: 'recordRequest', by: 'lmc', is: 'NOT_FOUND' },
    input: ({ lmc }, { network }) => ({ ...asked, networkCodes: [network.code], lmcCode: lmc }),
  },
  manages('answerRequest', 'NOT_FOUND', ({ network }, other) => ({
    ...{ networkCode: network.code, requestId: other.thing('request'), choice: 'ACCEPT' },
  })),
  manages('answerRequest', 'NOT_FOUND', (own, other) => ({
    ...{
      networkCode: own.network.code,
      requestId: own.thing('request'),
      choice: 'DECLINE',
      reason: text,
      wordingId: other.thing('wording'),
    },
  })),
  manages('attendFor', 'NOT_FOUND', ({ network }, other) => ({ networkCode: network.code, requestId: other.thing('request') })),
  manages('acceptAttendance', 'AttendanceRefused', (own, { network }) => ({
    ...{ networkCode: own.network.code, requestId: own.thing('request'), attendantCode: network.code },
  })),
  manages('saveWording', 'NOT_FOUND', ({ network }, other) => ({
    ...{ networkCode: network.code, wordingId: other.thing('wording'), title: text, text },
  })),
  {
    ...{ field: 'attachReading', by: 'lmc', is: 'NOT_FOUND' },
    input: (own, { lmc }) => ({ requestId: own.thing('request'), bodyCode: lmc, author: text, text }),
  },
]

export const mixedRows: readonly MixedRow[] = [...evidenceRows, ...itemRows, ...priorityRows, ...requestRows]
