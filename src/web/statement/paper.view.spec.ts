import { describe, expect, it } from '@jest/globals'
import { type PaperData, type PaperRequest } from './paper.data.js'
import { annex, cut, paper } from './paper.view.js'

const request = (given: Partial<PaperRequest> = {}): PaperRequest => ({
  ...{ code: 'R-1', title: 'Winter plan', askedBy: 'The ICB', receivedOn: '2026-11-02', dueOn: null },
  ...{ timeInWords: '2 hours', clauseInWords: 'no clause found', answerInWords: 'not answered yet' },
  ...given,
})

const data = (given: Partial<PaperData> = {}): PaperData => ({
  ...{ networkCode: 'UX0001', networkName: 'Quillhaven PCN', contractYear: '2026/27', asOf: '2026-11-21', sentence: 'A sentence.' },
  ...{ capacity: [], requests: [], requestsInAll: null, displacedMinutes: 0, displacedInAll: null, priorities: [], givingBack: [] },
  ...{ returnedTogetherInWords: null, asks: [], basesInWords: '', ruleVersion: 1, text: '' },
  ...given,
})

describe('the page', () => {
  it('says so when everything is on it', () => {
    expect(paper(data({ requests: [request()] }))).toMatchObject({ isShortened: false, requests: { more: 0 } })
  })

  it('says so when rows or words are left to the annex, which has all of them', () => {
    const title = 'A plan with a name that goes on and on, as names of plans about plans do, however often somebody asks for shorter ones'
    const requests = Array.from({ length: 40 }, (_, index) => request({ code: `R-${index}`, title }))
    const page = paper(data({ requests }))
    expect(page.isShortened).toBe(true)
    expect(page.requests.rows.length + page.requests.more).toBe(40)
    expect(page.requests.rows[0]?.title).toMatch(/…$/)
    const whole = annex(data({ requests })).requests
    expect(whole).toMatchObject({ more: 0 })
    expect(whole.rows.map((row) => row.title)).toEqual(requests.map(() => title))
  })

  it('says by when, and cuts a long reason', () => {
    const answerInWords = `declined: ${'because nobody has the time '.repeat(10)}`
    const [row] = paper(data({ requests: [request({ dueOn: '2026-11-30', answerInWords })] })).requests.rows
    expect(row).toMatchObject({
      from: 'The ICB, 2 Nov',
      due: 'by 30 Nov',
      time: '2 hours',
      answer: expect.stringMatching(/^declined: .*…$/),
    })
  })
})

describe('a text that is cut', () => {
  it.each([
    ['short', 10, 'short'],
    ['one two three', 9, 'one two…'],
    ['abcdefghijkl', 6, 'abcde…'],
    ['two\nlines', 20, 'two lines'],
    ['ends with, comma', 11, 'ends with…'],
  ])('%j to %d: %j', (text, longest, words) => {
    expect(cut(text, longest)).toBe(words)
  })
})
