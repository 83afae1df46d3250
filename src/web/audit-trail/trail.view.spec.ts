import { describe, expect, it } from '@jest/globals'
import { type Place, type Role } from '../layout/visit.js'
import { addressOf, filterInput, filterOf, filterWords, organisationsOf, type TrailFilter } from './trail-filter.js'
import { daysOf, type EntryData } from './trail.view.js'

const place = (role: Role, code: string, networkCode: string | null = null): Place => ({
  ...{ role, code, name: `Name of ${code}`, networkCode, networkName: null },
})
const manager = place('NETWORK_MANAGER', 'UX0001', 'UX0001')
const commissioner = place('COMMISSIONER', 'QX01')
const everything: TrailFilter = { of: 'UX0001', action: '', person: '', firstOn: '', lastOn: '' }

const entry = (given: Partial<EntryData>): EntryData => ({
  ...{ sequence: 1203, occurredAt: '2026-11-21T09:05:00.000Z', action: 'evidence.record', actor: { id: 'p1', name: 'Ada' } },
  ...{ organisationCode: 'UX0001', subjectType: 'Evidence', subjectId: 'e1', details: [], items: [] },
  ...given,
})
const item = (code: string) => ({ id: `id-${code}`, requirement: { code, title: 'Meet' } })
const rowsOf = (given: Partial<EntryData>, places = [manager], filter = everything) => daysOf([entry(given)], filter, places)[0]?.rows ?? []

describe('the rows of the trail', () => {
  it('stand under the day they were made in England, in the order they came', () => {
    const days = daysOf([entry({}), entry({ occurredAt: '2026-06-30T23:30:00.000Z' })], everything, [manager])
    expect(days.map(({ heading, rows }) => [heading, rows[0]?.time])).toEqual([
      ['Saturday 21 November 2026', '9:05am'],
      ['Wednesday 1 July 2026', '12:30am'],
    ])
  })

  it('say who did what to which items, and lead to what else they did', () => {
    const items = ['1', '2', '3', '4', '5', '6'].map(item)
    expect(rowsOf({ items, details: [{ name: 'files', values: ['one'] }] })).toEqual([
      {
        ...{ time: '9:05am', who: 'Ada', whoHref: '/audit-trail?of=UX0001&person=p1', did: 'recorded evidence with 1 file' },
        links: items.slice(0, 4).map(({ id, requirement }) => ({ text: `${requirement.code} Meet`, href: `/items/${id}` })),
        ...{ more: 2, number: 'Entry 1,203' },
      },
    ])
  })

  it('name Headroom where nobody did it', () => {
    expect(rowsOf({ actor: null })).toMatchObject([{ who: 'Headroom', whoHref: null }])
  })

  it.each([
    ['Priority', '/priorities/e1'],
    ['Request', '/requests/e1'],
    ['RequestWording', '/requests/wordings'],
    ['Statement', '/statements/e1'],
    ['Displacement', '/crowd-out/log'],
    ['Workload', '/time'],
    ['Membership', '/people'],
  ])('lead to a %s of the network', (subjectType, href) => {
    expect(rowsOf({ subjectType })[0]?.links.map((link) => link.href)).toEqual([href])
    expect(rowsOf({ subjectType }, [])[0]?.links).toEqual([])
  })

  it('lead a commissioner to the requirement of a local day', () => {
    const details = ['requirementCode', 'dueOn'].map((name, index) => ({ name, values: [['24-17'], ['2027-01-31']][index] ?? [] }))
    const set = { action: 'localDay.set', organisationCode: 'QX01', subjectType: 'CatalogueEntry', details }
    expect(rowsOf(set, [commissioner])).toMatchObject([
      { did: 'set a local day', links: [{ text: '24-17: 31 January 2027', href: '/requirements/24-17' }] },
    ])
  })

  it('say whose chain an entry is of where several are shown', () => {
    const all = { ...everything, of: 'all' }
    expect(rowsOf({}, [], all)[0]?.number).toBe('Entry 1,203 of UX0001')
    expect(rowsOf({ organisationCode: null }, [], all)[0]?.number).toBe('Entry 1,203, no organisation')
  })
})

describe('the filter of the trail', () => {
  const asked = (query: Record<string, unknown>, by = manager) => filterOf(query, { place: by })

  it('is the organisation somebody looks as, and everything for an operator', () => {
    expect(asked({}).filter).toEqual(everything)
    expect(asked({}, place('OPERATOR', 'ENGLAND')).filter.of).toBe('all')
    expect(asked({ of: 'ux0002' }, place('OPERATOR', 'ENGLAND')).filter.of).toBe('UX0002')
  })

  it('is taken from its own address again', () => {
    const filter = { of: 'QX01', action: 'item.ask', person: 'p1', firstOn: '2026-04-01', lastOn: '2026-06-30' }
    const query = Object.fromEntries(new URLSearchParams(addressOf(filter).split('?')[1]))
    expect(asked(query).filter).toEqual(filter)
    expect(filterInput(filter)).toEqual({
      ...{ organisationCode: 'QX01', actions: ['item.ask'], actorId: 'p1', from: '2026-04-01', to: '2026-06-30' },
    })
    expect(filterWords(filter, 'Ada').map(({ text }) => text)).toEqual([
      ...['Asked or answered a question', 'Ada', 'From 1 April 2026', 'To 30 June 2026'],
    ])
  })

  it('leaves out what it cannot mean', () => {
    expect(asked({ of: '<b>', action: 'nothing.known', person: 'a b', firstOn: { a: '1' } })).toMatchObject({
      filter: everything,
      problems: [],
    })
  })

  it.each([
    ['a day that is none', { 'firstOn[day]': '31', 'firstOn[month]': '2', 'firstOn[year]': '2026' }, 'firstOn'],
    ['a last day before the first', { firstOn: '2026-06-01', 'lastOn[day]': '31', 'lastOn[month]': '5', 'lastOn[year]': '2026' }, 'lastOn'],
  ])('says what is wrong with %s, and keeps what was typed', (_, query, field) => {
    const { problems, typed } = asked(query)
    expect(problems.map((one) => one.field)).toEqual([field])
    expect(typed[field as 'firstOn' | 'lastOn'].day).toBe('31')
  })

  it('offers the organisations whose trail somebody may read, each once', () => {
    const places = [manager, commissioner, place('CLINICAL_DIRECTOR', 'UX0001', 'UX0001'), place('PRACTICE_MEMBER', 'PX0001', 'UX0001')]
    expect(organisationsOf({ places }).map(({ code }) => code)).toEqual(['UX0001', 'QX01'])
  })
})
