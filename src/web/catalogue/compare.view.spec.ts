import { describe, expect, it } from '@jest/globals'
import { editionInForce, entryAddress, type RowData, yearLinks } from './catalogue.view.js'
import { changedView, goneGroups } from './compare.view.js'

const editions = [
  { contractYear: '2024/25', edition: 1, status: 'PUBLISHED' },
  { contractYear: '2020/21', edition: 2, status: 'PUBLISHED' },
  { contractYear: '2020/21', edition: 1, status: 'PUBLISHED' },
  { contractYear: '2020/21', edition: 0, status: 'DRAFT' },
  { contractYear: '2027/28', edition: 0, status: 'DRAFT' },
] as const
const row: RowData = {
  ...{ code: '20-34', key: 'round', kind: 'DUTY', title: 'Round', certainty: 'SOURCED', nature: 'DELIVER', obligation: 'GATE' },
  ...{ responsible: ['NETWORK'], dueOn: null, specification: editions[1] },
}

describe('the catalogue in words', () => {
  it.each([
    ['2020/21', 2],
    ['2027/28', 0],
    ['2019/20', undefined],
  ])('takes for %s the last edition that was published, else its draft', (year, edition) => {
    expect(editionInForce(editions, year)?.edition).toBe(edition)
  })

  it('names the edition in an address only where it is not the one of the year', () => {
    expect(entryAddress(editions[1], '20-34', editions)).toBe('/catalogue/2020-21/20-34')
    expect(entryAddress(editions[2], '20-34', editions)).toBe('/catalogue/2020-21/20-34?edition=1')
    expect(yearLinks(editions, '2020/21').map(({ text, current }) => [text, current])).toEqual([
      ...[
        ['2027/28', false],
        ['2024/25', false],
        ['2020/21', true],
        ['All years', false],
      ],
    ])
  })

  it('says why something has gone where that is known, and puts the rest last', () => {
    const event = { contractYear: '2024/25', change: 'SUPERSEDED', when: '28 March 2024', title: 'Merged' }
    const gone = [
      { ...row, code: '20-01', events: [] },
      { ...row, code: '20-02', events: [{ ...event, change: 'CHANGED' }] },
      { ...row, events: [event, { ...event, contractYear: '2025/26' }] },
    ]
    expect(goneGroups(gone, '2020/21', '2024/25', editions).map(({ why, rows }) => [why, rows.map(({ code }) => code)])).toEqual([
      ['Replaced, 28 March 2024: Merged', ['20-34']],
      ['Not in the catalogue of 2024/25: no reason was found', ['20-01', '20-02']],
    ])
  })

  it('says in words what changed', () => {
    const changes = [
      { field: 'responsible', before: 'NETWORK', after: 'NETWORK, PRACTICE' },
      { field: 'obligation', before: 'PAID', after: 'GATE' },
      { field: 'dueOn', before: null, after: '2024-04-30' },
      { field: 'standing', before: 'false', after: 'true' },
    ]
    expect(changedView({ before: row, after: row, changes }, editions).parts).toEqual([
      { name: 'Who', before: 'The network', after: 'The network and each practice' },
      { name: 'Obligation', before: 'Paid work', after: 'No money without it' },
      { name: 'Due on', before: 'Nothing said', after: '30 April 2024' },
      { name: 'Stands until it lapses', before: 'No', after: 'Yes' },
    ])
  })
})
