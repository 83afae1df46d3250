import { describe, expect, it } from '@jest/globals'
import type { PlanInputs } from '../../workload/domain/plan-inputs.js'
import { burdenSources } from './activities.js'
import { burdenOf } from './burden.js'
import { allocatedMinutes, avoidableMinutes } from './evidence-activity.js'

const GROUP = 'ADMINISTRATOR'

/** A network of one staff group; a null figure is one nobody estimated. */
function network(items: Record<string, number | null>, shared: PlanInputs['sharedEvidence'] = [], percent = 0): PlanInputs {
  const asked = Object.entries(items).map(([code, central]) => ({
    ...{ code, nature: 'REPORT', applies: true, pursued: true, window: { firstMonth: 0, lastMonth: 11 } },
    estimates: [
      { staffGroup: GROUP, minutes: central === null ? null : { low: central, central, high: central }, businessAsUsualPercent: percent },
    ],
  }))
  return { staffGroups: [{ code: GROUP }], items: asked, indicators: [], sharedEvidence: shared } as unknown as PlanInputs
}

const shared = (minutes: number, ...serves: string[]) => ({
  evidenceId: serves.join('+'),
  minutes: [{ staffGroup: GROUP, minutes }],
  serves,
})
const avoidable = (inputs: PlanInputs, codes: string[]): number =>
  avoidableMinutes(burdenSources(inputs, []).activities, codes).reduce((sum, { minutes }) => sum + minutes, 0)

describe('what paperwork is made of', () => {
  it('leaves out care, governance, and what does not apply or is not gone for', () => {
    const inputs = network({ a: 60 })
    const [a] = inputs.items
    if (!a) throw new Error('No item')
    const others = [{ nature: 'DELIVER' }, { nature: 'GOVERN' }, { applies: false }, { pursued: false }, { window: null }] as const
    const items = [a, ...others.map((change, index) => ({ ...a, code: `b${index}`, ...change }))]
    expect(burdenSources({ ...inputs, items }, []).items.map(({ code }) => code)).toEqual(['a'])
  })

  it('counts an indicator the network calls a declaration, and not one that is care or not gone for', () => {
    const inputs = network({ a: 60 })
    const one = { ...inputs.items[0], code: 'COV01', nature: 'DECLARE', pursued: true }
    const indicators = [one, { ...one, code: 'HI03', nature: 'DELIVER' }, { ...one, code: 'X1', pursued: false }]
    const { items } = burdenSources({ ...inputs, indicators } as unknown as PlanInputs, [])
    expect(items.map(({ code, origin }) => [code, origin])).toEqual([
      ['a', 'REQUIREMENT'],
      ['COV01', 'INDICATOR'],
    ])
    expect([...burdenOf(items, [], null).byOrigin].map(([origin, { burdenMinutes }]) => [origin, burdenMinutes])).toEqual([
      ['REQUIREMENT', 60],
      ['INDICATOR', 60],
    ])
  })

  it('counts what was paid outside, also before an event asks for time, and never for what does not apply', () => {
    const inputs = network({ a: 60, event: 30, other: 60 })
    const [a, event, other] = inputs.items.map((one) => ({ ...one }))
    const items = [a, { ...event, window: null }, { ...other, applies: false }]
    const outside = new Map(['a', 'event', 'other'].map((code) => [code, [{ pence: 1_000, businessAsUsualPercent: 0 }]]))
    const found = burdenSources({ ...inputs, items } as unknown as PlanInputs, [], outside)
    expect(found.items.map(({ code, grossMinutes, outsideCosts }) => [code, grossMinutes.length, outsideCosts.length])).toEqual([
      ['a', 1, 1],
      ['event', 0, 1],
    ])
  })

  it('says what nobody estimated', () => {
    expect(burdenSources(network({ b: null, a: null, c: 60 }), []).withoutEstimate).toEqual(['a', 'b'])
  })

  it.each<[string, string[], number]>([
    ['nothing', [], 0],
    ['one that shares all its time', ['a'], 0],
    ['both that share', ['a', 'b'], 60],
    ['one that shares nothing', ['c'], 45],
  ])('frees of %s what serves nothing else', (_, codes, minutes) => {
    expect(avoidable(network({ a: 30, b: 30, c: 45 }, [shared(60, 'a', 'b')]), codes)).toBe(minutes)
  })

  it('never counts shared time on top of what an item takes', () => {
    const inputs = network({ a: 20, b: 100 }, [shared(100, 'a', 'b')], 25)
    const { items, activities } = burdenSources(inputs, [])
    const { total } = burdenOf(items, [], null)
    expect(total.burdenMinutes).toBe(90)
    const allocated = allocatedMinutes(activities).reduce((sum, { minutes }) => sum + minutes, 0)
    // Parts are rounded each by itself: 20 and 50 + 50 minutes at 25%.
    expect(Math.abs(allocated - total.burdenMinutes)).toBeLessThanOrEqual(1)
    expect(avoidable(inputs, ['a'])).toBe(0)
  })

  it('takes a part shared with care as not freed by paperwork alone', () => {
    expect(avoidable(network({ a: 30 }, [shared(60, 'a', 'care')]), ['a'])).toBe(0)
  })
})
