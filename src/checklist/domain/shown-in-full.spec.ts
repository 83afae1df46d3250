import { describe, expect, it } from '@jest/globals'
import { type Day } from '../../platform/day.js'
import { type EvidenceFacts } from './evidence-counts.js'
import { type OccurrenceFacts } from './occurrence-facts.js'
import { askedPractices, type Membership } from './shown-in-full.js'
import { statusOfOccurrence } from './status.js'
import { type Status } from './status-words.js'

const quarter: OccurrenceFacts['occurrence'] = {
  ordinal: 1,
  periodFrom: '2026-04-01',
  periodTo: '2026-06-30',
  countsFrom: '2026-04-01',
  countsTo: null,
  opensOn: '2026-04-01',
  dueOn: '2026-06-30',
  dueBasis: 'END_OF_PERIOD',
}
const openEnded: OccurrenceFacts['occurrence'] = { ...quarter, dueOn: null, dueBasis: 'NO_DEADLINE', periodTo: null }
const member = (practiceCode: string, startsOn: Day, endsOn: Day | null = null): Membership => ({ practiceCode, startsOn, endsOn })
const founder = member('PX0001', '2019-07-01')

describe('which practices are asked', () => {
  const cases: {
    name: string
    memberships: Membership[]
    occurrence?: OccurrenceFacts['occurrence']
    on?: Day
    asked: [string, Day | null][]
  }[] = [
    {
      name: 'members all along',
      memberships: [member('PX0002', '2026-04-01'), founder],
      asked: [
        ['PX0001', null],
        ['PX0002', null],
      ],
    },
    { name: 'joined late', memberships: [member('PX0002', '2026-05-15')], asked: [['PX0002', '2026-05-15']] },
    { name: 'joined on the due day', memberships: [member('PX0002', '2026-06-30')], asked: [['PX0002', '2026-06-30']] },
    { name: 'joined the day after', memberships: [founder, member('PX0002', '2026-07-01')], asked: [['PX0001', null]] },
    { name: 'left on the due day', memberships: [member('PX0002', '2019-07-01', '2026-06-30')], asked: [['PX0002', null]] },
    { name: 'left the day before', memberships: [founder, member('PX0002', '2019-07-01', '2026-06-29')], asked: [['PX0001', null]] },
    {
      name: 'left and came back',
      memberships: [member('PX0002', '2019-07-01', '2026-04-30'), member('PX0002', '2026-06-01')],
      asked: [['PX0002', '2026-06-01']],
    },
    {
      name: 'left and came back too late',
      memberships: [founder, member('PX0002', '2019-07-01', '2026-04-30'), member('PX0002', '2026-07-01')],
      asked: [['PX0001', null]],
    },
    {
      name: 'recorded twice',
      memberships: [member('PX0002', '2026-05-01'), member('PX0002', '2026-04-15')],
      asked: [['PX0002', '2026-04-15']],
    },
    { name: 'nobody', memberships: [], asked: [] },
    {
      name: 'without deadline, members of the day',
      memberships: [founder, member('PX0002', '2026-09-02')],
      occurrence: openEnded,
      on: '2026-09-01',
      asked: [['PX0001', null]],
    },
    {
      name: 'without deadline, joined by the day',
      memberships: [member('PX0002', '2026-09-01')],
      occurrence: openEnded,
      on: '2026-09-01',
      asked: [['PX0002', '2026-09-01']],
    },
    {
      name: 'without deadline, joined once the year was over',
      memberships: [founder, member('PX0002', '2027-04-01')],
      occurrence: openEnded,
      on: '2027-09-01',
      asked: [['PX0001', null]],
    },
  ]
  it.each(cases)('$name', ({ memberships, occurrence = quarter, on = '2026-05-20', asked }) => {
    const expected = asked.map(([practiceCode, joinedOn]) => ({ practiceCode, joinedOn }))
    expect(askedPractices(memberships, occurrence, occurrence.dueOn, on)).toEqual(expected)
  })
})

const confirmation = (practiceCodes: string[], over: Partial<EvidenceFacts> = {}): EvidenceFacts => ({
  id: practiceCodes.join('+'),
  happenedOn: '2026-05-10',
  coversFrom: null,
  coversTo: null,
  lapsesOn: null,
  receivedAt: '2026-05-10T09:00:00.000Z',
  practiceCodes,
  linkedAt: '2026-05-10T09:00:00.000Z',
  endedAt: null,
  ...over,
})
const facts = (memberships: Membership[], evidence: EvidenceFacts[], perPractice = true): OccurrenceFacts => ({
  requirement: { obligation: 'UNPAID', standing: false, perPractice },
  occurrence: quarter,
  localDueOn: null,
  memberships,
  evidence,
  decisions: [],
  submittedAt: [],
  marks: [],
  relaxations: [],
})

describe('shown in full', () => {
  const both = [founder, member('PX0002', '2026-06-01')]
  const cases: { name: string; of: OccurrenceFacts; status: Status; shown: string[]; missing: string[] }[] = [
    {
      name: 'every practice',
      of: facts(both, [confirmation(['PX0001']), confirmation(['PX0002'])]),
      status: 'EVIDENCED',
      shown: ['PX0001', 'PX0002'],
      missing: [],
    },
    {
      name: 'one paper for both',
      of: facts(both, [confirmation(['PX0002', 'PX0001'])]),
      status: 'EVIDENCED',
      shown: ['PX0001', 'PX0002'],
      missing: [],
    },
    { name: 'one of two', of: facts(both, [confirmation(['PX0001'])]), status: 'OPEN', shown: ['PX0001'], missing: ['PX0002'] },
    {
      name: 'for the network as a whole names nobody',
      of: facts(both, [confirmation([])]),
      status: 'OPEN',
      shown: [],
      missing: ['PX0001', 'PX0002'],
    },
    { name: 'of a practice not asked', of: facts([founder], [confirmation(['PX0002'])]), status: 'OPEN', shown: [], missing: ['PX0001'] },
    {
      name: 'one practice’s has lapsed, the other’s stands',
      of: facts(both, [confirmation(['PX0001'], { lapsesOn: '2026-06-01' }), confirmation(['PX0002'])]),
      status: 'LAPSED',
      shown: ['PX0002'],
      missing: ['PX0001'],
    },
    {
      name: 'one practice’s has lapsed, the other never showed',
      of: facts(both, [confirmation(['PX0001'], { lapsesOn: '2026-06-01' })]),
      status: 'OPEN',
      shown: [],
      missing: ['PX0001', 'PX0002'],
    },
    { name: 'nobody is asked', of: facts([], [confirmation(['PX0001'])]), status: 'NOT_APPLICABLE', shown: [], missing: [] },
    {
      name: 'asked of the network, shown by a practice',
      of: facts(both, [confirmation(['PX0001'])], false),
      status: 'EVIDENCED',
      shown: [],
      missing: [],
    },
    { name: 'asked of the network, not shown', of: facts([], [], false), status: 'OPEN', shown: [], missing: [] },
  ]
  it.each(cases)('$name', ({ of, status, shown, missing }) => {
    expect(statusOfOccurrence(of, '2026-06-20')).toMatchObject({ status, practices: { shown, missing } })
  })

  it('is as late as the last practice’s first act', () => {
    const late = [
      confirmation(['PX0001'], { happenedOn: '2026-07-05' }),
      confirmation(['PX0001'], { id: 'again', happenedOn: '2026-07-20' }),
      confirmation(['PX0002'], { happenedOn: '2026-07-02' }),
    ]
    expect(statusOfOccurrence(facts(both, late), '2026-08-01')).toMatchObject({ status: 'EVIDENCED', daysLate: 5 })
  })
})
