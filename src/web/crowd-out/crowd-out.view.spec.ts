import { describe, expect, it } from '@jest/globals'
import { type GroupFigures, type TodayData, type TodayItem } from './crowd-out.data.js'
import { changeInWords, restsOn, resultOf } from './crowd-out.view.js'
import { basisOf, type HighlightData, highlightRow, sentenceParts } from './highlight.js'
import { nothingSwitched } from './switches.js'
import { wholeHours } from '../layout/hours.js'
import { inPounds } from '../layout/words.js'

const group: GroupFigures = {
  ...{ staffGroup: 'CLINICAL_DIRECTOR', name: 'Clinical director', localPossibleMinutes: 600, nationalOverrunMinutes: 0 },
  ...{ estimateCases: { displacedInWords: 'between 0 and 2 hours, depending on the estimates' }, months: null, priorities: [] },
}
const item: HighlightData = {
  ...{ code: '24-30', title: 'Check the data', paragraph: '8.4', minutes: 600, relaxableMinutes: 540, returnedMinutes: 120 },
  ...{ upToPence: 300_000, burdenPence: 59_125, rating: 1, item: { id: 'I' } },
  declarationOnly: { verdict: true, reasons: ['Its outcome is yes or no.'], calledTickBoxBySource: false },
  estimates: [{ staffGroup: 'CLINICAL_DIRECTOR', basis: 'CATALOGUE_ASSUMPTION', networks: 0 }],
}
const care: TodayItem = { ...item, code: '24-17', nature: 'DELIVER', declarationOnly: null, relaxableMinutes: 0, returnedMinutes: 0 }
const today: TodayData = {
  ...{ contractYear: '2026/27', ruleVersion: 1, headline: 'National work asks for 208 of your 240 hours.', paidWork: [] },
  staffGroup: { ...group, coverage: { itemsWithoutEstimate: 2 }, items: [{ ...item, nature: 'REPORT' }, care] },
}
const network = { odsCode: 'UX0001', name: 'Network', staffGroups: [{ code: 'CLINICAL_DIRECTOR', name: 'Clinical director' }], today }

describe('figures in words', () => {
  it.each([
    [null, 'not known'],
    [0, 'no time'],
    [20, 'less than 1 hour'],
    [89, '1 hour'],
    [90, '2 hours'],
    [60_000, '1,000 hours'],
  ])('%p minutes are about "%s"', (minutes, words) => {
    expect(wholeHours(minutes)).toBe(words)
  })

  it.each([
    [null, null],
    [0, '£0'],
    [123_456, '£1,235'],
  ])('%p pence are %p', (pence, words) => {
    expect(inPounds(pence)).toBe(words)
  })

  it('stand out of their sentence', () => {
    const sentence =
      'National work asks for 208 of your 240 hours. 24 of them fit in no month. Less than 1 of the 1,060 hours no longer fits.'
    const parts = sentenceParts(sentence)
    expect(parts.map(({ text }) => text).join('')).toBe(sentence)
    expect(parts.filter(({ strong }) => strong).map(({ text }) => text)).toEqual([
      '208 of your 240 hours',
      '24',
      'Less than 1 of the 1,060 hours',
    ])
  })
})

describe('what a what-if comes to', () => {
  it.each([
    ['time back', 780, 0, 'That gives 3 hours back to the network’s own priorities.'],
    ['nothing', 600, 0, 'That changes nothing for the network’s own priorities.'],
    [
      'less time, and evenings',
      540,
      120,
      'That takes 1 hour from the network’s own priorities. It leaves 2 hours more national work that fits in no month.',
    ],
    [
      'fewer evenings alone',
      600,
      -60,
      'That changes nothing for the network’s own priorities. It leaves 1 hour less national work that fits in no month.',
    ],
  ])('is %s', (_, localPossibleMinutes, nationalOverrunMinutes, words) => {
    expect(changeInWords(group, { ...group, localPossibleMinutes, nationalOverrunMinutes })).toBe(words)
  })

  it('is not known where the time is not', () => {
    expect(changeInWords(group, { ...group, localPossibleMinutes: null })).toBeNull()
  })

  it('says once of an item that it is care, and where to enter what is missing', () => {
    const notes = [
      { code: '24-17', kind: 'CARE_NOT_PAPERWORK', message: 'This is care, not paperwork.' },
      { code: '24-17', kind: 'NEEDS_BUSINESS_AS_USUAL_PERCENT', message: 'Enter how much.' },
    ]
    const supposed = { headline: 'National work asks for 200 of your 240 hours.', notes, staffGroup: { ...group, items: [] } }
    const switches = { ...nothingSwitched, relaxing: ['24-17'] }
    const result = resultOf({ ...network, supposed }, today, switches, true)
    expect(result.notes).toEqual([
      { about: '24-17 Check the data', message: 'This is care, not paperwork. Enter how much.', href: '/time/estimates/24-17' },
    ])
    expect(result.shareHref).toBe('/crowd-out?relax=24-17')
  })
})

describe('the page', () => {
  it('shows no picture where the time is not known, and lists only declarations and reports that give time back', () => {
    const result = resultOf(network, today, nothingSwitched, true)
    expect(result).toMatchObject({ known: false, then: null, asItIs: { picture: null }, shareHref: null })
    expect(result.giveBack.map(({ code, returns }) => [code, returns])).toEqual([['24-30', '2 hours']])
  })

  it('says what the national hours rest on, and what is left out', () => {
    expect(restsOn(today, 'CLINICAL_DIRECTOR')).toEqual([
      { what: 'assumptions', hours: '20 hours' },
      { what: '2 items without an estimate', hours: 'not known, left out' },
    ])
  })
})

describe('an item that gives time back', () => {
  it('says how much, what it takes and costs, its paragraph and basis, and the rating apart', () => {
    expect(highlightRow(item)).toEqual({
      ...{ code: '24-30', title: 'Check the data', href: '/items/I', returns: '2 hours', rating: '1 of 5' },
      facts: ['Takes 10 hours a year, £591 of staff time', 'Up to £3,000 is paid for it', 'Paragraph 8.4', 'Minutes: an assumption'],
      reasons: ['Its outcome is yes or no.'],
    })
  })

  it('says what is not known as such', () => {
    const row = highlightRow({ ...item, burdenPence: null, upToPence: null, paragraph: null, rating: null, item: null })
    expect(row.facts).toContain('Takes 10 hours a year; what that costs is not known')
    expect(row.facts).toContain('No paragraph known')
    expect([row.rating, row.href]).toEqual(['Not rated yet', null])
  })

  it.each([
    [['NETWORK_ESTIMATE'], 'Minutes: your own estimate'],
    [['RELEASE_MEDIAN', 'RELEASE_MEDIAN'], 'Minutes: the median of 7 networks'],
    [['NETWORK_ESTIMATE', 'CATALOGUE_ASSUMPTION'], 'Minutes: an assumption, in part your own estimate'],
    [[], 'Its minutes are as recorded with the request'],
  ] as const)('rests on %p: %s', (bases, words) => {
    const estimates = bases.map((basis, index) => ({ staffGroup: 'CLINICAL_DIRECTOR', basis, networks: 7 + index }))
    expect(basisOf(estimates)).toBe(words)
  })
})
