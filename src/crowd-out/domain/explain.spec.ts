import { describe, expect, it } from '@jest/globals'
import { networkCrowdOut } from './coverage.js'
import { crowdOut } from './crowd-out.js'
import { explain, explainedFigures, explainReturned, explainTotal, type GroupFigure } from './explain.js'
import { workedExample } from './worked-example.js'

const HOUR = 60
const group = crowdOut(workedExample())
const names = {
  titleOf: (code: string) => `Title of ${code}`,
  basisOf: () => ({ basis: 'Own estimate', source: 'A diary' }),
  capacityBasis: 'Rota',
}
const figures = explainedFigures.filter((figure): figure is GroupFigure => !['RETURNED', 'UP_TO', 'BURDEN'].includes(figure))

describe('explaining', () => {
  it.each([
    ['CAPACITY', 240],
    ['AVAILABLE', 240],
    ['NATIONAL', 208],
    ['NATIONAL_OVERRUN', 24],
    ['LOCAL_WANTED', 60],
    ['LOCAL_POSSIBLE', 24],
    ['DISPLACED', 36],
    ['BEYOND_CAPACITY', 0],
  ] as const)('%s is %i hours, and its inputs lead there', (figure, hours) => {
    const { minutes, rows } = explain(figure, group, names)
    expect(minutes).toBe(hours * HOUR)
    const sum = rows.reduce((total, row) => total + (row.minutes ?? 0), 0)
    if (['CAPACITY', 'AVAILABLE', 'NATIONAL', 'LOCAL_WANTED', 'LOCAL_POSSIBLE'].includes(figure)) expect(sum).toBe(minutes)
    // The other three are a difference of their first two rows.
    else expect((rows[0]?.minutes ?? 0) - (rows[1]?.minutes ?? 0)).toBe(minutes)
  })

  it('names what the network entered, and from where', () => {
    expect(explain('CAPACITY', group, names).rows).toEqual([
      { label: 'Capacity', minutes: 14_400, basis: 'Entered by the network', source: 'Rota' },
    ])
    expect(explain('OTHER_FIXED', group, { ...names, capacityBasis: null }).rows).toMatchObject([
      { minutes: null, source: 'Nothing was entered.' },
    ])
  })

  it('takes what comes back apart', () => {
    const { minutes, rows } = explainReturned(group, 'cancer-review')
    expect(minutes).toBe(16 * HOUR)
    expect(rows.map((row) => row.minutes)).toEqual([30 * HOUR, 30 * HOUR, 24 * HOUR, 40 * HOUR])
  })

  it.each(figures)('adds up %s of the groups that are counted, and names those that are not', (figure) => {
    const other = crowdOut({ ...workedExample(), staffGroup: 'NETWORK_MANAGER', capacityMinutes: null })
    const total = networkCrowdOut([group, other])
    const { minutes, rows } = explainTotal(figure, total, [group, other], (code) => code)
    expect(rows).toHaveLength(2)
    expect(rows[1]).toMatchObject({ label: 'NETWORK_MANAGER', minutes: null, basis: 'Not known' })
    expect(rows[0]?.minutes).toBe(minutes)
  })

  it.each([...figures, 'RETURNED'] as const)('says what %s means without naming a cause', (figure) => {
    const { sentence } = figure === 'RETURNED' ? explainReturned(group, 'cancer-review') : explain(figure, group, names)
    expect(sentence).toMatch(/^[A-Z].*\.$/)
    expect(sentence).not.toMatch(/caused|because of/)
  })
})
