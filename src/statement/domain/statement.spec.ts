import { describe, expect, it } from '@jest/globals'
import {
  asksOf,
  basesInWords,
  clauseInWords,
  MOST_ROWS,
  requestsInAll,
  type StatedRequest,
  type StatementContent,
  statementText,
} from './statement.js'

const request = (given: Partial<StatedRequest> = {}): StatedRequest => ({
  ...{
    code: 'R-1',
    title: 'Winter plan',
    askedBy: 'The ICB',
    receivedOn: '2026-11-02',
    dueOn: null,
    minutes: 120,
    isAtLeast: false,
    clause: 'NOT_FOUND',
    clauseBy: 'RECORDER',
    reference: null,
  },
  ...{ standing: 'UNANSWERED', reason: null, attendedByAnother: false, attendsFor: 0, savedForOthersMinutes: null },
  ...given,
})

const content = (given: Partial<StatementContent> = {}): StatementContent => ({
  ...{ networkCode: 'UX0001', networkName: 'Quillhaven PCN', contractYear: '2026/27', asOf: '2026-11-21', sentence: 'A sentence.' },
  ...{
    capacity: [],
    requests: [],
    displacedMinutes: 0,
    displacedInWords: null,
    priorities: [],
    givingBack: [],
    returnedTogetherMinutes: null,
  },
  ...{ asks: [], bases: { own: 0, medians: 0, assumptions: 0 }, itemsWithoutEstimate: 0, ruleVersion: 1 },
  ...given,
})

describe('the page', () => {
  it.each([
    [{ clause: 'FOUND', clauseBy: 'NETWORK', reference: '8.4' }, 'clause 8.4'],
    [{ clause: 'FOUND', clauseBy: 'LMC', reference: '8.4' }, 'clause 8.4, found by the LMC'],
    [{ clause: 'FOUND', clauseBy: 'RECORDER', reference: null }, 'clause found'],
    [{ clause: 'NOT_FOUND', clauseBy: 'RECORDER', reference: null }, 'no clause found'],
    [{ clause: 'NOT_FOUND', clauseBy: 'LMC', reference: null }, 'no clause found by the LMC'],
    [{ clause: 'NOT_LOOKED', clauseBy: 'RECORDER', reference: null }, 'nobody has looked for a clause yet'],
  ] as const)('says of %j: %s', (found, words) => {
    expect(clauseInWords(found)).toBe(words)
  })

  it('holds the first rows and counts the rest, in lines that fit', () => {
    const title = 'A plan with a title that goes on and on, as titles of plans about plans sometimes do'
    const requests = Array.from({ length: 30 }, (_, index) => request({ code: `R-${index}`, title }))
    const priorities = Array.from({ length: 30 }, () => ({ title, wantedMinutes: 600, displacedMinutes: 60 }))
    const lines = statementText(content({ requests, priorities, asks: asksOf({ givingBack: [], requests }) })).split('\n')
    expect(lines).toContain(`- and ${30 - MOST_ROWS} more`)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100)
    expect(lines.length).toBeLessThan(75)
  })

  it.each([
    [{ minutes: null }, 'time not known; no clause found; not answered yet'],
    [{ standing: 'DECLINE' }, '2 hours; no clause found; declined'],
    [{ standing: 'DECLINE', reason: 'No time.\nNot ours.' }, 'declined: No time. Not ours'],
    [{ isAtLeast: true }, 'at least 2 hours; no clause found'],
    [{ attendedByAnother: true }, 'another network goes for us, which saves 2 hours'],
    [{ attendedByAnother: true, minutes: null }, 'time not known; no clause found; another network goes for us'],
    [{ standing: 'ACCEPT', attendsFor: 3, savedForOthersMinutes: 270 }, 'accepted; we go for 3 other networks, which saves 5 hours'],
    [{ standing: 'ACCEPT', attendsFor: 1 }, 'accepted; we go for 1 other network'],
  ] as const)('keeps a request whatever became of it: %j', (given, words) => {
    expect(statementText(content({ requests: [request(given)] })).replaceAll(/\s+/g, ' ')).toContain(words)
  })

  it('adds up every request, however many are listed', () => {
    expect(requestsInAll([])).toBeNull()
    const requests = [
      ...[request(), request({ minutes: null, clause: 'NOT_LOOKED' }), request({ standing: 'DECLINE' })],
      request({ attendedByAnother: true }),
      ...Array.from({ length: 20 }, () => request({ standing: 'ACCEPT', clause: 'FOUND', minutes: 60 })),
    ]
    const words =
      '24 requests in all: 2 not answered yet, 20 accepted, 1 declined, 1 to which another network goes; 26 hours known of, 1 of unknown time; for 3 no clause was found.'
    expect(requestsInAll(requests)).toBe(words)
    expect(statementText(content({ requests })).replaceAll(/\s+/g, ' ')).toContain(words)
  })

  it('says what its minutes rest on', () => {
    const words = 'Minutes of national work: our own estimates for 2 items, labelled assumptions for 1 item.'
    expect(basesInWords({ bases: { own: 2, medians: 0, assumptions: 1 }, itemsWithoutEstimate: 0 })).toBe(words)
    expect(basesInWords({ bases: { own: 2, medians: 4, assumptions: 1 }, itemsWithoutEstimate: 2 })).toContain(
      'medians of at least five networks for 4 items,',
    )
  })

  it('says what is not known and that it is arithmetic', () => {
    const priorities = [{ title: 'Hypertension', wantedMinutes: null, displacedMinutes: null }]
    const text = statementText(content({ displacedMinutes: null, priorities, itemsWithoutEstimate: 2 }))
    expect(text).toContain('- Hypertension: not known')
    expect(text.replaceAll(/\s+/g, ' ')).toContain('Not counted: 2 items nobody has estimated for every staff group.')
    expect(text).toContain('This is arithmetic about a plan, not a claim about causes.')
    expect(text).not.toContain('Displaced in all')
  })

  it('shows the span where estimates differ, and what items give back together', () => {
    const item = (code: string) => ({ code, title: 'Check', paragraph: null, minutes: 120, returnedMinutes: 60, basis: 'our estimate' })
    const givingBack = [item('a'), item('b')]
    const more = { displacedMinutes: 120, displacedInWords: 'between 1 and 4 hours, depending on the estimates' }
    const text = statementText(content({ givingBack, returnedTogetherMinutes: 180, ...more }))
    expect(text).toContain('Displaced in all: 2 hours (between 1 and 4 hours, depending on the estimates).')
    expect(text).toContain('Together they would give back 3 hours')
  })
})

describe('what is asked for', () => {
  it('is less paper for what gives most back, and the clause of requests without one, but for those declined', () => {
    const givingBack = [
      { code: '25-07', title: 'Slot mapping', paragraph: '8.4', minutes: 240, returnedMinutes: 180, basis: 'our estimate' },
    ]
    const requests = [request(), request({ code: 'R-2', standing: 'DECLINE' }), request({ code: 'R-3', clause: 'FOUND' })]
    expect(asksOf({ givingBack, requests })).toEqual([
      'Agree how 25-07 (paragraph 8.4), “Slot mapping”, can be shown with less: up to 3 hours for our own priorities.',
      'Name the clause that asks for R-1, “Winter plan”, or take it back.',
    ])
  })
})
