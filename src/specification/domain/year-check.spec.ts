import { describe, expect, it } from '@jest/globals'
import { type Place, type Problem } from './problem.js'
import { checkYear, type YearFiles } from './year-check.js'

/** What is reported of a year of one entry and one indicator with these codes. */
function problemsOf(entryCode: string, indicatorCode: string): string[] {
  const problems: Problem[] = []
  const place = (file: string): Place => ({ file, path: [], report: (problem) => problems.push(problem) })
  const entry = { code: entryCode, key: 'a-duty' }
  const area = { area: { code: 'sign-up', title: 'Sign-up', order: 1 }, entries: [entry] }
  const files = {
    ...{ folder: '2024-25', head: undefined, areas: [{ name: 'sign-up', value: area, at: place('sign-up.yaml') }] },
    indicators: { value: [{ code: indicatorCode }], at: place('indicators.yaml') },
  }
  checkYear(files as unknown as YearFiles)
  return problems.map(({ expected }) => expected)
}

describe('the codes of a year', () => {
  it('name one thing each: an entry or an indicator, both of which a network plans with', () => {
    expect(problemsOf('24-01', 'HI03')).toEqual([])
    expect(problemsOf('24-01', '24-01')).toEqual(['a code no entry of the year has'])
  })
})
