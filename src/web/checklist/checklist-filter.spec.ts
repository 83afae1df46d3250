import { describe, expect, it } from '@jest/globals'
import { addressOf, filterInput, filterOf, filterWords } from './checklist-filter.js'

describe('the filter of the checklist', () => {
  it('survives in the address', () => {
    const address =
      '/checklist?search=care+homes&area=care-homes&status=OVERDUE&status=OPEN&obligation=PAID&declarationOnly=yes&practices=yes&mine=yes'
    const query = new URL(address, 'http://here.invalid').searchParams
    const read = filterOf(Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)])))
    expect(addressOf(read)).toBe(address)
  })

  it('asks the API for what it says', () => {
    expect(
      filterInput(
        filterOf({
          search: '  care   homes ',
          status: 'OPEN',
          mine: 'yes',
          declarationOnly: 'yes',
          practices: 'yes',
          area: 'a',
          obligation: 'GATE',
        }),
      ),
    ).toEqual({
      ...{ search: 'care homes', statuses: ['OPEN'], mine: true, declarationOnly: true, practiceLevel: true },
      ...{ serviceAreaCodes: ['a'], obligations: ['GATE'] },
    })
    expect(filterInput(filterOf({}))).toEqual({})
  })

  it('leaves out what no checklist can be narrowed by', () => {
    expect(addressOf(filterOf({ status: ['LATE', { a: 1 }], obligation: 'FREE', area: "'; --", mine: 'no', search: '   ' }))).toBe(
      '/checklist',
    )
  })

  it('is told in words, each with the address that lets go of it', () => {
    const filter = filterOf({ search: 'plan', status: ['OPEN', 'OVERDUE'], obligation: ['PAID', 'GATE', 'UNPAID'] })
    expect(filterWords(filter, undefined)).toEqual([
      { text: '“plan”', href: '/checklist?status=OVERDUE&status=OPEN&obligation=GATE&obligation=PAID&obligation=UNPAID' },
      { text: 'Overdue', href: '/checklist?search=plan&status=OPEN&obligation=GATE&obligation=PAID&obligation=UNPAID' },
      { text: 'Open', href: '/checklist?search=plan&status=OVERDUE&obligation=GATE&obligation=PAID&obligation=UNPAID' },
      { text: 'No money without it', href: '/checklist?search=plan&status=OVERDUE&status=OPEN&obligation=PAID&obligation=UNPAID' },
      { text: 'Paid work', href: '/checklist?search=plan&status=OVERDUE&status=OPEN&obligation=GATE&obligation=UNPAID' },
      { text: 'Must-do', href: '/checklist?search=plan&status=OVERDUE&status=OPEN&obligation=GATE&obligation=PAID' },
    ])
    expect(
      filterWords(filterOf({ area: 'care-homes', mine: 'yes', practices: 'yes', declarationOnly: 'yes' }), 'Care homes').map(
        ({ text }) => text,
      ),
    ).toEqual(['Care homes', 'Declaration only', 'Every practice', 'Mine'])
  })
})
