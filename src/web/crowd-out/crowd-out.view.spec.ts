import { describe, expect, it } from '@jest/globals'
import { crowdOutPage, inHours, inPounds } from './crowd-out.view.js'

describe('figures in words', () => {
  it.each([
    [null, 'not known'],
    [0, 'none'],
    [45, '45 minutes'],
    [60, '1 hour'],
    [150, '2 hours 30 minutes'],
    [60_000, '1,000 hours'],
  ])('%p minutes are "%s"', (minutes, words) => {
    expect(inHours(minutes)).toBe(words)
  })

  it.each([
    [null, ''],
    [123_456, 'up to £1,235'],
  ])('%p pence are "%s"', (pence, words) => {
    expect(inPounds(pence)).toBe(words)
  })
})

describe('the page', () => {
  const data = {
    ...{ headline: '', contractYear: '2026/27', localPossibleMinutes: 300, ruleVersion: 1, highlights: [], priorities: [] },
    ...{
      coverage: { groupsWithoutCapacity: 1, itemsWithoutEstimate: 0 },
      staffGroups: [{ name: 'Clinician', capacityMinutes: null, months: null }],
    },
  }

  it('says what came back only when something is relaxed and both figures are known', () => {
    expect(crowdOutPage(data, 180, ['24-30']).gained).toBe('2 hours')
    expect(crowdOutPage(data, 180, []).gained).toBeNull()
    expect(crowdOutPage(data, null, ['24-30']).gained).toBeNull()
  })

  it('names groups whose time is not known, and shows no figures for them', () => {
    expect(crowdOutPage(data, 180, [])).toMatchObject({ unknownGroups: ['Clinician'], groups: [] })
  })
})
