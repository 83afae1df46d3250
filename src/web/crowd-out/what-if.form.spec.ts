import { describe, expect, it } from '@jest/globals'
import { type TodayData, type TodayItem } from './crowd-out.data.js'
import { nothingSwitched, type Switches } from './switches.js'
import { whatIfForm } from './what-if.form.js'

const item = (code: string, more: Partial<TodayItem> = {}): TodayItem => ({
  ...{ code, title: `Title of ${code}`, nature: 'REPORT', paragraph: null, minutes: 120, relaxableMinutes: 120, returnedMinutes: 60 },
  ...{ upToPence: null, burdenPence: null, rating: null, item: { id: code }, estimates: [] },
  declarationOnly: { verdict: true, reasons: [], calledTickBoxBySource: false },
  ...more,
})
const priority = { id: 'P', title: 'Hypertension', opensOn: '2026-10-01', closesOn: '2027-03-31' }
const figures = { wantedMinutes: 60, possibleMinutes: 60, displacedMinutes: 0, beyondCapacityMinutes: 0 }
const paid = { title: 'Paid', pursued: true, upToPence: 300_000, minutes: 90, displacedMinutes: 30, overrunMinutes: 0 }
const today: TodayData = {
  ...{ contractYear: '2026/27', ruleVersion: 1, headline: '' },
  paidWork: [
    { ...paid, code: 'PAID-1' },
    { ...paid, code: 'PAID-2', pursued: false, upToPence: null, displacedMinutes: 0 },
  ],
  staffGroup: {
    ...{ staffGroup: 'CLINICAL_DIRECTOR', name: 'Clinical director', localPossibleMinutes: 0, nationalOverrunMinutes: 0, months: null },
    ...{ estimateCases: { displacedInWords: null }, coverage: { itemsWithoutEstimate: 0 }, priorities: [{ priority, ...figures }] },
    items: [
      item('A', { returnedMinutes: 0 }),
      item('B'),
      item('CARE', { nature: 'DELIVER', declarationOnly: null, relaxableMinutes: 0, returnedMinutes: 0 }),
      item('SERVED', { relaxableMinutes: 0, returnedMinutes: 0 }),
    ],
  },
}
const formOf = (switches: Partial<Switches> = {}) => whatIfForm(today, { ...nothingSwitched, ...switches }, '/crowd-out')

describe('the form of switches', () => {
  it('offers declarations and reports that could be relaxed, most back first, and the rest below', () => {
    const { relax, others } = formOf()
    expect(relax.map(({ code, checked }) => [code, checked])).toEqual([
      ['B', false],
      ['A', false],
    ])
    expect(relax.map(({ hint }) => hint.split(' · ')[0])).toEqual([
      'Gives back 1 hour by itself',
      'Gives nothing back by itself; with others it may',
    ])
    expect(others.map(({ text }) => text)).toEqual(['CARE Title of CARE (care)', 'SERVED Title of SERVED (report)'])
  })

  it('shows whatever else an address relaxes as ticked, to be unticked', () => {
    const { relax, others } = formOf({ relaxing: ['CARE', 'B'] })
    expect(relax.filter(({ checked }) => checked).map(({ code }) => code)).toEqual(['B', 'CARE'])
    expect(relax.at(-1)?.hint).toMatch(/^This is care/)
    expect(others.map(({ code }) => code)).toEqual(['SERVED'])
  })

  it('ticks or unticks all of them by an address', () => {
    expect([formOf().allHref, formOf().noneHref]).toEqual(['/crowd-out?relax=B&relax=A', null])
    const some = formOf({ relaxing: ['B'] })
    expect([some.allHref, some.noneHref]).toEqual(['/crowd-out?relax=B&relax=A', '/crowd-out'])
    expect(formOf({ relaxing: ['A', 'B'] }).allHref).toBeNull()
  })

  it('drops paid work that is gone for and goes for what is not, with "up to" and what it displaces', () => {
    expect(formOf({ dropping: ['PAID-1'] }).paid).toMatchObject([
      {
        name: 'drop',
        label: 'Drop PAID-1 Paid',
        checked: true,
        hint: 'Up to £3,000 · takes 1 hour 30 minutes of all staff · displaces 30 minutes of your priorities',
      },
      { name: 'pursue', checked: false, hint: expect.stringMatching(/^How much money hangs on it is not known .* displaces nothing$/) },
    ])
  })

  it('shows a priority in its months until it is moved', () => {
    const chosen = (switches: Partial<Switches> = {}) => {
      const [row] = formOf(switches).priorities
      return [row?.planned, row?.first.find(({ selected }) => selected)?.text, row?.last.find(({ selected }) => selected)?.text]
    }
    expect(chosen()).toEqual(['6-11', 'October', 'March'])
    expect(chosen({ moving: [{ id: 'P', firstMonth: 0, lastMonth: 5 }] })).toEqual(['6-11', 'April', 'September'])
  })
})
