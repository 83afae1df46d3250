import { describe, expect, it } from '@jest/globals'
import { practiceHome, type PracticeHomeData } from './practice-home.view.js'

type Item = NonNullable<PracticeHomeData['network']['checklist']>['items']['nodes'][number]

const occurrence = (
  id: string,
  dueOn: string | null,
  practices: { shown: string[]; missing: string[] },
  status: 'OPEN' | 'NOT_YET_DUE' = 'OPEN',
) => ({
  ...{ id, periodFrom: '2026-04-01', periodTo: '2026-06-30', dueOn, standing: { status } },
  practices: { ...practices, asked: [...practices.shown, ...practices.missing].map((practiceCode) => ({ practiceCode, joinedOn: null })) },
})
const item = (code: string, occurrences: Item['occurrences']): Item => ({
  ...{
    id: code,
    code,
    status: 'OPEN',
    nextDueOn: null,
    localDueOn: null,
    daysLate: 0,
    pastLocalDay: false,
    late: null,
    hazardOn: null,
    assignee: null,
  },
  ...{
    declarationOnly: { verdict: null },
    requirement: { title: `Title ${code}`, obligation: 'GATE', perPractice: true, shownEvery: 'YEAR' },
    occurrences,
  },
})
const progress = {
  total: 1,
  due: 0,
  accepted: 0,
  evidenced: 0,
  returned: 0,
  lapsed: 0,
  overdue: 0,
  notMet: 0,
  open: 1,
  notYetDue: 0,
  blocked: 0,
  share: null,
}

describe('practiceHome', () => {
  const nodes = [
    item('A', [
      occurrence('a1', null, { shown: [], missing: ['P1', 'P2'] }),
      occurrence('a2', '2027-06-30', { shown: [], missing: ['P1'] }, 'NOT_YET_DUE'),
    ]),
    item('B', [occurrence('b1', '2026-06-30', { shown: ['P2'], missing: ['P1'] })]),
    item('C', [occurrence('c1', '2026-12-31', { shown: ['P1'], missing: ['P2'] })]),
  ]
  const home = practiceHome({ contractYear: '2026/27', progress, items: { nodes } }, 'P1', '2026-11-21')

  it('lists what the practice still has to confirm, the earliest day first', () => {
    expect(home.waiting.map(({ code, href, tag, due }) => [code, href, tag.text, due])).toEqual([
      ['B', '/items/B/confirm', 'Overdue', 'Was due 30 June 2026 (144 days ago)'],
      ['A', '/items/A/confirm', 'To confirm', 'No deadline'],
    ])
  })

  it('lists what it has shown, and nothing of other practices', () => {
    expect(home.confirmed.map(({ code, href, tag }) => [code, href, tag.text])).toEqual([['C', '/items/C', 'Shown']])
  })
})
