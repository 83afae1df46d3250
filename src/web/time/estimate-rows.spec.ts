import { describe, expect, it } from '@jest/globals'
import { FormFields } from '../../platform/web/form.js'
import { estimateField, estimateRows, readEstimates } from './estimate-rows.js'
import { type EstimateData, type EstimatedItem } from './estimates.data.js'

const assumption: EstimateData = {
  ...{ staffGroup: 'CLINICIAN', minutes: { low: 60, central: 120, high: 240 }, basis: 'CATALOGUE_ASSUMPTION', networks: 0 },
  ...{ businessAsUsualPercent: 0, businessAsUsualBasis: 'ASSUMED', note: 'Assumption 1' },
}
const own: EstimateData = {
  ...{ staffGroup: 'CLINICIAN', minutes: { low: 90, central: 90, high: 90 }, basis: 'NETWORK_ESTIMATE', networks: 1 },
  ...{ businessAsUsualPercent: 25, businessAsUsualBasis: 'NETWORK', note: 'Diaries' },
}
const requirement = { title: 'Plan', nature: 'REPORT' as const, serviceArea: { title: 'Area' } }
const item = (code: string, figure: EstimateData): EstimatedItem => ({ id: code, code, requirement, minutes: [figure], rating: null })
const groups = [{ code: 'CLINICIAN', name: 'Clinicians' }]

describe('estimateRows', () => {
  const rows = estimateRows([item('A', assumption), item('B', own)], groups, FormFields.of({}))

  it('puts an assumption beside the boxes, never into them', () => {
    expect(rows[0]).toMatchObject({ inUse: '2 (1 to 4)', basis: 'Assumption, n = 0', boxes: { central: '', low: '', percent: '' } })
  })

  it('puts the network’s own estimate into the boxes, and says less where low and high are the same', () => {
    expect(rows[1]).toMatchObject({ inUse: '1.5', basis: 'Your own', boxes: { central: '1.5', low: '', high: '', percent: '25' } })
  })

  it('says what is not known as such', () => {
    const care = item('C', { ...assumption, minutes: null, basis: null, networks: null })
    expect(estimateRows([care], groups, FormFields.of({}))[0]).toMatchObject({ inUse: 'Not known', basis: 'Nobody has estimated it' })
  })
})

describe('readEstimates', () => {
  const sent = (typed: Record<string, string>) => {
    const { boxes, was, key } = estimateRows([item('B', own)], groups, FormFields.of({}))[0] ?? { boxes: {}, was: '', key: '' }
    const fields = { ...boxes, ...typed, key, was }
    return readEstimates(FormFields.of(Object.fromEntries(Object.entries(fields).map(([name, value]) => [`row-0-${name}`, [value]]))))
  }

  it('passes over what nobody touched', () => {
    expect(sent({})).toEqual({ estimates: [], origin: [], problems: [] })
  })

  it('reads what was changed, in minutes', () => {
    expect(sent({ central: '2', low: '1:30' }).estimates).toEqual([
      { requirementCode: 'B', staffGroup: 'CLINICIAN', low: 90, central: 120, high: null, businessAsUsualPercent: 25, note: 'Diaries' },
    ])
  })

  it('takes back what was emptied', () => {
    const { estimates, problems } = sent({ central: '', percent: '', note: '' })
    expect([estimates, problems]).toEqual([
      [{ requirementCode: 'B', staffGroup: 'CLINICIAN', low: null, central: null, high: null, businessAsUsualPercent: null, note: '' }],
      [],
    ])
  })

  it.each([
    [{ central: 'x' }, 'row-0-central', 'B: the most likely must be hours, such as 3, 1.5 or 1:30'],
    [{ central: '' }, 'row-0-central', 'B: the most likely hours are missing'],
    [{ low: '2' }, 'row-0-central', 'B: the most likely hours must be between the fewest and the most'],
    [{ percent: '101' }, 'row-0-percent', 'B: the percentage must be a whole number from 0 to 100'],
  ])('names what is wrong with %j', (typed, field, message) => {
    expect(sent(typed).problems).toEqual([{ field, message }])
  })
})

describe('estimateField', () => {
  it.each([
    ['estimates.1.central', 'row-7-central'],
    ['estimates.0.businessAsUsualPercent', 'row-3-percent'],
    ['input.estimates.1.note', 'row-7-note'],
    ['estimates.0', 'row-3-central'],
    ['networkCode', ''],
  ])('finds the box of %s', (field, box) => {
    expect(estimateField(field, ['row-3', 'row-7'])).toBe(box)
  })
})
