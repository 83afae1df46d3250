import { describe, expect, it } from '@jest/globals'
import { asksOf, clauseInWords, MOST_ROWS, type StatedRequest, type StatementContent, statementText } from './statement.js'

const request = (given: Partial<StatedRequest> = {}): StatedRequest => ({
  ...{
    code: 'R-1',
    title: 'Winter plan',
    askedBy: 'The ICB',
    receivedOn: '2026-11-02',
    minutes: 120,
    clause: 'NOT_FOUND',
    reference: null,
  },
  ...{ standing: 'UNANSWERED', attendedByAnother: false },
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
  ...{ asks: [], itemsWithoutEstimate: 0, ruleVersion: 1 },
  ...given,
})

describe('the page', () => {
  it.each([
    [{ clause: 'FOUND', reference: '8.4' }, 'clause 8.4'],
    [{ clause: 'FOUND', reference: null }, 'clause found'],
    [{ clause: 'NOT_FOUND', reference: null }, 'no clause found'],
    [{ clause: 'NOT_LOOKED', reference: null }, 'nobody has looked for a clause yet'],
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
    [{ attendedByAnother: true }, 'another network goes for us'],
  ] as const)('keeps a request whatever became of it: %j', (given, words) => {
    expect(statementText(content({ requests: [request(given)] }))).toContain(words)
  })

  it('says what is not known and that it is arithmetic', () => {
    const priorities = [{ title: 'Hypertension', wantedMinutes: null, displacedMinutes: null }]
    const text = statementText(content({ displacedMinutes: null, priorities, itemsWithoutEstimate: 2 }))
    expect(text).toContain('- Hypertension: not known')
    expect(text).toContain('Not counted: 2 items nobody has estimated for every staff group.')
    expect(text).toContain('This is arithmetic about a plan, not a claim about causes.')
    expect(text).not.toContain('Displaced in all')
  })

  it('shows the span where estimates differ, and what items give back together', () => {
    const item = (code: string) => ({ code, title: 'Check', paragraph: null, minutes: 120, returnedMinutes: 60 })
    const givingBack = [item('a'), item('b')]
    const more = { displacedMinutes: 120, displacedInWords: 'between 1 and 4 hours, depending on the estimates' }
    const text = statementText(content({ givingBack, returnedTogetherMinutes: 180, ...more }))
    expect(text).toContain('Displaced in all: 2 hours (between 1 and 4 hours, depending on the estimates).')
    expect(text).toContain('Together they would give back 3 hours')
  })
})

describe('what is asked for', () => {
  it('is less paper for what gives most back, and the clause of requests without one, but for those declined', () => {
    const givingBack = [{ code: '25-07', title: 'Slot mapping', paragraph: '8.4', minutes: 240, returnedMinutes: 180 }]
    const requests = [request(), request({ code: 'R-2', standing: 'DECLINE' }), request({ code: 'R-3', clause: 'FOUND' })]
    expect(asksOf({ givingBack, requests })).toEqual([
      'Agree how 25-07 (paragraph 8.4), “Slot mapping”, can be shown with less: up to 3 hours for our own priorities.',
      'Name the clause that asks for R-1, “Winter plan”, or take it back.',
    ])
  })
})
