import { describe, expect, it } from '@jest/globals'
import { deedsInWords, deedsOf, type HistoryData, sinceChoices, sinceOf } from './since.js'

const TODAY = '2026-11-21'
let made = 0
const entry = (kind: string, code: string, at: string, name = 'Imogen'): HistoryData => ({
  ...{ kind, at: `${at}T10:00:00.000Z`, subjectId: String((made += 1)), by: { id: name, name } },
  item: { id: `id-${code}`, code, requirement: { title: `Title of ${code}` } },
})

describe('since when', () => {
  it.each([
    ['a day', '2026-11-02', '2026-11-02'],
    ['today', TODAY, TODAY],
    ['nothing', undefined, '2026-10-24'],
    ['a day to come', '2026-11-22', '2026-10-24'],
    ['years ago', '2020-01-01', '2026-10-24'],
    ['no day', '30 February', '2026-10-24'],
    ['a list', ['2026-11-02'], '2026-10-24'],
  ])('%s is read as %p: %s', (_, asked, since) => {
    expect(sinceOf(asked, TODAY)).toBe(since)
  })

  it('offers the usual spans, with the one in use', () => {
    expect(sinceChoices('2026-10-24', TODAY).map(({ text, current }) => [text, current])).toEqual([
      ['7 days', false],
      ['28 days', true],
      ['3 months', false],
    ])
  })
})

describe('who did what', () => {
  it('is one line for each person and kind of thing, items named once and in order', () => {
    const history = [
      entry('EVIDENCE_RECORDED', '24-18', '2026-11-20'),
      entry('ACCEPTED', '24-01', '2026-11-19', 'Verity'),
      entry('EVIDENCE_RECORDED', '24-17', '2026-11-18'),
      entry('EVIDENCE_RECORDED', '24-18', '2026-11-02'),
    ]
    expect(deedsOf(history).map(({ who, what, when, items }) => [who, what, when, items.map(({ text }) => text)])).toEqual([
      ['Imogen', 'recorded evidence for 2 items', '2 November 2026 to 20 November 2026', ['24-17', '24-18']],
      ['Verity', 'accepted 1 item', '19 November 2026', ['24-01']],
    ])
    expect(deedsInWords(history, '2026-10-24')).toBe('Since 24 October 2026: 3 things recorded or submitted and 1 decision.')
  })

  it('names some of many and counts the rest', () => {
    const [deed] = deedsOf(Array.from({ length: 9 }, (_, index) => entry('EVIDENCE_RECORDED', `24-0${index}`, '2026-11-20')))
    expect([deed?.items.length, deed?.more]).toEqual([5, '4 more'])
  })

  it('says so where nothing happened', () => {
    expect([deedsOf([]), deedsInWords([], '2026-10-24')]).toEqual([[], 'Nothing was recorded since 24 October 2026.'])
  })
})
