import { describe, expect, it } from '@jest/globals'
import { cellOf, commissionerHome, type CommissionerHomeData } from './commissioner-home.view.js'

const none = {
  total: 0,
  due: 0,
  accepted: 0,
  evidenced: 0,
  returned: 0,
  lapsed: 0,
  overdue: 0,
  notMet: 0,
  open: 0,
  notYetDue: 0,
  blocked: 0,
  share: null,
}

describe('cellOf', () => {
  it.each([
    ['nothing due', {}, { text: 'nothing due', wrong: [], tone: 'none' }],
    ['all shown', { due: 3, accepted: 1, evidenced: 2 }, { text: '3 of 3', wrong: [], tone: 'calm' }],
    ['some returned', { due: 3, evidenced: 2, returned: 1 }, { text: '2 of 3', wrong: ['1 returned'], tone: 'amber' }],
    [
      'some of everything',
      { due: 5, evidenced: 1, overdue: 1, returned: 1, lapsed: 1, notMet: 1 },
      { text: '1 of 5', wrong: ['1 overdue', '1 returned', '1 lapsed', '1 not met'], tone: 'red' },
    ],
  ])('says %s in words', (_, progress, cell) => {
    expect(cellOf({ ...none, ...progress })).toEqual(cell)
  })
})

describe('commissionerHome', () => {
  const due = (code: string, status: 'OPEN' | 'EVIDENCED', nextDueOn: string | null) => ({
    code,
    status,
    nextDueOn,
    requirement: { title: `Title ${code}` },
  })
  const network = (odsCode: string, nodes: ReturnType<typeof due>[]) => ({
    ...{ odsCode, name: `Network ${odsCode}` },
    checklist: {
      progress: none,
      serviceAreas: [{ code: `area-${odsCode}`, title: `Area ${odsCode}`, progress: { ...none, due: 1, evidenced: 1 } }],
      due: { nodes },
    },
  })
  const data: CommissionerHomeData = {
    integratedCareBoard: {
      ...{ name: 'Board', progress: null, checklist: null },
      networks: {
        nodes: [
          network('U1', [due('A', 'OPEN', '2026-11-30'), due('B', 'OPEN', '2026-11-25')]),
          network('U2', [due('A', 'OPEN', '2026-11-30'), due('C', 'EVIDENCED', '2026-11-25'), due('D', 'OPEN', null)]),
          { odsCode: 'U3', name: 'Network U3', checklist: null },
        ],
      },
    },
    reviewQueue: {
      count: 1,
      nodes: [
        {
          id: 's',
          submittedAt: '2026-11-20T10:00:00.000Z',
          network: { name: 'Network U1' },
          item: { code: 'A', checklist: { contractYear: '2026/27' }, requirement: { title: 'Title A' } },
          occurrence: { periodFrom: '2026-07-01', periodTo: '2026-09-30' },
        },
      ],
    },
  }
  const home = commissionerHome(data, '2026-11-21')

  it('gathers what falls due by requirement, and counts who still owes it', () => {
    expect(home.due.map(({ code, due: day, owing }) => [code, day, owing])).toEqual([
      ['B', 'Due 25 November 2026 (in 4 days)', '1 network still owes it'],
      ['A', 'Due 30 November 2026 (in 9 days)', '2 networks still owe it'],
    ])
  })

  it('sets networks against service areas', () => {
    expect(home.table.areas).toEqual(['Area U1', 'Area U2'])
    expect(home.table.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['1 of 1', 'nothing asked'],
      ['nothing asked', '1 of 1'],
      ['no checklist', 'no checklist'],
    ])
  })

  it('shows the top of the queue', () => {
    const detail = 'Network U1, 2026/27, quarter 2. Submitted 20 November 2026 at 10:00am'
    expect([home.waiting, home.queue]).toEqual([1, [{ text: 'A Title A', detail }]])
  })
})
