import { describe, expect, it } from '@jest/globals'
import { type MemberData } from '../people/people.data.js'
import { type AnsweredRequest, type DecidedItem, type OwedItem, type PriorityData } from './hand-over.data.js'
import { networkHandOver } from './hand-over.view.js'
import { whoIsWho } from './who.view.js'

const today = '2026-11-21'
const item = (code: string, given: Partial<OwedItem> = {}): OwedItem => ({
  ...{ id: code, code, status: 'OPEN', nextDueOn: null, localDueOn: null, daysLate: 0, pastLocalDay: false, late: null, hazardOn: null },
  ...{ assignee: null, assigneeHasLeft: null, declarationOnly: { verdict: null }, assignmentNote: null },
  ...{ requirement: { title: `Do ${code}`, obligation: 'UNPAID', perPractice: false, shownEvery: 'YEAR' } },
  ...given,
})
const member = (name: string, given: Partial<MemberData> = {}): MemberData => ({
  ...{ id: name, role: 'NETWORK_MANAGER', organisationCode: 'UX0001', startsOn: '2019-07-01', endsOn: null, endedAt: null },
  ...{ onlyAdministrator: false, organisation: { name: 'Quill PCN', kind: 'NETWORK', roles: [] }, recordedBy: null },
  ...{ person: { id: name, name } },
  ...given,
})
const request = (title: string, standing: AnsweredRequest['standing'], dueOn: string | null): AnsweredRequest => ({
  standing,
  answer: { instead: null, delegateTo: null, reason: 'No time', recordedAt: '2026-10-01T10:00:00.000Z', recordedBy: { name: 'Ann' } },
  request: { id: title, title, askedBy: 'the ICB', receivedOn: '2026-09-01', dueOn },
})
const priority = (given: Partial<PriorityData>): PriorityData => ({
  ...{ id: 'p', title: 'Fewer falls', rank: 1, status: 'OPEN', need: 'Many fall', needSource: null, owner: null, closing: null },
  ...{ milestones: [], endorsements: [] },
  ...given,
})
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
}

function page(given: {
  owed?: OwedItem[]
  decided?: DecidedItem[]
  people?: MemberData[]
  priorities?: PriorityData[]
  requests?: AnsweredRequest[]
}) {
  const { owed = [], decided = [], people = [], priorities = [], requests = [] } = given
  const checklist = { id: 'c', contractYear: '2026/27', progress: { ...none, share: null }, assignable: [], questions: { nodes: [] } }
  const network = { name: 'Quill PCN', integratedCareBoards: [], priorities, priorityRankings: [], requests: { nodes: requests } }
  return networkHandOver(
    {
      network: { ...network, checklist: { ...checklist, owed: { nodes: owed }, decided: { nodes: decided } } },
      memberships: { nodes: people },
    },
    today,
  )
}

describe('the hand-over page', () => {
  it('says nothing where there is nothing', () => {
    const { first, late, due, leavers, promised, waiting, questions, ranked, decided } = page({})
    expect([first, leavers, ranked]).toEqual([[], [], []])
    for (const part of [late, due, promised, waiting, questions, decided]) expect(part).toEqual({ rows: [], more: 0 })
  })

  it('begins with the longest breach, what came back, what falls due first by either day, and the request due first', () => {
    const { first, due } = page({
      owed: [
        item('A-1', { status: 'OVERDUE', late: 'MONEY_MISSED', daysLate: 90, nextDueOn: '2026-08-23' }),
        item('A-2', { status: 'OVERDUE', late: 'BREACH', daysLate: 5, nextDueOn: '2026-11-16' }),
        item('A-3', { status: 'RETURNED' }),
        item('B-1', { nextDueOn: '2026-12-01' }),
        item('B-2', { nextDueOn: '2027-02-01', localDueOn: '2026-11-27' }),
        item('B-3', { nextDueOn: '2027-03-31' }),
      ],
      requests: [request('Later', 'UNANSWERED', '2026-12-24'), request('A plan', 'UNANSWERED', '2026-11-30')],
    })
    expect(first.map(({ text }) => text)).toEqual(['Show A-2 Do A-2', 'Put right A-3 Do A-3', 'Prepare B-2 Do B-2', 'Answer “A plan”'])
    expect(due.rows.map(({ text }) => text)).toEqual(['B-2 Do B-2', 'B-1 Do B-1'])
  })

  it('names who has left or leaves soon with what they look after, and nobody who stays', () => {
    const given = (name: string, hasLeft: boolean) => ({
      assignee: { id: name, name },
      assigneeHasLeft: hasLeft,
      assignmentNote: 'Half done',
    })
    const { leavers } = page({
      owed: [item('A-1', given('Gone', true)), item('A-2', given('Going', false)), item('A-3', given('Staying', false)), item('A-4')],
      people: [member('Going', { endsOn: '2026-12-31' }), member('Staying'), member('Gone', { endsOn: '2026-10-31' })],
    })
    expect(leavers.map(({ name, when, words }) => [name, when, words])).toEqual([
      ['Going', 'leaves on 31 December 2026', '1 item'],
      ['Gone', 'has left', '1 item'],
    ])
    expect(leavers[0]?.items.rows[0]?.detail).toBe('Half done')
  })

  it('keeps promises apart from what was declined, and tells what was decided with the reason for a year', () => {
    const closing = { outcome: 'STOPPED' as const, reason: 'No nurse', recordedAt: '2026-11-01T10:00:00.000Z', recordedBy: { name: 'Ann' } }
    const mark = { kind: 'NOT_MET' as const, partner: null, reason: 'Too late', endsOn: null, recordedBy: null }
    const { promised, decided } = page({
      priorities: [
        priority({
          milestones: [
            { title: 'First clinic', dueOn: '2026-12-15', doneOn: null },
            { title: 'Done', dueOn: '2026-10-01', doneOn: '2026-10-01' },
          ],
        }),
        priority({ id: 'q', title: 'Stopped one', rank: null, status: 'STOPPED', closing }),
      ],
      requests: [request('A winter plan', 'ACCEPT', '2026-12-01'), request('A form', 'DECLINE', null)],
      decided: [
        {
          ...{ id: 'i', code: 'A-1', status: 'NOT_MET', requirement: { title: 'Do A-1' }, occurrences: [] },
          marks: [
            { ...mark, recordedAt: '2026-11-20T10:00:00.000Z' },
            { ...mark, recordedAt: '2025-10-01T10:00:00.000Z' },
          ],
        },
      ],
    })
    expect(promised.rows.map(({ text }) => text)).toEqual(['A winter plan', 'First clinic'])
    expect(decided.rows.map(({ what, text }) => [what, text])).toEqual([
      ['Closed as not met', 'A-1 Do A-1'],
      ['Priority stopped', 'Stopped one'],
      ['Request declined', 'A form'],
    ])
    expect(decided.rows[1]?.detail).toBe('“No nurse” Ann, 1 November 2026')
  })

  it('says who leads a priority, and that who led it left', () => {
    const owner = { id: 'Gone', name: 'Gone' }
    const { ranked } = page({
      priorities: [priority({ owner, need: null })],
      people: [member('Gone', { endedAt: '2026-11-01T10:00:00.000Z' })],
    })
    expect(ranked[0]?.facts).toContain('Gone, who left, led it')
    expect(ranked[0]?.why).toBe('Why it was chosen was never written down.')
  })
})

describe('who is who', () => {
  it('has each person once with all that they are, what ends soon, and who left within a year', () => {
    const { here, left } = whoIsWho(
      [
        member('Ann', { id: '1', role: 'CLINICAL_DIRECTOR' }),
        member('Ann', { id: '2', role: 'PRACTICE_MEMBER', organisation: { name: 'Quill Surgery', kind: 'PRACTICE', roles: [] } }),
        member('Ben', { endsOn: '2026-12-31' }),
        member('Cis', { endsOn: '2026-11-21', endedAt: '2026-11-21T10:00:00.000Z' }),
        member('Dan', { endsOn: '2025-06-30' }),
      ],
      today,
    )
    expect(here).toMatchObject([
      { name: 'Ann', roles: 'Clinical director, Quill PCN; Practice staff, Quill Surgery', ends: null },
      { name: 'Ben', ends: 'Ends on 31 December 2026' },
    ])
    expect(left).toEqual([{ name: 'Cis', roles: 'Network manager, Quill PCN', left: 'Until 21 November 2026' }])
  })
})
